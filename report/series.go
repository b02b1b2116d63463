package report

import (
	"io"
	"slices"
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

// Key is a sign of an evolution table and what it means.
type Key struct{ Sign, Word string }

// Legend explains the signs of an evolution table, in the order of interest.
func Legend(v tell.Voice) []Key {
	return []Key{
		{substantiveSign, v.Say("legend-substantive")}, {"~", v.Say("legend-routine")}, {"+", v.Say("state-new")},
		{"-", v.Say("state-dropped")}, {"^", v.Say("state-revived")}, {tell.MovedSign, v.Say("moved")},
		{noteSign, v.Say("state-note")}, {"/", v.Say("split")}, {"&", v.Say("merged")}, {"%", v.Say("rearranged")},
		{tell.UnsureSign, v.Say("uncertain")},
	}
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

// KeptSign stands where there is no room for a name and nothing happened.
const KeptSign = "·"

// Mark is the one sign of a cell where there is no room for its name, and whether it
// is doubtful. What was done to the words goes before a move.
func (c Cell) Mark() string {
	sign := c.Sign
	if len(sign) > len(tell.MovedSign) {
		sign = strings.TrimPrefix(sign, tell.MovedSign)
	}
	if sign == "" && c.State.Clause != nil {
		sign = KeptSign
	}
	if c.State.Uncertain {
		sign += tell.UnsureSign
	}
	return sign
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
func CellOf(voice tell.Voice, l *series.Lineage, v int) Cell {
	st := l.States[v]
	c := Cell{Sign: cellSigns[st.Status], State: st, Words: voice.StateIn(l, v)}
	if st.Status == series.Reworded && st.Nature == diff.Substantive {
		c.Sign = substantiveSign
	}
	if st.Status == series.Kept && tell.NoteChanged(st) {
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

// Phrases are the words of a clause of a version with their origins, for people: words that say
// nothing alone go with those beside them, for nobody asks where an "and" is from.
func Phrases(s *series.Series, version int, c *resolution.Clause) []series.Origin {
	small := tell.SmallWords(s.Versions[version].Document.Language)
	var out []series.Origin
	waiting := "" // small words before the first phrase
	for _, o := range s.State(c).Words {
		switch last := len(out) - 1; {
		case small(o.Text) && last >= 0:
			out[last].Text += o.Text
		case small(o.Text):
			waiting += o.Text
		case last >= 0 && out[last].First == o.First && out[last].Dropped == o.Dropped:
			out[last].Text += o.Text
		default:
			o.Text = waiting + o.Text
			out, waiting = append(out, o), ""
		}
	}
	if waiting != "" { // a clause of nothing but small words
		out = append(slices.Clone(s.State(c).Words[:1]), out...)
		out[0].Text = waiting
	}
	return out
}
