package report_test

import (
	"bytes"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"reprise/read"
	"reprise/report"
	"reprise/resolution"
	"reprise/series"
)

// specimenSeries follows the specimen series of the repository, which holds
// every operation.
func specimenSeries(t testing.TB) *series.Series {
	t.Helper()
	files, err := filepath.Glob("../testdata/specimen/*.md")
	if err != nil || len(files) == 0 {
		t.Fatalf("no specimen: %v", err)
	}
	return series.FollowAll(series.Group(documents(t, files)), nil)[0]
}

func document(t testing.TB, file string) *resolution.Document {
	t.Helper()
	content, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	d, err := read.Open(filepath.Base(file), content, read.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func documents(t testing.TB, files []string) []*resolution.Document {
	t.Helper()
	var docs []*resolution.Document
	for _, f := range files {
		docs = append(docs, document(t, f))
	}
	return docs
}

func written(t testing.TB, write func(io.Writer) error) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := write(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// TestSeriesForms holds what each form says of the specimen series against
// its golden file.
func TestSeriesForms(t *testing.T) {
	s := specimenSeries(t)
	latest := len(s.Versions) - 1
	revived := s.Of(s.Versions[latest].Document.Clause("op2")) // dropped in 202/38, back in 206/47
	for name, form := range map[string]report.SeriesRenderer{
		"terminal.txt": report.Terminal{Width: 80}, "json": report.JSON{},
		"table.csv": report.CSV{}, "table.md": report.Markdown{},
	} {
		t.Run(name, func(t *testing.T) {
			table := written(t, func(w io.Writer) error { return form.RenderSeries(w, []*series.Series{s}) })
			blame := written(t, func(w io.Writer) error { return form.RenderBlame(w, s, latest) })
			history := written(t, func(w io.Writer) error { return form.RenderHistory(w, s, revived) })
			if name == "json" {
				check(t, "reprise/series/1", table)
				check(t, "reprise/blame/1", blame)
				check(t, "reprise/history/1", history)
				golden(t, "history.json", history)
				return
			}
			golden(t, "series-"+name, table)
			golden(t, "blame-"+name, blame)
			golden(t, "history-"+name, history)
		})
	}
}

// TestSeriesGrid: where the width has no room for names, each cell has one sign.
func TestSeriesGrid(t *testing.T) {
	s := specimenSeries(t)
	golden(t, "series-grid-48.txt", written(t, func(w io.Writer) error { return report.Terminal{Width: 48}.RenderSeries(w, []*series.Series{s}) }))
}

// TestSeriesTableFits: eight versions fit 80 columns, and so does any number
// as a grid.
func TestSeriesTableFits(t *testing.T) {
	s := specimenSeries(t)
	for _, width := range []int{40, 60, 80} {
		out := written(t, func(w io.Writer) error { return report.Terminal{Width: width}.RenderSeries(w, []*series.Series{s}) })
		for line := range strings.Lines(string(out)) {
			if n := len([]rune(strings.TrimRight(line, "\n"))); n > width {
				t.Errorf("width %d: %d columns: %q", width, n, line)
			}
		}
	}
}

// TestSeriesUntrustedText: text of a document never becomes part of a page or
// a terminal's orders.
func TestSeriesUntrustedText(t *testing.T) {
	evil := "Recalls <script>alert(1)</script> \x1b[31m =1+1"
	d := &resolution.Document{Symbol: "<b>x</b>", Title: evil, Clauses: []*resolution.Clause{{ID: "op1", Part: resolution.Operative, Text: evil}}}
	e := *d
	s := series.Follow([]*resolution.Document{d, &e})
	for name, form := range map[string]report.SeriesRenderer{"terminal": report.Terminal{Width: 80}, "html": report.HTML{},
		"csv": report.CSV{}, "markdown": report.Markdown{}} {
		out := string(written(t, func(w io.Writer) error { return form.RenderSeries(w, []*series.Series{s}) })) +
			string(written(t, func(w io.Writer) error { return form.RenderBlame(w, s, 1) })) +
			string(written(t, func(w io.Writer) error { return form.RenderHistory(w, s, s.Lineages[0]) }))
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

// TestSeriesPage opens the page in a real browser: it sorts, a cell opens its
// redline, and nothing is reported to the console.
func TestSeriesPage(t *testing.T) {
	if testing.Short() {
		t.Skip("skipped: starts a browser")
	}
	s := specimenSeries(t)
	file := filepath.Join(t.TempDir(), "series.html")
	page := written(t, func(w io.Writer) error { return report.HTML{}.RenderSeries(w, []*series.Series{s}) })
	if err := os.WriteFile(file, page, 0o644); err != nil {
		t.Fatal(err)
	}
	b := openFile(t, file)
	expect(b, `document.querySelectorAll('table.evolution tbody tr').length`, 35)
	b.click(`th[data-sort="changes"] button`)
	expect(b, `document.querySelector('tbody tr').dataset.changes >= document.querySelector('tbody tr:last-child').dataset.changes`, true)
	expect(b, `document.querySelector('th[data-sort="changes"]').getAttribute('aria-sort')`, "ascending")
	expect(b, `document.querySelector('details[open]') === null`, true)
	b.click(`td.revived a`)
	expect(b, `document.querySelector('details[open] .state:target .chip').textContent`, "revived, substantive")
	b.quiet()
}
