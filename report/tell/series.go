package tell

import (
	"fmt"
	"path"
	"strconv"
	"strings"
	"unicode"

	"reprise/diff"
	"reprise/resolution"
	"reprise/series"
)

// SeriesTitle is the title of the latest version that has one, or else the
// name of the latest version.
func SeriesTitle(s *series.Series) string {
	for v := len(s.Versions) - 1; v >= 0; v-- {
		if t := s.Versions[v].Document.Title; t != "" {
			return t
		}
	}
	if len(s.Versions) == 0 {
		return ""
	}
	return s.Versions[len(s.Versions)-1].Name
}

// ShortName is a version's name as a column has room for it: "73/58", "2502".
func ShortName(name string) string {
	if i := strings.LastIndex(name, "RES/"); i >= 0 {
		name = name[i+len("RES/"):]
	}
	if i := strings.Index(name, " ("); i > 0 && strings.HasSuffix(name, ")") {
		name = name[:i]
	}
	return name
}

// Dated is a version's name, with its year where the name does not tell it.
func Dated(v series.Version) string {
	if y := Year(v.Document); y != "" && !strings.Contains(v.Name, y) {
		return v.Name + " (" + y + ")"
	}
	return v.Name
}

// Year of a version's adoption or issue, "" where not known.
func Year(d *resolution.Document) string {
	for _, date := range [...]resolution.Date{d.Adopted, d.Issued} {
		if date.Year > 0 {
			return fmt.Sprint(date.Year)
		}
	}
	return ""
}

// Extent says how many versions there are, from which to which.
func (v Voice) Extent(s *series.Series) string {
	n := len(s.Versions)
	if n == 1 {
		return s.Versions[0].Name
	}
	return v.Counted("series-extent", n, "first", Dated(s.Versions[0]), "last", Dated(s.Versions[n-1]))
}

// SeriesCount says how many series there are.
func (v Voice) SeriesCount(n int) string { return v.Counted("series-count", n) }

// SeriesRemarks are complete sentences on what was not given, or given twice,
// and what is doubtful.
func (v Voice) SeriesRemarks(s *series.Series) []string {
	var out []string
	for from := 0; from < len(s.Missing); {
		to := from
		var symbols []string
		for ; to < len(s.Missing) && s.Missing[to].Before == s.Missing[from].Before; to++ {
			symbols = append(symbols, string(s.Missing[to].Symbol))
		}
		out = append(out, v.missing(s, symbols, s.Missing[from].Before))
		from = to
	}
	if len(s.Doubles) > 0 {
		var taken []string
		for _, d := range s.Doubles {
			taken = append(taken, readingName(d.Taken))
		}
		out = append(out, v.Counted("series-double", len(taken), "list", v.Listed(taken)))
	}
	if n := len(s.Triangles); n > 0 {
		out = append(out, v.Counted("series-triangle", n, "sign", UnsureSign))
	}
	return append(out, v.ProposalRemarks(s)...)
}

// ProposalRemarks say of each amendment in a series how much of it was taken.
func (v Voice) ProposalRemarks(s *series.Series) []string {
	var out []string
	for _, p := range s.Proposed {
		out = append(out, v.proposal(p))
	}
	return out
}

// proposal says how much of an amendment the next version took.
func (v Voice) proposal(p series.Proposal) string {
	counts := map[series.Uptake]int{}
	for _, r := range p.Requests {
		counts[r.Uptake]++
	}
	var parts []string
	for _, u := range []series.Uptake{series.Taken, series.TakenInPart, series.NotTaken, series.NothingAsked} {
		if n := counts[u]; n > 0 {
			parts = append(parts, v.Counted("proposal-count-"+u.String(), n))
		}
	}
	return v.Say("proposal-counts", "amendment", v.proposed(p), "draft", p.Draft, "new", p.Next, "list", v.Commas(parts...))
}

// proposed names an amendment with who proposes it.
func (v Voice) proposed(p series.Proposal) string {
	if len(p.Proposers) == 0 {
		return p.Amendment
	}
	return v.Say("amend-by", "amendment", p.Amendment, "proposers", v.Listed(p.Proposers))
}

// requestBytes is as much of an instruction as shows which one it is.
const requestBytes = 160

// missing tells of symbols that are cited and were not given, by where they stood.
func (v Voice) missing(s *series.Series, symbols []string, before int) string {
	list := v.Listed(symbols)
	if before == 0 {
		return v.Counted("series-missing-first", len(symbols), "list", list, "new", s.Versions[0].Name)
	}
	return v.Counted("series-missing", len(symbols), "list", list, "old", s.Versions[before-1].Name, "new", s.Versions[before].Name)
}

func readingName(d *resolution.Document) string {
	if d.Reading.Name != "" {
		return path.Base(d.Reading.Name)
	}
	return Title(d)
}

// LineageRemarks say where a lineage came from and went to.
func (v Voice) LineageRemarks(l *series.Lineage) []string {
	var out []string
	if l.From != nil {
		out = append(out, v.Say("lineage-from", "clause", l.From.ID))
	}
	if l.Into != nil {
		out = append(out, v.Say("lineage-into", "clause", l.Into.ID))
	}
	for _, p := range l.Proposed {
		for _, r := range p.Requests {
			out = append(out, v.Say("proposal-"+r.Uptake.String(), "amendment", v.proposed(p), "draft", p.Draft, "new", p.Next,
				"printed", excerpt(strings.TrimSpace(r.Number+" "+r.Printed), requestBytes)))
		}
	}
	return out
}

// StateIn tells what a lineage is in a version, in words: "moved, reworded,
// routine"; "" where it is absent.
func (v Voice) StateIn(l *series.Lineage, version int) string {
	st := l.States[version]
	if st.Status == series.Absent {
		return ""
	}
	var parts []string
	if st.Moved && st.Clause != nil {
		parts = append(parts, v.Say("moved"))
	}
	switch {
	case st.Status == series.Merged && st.Clause == nil:
		parts = append(parts, v.Say("state-merged-away"))
	case version == 0:
		parts = append(parts, v.Say("state-first"))
	case !st.Moved || st.Status != series.Kept:
		parts = append(parts, v.Say("state-"+st.Status.String()))
	}
	if NoteChanged(st) {
		parts = append(parts, v.Say("state-note"))
	}
	if st.Clause != nil && version > 0 && st.Status != series.New && st.Nature != diff.NoNature {
		parts = append(parts, v.Nature(st.Nature))
	}
	if st.Uncertain {
		parts = append(parts, v.Say("uncertain"))
	}
	return v.Commas(parts...)
}

// NoteChanged tells whether a footnote of the clause changed.
func NoteChanged(st series.State) bool {
	return st.Clause != nil && st.Change != nil && len(st.Change.Notes) > 0
}

// RestoredSign stands before the version that had dropped restored words.
const RestoredSign = "^"

// OriginText names the version that first had words, and the one that had
// dropped them where they were restored: "65/49", "65/49 ^71/65".
func OriginText(s *series.Series, o series.Origin) string {
	name := ShortName(s.Versions[o.First].Name)
	if o.Dropped > 0 {
		name += " " + RestoredSign + ShortName(s.Versions[o.Dropped].Name)
	}
	return name
}

// Origin says where words are from: "first in 65/49 (2010)".
func (v Voice) Origin(s *series.Series, o series.Origin) string {
	first := Dated(s.Versions[o.First])
	if o.Dropped > 0 {
		return v.Say("origin-restored", "first", first, "dropped", Dated(s.Versions[o.Dropped]))
	}
	return v.Say("origin", "first", first)
}

// Growth says in a sentence how large the first and the last version are.
func (v Voice) Growth(clauses, words [2]int) string {
	return v.Say("series-growth", "clauses", strconv.Itoa(clauses[0]), "words", strconv.Itoa(words[0]),
		"later-clauses", strconv.Itoa(clauses[1]), "later-words", strconv.Itoa(words[1]))
}

// SmallWords tells the texts that hold nothing but marks and words without a meaning
// of their own in a language.
func SmallWords(language string) func(text string) bool {
	lex := In(language).lexicon()
	parts := func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }
	return func(text string) bool {
		for word := range strings.FieldsFuncSeq(text, parts) {
			if !lex.Stop(word) {
				return false
			}
		}
		return true
	}
}
