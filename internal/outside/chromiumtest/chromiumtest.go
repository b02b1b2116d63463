// Package chromiumtest drives a real Chromium in tests, as the users of a page do: by the
// mouse and the keys, in windows of their own.
//
// Its main call is Windows. It serves tests only; one without the program is skipped in
// words.
package chromiumtest

import (
	"context"
	"fmt"
	"os"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"

	"reprise/internal/outside"
)

// Patience is how long a test waits. It may only fail.
type Patience struct {
	Test time.Duration // for all that it does
	Step time.Duration // for one thing to come true
}

// Tab is the window of one person: cookies and storage are their own.
type Tab struct {
	T       testing.TB
	Context context.Context // of chromedp

	step    time.Duration
	mu      sync.Mutex
	offline bool     // has been cut off once: errors of the network are no faults of the page
	errors  []string // what pages wrote to the console as errors
}

// Window is a tab, or what a test has made of one.
type Window interface{ handle() *Tab }

func (b *Tab) handle() *Tab { return b }

// Windows starts Chromium and gives windows of it, which end with the test.
func Windows(t testing.TB, patience Patience) func() *Tab {
	t.Helper()
	if testing.Short() {
		t.Skip("skipped: drives a browser, too slow for -short")
	}
	outside.Program(t, "chromium")
	ctx, cancel := context.WithTimeout(context.Background(), patience.Test)
	t.Cleanup(cancel)
	ctx, cancel = chromedp.NewExecAllocator(ctx, chromedp.ExecPath("chromium"), chromedp.Headless, chromedp.NoSandbox, chromedp.NoFirstRun, chromedp.DisableGPU, chromedp.WindowSize(1400, 900))
	t.Cleanup(cancel)
	root, cancel := chromedp.NewContext(ctx)
	t.Cleanup(cancel)
	if err := chromedp.Do(root, chromedp.Navigate("about:blank")); err != nil {
		t.Fatal(err)
	}
	return func() *Tab {
		b := &Tab{T: t, step: patience.Step}
		var cancel context.CancelFunc
		b.Context, cancel = chromedp.NewContext(root, chromedp.WithNewBrowserContext(), chromedp.WithListener(b.listen))
		t.Cleanup(cancel)
		if _, err := chromedp.Call(b.Context, log.Enable, cdp.Empty{}); err != nil {
			t.Fatal(err)
		}
		b.Emulate(1400, nil)
		return b
	}
}

func (b *Tab) listen(event any) {
	b.mu.Lock()
	defer b.mu.Unlock()
	switch e := event.(type) {
	case *runtime.EventExceptionThrown:
		b.errors = append(b.errors, fmt.Sprint(e.ExceptionDetails.Text, " ", e.ExceptionDetails.Exception))
	case *log.EventEntryAdded:
		if e.Entry.Level == log.EntryLevelError && !(b.offline && strings.Contains(e.Entry.Text, "ERR_INTERNET_DISCONNECTED")) {
			b.errors = append(b.errors, e.Entry.Text)
		}
	}
}

// Quiet checks that no page wrote an error to the console.
func (b *Tab) Quiet() {
	b.T.Helper()
	b.mu.Lock()
	defer b.mu.Unlock()
	for _, e := range b.errors {
		b.T.Errorf("console: %s", e)
	}
}

// Forgive forgets the errors so far that have some words: those of a page that was to be
// refused.
func (b *Tab) Forgive(words string) {
	b.mu.Lock()
	defer b.mu.Unlock()
	var left []string
	for _, e := range b.errors {
		if !strings.Contains(e, words) {
			left = append(left, e)
		}
	}
	b.errors = left
}

// Do takes steps of chromedp.
func (b *Tab) Do(steps ...chromedp.Action[chromedp.Void]) {
	b.T.Helper()
	if err := chromedp.Do(b.Context, steps...); err != nil {
		b.T.Fatal(err)
	}
}

// Open goes to an address.
func (b *Tab) Open(address string) { b.T.Helper(); b.Do(chromedp.Navigate(address)) }

// Press types keys.
func (b *Tab) Press(keys string) { b.T.Helper(); b.Do(chromedp.KeyEvent(keys)) }

// still resolves to the middle of an element once it is seen and has stood in one
// place for five frames: a page that has just been opened still glides to the clause in
// its address, what others say comes meanwhile, and a press meant for a button would hit
// what came there.
const still = `(async selector => {
	for (let was = '', same = 0; ; await new Promise(requestAnimationFrame)) {
		const e = document.querySelector(selector);
		if (!e) continue;
		e.scrollIntoView({block: 'nearest', behavior: 'instant'});
		const r = e.getBoundingClientRect(), now = [r.x + r.width / 2, r.y + r.height / 2];
		same = was === String(now) ? same + 1 : 0;
		if (same === 5) return now;
		was = String(now);
	}
})`

// Click presses the mouse on an element as soon as it can be seen and stands still.
func (b *Tab) Click(selector string) {
	b.T.Helper()
	Expect(b, fmt.Sprintf("document.querySelector(`%s`)?.checkVisibility() ?? false", selector), true)
	at := Eval[[]float64](b, fmt.Sprintf("%s(`%s`)", still, selector))
	b.Do(chromedp.MouseClickXY(at[0], at[1]))
}

// Emulate sets the window's width and the preferences of its user.
func (b *Tab) Emulate(width int64, features map[string]string) {
	b.T.Helper()
	b.Do(chromedp.EmulateViewport(width, 900))
	// A page that still scrolls would move away from under the clicks.
	list := []*emulation.MediaFeature{{Name: "prefers-reduced-motion", Value: "reduce"}}
	for name, value := range features {
		list = append(list, &emulation.MediaFeature{Name: name, Value: value})
	}
	if _, err := chromedp.Call(b.Context, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Features: list}); err != nil {
		b.T.Fatal(err)
	}
}

// Cut takes the window's connection away.
func (b *Tab) Cut() {
	b.T.Helper()
	b.mu.Lock()
	b.offline = true
	b.mu.Unlock()
	b.network([]*network.Conditions{{Offline: true, DownloadThroughput: -1, UploadThroughput: -1}})
}

// Connect gives it back.
func (b *Tab) Connect() { b.T.Helper(); b.network([]*network.Conditions{}) }

func (b *Tab) network(rules []*network.Conditions) {
	b.T.Helper()
	if _, err := chromedp.Call(b.Context, network.EmulateNetworkConditionsByRule, network.EmulateNetworkConditionsByRuleParams{MatchedNetworkConditions: rules}); err != nil {
		b.T.Fatal(err)
	}
}

// Shoot writes a picture of the whole page, to be looked at, as high as at most some
// pixels.
func (b *Tab) Shoot(file string, most int64) {
	b.T.Helper()
	width := Eval[int64](b, "innerWidth")
	b.Do(chromedp.EmulateViewport(width, min(Eval[int64](b, "document.documentElement.scrollHeight"), most)))
	picture, err := chromedp.Run(b.Context, chromedp.CaptureScreenshot())
	if err != nil {
		b.T.Fatal(err)
	}
	if err := os.WriteFile(file, picture, 0o644); err != nil {
		b.T.Fatal(err)
	}
	b.Do(chromedp.EmulateViewport(width, 900))
}

// Eval runs an expression in the page. It may be a promise.
func Eval[T any](w Window, expression string) T {
	b := w.handle()
	b.T.Helper()
	v, err := chromedp.Run(b.Context, chromedp.Evaluate[T](expression, chromedp.EvalAwaitPromise))
	if err != nil {
		b.T.Fatalf("%s: %v", expression, err)
	}
	return v
}

// Within waits until an expression gives a value, and fails when that takes longer.
func Within[T comparable](w Window, limit time.Duration, expression string, want T) {
	b := w.handle()
	b.T.Helper()
	var got T
	for end := time.Now().Add(limit); ; time.Sleep(20 * time.Millisecond) {
		if got = Eval[T](b, expression); got == want {
			return
		}
		if time.Now().After(end) {
			b.T.Errorf("%s = %v, want %v", expression, got, want)
			return
		}
	}
}

// Expect waits a step's patience for an expression to give a value.
func Expect[T comparable](w Window, expression string, want T) {
	b := w.handle()
	b.T.Helper()
	Within(b, b.step, expression, want)
}
