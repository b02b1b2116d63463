package web_test

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
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"

	"reprise/internal/outside"
	"reprise/room"
	"reprise/room/web"
)

var pictures = flag.String("pictures", "", "write pictures of the pages into this folder, to be looked at")

// tab is the window of one person: cookies and storage are their own.
type tab struct {
	t      *testing.T
	ctx    context.Context
	mu     sync.Mutex
	errors []string // what pages wrote to the console as errors
}

// browserLimit is how long one test may drive the browser; it may only fail.
const browserLimit = 2 * time.Minute

// browser starts Chromium and gives windows of it.
func browser(t *testing.T) func() *tab {
	t.Helper()
	if testing.Short() {
		t.Skip("skipped: drives a browser, too slow for -short")
	}
	outside.Program(t, "chromium")
	ctx, cancel := context.WithTimeout(context.Background(), browserLimit)
	t.Cleanup(cancel)
	ctx, cancel = chromedp.NewExecAllocator(ctx, chromedp.ExecPath("chromium"), chromedp.Headless, chromedp.NoSandbox, chromedp.NoFirstRun, chromedp.DisableGPU, chromedp.WindowSize(1400, 900))
	t.Cleanup(cancel)
	root, cancel := chromedp.NewContext(ctx)
	t.Cleanup(cancel)
	if err := chromedp.Do(root, chromedp.Navigate("about:blank")); err != nil {
		t.Fatal(err)
	}
	return func() *tab {
		b := &tab{t: t}
		var cancel context.CancelFunc
		b.ctx, cancel = chromedp.NewContext(root, chromedp.WithNewBrowserContext(), chromedp.WithListener(b.listen))
		t.Cleanup(cancel)
		if _, err := chromedp.Call(b.ctx, log.Enable, cdp.Empty{}); err != nil {
			t.Fatal(err)
		}
		b.emulate(1400, nil)
		return b
	}
}

func (b *tab) listen(event any) {
	b.mu.Lock()
	defer b.mu.Unlock()
	switch e := event.(type) {
	case *runtime.EventExceptionThrown:
		b.errors = append(b.errors, fmt.Sprint(e.ExceptionDetails.Text, " ", e.ExceptionDetails.Exception))
	case *log.EventEntryAdded:
		if e.Entry.Level == log.EntryLevelError && !strings.Contains(e.Entry.Text, "ERR_INTERNET_DISCONNECTED") {
			b.errors = append(b.errors, e.Entry.Text)
		}
	}
}

func (b *tab) quiet() {
	b.t.Helper()
	b.mu.Lock()
	defer b.mu.Unlock()
	for _, e := range b.errors {
		b.t.Errorf("console: %s", e)
	}
}

func (b *tab) do(steps ...chromedp.Action[chromedp.Void]) {
	b.t.Helper()
	if err := chromedp.Do(b.ctx, steps...); err != nil {
		b.t.Fatal(err)
	}
}

func (b *tab) open(address string) { b.t.Helper(); b.do(chromedp.Navigate(address)) }

func (b *tab) press(keys string) { b.t.Helper(); b.do(chromedp.KeyEvent(keys)) }

func eval[T any](b *tab, expression string) T {
	b.t.Helper()
	v, err := chromedp.Run(b.ctx, chromedp.Evaluate[T](expression, chromedp.EvalAwaitPromise))
	if err != nil {
		b.t.Fatalf("%s: %v", expression, err)
	}
	return v
}

// within waits until an expression gives a value, and fails when that takes longer.
func within[T comparable](b *tab, limit time.Duration, expression string, want T) {
	b.t.Helper()
	var got T
	for end := time.Now().Add(limit); ; time.Sleep(20 * time.Millisecond) {
		if got = eval[T](b, expression); got == want {
			return
		}
		if time.Now().After(end) {
			b.t.Errorf("%s = %v, want %v", expression, got, want)
			return
		}
	}
}

func expect[T comparable](b *tab, expression string, want T) {
	b.t.Helper()
	within(b, 4*time.Second, expression, want)
}

// click presses an element by the mouse where it stands, once it stands still: what
// others say may come while it is looked for, and move it.
func (b *tab) click(selector string) {
	b.t.Helper()
	quoted, _ := json.Marshal(selector)
	expect(b, fmt.Sprintf("document.querySelector(%s)?.checkVisibility() ?? false", quoted), true)
	at := eval[[]float64](b, fmt.Sprintf(`(async () => {
		let before = [];
		for (let tries = 0; tries < 50; tries++) {
			const e = document.querySelector(%s);
			e.scrollIntoView({block: 'center', behavior: 'instant'});
			await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
			const r = e.getBoundingClientRect(), now = [r.x + r.width / 2, r.y + r.height / 2];
			if (now[0] === before[0] && now[1] === before[1] && e.contains(document.elementFromPoint(...now))) return now;
			before = now;
		}
		return before;
	})()`, quoted))
	b.do(chromedp.MouseClickXY(at[0], at[1]))
}

// choose picks a value of a field as its user would.
func (b *tab) choose(selector, value string) {
	b.t.Helper()
	expect(b, fmt.Sprintf("!!document.querySelector(`%s`)", selector), true)
	eval[bool](b, fmt.Sprintf("(f => { f.value = `%s`; f.dispatchEvent(new Event('change', {bubbles: true})); return true })(document.querySelector(`%s`))", value, selector))
}

func (b *tab) emulate(width int64, features map[string]string) {
	b.t.Helper()
	b.do(chromedp.EmulateViewport(width, 900))
	list := []*emulation.MediaFeature{{Name: "prefers-reduced-motion", Value: "reduce"}}
	for name, value := range features {
		list = append(list, &emulation.MediaFeature{Name: name, Value: value})
	}
	if _, err := chromedp.Call(b.ctx, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Features: list}); err != nil {
		b.t.Fatal(err)
	}
}

// offline cuts the window's connection, or gives it back.
func (b *tab) offline(is bool) {
	b.t.Helper()
	rules := []*network.Conditions{}
	if is {
		rules = append(rules, &network.Conditions{Offline: true, DownloadThroughput: -1, UploadThroughput: -1})
	}
	if _, err := chromedp.Call(b.ctx, network.EmulateNetworkConditionsByRule, network.EmulateNetworkConditionsByRuleParams{MatchedNetworkConditions: rules}); err != nil {
		b.t.Fatal(err)
	}
}

// shoot writes a picture of the whole page where -pictures asks for it.
func (b *tab) shoot(name string) {
	b.t.Helper()
	if *pictures == "" {
		return
	}
	b.do(chromedp.EmulateViewport(eval[int64](b, "innerWidth"), min(eval[int64](b, "document.documentElement.scrollHeight"), 1300)))
	picture, err := chromedp.Run(b.ctx, chromedp.CaptureScreenshot())
	if err != nil {
		b.t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(*pictures, name), picture, 0o644); err != nil {
		b.t.Fatal(err)
	}
	b.do(chromedp.EmulateViewport(eval[int64](b, "innerWidth"), 900))
}

// saved writes a text as a file for the browser to send.
func saved(t *testing.T, name, content string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(content), 0o644); err != nil {
		t.Fatal(err)
	}
	return path
}

const token = "a token of the test"

// hosted is a server as `reprise serve --sign-in invitations` starts it.
func hosted(t *testing.T) *site {
	return serveAt(t, filepath.Join(t.TempDir(), "kept"), web.SignIn{Host: room.Person{ID: "host:test", Name: "Hanna"}, Token: token})
}

func (s *site) entrance() string {
	return s.URL + "/enter?token=" + strings.ReplaceAll(token, " ", "+")
}

// The whole story: two files are dropped, marked and discussed by two people who see
// what the other does within a second, a revision comes and takes what was said with
// it, the editor decides, and the Word file has the remarks of both.
func TestStory(t *testing.T) {
	window := browser(t)
	s := hosted(t)
	hanna, boris := window(), window()

	hanna.open(s.entrance())
	expect(hanna, "document.querySelectorAll('.box').length", 3)
	hanna.shoot("start.png")
	hanna.do(chromedp.SetUploadFiles(`[name="old-file"]`, []string{saved(t, "L4.txt", draft)}), chromedp.SetUploadFiles(`[name="new-file"]`, []string{saved(t, "L4-Rev1.txt", revision)}))
	hanna.click(".reads button")
	expect(hanna, "location.pathname", "/compare")
	expect(hanna, "document.querySelectorAll('.clause[data-changed]').length", 2)
	hanna.ready()
	hanna.press("j")
	hanna.press("a")
	expect(hanna, "document.querySelector('.current')?.dataset.review ?? ''", "agreed")
	expect(hanna, "localStorage.getItem(Object.keys(localStorage).find(k => k.includes(' unsent ')))", "[]")
	hanna.do(chromedp.Reload())
	expect(hanna, "document.querySelectorAll('[data-review=agreed]').length", 1)

	// A room, and somebody who is let in.
	hanna.open(s.URL + "/")
	expect(hanna, "document.querySelectorAll('#ui-recent a').length", 1)
	hanna.click("details summary")
	hanna.do(chromedp.SendKeys(`form[action="/rooms"] [name="name"]`, "Lighthouses"), chromedp.SendKeys(`form[action="/rooms"] [name="delegation"]`, "Ruritania"),
		chromedp.SetUploadFiles(`[name="base-file"]`, []string{saved(t, "L4.txt", draft)}))
	hanna.click(`form[action="/rooms"] button`)
	expect(hanna, "document.querySelector('h1')?.textContent ?? ''", "Lighthouses")
	hanna.version(t, "Rev.1", revision)
	hanna.do(chromedp.SendKeys(`form[action$="/invitations"] [name="delegation"]`, "Borduria"))
	hanna.click(`form[action$="/invitations"] button`)
	expect(hanna, "!!document.querySelector('[role=status] code')", true)
	invitation := eval[string](hanna, "document.querySelector('[role=status] code').textContent")

	boris.open(s.URL + "/")
	expect(boris, "document.querySelector('h1')?.textContent ?? ''", "401")
	boris.mu.Lock()
	boris.errors = nil // of the page that was refused
	boris.mu.Unlock()
	boris.open(invitation)
	boris.do(chromedp.SendKeys(`[name="name"]`, "Boris"))
	boris.click("form button")
	expect(boris, "document.querySelector('h1')?.textContent ?? ''", "Lighthouses")

	// Both look at the same comparison.
	expect(hanna, "!!document.querySelector('main > p a')", true)
	comparison := eval[string](hanna, "document.querySelector('main > p a').getAttribute('href')")
	for _, b := range []*tab{hanna, boris} {
		b.open(s.URL + comparison)
		b.ready()
		expect(b, "!!document.querySelector('#ui-here').textContent", true)
	}
	expect(hanna, "document.querySelector('#ui-here')?.textContent ?? ''", "Here: Boris, Hanna")

	// A mark is one's own until it is shared; then the other has it within a second.
	hanna.press("j")
	hanna.press("d")
	expect(hanna, "document.querySelector('.current')?.dataset.review ?? ''", "discuss")
	time.Sleep(700 * time.Millisecond)
	if got := eval[int](boris, "document.querySelectorAll('.said li').length"); got != 0 {
		t.Error("Boris sees a mark that was not shared")
	}
	hanna.choose(".current .share", "everyone")
	within(boris, time.Second, "document.querySelector('.said li')?.textContent.includes('Hanna (Ruritania)') ?? false", true)

	// A post and a position with its own wording.
	boris.press("j")
	boris.click(".current .tools [role=group] button:last-child")
	boris.choose(".talk-form select", "position")
	boris.choose(".talk-form label:nth-of-type(2) select", "reserved")
	boris.do(chromedp.SendKeys(".talk-form textarea", "We need time."))
	eval[bool](boris, "(f => { f.value = f.value.replace('dawn', 'sunrise'); return true })(document.querySelectorAll('.talk-form textarea')[1])")
	boris.choose(".talk-form .share", "everyone")
	boris.shoot("form.png")
	boris.click(".talk-form button")
	within(hanna, time.Second, "document.querySelector('.talk .wording ins')?.textContent ?? ''", "sunrise")
	expect(hanna, "document.querySelector('.talk .wording del').textContent", "dawn")
	expect(hanna, "document.querySelector('.talk .verdict').textContent", "reserved")

	// Without a connection it is said so, and what is marked is sent later.
	boris.offline(true)
	boris.press("j")
	boris.press("r")
	expect(boris, "document.querySelector('#ui-connection').textContent.includes('sent later')", true)
	boris.offline(false)
	expect(boris, "JSON.parse(localStorage.getItem(Object.keys(localStorage).find(k => k.includes(' unsent ')))).length", 0)
	boris.choose(".current .share", "everyone")
	expect(hanna, "document.querySelectorAll('.said li.rejected').length", 1)

	// A revision comes; what was said goes with its clauses.
	room := eval[string](hanna, "location.pathname.replace('/compare', '')")
	hanna.open(s.URL + room)
	hanna.shoot("room.png")
	hanna.version(t, "Rev.2", strings.NewReplacer("from dusk until dawn", "from dusk until sunrise", "1. Urges", "1. Strongly urges").Replace(revision))
	hanna.click("main > p a")
	expect(hanna, "document.querySelectorAll('.talk li.position').length", 1)
	expect(hanna, "document.querySelector('#op1 .talk li.position .verdict')?.textContent ?? ''", "reserved")
	hanna.ready()
	hanna.click("#op1 .tools [role=group] button:last-child")
	hanna.choose(".talk-form select", "decision")
	hanna.choose(".talk-form label:nth-of-type(2) select", "agreed")
	hanna.do(chromedp.SendKeys(".talk-form textarea", "Sunrise it is."))
	hanna.click(".talk-form button")
	expect(hanna, "document.querySelectorAll('#op1 .talk li.decision').length", 1)
	hanna.shoot("compare.png")
	word := eval[string](hanna, `(async () => {
		const a = [...document.querySelectorAll('.site a')].find(a => a.href.endsWith('form=docx'));
		const bytes = new Uint8Array(await (await fetch(a.href)).arrayBuffer());
		return btoa(bytes.reduce((s, b) => s + String.fromCharCode(b), ''));
	})()`)
	checkStoryInWord(t, word)
	hanna.quiet()
	boris.quiet()
}

func setFile(selector, name string) chromedp.Action[chromedp.Void] {
	return chromedp.SetUploadFiles(selector, []string{name})
}

func keys(selector, text string) chromedp.Action[chromedp.Void] {
	return chromedp.SendKeys(selector, text)
}

// ready waits until the script of a comparison has begun.
func (b *tab) ready() {
	b.t.Helper()
	expect(b, "document.querySelector('#ui-roombar')?.hidden === false", true)
}

// version brings a version into the room whose page is open.
func (b *tab) version(t *testing.T, label, content string) {
	t.Helper()
	b.click("details summary")
	b.do(chromedp.SendKeys(`[name="label"]`, label), chromedp.SetUploadFiles(`[name="version-file"]`, []string{saved(t, label+".txt", content)}))
	b.click(`form[action$="/versions"] button`)
	expect(b, fmt.Sprintf("[...document.querySelectorAll('table:first-of-type th')].some(h => h.textContent === `%s`)", label), true)
}

// Two windows of one person that mark the same change without knowing of each other:
// both marks are shown, and a third settles it.
func TestTwoWindowsInConflict(t *testing.T) {
	window := browser(t)
	s := hosted(t)
	one, two := window(), window()
	for _, b := range []*tab{one, two} {
		b.open(s.entrance())
		b.open(s.URL + "/compare?old=A/RES/200/41&new=A/RES/202/38")
		b.ready()
		expect(b, "document.querySelector('#ui-here')?.textContent ?? ''", "Here: Hanna")
	}
	two.offline(true)
	two.press("j")
	two.press("r")
	one.press("j")
	one.press("a")
	expect(one, "document.querySelector('.current')?.dataset.review ?? ''", "agreed")
	expect(one, "localStorage.getItem(Object.keys(localStorage).find(k => k.includes(' unsent ')))", "[]")
	two.offline(false)
	expect(one, "document.querySelectorAll('.current .talk li.conflict').length", 2)
	expect(two, "document.querySelectorAll('.current .talk li.conflict').length", 2)
	one.press("d")
	expect(one, "document.querySelectorAll('.talk li.conflict').length", 0)
	expect(two, "document.querySelectorAll('.talk li.conflict').length", 0)
	expect(two, "document.querySelector('.current')?.dataset.review ?? ''", "discuss")
	one.quiet()
	two.quiet()
}

// Without JavaScript everything can be read: the changes, and what is said of them.
func TestReadWithoutScript(t *testing.T) {
	window := browser(t)
	s := serve(t)
	n := negotiate(t, s)
	e := n.entry(t, "w1", "mark", "everyone", "a note for all")
	e["verdict"] = "discuss"
	n.say(t, "boris", n.id, e)
	b := window()
	if _, err := chromedp.Call(b.ctx, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: true}); err != nil {
		t.Fatal(err)
	}
	if _, err := chromedp.Call(b.ctx, network.Enable, network.EnableParams{}); err != nil {
		t.Fatal(err)
	}
	if _, err := chromedp.Call(b.ctx, network.SetExtraHTTPHeaders, network.SetExtraHTTPHeadersParams{Headers: network.Headers{whoever: "clara"}}); err != nil {
		t.Fatal(err)
	}
	b.open(s.URL + "/room/" + n.id + "/compare?" + n.pair())
	expect(b, "document.querySelector('.said li')?.textContent.includes('a note for all') ?? false", true)
	expect(b, "[...document.querySelectorAll('.live, #ui-roombar')].filter(e => e.checkVisibility()).length", 0)
	expect(b, "document.querySelectorAll('.site a').length > 5", true)
	b.quiet()
}
