package terminal

import (
	"io"

	"reprise/report"
	"reprise/report/tell"
	"reprise/series"
)

// RenderHistory writes one clause and its points through all versions, each as a
// redline against the text that it came from.
func (t Form) RenderHistory(w io.Writer, s *series.Series, l *series.Lineage) error {
	h := &screen{Form: t, paint: newPaint(t.Colour), Voice: tell.OfSeries(t.Say, s)}
	h.lineage(s, l, run{"  " + clean(tell.SeriesTitle(s)), plain})
	for _, point := range s.Points(l) {
		h.println(nil)
		h.lineage(s, point)
	}
	_, err := io.WriteString(w, h.out.String())
	return err
}

// lineage writes one stack of redlines under its name.
func (s *screen) lineage(all *series.Series, l *series.Lineage, title ...run) {
	s.paragraph("", append([]run{{clean(l.ID), strong}}, title...)...)
	for _, remark := range s.LineageRemarks(l) {
		s.paragraph("  ", run{clean(remark), quiet})
	}
	for v, st := range l.States {
		if st.Status != series.Absent {
			s.println(nil)
			s.state(all, l, v)
		}
	}
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
	if st.Since < 0 {
		return []run{{clean(st.Clause.Text), plain}}
	}
	return s.redlined(st.Edits)
}
