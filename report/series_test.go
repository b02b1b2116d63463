package report_test

import (
	"io"
	"strings"
	"testing"

	"reprise/report"
	"reprise/report/page"
	"reprise/report/reporttest"
	"reprise/report/table"
	"reprise/report/terminal"
	"reprise/resolution"
	"reprise/series"
)

// TestSeriesUntrustedText: text of a document never becomes part of a page or
// a terminal's orders.
func TestSeriesUntrustedText(t *testing.T) {
	evil := "Recalls <script>alert(1)</script> \x1b[31m =1+1"
	d := &resolution.Document{Symbol: "<b>x</b>", Title: evil, Clauses: []*resolution.Clause{{ID: "op1", Part: resolution.Operative, Text: evil}}}
	e := *d
	s := series.Follow([]*resolution.Document{d, &e})
	for name, form := range map[string]report.SeriesRenderer{"terminal": terminal.Form{Width: 80}, "html": page.HTML{},
		"csv": table.CSV{}, "markdown": table.Markdown{}} {
		out := string(reporttest.Written(t, func(w io.Writer) error { return form.RenderSeries(w, []*series.Series{s}) })) +
			string(reporttest.Written(t, func(w io.Writer) error { return form.RenderBlame(w, s, 1) })) +
			string(reporttest.Written(t, func(w io.Writer) error { return form.RenderHistory(w, s, s.Lineages[0]) }))
		if name == "html" && (strings.Contains(out, "<script>alert") || strings.Contains(out, "<b>x</b>")) {
			t.Error("html: markup of the text got through")
		}
		if name == "markdown" && strings.Contains(out, "<script>") {
			t.Error("markdown: markup of the text got through")
		}
		if name == "terminal" && strings.Contains(out, "\x1b") {
			t.Error("terminal: a control character of the text got through")
		}
	}
}
