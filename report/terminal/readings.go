package terminal

import (
	"io"

	"reprise/negotiate/rolling"
	"reprise/report"
	"reprise/report/tell"
)

// RenderReadings writes what changed between two readings of a rolling text: who
// moved, then clause by clause what became of each bracket.
func (f Form) RenderReadings(w io.Writer, c *rolling.Comparison) error {
	v := tell.In(f.Say)
	if f.Say == "" {
		v = tell.In(c.New.Doc.Language)
	}
	s := &screen{Form: f, paint: newPaint(f.Colour), Voice: v}
	s.paragraph("", run{clean(v.Say("rolled-compared", "new", v.Title(c.New.Doc), "old", v.Title(c.Old.Doc))), strong})
	s.paragraph("", run{clean(v.ReadingsCounts(c)), plain})
	if len(c.Movers) > 0 {
		s.println(nil)
		s.paragraph("", run{v.Say("rolled-movers"), strong})
		for _, m := range c.Movers {
			s.paragraph("  ", run{clean(v.Mover(c, m)), plain})
		}
	}
	moved, asBefore := report.Moved(c)
	for _, p := range moved {
		s.println(nil)
		s.reading(p)
	}
	if len(asBefore) > 0 {
		var names []string
		for _, p := range asBefore {
			names = append(names, v.ReadingsName(p))
		}
		s.println(nil)
		s.paragraph("", run{clean(v.Say("rolled-as-before", "list", v.Listed(names))), quiet})
	}
	_, err := io.WriteString(w, s.out.String())
	return err
}

// reading shows one clause: what became of it, its words with what changed, then its
// brackets.
func (s *screen) reading(p rolling.Pair) {
	sign := " "
	switch p.Status {
	case rolling.AgreedSince, rolling.Settled:
		sign = "="
	case rolling.Reopened, rolling.StillOpen:
		sign = "!"
	case rolling.Came:
		sign = "+"
	case rolling.Went:
		sign = "-"
	}
	s.paragraph("", run{sign + " " + clean(s.ReadingsName(p)) + "  ", strong}, run{clean(s.ReadingsStatus(p)), quiet})
	if report.ShowsBrackets(p) {
		s.paragraph("    ", run{clean(s.Bracketed(p.New)), plain})
	} else {
		var line []run
		for _, e := range p.Words {
			line = append(line, s.proposed(e))
		}
		s.paragraph("    ", line...)
	}
	for _, ch := range p.Changes {
		s.paragraph("      ", run{"· " + clean(s.BracketChange(ch)), plain})
	}
}
