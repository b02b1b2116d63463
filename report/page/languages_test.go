package page_test

import (
	"os"
	"path/filepath"
	"reprise/internal/outside/chromiumtest"
	"strings"
	"testing"

	"reprise/diff"
	"reprise/internal/outside"
	"reprise/report/page"
	"reprise/report/reporttest"
)

// The page of each language has no fault that axe-core sees, stays in its window, and
// gives the text its own language and direction when another one speaks.
func TestPageInEveryLanguage(t *testing.T) {
	axe, err := os.ReadFile(filepath.FromSlash(axeFile))
	if err != nil {
		outside.Missing(t, "axe-core (npm install in report/page/testdata/axe) is missing")
	}
	for _, language := range []string{"ar", "es", "ru", "zh"} {
		folder := "../../testdata/specimen-" + language
		c := diff.Compare(reporttest.Document(t, folder+"/A_RES_200_41.md"), reporttest.Document(t, folder+"/A_RES_202_38.md"))
		b := open(t, page.HTML{}, c)
		for _, width := range []int64{1400, phone} {
			b.Emulate(width, nil)
			b.fits(language)
			if found := b.violations(string(axe)); len(found) > 0 {
				t.Errorf("%s: %s", language, strings.Join(found, "\n"))
			}
		}
		b.Quiet()
		b = open(t, page.HTML{Say: "en"}, c)
		chromiumtest.Expect(b, `document.documentElement.lang + ' ' + [...new Set([...document.querySelectorAll('p.text')].map(p => p.lang))]`, "en "+language)
		b.Quiet()
	}
}
