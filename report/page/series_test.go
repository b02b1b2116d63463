package page_test

import (
	"io"
	"os"
	"path/filepath"
	"testing"

	"reprise/report/page"
	"reprise/report/reporttest"
	"reprise/series"
)

// TestSeriesPage opens the page in a real browser: it sorts, a cell opens its
// redline, and nothing is reported to the console.
func TestSeriesPage(t *testing.T) {
	if testing.Short() {
		t.Skip("skipped: starts a browser")
	}
	s := reporttest.Series(t)
	file := filepath.Join(t.TempDir(), "series.html")
	page := reporttest.Written(t, func(w io.Writer) error { return page.HTML{}.RenderSeries(w, []*series.Series{s}) })
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
