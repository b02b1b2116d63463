package page_test

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"reprise/internal/outside/chromiumtest"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"

	"reprise/report/page"
	"reprise/report/reporttest"
	"reprise/resolution"
	"reprise/resolution/symbol"
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
	chromiumtest.Expect(b, `document.querySelectorAll('table.evolution tr[data-row]').length`, 35)
	b.Click(`th[data-sort="changes"] button`)
	chromiumtest.Expect(b, `+document.querySelector('tbody tr[data-row]').dataset.changes >= +document.querySelector('tbody tr:last-child').dataset.changes`, true)
	chromiumtest.Expect(b, `document.querySelector('th[data-sort="changes"]').getAttribute('aria-sort')`, "ascending")
	chromiumtest.Expect(b, `document.querySelector('details[open]') === null`, true)
	b.Click(`td.revived a`)
	chromiumtest.Expect(b, `document.querySelector('details[open] .state:target .chip').textContent`, "revived, substantive")
	b.Quiet()
}

// manyVersions is a series of as many versions of one text, each a little longer
// than the one before.
func manyVersions(n int) *series.Series {
	var docs []*resolution.Document
	for v := range n {
		d := &resolution.Document{Symbol: symbol.Symbol(fmt.Sprintf("A/RES/%d/41", 200+v)), Language: "en", Title: "The keeping of teacups"}
		for i := range 12 {
			text := fmt.Sprintf("Requests the keepers of lighthouse %d to count the teacups that they keep,", i)
			if i == v%12 {
				text += fmt.Sprintf(" and %d saucers,", v+2)
			}
			part, id := resolution.Operative, fmt.Sprintf("op%d", i-3)
			if i < 4 {
				part, id = resolution.Preamble, fmt.Sprintf("pp%d", i+1)
			}
			d.Clauses = append(d.Clauses, &resolution.Clause{ID: id, Part: part, Text: text})
		}
		docs = append(docs, d)
	}
	return series.Follow(docs)
}

// Thirty-eight versions are seen at once, on a desk and on a phone; the clause stays
// in sight however far a table of names is scrolled; filters and search leave what
// fits; a cell leads to its redline.
func TestLongSeriesAreSeenAtOnce(t *testing.T) {
	if testing.Short() {
		t.Skip("skipped: starts a browser")
	}
	s := manyVersions(38)
	b := openPage(t, reporttest.Written(t, func(w io.Writer) error { return page.HTML{}.RenderSeries(w, []*series.Series{s}) }))
	seen := `[...document.querySelectorAll('thead th[data-sort^="v"]')].filter(h => { const r = h.getBoundingClientRect(); return r.left >= 0 && r.right <= innerWidth + 1 && r.width > 3 }).length`
	for _, width := range []int64{1400, 1024, phone} {
		b.Emulate(width, nil)
		chromiumtest.Expect(b, seen, 38)
		b.fits("strip")
	}
	b.Emulate(1400, nil)
	b.Click(`button[data-form="names"]`)
	chromiumtest.Eval[bool](b, `document.querySelector('.scroll').scrollLeft = 1200, true`)
	chromiumtest.Expect(b, `Math.round(document.querySelector('tr[data-row] th').getBoundingClientRect().left - document.querySelector('.scroll').getBoundingClientRect().left)`, 0)
	chromiumtest.Expect(b, `[...document.querySelectorAll('tr.group')].map(g => g.textContent.trim()).join()`, "Preamble,Operative part")
	chromiumtest.Eval[bool](b, `(f => { f.value = 'lighthouse 7'; f.dispatchEvent(new Event('input')); return true })(document.querySelector('input[type="search"]'))`)
	chromiumtest.Expect(b, `document.querySelectorAll('tr[data-row]:not([hidden])').length`, 1)
	chromiumtest.Expect(b, `document.querySelectorAll('details.lineage:not([hidden])').length`, 1)
	chromiumtest.Expect(b, `document.querySelector('output').textContent`, "1 of 12")
	chromiumtest.Eval[bool](b, `document.querySelector('tr[data-row]:not([hidden]) td:nth-child(9) a').click(), true`)
	chromiumtest.Expect(b, `document.querySelectorAll('details[open]').length`, 1)
	b.Quiet()
}

// A filter of the rows is offered where some clauses have it and others have not.
func TestRowFiltersLeaveSomething(t *testing.T) {
	if testing.Short() {
		t.Skip("skipped: starts a browser")
	}
	s := reporttest.Series(t)
	b := openPage(t, reporttest.Written(t, func(w io.Writer) error { return page.HTML{}.RenderSeries(w, []*series.Series{s}) }))
	b.Click(`button[data-has="revived"]`)
	chromiumtest.Expect(b, `document.querySelectorAll('tr[data-row]:not([hidden])').length === +document.querySelector('button[data-has="revived"] b').textContent`, true)
	b.Quiet()
}

// Pressing a version in the page of origins leaves its words in colour.
func TestOriginsStandOut(t *testing.T) {
	if testing.Short() {
		t.Skip("skipped: starts a browser")
	}
	s := reporttest.Series(t)
	b := openPage(t, reporttest.Written(t, func(w io.Writer) error { return page.HTML{}.RenderBlame(w, s, len(s.Versions)-1) }))
	all := chromiumtest.Eval[int](b, `document.querySelectorAll('.clause [data-from]').length`)
	b.Click(`button[data-origin="v2"]`)
	chromiumtest.Expect(b, `document.querySelectorAll('.clause [data-from]:not(.off)').length === document.querySelectorAll('.clause .v2[data-from]').length`, true)
	b.Click("#ui-all")
	chromiumtest.Expect(b, `document.querySelectorAll('.clause [data-from]:not(.off)').length`, all)
	chromiumtest.Eval[bool](b, `(f => { f.value = 'lighthouse'; f.dispatchEvent(new Event('input')); return true })(document.querySelector('input[type="search"]'))`)
	chromiumtest.Expect(b, `/^\d+ found$/.test(document.querySelector('output').textContent)`, true)
	b.Quiet()
}

// TestAnEmptyFilterSaysSo: where nothing fits, that is said where the eye is.
func TestAnEmptyFilterSaysSo(t *testing.T) {
	b := open(t, page.HTML{}, reporttest.Specimen(t))
	b.Click(`[data-filter="added"]`)
	chromiumtest.Expect(b, `document.getElementById('ui-none').checkVisibility()`, false)
	b.Click(`[data-filter="routine"]`)
	chromiumtest.Expect(b, `document.getElementById('ui-none').innerText`, "Nothing here fits all of this.")
	b.Click("#ui-all")
	chromiumtest.Expect(b, `document.getElementById('ui-none').checkVisibility()`, false)
	b.Quiet()
	s := openPage(t, reporttest.Written(t, func(w io.Writer) error {
		return page.HTML{}.RenderSeries(w, []*series.Series{reporttest.Series(t)})
	}))
	chromiumtest.Expect(s, `(e => { e.value = 'zebra'; e.dispatchEvent(new Event('input')); return ''; })(document.querySelector('.toolbar input'))`, "")
	chromiumtest.Expect(s, `document.querySelector('.toolbar output').textContent`, "Nothing here fits all of this.")
	s.Quiet()
}

// TestSeriesHeadsStayInSight: with the page scrolled into a long table, the heads stand
// below the tools, whether the table goes with the page or scrolls by itself.
func TestSeriesHeadsStayInSight(t *testing.T) {
	for _, width := range []int64{1400, 700} {
		b := openPage(t, reporttest.Written(t, func(w io.Writer) error {
			return page.HTML{}.RenderSeries(w, []*series.Series{manyVersions(12)})
		}))
		b.Emulate(width, nil)
		b.Click(`[data-form="names"]`)
		for _, at := range []int{0, 30, 120} {
			chromiumtest.Expect(b, fmt.Sprintf(`(() => {
				document.querySelector('main').style.paddingBlockEnd = '200rem';
				const scroll = document.querySelector('.scroll'), tools = document.querySelector('.toolbar');
				scrollTo({ top: scroll.getBoundingClientRect().top + scrollY - tools.offsetHeight + %d, behavior: 'instant' });
				dispatchEvent(new Event('scroll'));
				const head = document.querySelector('.evolution thead th').getBoundingClientRect();
				return head.top >= tools.getBoundingClientRect().bottom - 1 && head.bottom <= innerHeight;
			})()`, at), true)
		}
		b.Quiet()
	}
}

// TestSeriesPrintsWhatChanged: on paper stand the table, its heads on every page, and
// what changed in substance, not all texts.
func TestSeriesPrintsWhatChanged(t *testing.T) {
	b := openPage(t, reporttest.Written(t, func(w io.Writer) error {
		return page.HTML{}.RenderSeries(w, []*series.Series{reporttest.Series(t)})
	}))
	b.Emulate(794, nil)
	print := "print"
	if _, err := chromedp.Call(b.Context, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Media: print}); err != nil {
		t.Fatal(err)
	}
	chromiumtest.Expect(b, `[...document.querySelectorAll('.state')].some(s => s.checkVisibility() && s.matches(':is(.kept, .first, .routine):not(.substantive)'))`, false)
	chromiumtest.Expect(b, `[...document.querySelectorAll('.state.substantive')].every(s => s.checkVisibility())`, true)
	b.Quiet()
}
