package terminal

import (
	"fmt"
	"io"
	"strings"

	"reprise/align"
	"reprise/report/tell"
	"reprise/resolution"
)

// Explanation shows in the terminal why clauses were linked as they were: what
// was chosen, and every candidate with what its context added and took away.
type Explanation struct {
	Width int    // columns; 0 does not wrap
	Say   string // language of what is said; "" for the default one
}

// Render writes the explanations in their order.
func (e Explanation) Render(w io.Writer, explanations []align.Explanation) error {
	s := &screen{Form: Form{Width: e.Width}, Voice: tell.In(e.Say)}
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
	side := "explain-old"
	if x.InNew {
		side = "explain-new"
	}
	s.println(line{{s.say(side, "clause", clean(x.Clause.ID)), strong}})
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
	s.paragraph("  ", run{s.say("explain-legend"), quiet})
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
		text = s.say("explain-chosen", "link", text, "evidence", s.say("explain-evidence-"+l.Evidence.String()),
			"score", fmt.Sprintf("%.2f", l.Score), "margin", fmt.Sprintf("%.2f", l.Margin))
	}
	said := []string{text}
	if l.Moved {
		said = append(said, s.say("moved"))
	}
	if l.Uncertain {
		said = append(said, s.say("uncertain"))
	}
	return s.Commas(said...)
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
		said := s.say("explain-"+k.Aspect.String()) + " " + odds(k.Odds)
		switch {
		case k.Odds >= leastSaid:
			pro = append(pro, said)
		case k.Odds <= -leastSaid:
			contra = append(contra, said)
		}
	}
	s.paragraph("    ", run{s.say("explain-usual", "odds", odds(c.Usual)), quiet})
	if len(pro) > 0 {
		s.paragraph("    ", run{s.say("explain-for", "list", s.Commas(pro...)), plain})
	}
	if len(contra) > 0 {
		s.paragraph("    ", run{s.say("explain-against", "list", s.Commas(contra...)), plain})
	}
	switch {
	case c.Part:
		s.paragraph("    ", run{s.say("explain-joined", "odds", odds(c.PartOdds)), plain})
	case c.PartOdds != 0:
		s.paragraph("    ", run{s.say("explain-part", "odds", odds(c.PartOdds)), quiet})
	}
}

// leastSaid is the least that is worth a word: a tenth more or less likely.
const leastSaid = 0.1

// odds are log odds, with their sign.
func odds(of float64) string { return fmt.Sprintf("%+.1f", of) }
