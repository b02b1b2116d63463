package terminal

import (
	"io"
	"strings"

	"reprise/diff"
	"reprise/negotiate"
	"reprise/report"
	"reprise/report/tell"
)

// RenderCompilation writes, clause by clause, the base and what each proposal makes of
// it; or, in the Rolling view, one text with brackets.
func (f Form) RenderCompilation(w io.Writer, c *negotiate.Compilation) error {
	v := tell.In(f.Say)
	if f.Say == "" {
		v = tell.In(c.Base.Language)
	}
	s := &screen{Form: f, paint: newPaint(f.Colour), Voice: v}
	if f.View == report.Rolling {
		for i, line := range c.Rolling() {
			if i > 0 {
				s.println(nil)
			}
			s.out.WriteString(oneLine(line) + "\n")
		}
		_, err := io.WriteString(w, s.out.String())
		return err
	}
	s.paragraph("", run{clean(s.Title(c.Base)), strong}, run{"  " + clean(c.Base.Title), plain})
	s.paragraph("", run{s.CompilationCounts(c), plain})
	for _, r := range report.Disputes(c, s.say("rolling-title")) {
		s.println(nil)
		s.proposals(c, r)
	}
	s.println(nil)
	for _, n := range c.Notes() {
		s.paragraph("  ", run{clean(n), quiet})
	}
	_, err := io.WriteString(w, s.out.String())
	return err
}

// proposals shows one clause: the base, then each wording with who wants it.
func (s *screen) proposals(c *negotiate.Compilation, r negotiate.Row) {
	sign := " "
	if r.Disputed() {
		sign = "!"
	}
	head := []run{{sign + " " + clean(r.Name) + "  ", strong}}
	if r.Text == "" {
		head = append(head, run{s.say("compile-new"), quiet})
	} else {
		head = append(head, run{clean(r.Text), plain})
	}
	s.paragraph("    ", head...)
	for _, v := range r.Variants {
		var names []string
		for _, a := range v.Authors {
			names = append(names, c.Names[a])
		}
		line := []run{{"    " + clean(strings.Join(names, ", ")) + ": ", strong}}
		cell := report.ProposalOf(c, r, v.Authors[0])
		if cell.Gone {
			line = append(line, run{s.say("compile-deletes"), quiet})
			cell.Edits = nil
		}
		for _, e := range cell.Edits {
			line = append(line, s.proposed(e))
		}
		s.paragraph("      ", line...)
	}
}

// proposed is an edit with its signs.
func (s *screen) proposed(e diff.Edit) run {
	switch e.Op {
	case diff.Delete:
		return run{"[-" + clean(e.Text) + "-]", deleted}
	case diff.Insert:
		return run{"{+" + clean(e.Text) + "+}", inserted}
	}
	return run{clean(e.Text), plain}
}
