package page_test

import (
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/log"
	printing "github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"

	"reprise/diff"
	"reprise/internal/outside"
	"reprise/report/page"
	"reprise/report/reporttest"
)

var pictures = flag.String("pictures", "", "write pictures of the page into this folder, to be looked at")

// tab is a page open in a real browser.
type tab struct {
	t      *testing.T
	ctx    context.Context
	mu     sync.Mutex
	errors []string // what the page wrote to the console as errors
}

// browserLimit is how long one test may drive the browser; it may only fail.
const browserLimit = 90 * time.Second

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
	if testing.Short() {
		t.Skip("skipped: drives a browser, too slow for -short")
	}
	outside.Program(t, "chromium")
	b := &tab{t: t}
	ctx, cancel := context.WithTimeout(context.Background(), browserLimit)
	t.Cleanup(cancel)
	ctx, cancel = chromedp.NewExecAllocator(ctx, chromedp.ExecPath("chromium"), chromedp.Headless, chromedp.NoSandbox, chromedp.NoFirstRun, chromedp.DisableGPU, chromedp.WindowSize(1400, 900))
	t.Cleanup(cancel)
	b.ctx, cancel = chromedp.NewContext(ctx, chromedp.WithListener(b.listen))
	t.Cleanup(cancel)
	if _, err := chromedp.Call(b.ctx, log.Enable, cdp.Empty{}); err != nil {
		t.Fatal(err)
	}
	b.emulate(1400, nil)
	b.do(chromedp.Navigate("file://" + file))
	return b
}

func (b *tab) listen(event any) {
	b.mu.Lock()
	defer b.mu.Unlock()
	switch e := event.(type) {
	case *runtime.EventExceptionThrown:
		b.errors = append(b.errors, fmt.Sprint(e.ExceptionDetails.Text, " ", e.ExceptionDetails.Exception))
	case *log.EventEntryAdded:
		if e.Entry.Level == log.EntryLevelError {
			b.errors = append(b.errors, e.Entry.Text)
		}
	}
}

func (b *tab) do(steps ...chromedp.Action[chromedp.Void]) {
	b.t.Helper()
	if err := chromedp.Do(b.ctx, steps...); err != nil {
		b.t.Fatal(err)
	}
}

// eval runs an expression in the page. It may be a promise.
func eval[T any](b *tab, expression string) T {
	b.t.Helper()
	v, err := chromedp.Run(b.ctx, chromedp.Evaluate[T](expression, chromedp.EvalAwaitPromise))
	if err != nil {
		b.t.Fatalf("%s: %v", expression, err)
	}
	return v
}

// still resolves to the middle of an element once it is seen and has stood in one
// place for five frames: a page that has just been opened still glides to the
// clause in its address, and a press meant for a button would hit what came there.
const still = `(async e => {
	for (let was = '', same = 0; ; await new Promise(requestAnimationFrame)) {
		e.scrollIntoView({block: 'nearest', behavior: 'instant'});
		const r = e.getBoundingClientRect(), now = [r.x + r.width / 2, r.y + r.height / 2];
		same = was === String(now) ? same + 1 : 0;
		if (same === 5) return now;
		was = String(now);
	}
})`

// click presses the mouse on an element as soon as it can be seen and stands still.
func (b *tab) click(selector string) {
	b.t.Helper()
	element := fmt.Sprintf("document.querySelector(`%s`)", selector)
	expect(b, element+"?.checkVisibility() ?? false", true)
	at := eval[[]float64](b, still+"("+element+")")
	b.do(chromedp.MouseClickXY(at[0], at[1]))
}

func (b *tab) press(keys string) { b.t.Helper(); b.do(chromedp.KeyEvent(keys)) }

// expect waits a moment for an expression to give a value.
func expect[T comparable](b *tab, expression string, want T) {
	b.t.Helper()
	var got T
	for range 40 {
		if got = eval[T](b, expression); got == want {
			return
		}
		time.Sleep(50 * time.Millisecond)
	}
	b.t.Errorf("%s = %v, want %v", expression, got, want)
}

// quiet checks that the page wrote no error to the console.
func (b *tab) quiet() {
	b.t.Helper()
	b.mu.Lock()
	defer b.mu.Unlock()
	for _, e := range b.errors {
		b.t.Errorf("console: %s", e)
	}
}

// emulate sets the window's size and the preferences of its user.
func (b *tab) emulate(width int64, features map[string]string) {
	b.t.Helper()
	b.do(chromedp.EmulateViewport(width, 900))
	// A page that still scrolls would move away from under the clicks.
	list := []*emulation.MediaFeature{{Name: "prefers-reduced-motion", Value: "reduce"}}
	for name, value := range features {
		list = append(list, &emulation.MediaFeature{Name: name, Value: value})
	}
	if _, err := chromedp.Call(b.ctx, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Features: list}); err != nil {
		b.t.Fatal(err)
	}
}

// shoot writes a picture of the whole page where -pictures asks for it.
func (b *tab) shoot(name string) {
	b.t.Helper()
	height := eval[int64](b, "document.documentElement.scrollHeight")
	width := eval[int64](b, "innerWidth")
	b.do(chromedp.EmulateViewport(width, min(height, 6000)))
	picture, err := chromedp.Run(b.ctx, chromedp.CaptureScreenshot())
	if err != nil {
		b.t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(*pictures, name), picture, 0o644); err != nil {
		b.t.Fatal(err)
	}
}

// TestPictures writes the page at three widths, in both themes and in print.
func TestPictures(t *testing.T) {
	if *pictures == "" {
		t.Skip("skipped: -pictures names no folder")
	}
	b := open(t, page.HTML{}, reporttest.Specimen(t))
	for name, width := range map[string]int64{"wide": 1400, "middle": 900, "phone": 390} {
		for _, theme := range []string{"light", "dark"} {
			b.emulate(width, map[string]string{"prefers-color-scheme": theme})
			b.shoot(name + "-" + theme + ".png")
		}
	}
	b.emulate(1400, nil)
	for _, view := range []string{"side-by-side", "clean"} {
		b.do(chromedp.EmulateViewport(1400, 900))
		b.click(`button[data-view="` + view + `"]`)
		b.shoot("wide-" + view + ".png")
	}
	b.click(`button[data-view="inline"]`)
	pdf, err := chromedp.Run(b.ctx, chromedp.PrintToPDF(func(p *printing.PrintToPDFParams) { preferCSS := true; p.PreferCSSPageSize = &preferCSS }, chromedp.PDFPaper(chromedp.PaperA4)))
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
