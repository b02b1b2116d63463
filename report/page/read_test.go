package page_test

import (
	"reprise/internal/outside/chromiumtest"
	"strings"
	"testing"

	"reprise/diff"
	"reprise/report/page"
	"reprise/report/reporttest"
	"reprise/resolution"
)

// Numbers side by side never read as one, neither selected nor copied: 78 80, not 7880.
func TestSelectedTextKeepsNumbersApart(t *testing.T) {
	clause := func(text string) []*resolution.Clause {
		return []*resolution.Clause{{ID: "op1", Part: resolution.Operative, Text: text}}
	}
	ch := diff.Change{Status: diff.Reworded, Nature: diff.Substantive, Edits: []diff.Edit{{Op: diff.Equal, Text: "Requests "}, {Op: diff.Delete, Text: "78"}, {Op: diff.Insert, Text: "80"}, {Op: diff.Equal, Text: " lamps;"}}}
	ch.Old, ch.New = clause("Requests 78 lamps;"), clause("Requests 80 lamps;")
	c := &diff.Comparison{Old: &resolution.Document{Clauses: ch.Old}, New: &resolution.Document{Clauses: ch.New}, Changes: []diff.Change{ch},
		Fields: []diff.Field{{Name: diff.SessionField, Old: "78", New: "80", Edits: []diff.Edit{{Op: diff.Delete, Text: "78"}, {Op: diff.Insert, Text: "80"}}}}}
	b := open(t, page.HTML{}, c)
	for _, view := range []string{"inline", "side-by-side", "clean"} {
		b.Click(`button[data-view="` + view + `"]`)
		if text := chromiumtest.Eval[string](b, `(() => { getSelection().selectAllChildren(document.body); return getSelection().toString() })()`); strings.Contains(text, "7880") {
			t.Errorf("%s: selected %q", view, text)
		}
	}
	b.Click(`button[data-view="inline"]`)
	chromiumtest.Expect(b, `(() => { getSelection().selectAllChildren(document.querySelector('.redline')); return getSelection().toString() })()`, "Requests 78 80 lamps;")
	b.Quiet()
}

// Where nearly all is substantive, the kinds of the points still part it: each
// filter lists what it counts, and leaves something out.
func TestKindsOfPointsAreFilters(t *testing.T) {
	b := open(t, page.HTML{}, reporttest.Specimen(t))
	all := chromiumtest.Eval[int](b, `document.querySelectorAll('.clause[data-changed]').length`)
	for _, kind := range chromiumtest.Eval[[]string](b, `[...document.querySelectorAll('.kinds [data-filter]')].map(b => b.dataset.filter)`) {
		b.Click(`[data-filter="` + kind + `"]`)
		chromiumtest.Expect(b, `[...document.querySelectorAll('.clause[data-changed]')].filter(c => c.checkVisibility()).length === +document.querySelector('[data-filter="`+kind+`"] b').textContent`, true)
		if n := chromiumtest.Eval[int](b, `+document.querySelector('[data-filter="`+kind+`"] b').textContent`); n == 0 || n == all {
			t.Errorf("%s lists %d of %d changes", kind, n, all)
		}
		b.Click("#ui-all")
	}
	if chromiumtest.Eval[int](b, `document.querySelectorAll('.kinds [data-filter]').length`) == 0 {
		t.Error("no kinds are offered")
	}
	b.Quiet()
}

// The operative part can be gone to at once, and read first; steps follow its order.
func TestOperativePartFirst(t *testing.T) {
	b := open(t, page.HTML{}, reporttest.Specimen(t))
	b.Click(`.jumps a:nth-child(2)`)
	b.landsAt("the operative part", "part-operative-2")
	chromiumtest.Eval[bool](b, `scrollTo(0, 0), true`)
	b.Click("#ui-operative")
	chromiumtest.Expect(b, `[...document.querySelectorAll('#ui-parts h2')].map(h => h.textContent).join()`, "Operative part,Masthead,Preamble,End of the text")
	chromiumtest.Eval[bool](b, `document.querySelector('.current')?.classList.remove('current'), true`)
	b.Press("j")
	chromiumtest.Expect(b, inHand, "op2")
	b.Click("#ui-substance")
	chromiumtest.Expect(b, inHand, "op2(b)")
	chromiumtest.Eval[bool](b, `document.getElementById('ui-operative').click(), true`)
	chromiumtest.Expect(b, `[...document.querySelectorAll('#ui-parts h2')].map(h => h.textContent).join()`, "Masthead,Preamble,Operative part,End of the text")
	b.Quiet()
}

// On a phone the summary is two lines with more behind them; the bar keeps search,
// view and review in reach; side by side is one text under the other, by name.
func TestPhone(t *testing.T) {
	b := open(t, page.HTML{}, reporttest.Specimen(t))
	b.Emulate(phone, nil)
	const lines = `Math.round(document.getElementById('ui-summary').offsetHeight / parseFloat(getComputedStyle(document.getElementById('ui-summary')).lineHeight))`
	chromiumtest.Expect(b, lines, 2)
	b.Click("#ui-more")
	chromiumtest.Expect(b, lines+` > 4`, true)
	b.Click("#ui-more")
	chromiumtest.Expect(b, lines, 2)
	chromiumtest.Eval[bool](b, `document.querySelector('#ui-summary a').focus(), true`)
	chromiumtest.Expect(b, lines+` > 4`, true)
	b.Press("j")
	for _, tool := range []string{"#ui-search", "#ui-view", "#ui-review", "#ui-next", "#ui-substance"} {
		chromiumtest.Expect(b, `(e => { const r = e.getBoundingClientRect(); const at = document.elementFromPoint(r.x + r.width / 2, r.y + r.height / 2); return e === at || e.contains(at) })(document.querySelector('`+tool+`'))`, true)
	}
	chromiumtest.Eval[bool](b, `(v => { v.value = 'side-by-side'; v.dispatchEvent(new Event('change')); return true })(document.getElementById('ui-view'))`)
	chromiumtest.Expect(b, `getComputedStyle(document.querySelector('#op2 .redline'), '::before').content`, `"A/RES/199/41"`)
	chromiumtest.Expect(b, `document.querySelector('#op2 .second').getBoundingClientRect().top >= document.querySelector('#op2 .redline').getBoundingClientRect().bottom`, true)
	b.fits("phone")
	b.Quiet()
}

// A heading that was kept stands above the changes of its section, and is no change.
func TestHeadingsStandAboveTheirChanges(t *testing.T) {
	c := &diff.Comparison{Old: &resolution.Document{}, New: &resolution.Document{}}
	add := func(id string, kind resolution.Kind, status diff.Status) {
		clause := []*resolution.Clause{{ID: id, Part: resolution.Operative, Kind: kind, Text: "Teacups " + id}}
		ch := diff.Change{Status: status, Edits: []diff.Edit{{Op: diff.Equal, Text: "Teacups " + id}}}
		ch.Old, ch.New = clause, clause
		c.Changes = append(c.Changes, ch)
	}
	add("h1", resolution.Heading, diff.Kept)
	add("op1", resolution.Paragraph, diff.Kept)
	add("h2", resolution.Heading, diff.Kept)
	add("op2", resolution.Paragraph, diff.Kept)
	add("op3", resolution.Paragraph, diff.Reworded)
	b := open(t, page.HTML{}, c)
	chromiumtest.Expect(b, `[...document.querySelectorAll('.clause')].filter(e => !e.closest('.fold')).map(e => e.id).join()`, "h2,op3")
	chromiumtest.Expect(b, `document.getElementById('ui-place').textContent`, "1 change")
	b.Quiet()
}

// From right to left the map stands at the right and the margin at the left.
func TestPageIsMirrored(t *testing.T) {
	b := open(t, page.HTML{}, reporttest.Specimen(t))
	chromiumtest.Eval[bool](b, `document.documentElement.dir = 'rtl', true`)
	chromiumtest.Expect(b, `document.getElementById('ui-map').getBoundingClientRect().left > document.querySelector('main').getBoundingClientRect().right - 2`, true)
	chromiumtest.Expect(b, `document.querySelector('#op2 .gutter').getBoundingClientRect().left > document.querySelector('#op2 .words').getBoundingClientRect().right - 2`, true)
	chromiumtest.Expect(b, `document.querySelector('#op2 .margin').getBoundingClientRect().right < document.querySelector('#op2 .words').getBoundingClientRect().left + 2`, true)
	b.fits("mirrored")
	b.Emulate(phone, nil)
	b.fits("mirrored phone")
}
