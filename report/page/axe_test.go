package page_test

import (
	"os"
	"path/filepath"
	"reprise/internal/outside/chromiumtest"
	"strings"
	"testing"

	"reprise/internal/outside"
	"reprise/report/page"
	"reprise/report/reporttest"
)

// axeFile is where `npm ci` or `npm install` in testdata/axe puts axe-core.
const axeFile = "testdata/axe/node_modules/axe-core/axe.min.js"

// violations runs axe-core in the page and lists what it finds.
func (b *tab) violations(axe string) []string {
	b.T.Helper()
	chromiumtest.Eval[bool](b, axe+"; true")
	return chromiumtest.Eval[[]string](b, `axe.run({resultTypes: ['violations', 'incomplete']}).then(r => r.violations.flatMap(v =>
		v.nodes.map(n => v.id + ': ' + n.target.join(' ') + ': ' + n.any.concat(n.all, n.none).map(c => c.message).join('; '))))`)
}

// TestPageIsAccessible runs axe-core in every view, theme and width, with the
// folds open, a filter pressed, a note written and each sheet open.
func TestPageIsAccessible(t *testing.T) {
	axe, err := os.ReadFile(filepath.FromSlash(axeFile))
	if err != nil {
		outside.Missing(t, "axe-core (npm install in report/page/testdata/axe) is missing")
	}
	b := open(t, page.HTML{}, reporttest.Specimen(t))
	check := func(what string) {
		t.Helper()
		if found := b.violations(string(axe)); len(found) > 0 {
			t.Errorf("%s:\n%s", what, strings.Join(found, "\n"))
		}
	}
	for _, theme := range []string{"light", "dark"} {
		for _, width := range []int64{1400, 900, 390} {
			b.Emulate(width, map[string]string{"prefers-color-scheme": theme})
			for _, view := range []string{"inline", "side-by-side", "clean"} {
				chromiumtest.Eval[bool](b, `(v => { v.value = '`+view+`'; v.dispatchEvent(new Event('change')); return true })(document.getElementById('ui-view'))`)
				check(theme + " " + view)
			}
		}
	}
	b.Emulate(1400, nil)
	b.Click(`button[data-view="inline"]`)
	for _, theme := range []string{"light", "dark"} {
		b.Emulate(1400, map[string]string{"prefers-color-scheme": theme, "prefers-contrast": "more"})
		check(theme + ", more contrast")
	}
	b.Emulate(1400, map[string]string{"forced-colors": "active"})
	check("forced colours")
	b.Emulate(1400, nil)
	chromiumtest.Eval[bool](b, `document.querySelectorAll('details').forEach(d => d.open = true), true`)
	b.Press("j")
	b.Press("d")
	b.Click(`.current [data-act="note"]`)
	check("folds open, a note")
	b.Click(`[data-filter="reworded"]`)
	check("filtered")
	b.Click("#ui-help")
	check("help")
	b.Press("\x1b")
	chromiumtest.Eval[bool](b, `document.querySelector('dialog[open]')?.close(), true`)
	b.Click("#ui-review")
	check("review")
	b.Quiet()
	chromiumtest.Eval[bool](b, `document.querySelector('dialog[open]').close(), document.querySelector('h1').insertAdjacentHTML('beforeend', '<img>'), true`)
	if len(b.violations(string(axe))) == 0 {
		t.Error("axe-core does not see a planted fault")
	}
}
