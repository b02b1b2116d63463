package report

import (
	"fmt"
	"io"
	"path"
	"strings"

	"reprise/diff"
	"reprise/report/tell"
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

// Legend explains the signs of an evolution table, in the order of interest.
var Legend = []struct{ Sign, Word string }{
	{substantiveSign, "reworded in substance"}, {"~", "reworded, routine"}, {"+", "new"}, {"-", "dropped"},
	{"^", "revived"}, {tell.MovedSign, "moved"}, {noteSign, "footnote changed"}, {"/", "split"}, {"&", "merged"}, {"%", "rearranged"}, {tell.UnsureSign, "uncertain"},
}

// Cell is one lineage in one version, as a table shows it.
type Cell struct {
	Sign  string // "" where the clause was kept
	Name  string // of the clause, "PP3"; where it was merged away that of the clause it went into; "" where absent
	Words string // the same in words: "moved, reworded, routine"
	State series.State
}

// Text is the sign, the name shortened, and whether it is doubtful.
func (c Cell) Text() string {
	t := c.Sign + TableName(c.State.Clause, c.Name)
	if c.State.Uncertain {
		t += tell.UnsureSign
	}
	return t
}

// TableName shortens the name of a clause for a table: "OP4 (b)" is "OP4(b)",
// and in an annex "Annex OP2" is "A.OP2".
func TableName(c *resolution.Clause, name string) string {
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

// CellOf says what a lineage is in a version.
func CellOf(l *series.Lineage, v int) Cell {
	st := l.States[v]
	c := Cell{Sign: cellSigns[st.Status], State: st, Words: stateWords(l, v)}
	if st.Status == series.Reworded && st.Nature == diff.Substantive {
		c.Sign = substantiveSign
	}
	if st.Status == series.Kept && NoteChanged(st) {
		c.Sign = noteSign
	}
	if st.Moved && st.Clause != nil {
		c.Sign = tell.MovedSign + c.Sign
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
	if NoteChanged(st) {
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

// NoteChanged tells whether a footnote of the clause changed.
func NoteChanged(st series.State) bool {
	return st.Clause != nil && st.Change != nil && len(st.Change.Notes) > 0
}

// Rows are the lineages that a table shows.
func Rows(s *series.Series) []*series.Lineage {
	var out []*series.Lineage
	for _, l := range s.Lineages {
		if l.Counted() {
			out = append(out, l)
		}
	}
	return out
}

// Latest is the last clause that a lineage had.
func Latest(l *series.Lineage) *resolution.Clause {
	for v := len(l.States) - 1; v >= 0; v-- {
		if c := l.States[v].Clause; c != nil {
			return c
		}
	}
	return nil
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

// Figures are what a version comes to.
type Figures struct {
	Clauses, Words int
	Agreed         float64 // share kept word for word from the version before; 0 in the first
}

// FiguresOf counts a version.
func FiguresOf(v series.Version) Figures {
	var f Figures
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

// Year of a version's adoption or issue, "" where not known.
func Year(d *resolution.Document) string {
	for _, date := range [...]resolution.Date{d.Adopted, d.Issued} {
		if date.Year > 0 {
			return fmt.Sprint(date.Year)
		}
	}
	return ""
}

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

// Extent says how many versions there are, from which to which.
func Extent(s *series.Series) string {
	n := len(s.Versions)
	if n == 1 {
		return s.Versions[0].Name
	}
	return fmt.Sprintf("%d versions, %s to %s", n, Dated(s.Versions[0]), Dated(s.Versions[n-1]))
}

// Dated is a version's name, with its year where the name does not tell it.
func Dated(v series.Version) string {
	if y := Year(v.Document); y != "" && !strings.Contains(v.Name, y) {
		return v.Name + " (" + y + ")"
	}
	return v.Name
}

// SeriesRemarks are complete sentences on what was not given, or given twice,
// and what is doubtful.
func SeriesRemarks(s *series.Series) []string {
	var out []string
	for from := 0; from < len(s.Missing); {
		to := from
		var symbols []string
		for ; to < len(s.Missing) && s.Missing[to].Before == s.Missing[from].Before; to++ {
			symbols = append(symbols, string(s.Missing[to].Symbol))
		}
		out = append(out, tell.Voice{}.Listed(symbols)+plural(to-from, " is cited and was", " are cited and were")+
			" not given; "+plural(to-from, "it stood ", "they stood ")+gap(s, s.Missing[from].Before)+".")
		from = to
	}
	if len(s.Doubles) > 0 {
		var taken []string
		for _, d := range s.Doubles {
			taken = append(taken, readingName(d.Taken))
		}
		out = append(out, fmt.Sprintf("%s given in several files; the one that says most was taken: %s.",
			plural(len(taken), "A text was", "Texts were"), tell.Voice{}.Listed(taken)))
	}
	if n := len(s.Triangles); n > 0 {
		out = append(out, fmt.Sprintf("%d %s a comparison across one version disagrees with; marked %s.", n, plural(n, "link that", "links that"), tell.UnsureSign))
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
	return tell.Title(d)
}

// OriginText names the version that first had words, and the one that had
// dropped them where they were restored.
func OriginText(s *series.Series, o series.Origin) string {
	name := ShortName(s.Versions[o.First].Name)
	if o.Dropped > 0 {
		name += " " + RestoredSign + ShortName(s.Versions[o.Dropped].Name)
	}
	return name
}

// RestoredSign stands before the version that had dropped restored words.
const RestoredSign = "^"

// LineageRemarks say where a lineage came from and went to.
func LineageRemarks(l *series.Lineage) []string {
	var out []string
	if l.From != nil {
		out = append(out, "Split from "+l.From.ID+".")
	}
	if l.Into != nil {
		out = append(out, "Merged into "+l.Into.ID+".")
	}
	return out
}

// openingWords is how many words name a row.
const openingWords = 8

// FirstWords names a lineage by how its latest clause opens.
func FirstWords(l *series.Lineage) string {
	c := Latest(l)
	if c == nil {
		return ""
	}
	words := strings.Fields(c.Text)
	if len(words) > openingWords {
		return strings.Join(words[:openingWords], " ") + " …"
	}
	return strings.Join(words, " ")
}
