package page_test

import (
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"reprise/internal/outside/chromiumtest"
	"strings"
	"testing"
	"time"

	printing "github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"

	"reprise/diff"
	"reprise/report/page"
	"reprise/report/reporttest"
)

var pictures = flag.String("pictures", "", "write pictures of the page into this folder, to be looked at")

// tab is a page open in a real browser.
type tab struct{ *chromiumtest.Tab }

// patience is how long one test may drive the browser.
var patience = chromiumtest.Patience{Test: 90 * time.Second, Step: 2 * time.Second}

// open renders a comparison and opens it in Chromium.
func open(t *testing.T, form page.HTML, c *diff.Comparison) *tab {
	t.Helper()
	file := filepath.Join(t.TempDir(), "page.html")
	if err := os.WriteFile(file, reporttest.Render(t, form, c), 0o644); err != nil {
		t.Fatal(err)
	}
	return openFile(t, file)
}

func openFile(t *testing.T, file string) *tab {
	t.Helper()
	b := &tab{chromiumtest.Windows(t, patience)()}
	b.Open("file://" + file)
	return b
}

// shoot writes a picture of the whole page into the folder that -pictures names.
func (b *tab) shoot(name string) { b.T.Helper(); b.Shoot(filepath.Join(*pictures, name), 6000) }

// TestPictures writes the page at three widths, in both themes and in print.
func TestPictures(t *testing.T) {
	if *pictures == "" {
		t.Skip("skipped: -pictures names no folder")
	}
	b := open(t, page.HTML{}, reporttest.Specimen(t))
	for name, width := range map[string]int64{"wide": 1400, "middle": 900, "phone": 390} {
		for _, theme := range []string{"light", "dark"} {
			b.Emulate(width, map[string]string{"prefers-color-scheme": theme})
			b.shoot(name + "-" + theme + ".png")
		}
	}
	b.Emulate(1400, nil)
	for _, view := range []string{"side-by-side", "clean"} {
		b.Do(chromedp.EmulateViewport(1400, 900))
		b.Click(`button[data-view="` + view + `"]`)
		b.shoot("wide-" + view + ".png")
	}
	b.Click(`button[data-view="inline"]`)
	pdf, err := chromedp.Run(b.Context, chromedp.PrintToPDF(func(p *printing.PrintToPDFParams) { preferCSS := true; p.PreferCSSPageSize = &preferCSS }, chromedp.PDFPaper(chromedp.PaperA4)))
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(*pictures, "print.pdf"), pdf, 0o644); err != nil {
		t.Fatal(err)
	}
}

func decodeJSON[T any](t *testing.T, raw []byte) T {
	t.Helper()
	var v T
	if err := json.Unmarshal(raw, &v); err != nil {
		t.Fatalf("%v in %s", err, strings.TrimSpace(string(raw)))
	}
	return v
}
