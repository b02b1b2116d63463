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
	var out [][2]int
	for _, f := range faults {
		p := f.Places[side]
		if p.Clause == clause && p.Note == "" && p.To > p.From && p.To-p.From < len(clause.Text) {
			out = append(out, [2]int{p.From, p.To})
		}
	}
	slices.SortFunc(out, func(a, b [2]int) int { return cmp.Or(cmp.Compare(a[0], b[0]), cmp.Compare(a[1], b[1])) })
	return out
}
