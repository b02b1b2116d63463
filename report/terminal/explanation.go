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
	for _, c := range x.Candidates {
		if c.Weighed || c.Chosen {
			s.candidate(c)
		}
	}
	s.paragraph("  ", run{"* was chosen. Above 0 a link is likelier than not: +1 makes it 2.7 times as likely, +2 seven times.", quiet})
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

// candidate says how likely a link is, and what spoke for it and against it.
func (s *screen) candidate(c align.Candidate) {
	sign := " "
	if c.Chosen {
		sign = "*"
	}
	s.println(line{{fmt.Sprintf("%s %-16s %+5.1f", sign, clean(c.Old.ID)+" = "+clean(c.New.ID), c.Odds), strong}})
	var pro, contra []string
	for _, k := range c.Speaks {
		said := fmt.Sprintf("%s %+.1f", aspects[k.Aspect], k.Odds)
		switch {
		case k.Odds >= leastSaid:
			pro = append(pro, said)
		case k.Odds <= -leastSaid:
			contra = append(contra, said)
		}
	}
	s.paragraph("    ", run{"before anything is known " + fmt.Sprintf("%+.1f", c.Usual), quiet})
	if len(pro) > 0 {
		s.paragraph("    ", run{"for it: " + strings.Join(pro, ", "), plain})
	}
	if len(contra) > 0 {
		s.paragraph("    ", run{"against it: " + strings.Join(contra, ", "), plain})
	}
	switch {
	case c.Part:
		s.paragraph("    ", run{fmt.Sprintf("joined a link of others, as a part of a split or merge: %+.1f", c.PartOdds), plain})
	case c.PartOdds != 0:
		s.paragraph("    ", run{fmt.Sprintf("as a part of a split or merge: %+.1f", c.PartOdds), quiet})
	}
}

// leastSaid is the least that is worth a word: a tenth more or less likely.
const leastSaid = 0.1

// aspects are what candidates are weighed by, in words.
var aspects = map[align.Aspect]string{
	align.TheWords:      "the words of both",
	align.TheOpenings:   "how they open",
	align.TheSurvivors:  "words found nowhere else",
	align.TheRivals:     "rivals for either clause",
	align.TheNeighbours: "the clauses around",
	align.ThePlace:      "the place in the text",
	align.TheTitles:     "titles that disagree",
	align.TheOffice:     "what they do in every text of the series",
}
