package page_test

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/browser"
	"github.com/chromedp/chromedp"

	"reprise/align"
	"reprise/diff"
	"reprise/diff/nature"
	"reprise/internal/outside"
	"reprise/report"
	"reprise/report/page"
	"reprise/report/reporttest"
	"reprise/resolution"
	"reprise/resolution/symbol"
)

const (
	listed  = `[...document.querySelectorAll('.clause[data-counted]')].filter(c => !c.closest('.fold') && c.checkVisibility()).map(c => c.id).join(' ')`
	inHand  = `document.querySelector('.current')?.id ?? ''`
	changes = "pp1 pp4 pp6 op2 op2(b) op3 op4 op5 old-op6 op6 op8 op10 op11 op12"
)

func TestFiltersListWhatTheyCount(t *testing.T) {
	b := open(t, page.HTML{}, reporttest.Specimen(t))
	expect(b, listed, changes)
	b.click(`[data-filter="added"]`)
	expect(b, listed, "pp6 op4 op12")
	b.click(`[data-filter="moved"]`)
	expect(b, listed, "pp4 pp6 op4 op12")
	b.click(`[data-filter="substantive"]`)
	expect(b, listed, "pp6 op4 op12")
	expect(b, `document.getElementById('ui-status').textContent`, "3 of 14 changes listed: added, moved, substantive")
	expect(b, `document.querySelector('[data-filter="added"]').getAttribute('aria-pressed')`, "true")
	b.click(`#ui-all`)
	expect(b, listed, changes)
	for filter, want := range map[string]string{"uncertain": "op3 op8", "routine": "pp1 op10 op11", "split": "op6", "merged": "op3", "removed": "old-op6", "rearranged": "op8"} {
		b.click(`[data-filter="` + filter + `"]`)
		expect(b, listed, want)
		b.click(`#ui-all`)
	}
	b.quiet()
}

func TestPageOpensOnSubstantiveOnly(t *testing.T) {
	b := open(t, page.HTML{Only: report.SubstantiveOnly, View: report.SideBySide}, reporttest.Specimen(t))
	expect(b, listed, "pp6 op2 op2(b) op3 op4 op5 old-op6 op6 op8 op12")
	expect(b, `document.documentElement.dataset.view`, "side-by-side")
	b.quiet()
}

func TestKeysGoThroughTheChanges(t *testing.T) {
	b := open(t, page.HTML{}, reporttest.Specimen(t))
	b.press("j")
	expect(b, inHand, "pp1")
	b.press("j")
	expect(b, inHand, "pp4")
	b.press("n")
	expect(b, inHand, "pp6")
	b.press("n")
	expect(b, inHand, "op2")
	b.press("k")
	b.press("k")
	expect(b, inHand, "pp4")
	expect(b, `document.getElementById('ui-place').textContent`, "2 of 14")
	expect(b, `document.activeElement.id`, "pp4")
	b.click("#ui-next")
	expect(b, inHand, "pp6")
	b.press("s")
	expect(b, `document.documentElement.dataset.view`, "side-by-side")
	b.press("s")
	expect(b, `document.documentElement.dataset.view`, "clean")
	b.press("f")
	expect(b, `document.activeElement.dataset.filter`, "added")
	b.press("?")
	expect(b, `document.getElementById('ui-help-sheet').open`, true)
	b.press("j") // not in a sheet
	expect(b, inHand, "pp6")
	b.quiet()
}

func TestKeysAreOffInTextFieldsAndByChoice(t *testing.T) {
	b := open(t, page.HTML{}, reporttest.Specimen(t))
	b.press("/")
	expect(b, `document.activeElement.id`, "ui-search")
	b.press("j")
	// The driver types the slash too, which a keyboard would not.
	expect(b, `document.getElementById('ui-search').value.endsWith('j')`, true)
	expect(b, inHand, "")
	eval[bool](b, `document.activeElement.blur(), document.getElementById('ui-keys').click(), true`)
	b.press("j")
	expect(b, inHand, "")
	b.do(chromedp.Reload())
	b.press("j")
	expect(b, inHand, "")
	b.quiet()
}

func TestLinksReachEveryClause(t *testing.T) {
	file := filepath.Join(t.TempDir(), "page.html")
	if err := os.WriteFile(file, reporttest.Render(t, page.HTML{}, reporttest.Specimen(t)), 0o644); err != nil {
		t.Fatal(err)
	}
	b := openFile(t, file)
	for hash, want := range map[string]string{
		"op5":      "op5",
		"op2(b)":   "op2(b)",
		"op7":      "op6",     // the second half of a split stands in its change
		"old-op6":  "old-op6", // removed
		"old-op7":  "op6",
		"old-op11": "op11",
	} {
		b.do(chromedp.Navigate("about:blank"), chromedp.Navigate("file://"+file+"#"+hash))
		expect(b, inHand, want)
		expect(b, `(r => r.top >= 0 && r.top < innerHeight)(document.querySelector('.current').getBoundingClientRect())`, true)
	}
	b.do(chromedp.Navigate("about:blank"), chromedp.Navigate("file://"+file+"#pp3"))
	expect(b, `document.getElementById('pp3').closest('details').open`, true)
	b.quiet()
}

func TestMovedClauseAndItsOldPlaceAreLinked(t *testing.T) {
	b := open(t, page.HTML{}, reporttest.Specimen(t))
	expect(b, `document.querySelector('#pp4 .place a').hash`, "#old-pp5")
	expect(b, `document.querySelector('#old-pp5 a').hash`, "#pp4")
	expect(b, `document.getElementById('old-pp5').previousElementSibling.querySelector('.clause').id`, "pp5")
	b.quiet()
}

func TestViewsShowTheirText(t *testing.T) {
	b := open(t, page.HTML{}, reporttest.Specimen(t))
	seen := func(selector string) string {
		return `document.querySelector('` + selector + `').innerText`
	}
	expect(b, seen("#op2 .redline"), "Requests the Secretary-General, within existing available resources:")
	b.click(`button[data-view="side-by-side"]`)
	expect(b, seen("#op2 .redline"), "Requests the Secretary-General, within existing resources:")
	expect(b, seen("#op2 .second"), "Requests the Secretary-General, within available resources:")
	b.click(`button[data-view="clean"]`)
	expect(b, seen("#op2 .redline"), "Requests the Secretary-General, within available resources:")
	expect(b, `document.getElementById('old-op6').checkVisibility()`, false)
	b.quiet()
}

func TestSearchFindsAcrossEdits(t *testing.T) {
	b := open(t, page.HTML{}, reporttest.Specimen(t))
	b.do(chromedp.SendKeys("#ui-search", "teacups and"))
	expect(b, `document.getElementById('ui-found').textContent`, "2 found") // title line and OP11
	b.press("\r")
	expect(b, `document.querySelector('.fold[open]') !== null`, true)
	expect(b, `document.getElementById('ui-found').textContent`, "1 of 2")
	b.press("\r")
	expect(b, `document.querySelector('.clause.current').id`, "op11") // the next step goes on from there
	b.quiet()
}

func TestReviewMarksSurviveAReload(t *testing.T) {
	b := open(t, page.HTML{}, reporttest.Specimen(t))
	mark := func(id string) string {
		return fmt.Sprintf(`document.getElementById('%s').dataset.review ?? ''`, id)
	}
	b.press("j")
	b.press("a")
	expect(b, mark("pp1"), "agreed")
	b.press("n")
	b.click(`#pp6 [data-mark="discuss"]`)
	b.click(`#pp6 [data-act="note"]`)
	b.do(chromedp.SendKeys("#pp6 textarea", "ask the islands"))
	b.press("\x1b")
	b.do(chromedp.Reload())
	expect(b, mark("pp1"), "agreed")
	expect(b, mark("pp6"), "discuss")
	expect(b, `document.querySelector('#pp6 textarea').value`, "ask the islands")
	expect(b, `document.getElementById('ui-marked').textContent`, " (2)")
	expect(b, inHand, "pp6") // the address remembers it
	b.click(`[data-filter="discuss"]`)
	expect(b, listed, "pp6")
	b.click("#ui-all")
	b.press("k")
	b.press("k")
	expect(b, inHand, "pp1")
	b.press("a") // again: off
	expect(b, mark("pp1"), "")
	b.quiet()
}

func TestReviewIsPassedOnAsAFile(t *testing.T) {
	b := open(t, page.HTML{}, reporttest.Specimen(t))
	folder := b.downloads()
	b.press("j")
	b.press("r")
	b.press("n")
	b.click(`#pp6 [data-mark="discuss"]`)
	b.click("#ui-review")
	b.click("#ui-export")
	raw := await(t, folder, ".json")
	file := decodeJSON[struct {
		Schema, Comparison string
		Marks              []struct {
			Old, New         []string
			Name, Mark, Note string
		}
	}](t, raw)
	reporttest.CheckSchema(t, "reprise/review/1", raw)
	if len(file.Marks) != 2 || file.Marks[0].Mark != "rejected" || file.Marks[1].Name != "PP6" || file.Comparison != "A/RES/199/41 → A/RES/200/17" {
		t.Errorf("exported %s", raw)
	}
	b.click("#ui-clear")
	expect(b, `document.getElementById('ui-clear-ask').innerText.startsWith('Take off 2 marks of your own?')`, true)
	expect(b, `document.querySelectorAll('[data-review]').length`, 2) // it asks first
	b.click("#ui-clear-yes")
	expect(b, `document.querySelectorAll('[data-review]').length`, 0)
	b.click("#ui-undo")
	expect(b, `document.querySelectorAll('[data-review]').length`, 2)
	b.click("#ui-clear")
	b.click("#ui-clear-yes")
	b.do(chromedp.SetUploadFiles("#ui-import", []string{found(folder, ".json")}))
	expect(b, `document.querySelectorAll('[data-review]').length`, 2)
	expect(b, `document.getElementById('ui-status').textContent`, "2 of 2 marks fit a change here.")
	bad := filepath.Join(t.TempDir(), "bad.json")
	if err := os.WriteFile(bad, []byte("[1"), 0o644); err != nil {
		t.Fatal(err)
	}
	b.do(chromedp.SetUploadFiles("#ui-import", []string{bad}))
	expect(b, `document.getElementById('ui-status').textContent.startsWith('This file cannot be read')`, true)
	b.quiet()
}

func TestReviewTableOpensInWord(t *testing.T) {
	outside.Program(t, "soffice")
	b := open(t, page.HTML{}, reporttest.Specimen(t))
	folder := b.downloads()
	b.press("j")
	b.press("d")
	b.do(chromedp.Focus("#op4")) // brings its buttons
	b.click(`#op4 [data-mark="rejected"]`)
	b.click("#ui-review")
	b.click("#ui-word")
	await(t, folder, ".docx")
	cmd := exec.Command("soffice", "-env:UserInstallation=file://"+t.TempDir(), "--headless", "--convert-to", "txt:Text", "--outdir", folder, found(folder, ".docx"))
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	text := string(await(t, folder, ".txt"))
	for _, want := range []string{"PP1", "You: to discuss", "Recalling its resolutions", "OP4", "You: rejected", "<b>“to be observed”</b> & enjoyed"} {
		if !strings.Contains(text, want) {
			t.Errorf("the table lacks %q:\n%s", want, text)
		}
	}
	if strings.Contains(text, "PP6") {
		t.Errorf("the table has a change that nobody marked:\n%s", text)
	}
	b.quiet()
}

// downloads lets the page save files, into the folder that it returns.
func (b *tab) downloads() string {
	b.t.Helper()
	folder := b.t.TempDir()
	_, err := chromedp.CallBrowser(b.ctx, browser.SetDownloadBehavior, browser.SetDownloadBehaviorParams{
		Behavior: browser.SetDownloadBehaviorBehaviorAllow, DownloadPath: folder,
	})
	if err != nil {
		b.t.Fatal(err)
	}
	return folder
}

func found(folder, ending string) string {
	files, _ := filepath.Glob(filepath.Join(folder, "*"+ending))
	if len(files) == 0 {
		return ""
	}
	return files[0]
}

// await reads the file with this ending as soon as it is there.
func await(t *testing.T, folder, ending string) []byte {
	t.Helper()
	for range 100 {
		if file := found(folder, ending); file != "" {
			if raw, err := os.ReadFile(file); err == nil && len(raw) > 0 {
				return raw
			}
		}
		time.Sleep(50 * time.Millisecond)
	}
	t.Fatalf("no %s came", ending)
	return nil
}

// TestNothingOfTheTextRuns feeds texts that would like to.
func TestNothingOfTheTextRuns(t *testing.T) {
	c := reporttest.Specimen(t)
	evil := `</script><script>document.title='owned'</script><img src=x onerror="document.title='owned'">{{.}}`
	for i := range c.Changes {
		ch := &c.Changes[i]
		ch.Edits = append([]diff.Edit{{Op: diff.Insert, Text: evil}}, ch.Edits...)
		ch.Reasons = append(ch.Reasons, diff.Reason{Cause: nature.TitleChanged, New: nature.Span{Clause: &resolution.Clause{Text: evil}, To: len(evil)}})
	}
	c.New.Title, c.New.Symbol = evil, symbol.Symbol(`"}*{display:none}`+evil)
	c.Warnings = []diff.Warning{{Kind: diff.StaleReference, Number: evil, Now: evil}}
	c.New.Footnotes = append(c.New.Footnotes, resolution.Footnote{Mark: `"><script>`, Text: evil})
	b := open(t, page.HTML{}, c)
	expect(b, `document.title === 'owned'`, false)
	expect(b, `document.querySelectorAll('main img, main script').length`, 0)
	expect(b, `document.querySelectorAll('script:not([type])').length`, 1)
	b.press("j")
	expect(b, inHand, "pp1")
	b.quiet()
}

func TestFocusOnAnEditShowsItsReason(t *testing.T) {
	b := open(t, page.HTML{}, reporttest.Specimen(t))
	lit := `[...document.querySelectorAll('li.lit')].map(e => e.textContent).join()`
	b.press("j")
	b.press("\t") // the name
	b.press("\t") // the first edit
	expect(b, `document.activeElement.nodeName`, "DEL")
	expect(b, lit, "one more document is cited: 199/41")
	b.press("j")
	expect(b, lit, "")
	b.quiet()
}

func TestCopyWithAndWithoutTheRedline(t *testing.T) {
	b := open(t, page.HTML{}, reporttest.Specimen(t))
	eval[bool](b, `Object.defineProperty(navigator, 'clipboard', {value: {write: async ([item]) => {
		window.copied = {};
		for (const type of item.types) copied[type] = await (await item.getType(type)).text();
	}}}), true`)
	take := func(id string) { b.do(chromedp.Navigate(eval[string](b, `location.href.split('#')[0]`) + "#" + id)) }
	take("op2")
	b.click(`.current [data-act="copy"]`)
	expect(b, `window.copied?.['text/plain'] ?? ''`, "Requests the Secretary-General, within available resources:")
	b.click(`.current [data-act="redline"]`)
	expect(b, `copied['text/plain'] ?? ''`, "OP2 Requests the Secretary-General, within [-existing-]{+available+} resources:")
	expect(b, `copied['text/html'] ?? ''`, "<p>OP2 Requests the Secretary-General, within <del>existing</del> <ins>available</ins> resources:</p>")
	take("op4")
	b.click(`.current [data-act="redline"]`)
	expect(b, `copied['text/html'] ?? ''`, "<p>OP4 <ins>Decides to proclaim 1 April 2146 the International Day of the Saucer, &lt;b&gt;“to be observed”&lt;/b&gt; &amp; enjoyed;</ins></p>")
	take("old-op6")
	b.click(`.current [data-act="copy"]`)
	expect(b, `copied['text/plain'] ?? ''`, "Endorses the guidelines on tea leaves annexed to resolution 188/3 of 5 May 2133;")
	b.quiet()
}

// Texts in scripts that run from the right read from the right, beside an
// English page.
func TestTextFromTheRight(t *testing.T) {
	c := reporttest.Specimen(t)
	c.Changes[3].Edits = []diff.Edit{{Op: diff.Equal, Text: "إذ تشير إلى قراراتها "}, {Op: diff.Delete, Text: "السابقة"}, {Op: diff.Insert, Text: "ذات الصلة"}}
	b := open(t, page.HTML{}, c)
	expect(b, `getComputedStyle(document.querySelector('#pp1 .redline')).direction`, "rtl")
	expect(b, `getComputedStyle(document.querySelector('#pp2 .redline')).direction`, "ltr")
	expect(b, `(p => { const r = document.createRange(); r.selectNodeContents(p); return Math.abs(r.getBoundingClientRect().right - p.getBoundingClientRect().right) < 3 })(document.querySelector('#pp1 .redline'))`, true)
	b.quiet()
}

// Without JavaScript the page is a plain redline: every change can be read, and
// no control is shown that would do nothing.
func TestPageReadsWithoutScript(t *testing.T) {
	file := filepath.Join(t.TempDir(), "page.html")
	page := regexp.MustCompile(`(?s)<script>.*</script>`).ReplaceAll(reporttest.Render(t, page.HTML{}, reporttest.Specimen(t)), nil)
	if err := os.WriteFile(file, page, 0o644); err != nil {
		t.Fatal(err)
	}
	b := openFile(t, file)
	expect(b, listed, changes)
	expect(b, `[...document.querySelectorAll('.live')].filter(e => e.checkVisibility()).length`, 0)
	expect(b, `[...document.querySelectorAll('.fold')].every(d => !d.open && d.querySelector('summary').checkVisibility())`, true)
	b.quiet()
}

// bigComparison has many clauses, every third of them changed.
func bigComparison(clauses int) *diff.Comparison {
	c := &diff.Comparison{Old: &resolution.Document{Symbol: "A/RES/199/1"}, New: &resolution.Document{Symbol: "A/RES/200/1", Title: "A long list of teacups"}}
	text := strings.Repeat("the keepers of the lighthouses shall keep their teacups, ", 8)
	for i := range clauses {
		id := fmt.Sprintf("op%d", i+1)
		o := &resolution.Clause{ID: id, Part: resolution.Operative, Text: "Requests that " + text + "old;"}
		n := &resolution.Clause{ID: id, Part: resolution.Operative, Text: "Requests that " + text + "new;"}
		ch := diff.Change{Link: align.Link{Old: []*resolution.Clause{o}, New: []*resolution.Clause{n}}, Edits: []diff.Edit{{Op: diff.Equal, Text: "Requests that " + text}, {Op: diff.Delete, Text: "old"}, {Op: diff.Insert, Text: "new"}, {Op: diff.Equal, Text: ";"}}}
		if i%3 == 0 {
			ch.Status, ch.Nature, ch.Reasons = diff.Reworded, diff.Substantive, []diff.Reason{{Cause: nature.WordsChanged}}
		} else {
			n.Text, ch.Edits = o.Text, []diff.Edit{{Op: diff.Equal, Text: o.Text}}
		}
		c.Changes = append(c.Changes, ch)
		c.Old.Clauses, c.New.Clauses = append(c.Old.Clauses, o), append(c.New.Clauses, n)
	}
	c.Summary = diff.Summary{Reworded: clauses / 3, Kept: clauses - clauses/3, Substantive: clauses / 3}
	return c
}

// The page of a thousand clauses is to stay below 15 MB and to open within
// 1.5 s; the size is asserted, the time only told, because machines differ.
func TestAThousandClausesStaySmall(t *testing.T) {
	const limit = 15 << 20
	out := reporttest.Render(t, page.HTML{}, bigComparison(1000))
	if len(out) > limit {
		t.Errorf("%d bytes, at most %d wanted", len(out), limit)
	}
	b := open(t, page.HTML{}, bigComparison(1000))
	t.Logf("%d kB, open after %.0f ms", len(out)>>10, eval[float64](b, `performance.timing.loadEventEnd - performance.timing.navigationStart`))
	b.press("j")
	expect(b, inHand, "op1")
	b.quiet()
}
