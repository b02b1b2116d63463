package terminal

import (
	"fmt"
	"io"
	"strings"

	"reprise/align"
	"reprise/resolution"
)

// Explanation shows in the terminal why clauses were linked as they were: what
// was chosen, and every candidate with what its context added and took away.
type Explanation struct {
	Width int // columns; 0 does not wrap
}

// Render writes the explanations in their order.
func (e Explanation) Render(w io.Writer, explanations []align.Explanation) error {
	s := &screen{Form: Form{Width: e.Width}}
	for i, x := range explanations {
		if i > 0 {
			s.println(nil)
		}
		s.explanation(x)
	}
	_, err := io.WriteString(w, s.out.String())
	return err
}

func (s *screen) explanation(x align.Explanation) {
	side := "old"
	if x.InNew {
		side = "new"
	}
	s.println(line{{fmt.Sprintf("%s of the %s text", clean(x.Clause.ID), side), strong}})
	s.paragraph("  ", run{clean(x.Clause.Text), plain})
	s.println(nil)
	s.paragraph("  ", run{s.chosen(x.Link), strong})
	if len(x.Candidates) == 0 {
		return
	}
	s.println(nil)
	s.println(line{{fmt.Sprintf("  %-16s %5s = %5s %6s %6s %6s %6s  %5s %6s %4s %4s", "candidate",
		"total", "score", "near", "order", "place", "slot", "words", "matter", "runs", "part"), quiet}})
	for _, c := range x.Candidates {
		s.candidate(c)
	}
	s.paragraph("  ", run{fmt.Sprintf("A total of %.2f or more can be linked; * was chosen.", x.Threshold), quiet})
}

// ids are the clauses of a side by their IDs.
func ids(clauses []*resolution.Clause) string {
	list := make([]string, len(clauses))
	for i, c := range clauses {
		list[i] = c.ID
	}
	return strings.Join(list, " ")
}

func (s *screen) chosen(l align.Link) string {
	text := clean(orNone(ids(l.Old)) + " = " + orNone(ids(l.New)))
	if l.Evidence != align.None {
		text += fmt.Sprintf(", by %s, score %.2f, margin %.2f", l.Evidence, l.Score, l.Margin)
	}
	if l.Moved {
		text += ", moved"
	}
	if l.Uncertain {
		text += ", uncertain"
	}
	return text
}

// orNone writes an empty side as a file of pins does.
func orNone(ids string) string {
	if ids == "" {
		return "-"
	}
	return ids
}

func (s *screen) candidate(c align.Candidate) {
	sign := " "
	if c.Chosen {
		sign = "*"
	}
	s.println(line{{fmt.Sprintf("%s %-16s %5.2f = %5.2f %+6.2f %+6.2f %+6.2f %+6.2f  %5.2f %6.2f %4.2f %4.2f", sign,
		clean(c.Old.ID)+" = "+clean(c.New.ID), c.Total, c.Score, c.Neighbours, 0-c.Order, c.Place, c.Slot, c.Words, c.Matter, c.Runs, c.Passage), plain}})
}
