package table

import (
	"fmt"
	"io"
	"strconv"
	"strings"

	"reprise/report"
	"reprise/report/tell"
	"reprise/series"
)

var traceColumns = []string{"phrase", "series", "version", "year", "event", "clause", "lineage", "times", "text"}

// RenderTrace writes one row a version and clause that has the phrase, and one
// where it is gone from a clause.
func (f CSV) RenderTrace(w io.Writer, traces []*series.Trace) error {
	table := [][]string{traceColumns}
	for _, t := range traces {
		for _, r := range report.TraceRows(t) {
			version := t.Series.Versions[r.Version]
			times, text := 0, ""
			if r.Sight != nil {
				times, text = len(r.Sight.Places), r.Sight.Clause.Text
			}
			table = append(table, []string{t.Phrase, tell.SeriesTitle(t.Series), version.Name, tell.Year(version.Document),
				r.Event, r.Name, r.Lineage.ID, strconv.Itoa(times), text})
		}
	}
	return WriteRows(w, table)
}

// excerptSide is how many letters a table shows on each side of a phrase.
const excerptSide = 60

// RenderTrace writes a table a series.
func (m Markdown) RenderTrace(w io.Writer, traces []*series.Trace) error {
	var b strings.Builder
	for i, t := range traces {
		if i > 0 {
			b.WriteString("\n")
		}
		v := tell.OfSeries(m.Say, t.Series)
		fmt.Fprintf(&b, "# %s\n\n", markdownText(v.Say("trace-title", "phrase", t.Phrase, "series", tell.SeriesTitle(t.Series))))
		row(&b, v.Say("column-version"), v.Say("column-event"), v.Say("column-clause"), v.Say("column-text"))
		b.WriteString("|---|---|---|---|\n")
		for _, r := range report.TraceRows(t) {
			text := v.Say("state-" + r.Fate())
			if r.Sight != nil {
				before, phrase, after := r.Excerpt(excerptSide)
				text = markdownCell(before) + "**" + markdownCell(phrase) + "**" + markdownCell(after)
			}
			row(&b, markdownCell(tell.Dated(t.Series.Versions[r.Version])), v.Say("event-"+r.Event), markdownCell(r.Name), text)
		}
	}
	_, err := io.WriteString(w, b.String())
	return err
}
