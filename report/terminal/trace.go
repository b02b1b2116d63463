package terminal

import (
	"fmt"
	"io"

	"reprise/report"
	"reprise/report/tell"
	"reprise/series"
)

// What a trace shows of a clause on each side of the phrase, in letters, and how
// wide the word for the event is.
const (
	excerptSide = 60
	eventWidth  = 9
)

// eventStyles are those of what happens likewise in a comparison.
var eventStyles = map[string]style{"first": added, "returned": added, "spread": moved, "gone": removed, "stayed": quiet}

// RenderTrace writes one line a version and clause; the words around the phrase
// stand where it comes.
func (t Form) RenderTrace(w io.Writer, traces []*series.Trace) error {
	s := &screen{Form: t, paint: newPaint(t.Colour)}
	for i, trace := range traces {
		if i > 0 {
			s.println(nil)
		}
		s.trace(trace)
	}
	_, err := io.WriteString(w, s.out.String())
	return err
}

func (s *screen) trace(t *series.Trace) {
	rows := report.TraceRows(t)
	all := t.Series.Versions
	s.paragraph("", run{clean(tell.SeriesTitle(t.Series)), strong})
	s.paragraph("  ", run{fmt.Sprintf("“%s” stands in %d of %d versions, first in %s", clean(t.Phrase), t.Versions(), len(all), clean(tell.Dated(all[rows[0].Version]))), quiet})
	s.println(nil)
	last := -1
	for _, r := range rows {
		name := ""
		if r.Version != last {
			name = clean(tell.Dated(all[r.Version]))
		}
		last = r.Version
		runs := []run{{pad(name, rowHead) + " ", strong}, {pad(r.Event, eventWidth), eventStyles[r.Event]}, {clean(r.Name), plain}}
		if r.Sight == nil {
			runs[2].text = "from " + runs[2].text
			runs = append(runs, run{" (" + r.Fate() + ")", quiet})
		}
		s.paragraph("", runs...)
		if r.Sight != nil && r.Event != series.Stayed.String() {
			before, phrase, after := r.Excerpt(excerptSide)
			s.paragraph("    ", run{clean(before), plain}, run{clean(phrase), inserted}, run{clean(after), plain})
		}
	}
}
