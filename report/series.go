package report

import (
	"fmt"
	"io"
	"path"
	"strings"

	"reprise/diff"
	"reprise/resolution"
	"reprise/series"
)

// SeriesRenderer writes series in one form.
type SeriesRenderer interface {
	// RenderSeries writes the evolution tables of several series; a series of
	// one document is only named.
	RenderSeries(w io.Writer, all []*series.Series) error
	// RenderBlame writes one version of a series, by its index, with the
	// origin of its words.
	RenderBlame(w io.Writer, s *series.Series, version int) error
	// RenderHistory writes one lineage of a series as a stack of redlines.
	RenderHistory(w io.Writer, s *series.Series, l *series.Lineage) error
}

// cellSigns tell the states of a lineage apart, in the manner of the signs of
// a comparison.
var cellSigns = map[series.Status]string{
	series.Absent: "", series.New: "+", series.Kept: "", series.Reworded: "~", series.Split: "/",
	series.Merged: "&", series.Rearranged: "%", series.Revived: "^", series.Dropped: "-",
}

// substantiveSign stands in a table for a change of substance: there is no
// room for the word.
const substantiveSign = "!"

// noteSign stands for a clause that was kept while its footnote changed.
const noteSign = "*"

// legend explains the signs of an evolution table, in the order of interest.
var legend = []struct{ Sign, Word string }{
	{substantiveSign, "reworded in substance"}, {"~", "reworded, routine"}, {"+", "new"}, {"-", "dropped"},
	{"^", "revived"}, {movedSign, "moved"}, {noteSign, "footnote changed"}, {"/", "split"}, {"&", "merged"}, {"%", "rearranged"}, {unsureSign, "uncertain"},
}

// cell is one lineage in one version, as a table shows it.
type cell struct {
	Sign  string // "" where the clause was kept
	Name  string // of the clause, "PP3"; where it was merged away that of the clause it went into; "" where absent
	Words string // the same in words: "moved, reworded, routine"
	State series.State
}

// text is the sign, the name shortened, and whether it is doubtful.
func (c cell) text() string {
	t := c.Sign + tableName(c.State.Clause, c.Name)
	if c.State.Uncertain {
		t += unsureSign
	}
	return t
}

// tableName shortens the name of a clause for a table: "OP4 (b)" is "OP4(b)",
// and in an annex "Annex OP2" is "A.OP2".
func tableName(c *resolution.Clause, name string) string {
	words := strings.Fields(name)
	for i, w := range words[:max(0, len(words)-1)] {
		if strings.HasPrefix(words[i+1], "(") {
			continue
		}
		if i == 0 && c != nil && c.Part == resolution.Annex && len(w) > annexName {
			words[i] = w[:1]
		}
		words[i] += "."
	}
	return strings.Join(words, "")
}

// annexName is the longest name of an annex that a table shows in full.
const annexName = 3

// cellOf says what a lineage is in a version.
func cellOf(l *series.Lineage, v int) cell {
	st := l.States[v]
	c := cell{Sign: cellSigns[st.Status], State: st, Words: stateWords(l, v)}
	if st.Status == series.Reworded && st.Nature == diff.Substantive {
		c.Sign = substantiveSign
	}
	if st.Status == series.Kept && noteChanged(st) {
		c.Sign = noteSign
	}
	if st.Moved && st.Clause != nil {
		c.Sign = movedSign + c.Sign
	}
	if v == 0 {
		c.Sign = ""
	}
	switch {
	case st.Clause != nil:
		c.Name = st.Clause.Name()
	case st.Status == series.Merged && l.Into != nil && l.Into.States[v].Clause != nil:
		c.Name = l.Into.States[v].Clause.Name()
	}
	return c
}

// stateWords tells a state in words: "moved, reworded, routine".
func stateWords(l *series.Lineage, v int) string {
	st := l.States[v]
	if st.Status == series.Absent {
		return ""
	}
	var parts []string
	if st.Moved && st.Clause != nil {
		parts = append(parts, "moved")
	}
	switch {
	case st.Status == series.Merged && st.Clause == nil:
		parts = append(parts, "merged into another")
	case v == 0:
		parts = append(parts, "first")
	case !st.Moved || st.Status != series.Kept:
		parts = append(parts, st.Status.String())
	}
	if noteChanged(st) {
		parts = append(parts, "footnote changed")
	}
	if st.Clause != nil && v > 0 && st.Status != series.New && st.Nature != diff.NoNature {
		parts = append(parts, st.Nature.String())
	}
	if st.Uncertain {
		parts = append(parts, "uncertain")
	}
	return strings.Join(parts, ", ")
}

func noteChanged(st series.State) bool {
	return st.Clause != nil && st.Change != nil && len(st.Change.Notes) > 0
}

// rows are the lineages that a table shows.
func rows(s *series.Series) []*series.Lineage {
	var out []*series.Lineage
	for _, l := range s.Lineages {
		if l.Counted() {
			out = append(out, l)
		}
	}
	return out
}

// latest is the last clause that a lineage had.
func latest(l *series.Lineage) *resolution.Clause {
	for v := len(l.States) - 1; v >= 0; v-- {
		if c := l.States[v].Clause; c != nil {
			return c
		}
	}
	return nil
}

// shortName is a version's name as a column has room for it: "73/58", "2502".
func shortName(name string) string {
	if i := strings.LastIndex(name, "RES/"); i >= 0 {
		name = name[i+len("RES/"):]
	}
	if i := strings.Index(name, " ("); i > 0 && strings.HasSuffix(name, ")") {
		name = name[:i]
	}
	return name
}

// figures are what a version comes to.
type figures struct {
	Clauses, Words int
	Agreed         float64 // share kept word for word from the version before; 0 in the first
}

func figuresOf(v series.Version) figures {
	var f figures
	for _, c := range v.Document.Clauses {
		if c.Counted() {
			f.Clauses++
			f.Words += len(strings.Fields(c.Text))
		}
	}
	if v.Comparison != nil {
		f.Agreed = v.Comparison.Summary.Agreed
	}
	return f
}

// year of a version's adoption or issue, "" where not known.
func year(d *resolution.Document) string {
	for _, date := range [...]resolution.Date{d.Adopted, d.Issued} {
		if date.Year > 0 {
			return fmt.Sprint(date.Year)
		}
	}
	return ""
}

// seriesTitle is the title of the latest version that has one, or else the
// name of the latest version.
func seriesTitle(s *series.Series) string {
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

// extent says how many versions there are, from which to which.
func extent(s *series.Series) string {
	n := len(s.Versions)
	if n == 1 {
		return s.Versions[0].Name
	}
	return fmt.Sprintf("%d versions, %s to %s", n, dated(s.Versions[0]), dated(s.Versions[n-1]))
}

// dated is a version's name, with its year where the name does not tell it.
func dated(v series.Version) string {
	if y := year(v.Document); y != "" && !strings.Contains(v.Name, y) {
		return v.Name + " (" + y + ")"
	}
	return v.Name
}

// seriesRemarks are complete sentences on what was not given, or given twice,
// and what is doubtful.
func seriesRemarks(s *series.Series) []string {
	var out []string
	for from := 0; from < len(s.Missing); {
		to := from
		var symbols []string
		for ; to < len(s.Missing) && s.Missing[to].Before == s.Missing[from].Before; to++ {
			symbols = append(symbols, string(s.Missing[to].Symbol))
		}
		out = append(out, voice{}.listed(symbols)+plural(to-from, " is cited and was", " are cited and were")+
			" not given; "+plural(to-from, "it stood ", "they stood ")+gap(s, s.Missing[from].Before)+".")
		from = to
	}
	if len(s.Doubles) > 0 {
		var taken []string
		for _, d := range s.Doubles {
			taken = append(taken, readingName(d.Taken))
		}
		out = append(out, fmt.Sprintf("%s given in several files; the one that says most was taken: %s.",
			plural(len(taken), "A text was", "Texts were"), voice{}.listed(taken)))
	}
	if n := len(s.Triangles); n > 0 {
		out = append(out, fmt.Sprintf("%d %s a comparison across one version disagrees with; marked %s.", n, plural(n, "link that", "links that"), unsureSign))
	}
	return out
}

// gap names the place before a version: between it and the one before.
func gap(s *series.Series, before int) string {
	if before == 0 {
		return "before " + s.Versions[0].Name
	}
	return "between " + s.Versions[before-1].Name + " and " + s.Versions[before].Name
}

func plural(n int, one, many string) string {
	if n == 1 {
		return one
	}
	return many
}

func readingName(d *resolution.Document) string {
	if d.Reading.Name != "" {
		return path.Base(d.Reading.Name)
	}
	return title(d)
}
