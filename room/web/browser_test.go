package web_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"reprise/internal/outside/chromiumtest"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/chromedp"

	"reprise/room"
	"reprise/room/web"
)

var pictures = flag.String("pictures", "", "write pictures of the pages into this folder, to be looked at")

// tab is the window of one person.
type tab struct{ *chromiumtest.Tab }

// patience is how long one test may drive the browser: two people wait for each other.
var patience = chromiumtest.Patience{Test: 2 * time.Minute, Step: 4 * time.Second}

// browser starts Chromium and gives windows of it.
func browser(t *testing.T) func() *tab {
	t.Helper()
	windows := chromiumtest.Windows(t, patience)
	return func() *tab { return &tab{windows()} }
}

// choose picks a value of a field as its user would.
func (b *tab) choose(selector, value string) {
	b.T.Helper()
	chromiumtest.Expect(b, fmt.Sprintf("!!document.querySelector(`%s`)", selector), true)
	chromiumtest.Eval[bool](b, fmt.Sprintf("(f => { f.value = `%s`; f.dispatchEvent(new Event('change', {bubbles: true})); return true })(document.querySelector(`%s`))", value, selector))
}

// shoot writes a picture of the page where -pictures asks for it.
func (b *tab) shoot(name string) {
	b.T.Helper()
	if *pictures != "" {
		b.Shoot(filepath.Join(*pictures, name), 1300)
	}
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

	hanna.Open(s.entrance())
	chromiumtest.Expect(hanna, "document.querySelectorAll('.box').length", 3)
	hanna.shoot("start.png")
	hanna.Do(chromedp.SetUploadFiles(`[name="old-file"]`, []string{saved(t, "L4.txt", draft)}), chromedp.SetUploadFiles(`[name="new-file"]`, []string{saved(t, "L4-Rev1.txt", revision)}))
	hanna.Click(".reads button")
	chromiumtest.Expect(hanna, "location.pathname", "/compare")
	chromiumtest.Expect(hanna, "document.querySelectorAll('.clause[data-changed]').length", 2)
	hanna.ready()
	hanna.Press("j")
	hanna.Press("a")
	chromiumtest.Expect(hanna, "document.querySelector('.current')?.dataset.review ?? ''", "agreed")
	chromiumtest.Expect(hanna, "localStorage.getItem(Object.keys(localStorage).find(k => k.includes(' unsent ')))", "[]")
	hanna.Do(chromedp.Reload())
	chromiumtest.Expect(hanna, "document.querySelectorAll('[data-review=agreed]').length", 1)

	// A room, and somebody who is let in.
	hanna.Open(s.URL + "/")
	chromiumtest.Expect(hanna, "document.querySelectorAll('#ui-recent a').length", 1)
	hanna.Click("details summary")
	hanna.Do(chromedp.SendKeys(`form[action="/rooms"] [name="name"]`, "Lighthouses"), chromedp.SendKeys(`form[action="/rooms"] [name="delegation"]`, "Ruritania"),
		chromedp.SetUploadFiles(`[name="base-file"]`, []string{saved(t, "L4.txt", draft)}))
	hanna.Click(`form[action="/rooms"] button`)
	chromiumtest.Expect(hanna, "document.querySelector('h1')?.textContent ?? ''", "Lighthouses")
	hanna.version(t, "Rev.1", revision)
	hanna.Do(chromedp.SendKeys(`form[action$="/invitations"] [name="delegation"]`, "Borduria"))
	hanna.Click(`form[action$="/invitations"] button`)
	chromiumtest.Expect(hanna, "!!document.querySelector('[role=status] code')", true)
	invitation := chromiumtest.Eval[string](hanna, "document.querySelector('[role=status] code').textContent")

	boris.Open(s.URL + "/")
	chromiumtest.Expect(boris, "document.querySelector('h1')?.textContent ?? ''", "401")
	boris.Forgive("") // the page that was refused
	boris.Open(invitation)
	boris.Do(chromedp.SendKeys(`[name="name"]`, "Boris"))
	boris.Click("form button")
	chromiumtest.Expect(boris, "document.querySelector('h1')?.textContent ?? ''", "Lighthouses")

	// Both look at the same comparison.
	chromiumtest.Expect(hanna, "!!document.querySelector('main > p a')", true)
	comparison := chromiumtest.Eval[string](hanna, "document.querySelector('main > p a').getAttribute('href')")
	for _, b := range []*tab{hanna, boris} {
		b.Open(s.URL + comparison)
		b.ready()
		chromiumtest.Expect(b, "!!document.querySelector('#ui-here').textContent", true)
	}
	chromiumtest.Expect(hanna, "document.querySelector('#ui-here')?.textContent ?? ''", "Here: Boris, Hanna")

	// A mark is one's own until it is shared; then the other has it within a second.
	hanna.Press("j")
	hanna.Press("d")
	chromiumtest.Expect(hanna, "document.querySelector('.current')?.dataset.review ?? ''", "discuss")
	time.Sleep(700 * time.Millisecond)
	if got := chromiumtest.Eval[int](boris, "document.querySelectorAll('.said li').length"); got != 0 {
		t.Error("Boris sees a mark that was not shared")
	}
	hanna.choose(".current .share", "everyone")
	chromiumtest.Within(boris, time.Second, "document.querySelector('.said li')?.textContent.includes('Hanna (Ruritania)') ?? false", true)

	// A post and a position with its own wording.
	boris.Press("j")
	boris.Click(".current .tools [role=group] button:last-child")
	boris.choose(".talk-form select", "position")
	boris.choose(".talk-form label:nth-of-type(2) select", "reserved")
	boris.Do(chromedp.SendKeys(".talk-form textarea", "We need time."))
	chromiumtest.Eval[bool](boris, "(f => { f.value = f.value.replace('dawn', 'sunrise'); return true })(document.querySelectorAll('.talk-form textarea')[1])")
	boris.choose(".talk-form .share", "everyone")
	boris.shoot("form.png")
	boris.Click(".talk-form button")
	chromiumtest.Within(hanna, time.Second, "document.querySelector('.talk .wording ins')?.textContent ?? ''", "sunrise")
	chromiumtest.Expect(hanna, "document.querySelector('.talk .wording del').textContent", "dawn")
	chromiumtest.Expect(hanna, "document.querySelector('.talk .verdict').textContent", "reserved")

	// Without a connection it is said so, and what is marked is sent later.
	boris.Cut()
	boris.Press("j")
	boris.Press("r")
	chromiumtest.Expect(boris, "document.querySelector('#ui-connection').textContent.includes('sent later')", true)
	boris.Connect()
	chromiumtest.Expect(boris, "JSON.parse(localStorage.getItem(Object.keys(localStorage).find(k => k.includes(' unsent ')))).length", 0)
	boris.choose(".current .share", "everyone")
	chromiumtest.Expect(hanna, "document.querySelectorAll('.said li.rejected').length", 1)

	// A revision comes; what was said goes with its clauses.
	room := chromiumtest.Eval[string](hanna, "location.pathname.replace('/compare', '')")
	hanna.Open(s.URL + room)
	hanna.shoot("room.png")
	hanna.version(t, "Rev.2", strings.NewReplacer("from dusk until dawn", "from dusk until sunrise", "1. Urges", "1. Strongly urges").Replace(revision))
	hanna.Click("main > p a")
	chromiumtest.Expect(hanna, "document.querySelectorAll('.talk li.position').length", 1)
	chromiumtest.Expect(hanna, "document.querySelector('#op1 .talk li.position .verdict')?.textContent ?? ''", "reserved")
	hanna.ready()
	hanna.Click("#op1 .tools [role=group] button:last-child")
	hanna.choose(".talk-form select", "decision")
	hanna.choose(".talk-form label:nth-of-type(2) select", "agreed")
	hanna.Do(chromedp.SendKeys(".talk-form textarea", "Sunrise it is."))
	hanna.Click(".talk-form button")
	chromiumtest.Expect(hanna, "document.querySelectorAll('#op1 .talk li.decision').length", 1)
	hanna.shoot("compare.png")
	word := chromiumtest.Eval[string](hanna, `(async () => {
		const a = [...document.querySelectorAll('.site a')].find(a => a.href.endsWith('form=docx'));
		const bytes = new Uint8Array(await (await fetch(a.href)).arrayBuffer());
		return btoa(bytes.reduce((s, b) => s + String.fromCharCode(b), ''));
	})()`)
	checkStoryInWord(t, word)
	hanna.Quiet()
	boris.Quiet()
}

func setFile(selector, name string) chromedp.Action[chromedp.Void] {
	return chromedp.SetUploadFiles(selector, []string{name})
}

func keys(selector, text string) chromedp.Action[chromedp.Void] {
	return chromedp.SendKeys(selector, text)
}

// ready waits until the script of a comparison has begun.
func (b *tab) ready() {
	b.T.Helper()
	chromiumtest.Expect(b, "document.querySelector('#ui-roombar')?.hidden === false", true)
}

// version brings a version into the room whose page is open.
func (b *tab) version(t *testing.T, label, content string) {
	t.Helper()
	b.Click("details summary")
	b.Do(chromedp.SendKeys(`[name="label"]`, label), chromedp.SetUploadFiles(`[name="version-file"]`, []string{saved(t, label+".txt", content)}))
	b.Click(`form[action$="/versions"] button`)
	chromiumtest.Expect(b, fmt.Sprintf("[...document.querySelectorAll('table:first-of-type th')].some(h => h.textContent === `%s`)", label), true)
}

// Two windows of one person that mark the same change without knowing of each other:
// both marks are shown, and a third settles it.
func TestTwoWindowsInConflict(t *testing.T) {
	window := browser(t)
	s := hosted(t)
	one, two := window(), window()
	for _, b := range []*tab{one, two} {
		b.Open(s.entrance())
		b.Open(s.URL + "/compare?old=A/RES/200/41&new=A/RES/202/38")
		b.ready()
		chromiumtest.Expect(b, "document.querySelector('#ui-here')?.textContent ?? ''", "Here: Hanna")
	}
	two.Cut()
	two.Press("j")
	two.Press("r")
	one.Press("j")
	one.Press("a")
	chromiumtest.Expect(one, "document.querySelector('.current')?.dataset.review ?? ''", "agreed")
	chromiumtest.Expect(one, "localStorage.getItem(Object.keys(localStorage).find(k => k.includes(' unsent ')))", "[]")
	two.Connect()
	chromiumtest.Expect(one, "document.querySelectorAll('.current .talk li.conflict').length", 2)
	chromiumtest.Expect(two, "document.querySelectorAll('.current .talk li.conflict').length", 2)
	one.Press("d")
	chromiumtest.Expect(one, "document.querySelectorAll('.talk li.conflict').length", 0)
	chromiumtest.Expect(two, "document.querySelectorAll('.talk li.conflict').length", 0)
	chromiumtest.Expect(two, "document.querySelector('.current')?.dataset.review ?? ''", "discuss")
	one.Quiet()
	two.Quiet()
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
	if _, err := chromedp.Call(b.Context, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: true}); err != nil {
		t.Fatal(err)
	}
	if _, err := chromedp.Call(b.Context, network.Enable, network.EnableParams{}); err != nil {
		t.Fatal(err)
	}
	if _, err := chromedp.Call(b.Context, network.SetExtraHTTPHeaders, network.SetExtraHTTPHeadersParams{Headers: network.Headers{whoever: "clara"}}); err != nil {
		t.Fatal(err)
	}
	b.Open(s.URL + "/room/" + n.id + "/compare?" + n.pair())
	chromiumtest.Expect(b, "document.querySelector('.said li')?.textContent.includes('a note for all') ?? false", true)
	chromiumtest.Expect(b, "[...document.querySelectorAll('.live, #ui-roombar')].filter(e => e.checkVisibility()).length", 0)
	chromiumtest.Expect(b, "document.querySelectorAll('.site a').length > 5", true)
	b.Quiet()
}
