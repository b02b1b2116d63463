package report

import (
	"cmp"
	"io"
	"slices"

	"reprise/concord"
	"reprise/resolution"
)

// ConcordanceRenderer writes two languages of one text and what does not agree.
type ConcordanceRenderer interface {
	RenderConcordance(w io.Writer, c *concord.Concordance) error
}

// FaultMarks are the places of a clause's own text at which faults show, in order, for
// Marked; what is of the whole clause, and of its notes, marks nothing.
func FaultMarks(faults []concord.Fault, side int, clause *resolution.Clause) [][2]int {
	return placesIn(faults, side, "", len(clause.Text))
}

// FaultNote is a footnote at which a fault shows.
type FaultNote struct {
	Mark string
	Runs []Run
}

// FaultNotes are the footnotes of a document at which faults of one of its clauses show,
// in the order of the document.
func FaultNotes(faults []concord.Fault, side int, d *resolution.Document) []FaultNote {
	var out []FaultNote
	for _, n := range d.Footnotes {
		told := func(f concord.Fault) bool { return f.Places[side].Note == n.Mark }
		if slices.ContainsFunc(faults, told) {
			out = append(out, FaultNote{n.Mark, Marked(n.Text, placesIn(faults, side, n.Mark, len(n.Text)))})
		}
	}
	return out
}

// placesIn are the places of faults in a text of so many bytes: a footnote by its mark, or
// the clause's own.
func placesIn(faults []concord.Fault, side int, note string, length int) [][2]int {
	var out [][2]int
	for _, f := range faults {
		p := f.Places[side]
		if p.Note == note && p.To > p.From && p.To-p.From < length {
			out = append(out, [2]int{p.From, p.To})
		}
	}
	slices.SortFunc(out, func(a, b [2]int) int { return cmp.Or(cmp.Compare(a[0], b[0]), cmp.Compare(a[1], b[1])) })
	return out
}
