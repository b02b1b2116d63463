package terminal

import (
	"io"
	"strconv"

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
	s := &screen{Form: t, paint: newPaint(t.Colour), Voice: ofTraces(t.Say, traces)}
	for i, trace := range traces {
		if i > 0 {
			s.println(nil)
		}
		s.trace(trace)
	}
	_, err := io.WriteString(w, s.out.String())
	return err
}

// ofTraces is the voice of traces, that of their first series.
func ofTraces(say string, traces []*series.Trace) tell.Voice {
	var all []*series.Series
	for _, t := range traces {
		all = append(all, t.Series)
	}
	return tell.OfSeries(say, all...)
}

func (s *screen) trace(t *series.Trace) {
	rows := report.TraceRows(t)
	all := t.Series.Versions
	s.paragraph("", run{clean(tell.SeriesTitle(t.Series)), strong})
	s.paragraph("  ", run{clean(s.Counted("trace-stands", t.Versions(), "phrase", t.Phrase, "all", strconv.Itoa(len(all)), "first", tell.Dated(all[rows[0].Version]))), quiet})
	s.println(nil)
	last := -1
	for _, r := range rows {
		name := ""
		if r.Version != last {
			name = clean(tell.Dated(all[r.Version]))
		}
		last = r.Version
		runs := []run{{pad(name, rowHead) + " ", strong}, {pad(s.say("event-"+r.Event), eventWidth), eventStyles[r.Event]}, {clean(r.Name), plain}}
		if r.Sight == nil {
			runs[2].text = clean(s.say("trace-from", "clause", r.Name))
			runs = append(runs, run{" (" + s.say("state-"+r.Fate()) + ")", quiet})
		}
		s.paragraph("", runs...)
		if r.Sight != nil && r.Event != series.Stayed.String() {
			before, phrase, after := r.Excerpt(excerptSide)
			s.paragraph("    ", run{clean(before), plain}, run{clean(phrase), inserted}, run{clean(after), plain})
		}
	}
}
