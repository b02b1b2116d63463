package terminal

import (
	"io"

	"reprise/report"
	"reprise/report/tell"
	"reprise/series"
)

// RenderHistory writes one clause through all versions, each as a redline
// against the text that it came from.
func (t Form) RenderHistory(w io.Writer, s *series.Series, l *series.Lineage) error {
	h := &screen{Form: t, paint: newPaint(t.Colour), Voice: tell.OfSeries(t.Say, s)}
	h.paragraph("", run{clean(l.ID), strong}, run{"  " + clean(tell.SeriesTitle(s)), plain})
	for _, remark := range h.LineageRemarks(l) {
		h.paragraph("  ", run{clean(remark), quiet})
	}
	for v, st := range l.States {
		if st.Status != series.Absent {
			h.println(nil)
			h.state(s, l, v)
		}
	}
	_, err := io.WriteString(w, h.out.String())
	return err
}

func (s *screen) state(all *series.Series, l *series.Lineage, v int) {
	c := report.CellOf(s.Voice, l, v)
	s.paragraph("", run{pad(clean(tell.Dated(all.Versions[v])), rowHead) + " ", strong},
		run{pad(clean(c.Name), rowHeadMin) + " ", plain}, run{c.Words, cellStyle(c, v)})
	if c.State.Clause == nil || c.State.Status == series.Kept {
		return
	}
	const indent = "    "
	s.paragraph(indent, italic(s.redline(c.State), clean(c.State.Clause.Lead))...)
}

// redline is the marked text of a state.
func (s *screen) redline(st series.State) []run {
	mark := coloured
	if !s.Colour && st.Since >= 0 {
		mark = bracketed
	}
	if st.Since < 0 {
		return []run{{clean(st.Clause.Text), plain}}
	}
	var out []run
	for _, e := range st.Edits {
		if text := clean(e.Text); text != "" {
			out = append(out, mark(text, e.Op))
		}
	}
	return out
}
