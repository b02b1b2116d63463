package page_test

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"reprise/internal/outside/chromiumtest"
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
	chromiumtest.Expect(b, listed, changes)
	b.Click(`[data-filter="added"]`)
	chromiumtest.Expect(b, listed, "pp6 op4 op12")
	b.Click(`[data-filter="moved"]`)
	chromiumtest.Expect(b, listed, "pp4 pp6 op4 op12")
	b.Click(`[data-filter="substantive"]`)
	chromiumtest.Expect(b, listed, "pp6 op4 op12")
	chromiumtest.Expect(b, `document.getElementById('ui-status').textContent`, "3 of 14 changes listed: added, moved, substantive")
	chromiumtest.Expect(b, `document.querySelector('[data-filter="added"]').getAttribute('aria-pressed')`, "true")
	b.Click(`#ui-all`)
	chromiumtest.Expect(b, listed, changes)
	for filter, want := range map[string]string{"uncertain": "op3 op8", "routine": "pp1 op10 op11", "split": "op6", "merged": "op3", "removed": "old-op6", "rearranged": "op8"} {
		b.Click(`[data-filter="` + filter + `"]`)
		chromiumtest.Expect(b, listed, want)
		b.Click(`#ui-all`)
	}
	b.Quiet()
}

func TestPageOpensOnSubstantiveOnly(t *testing.T) {
	b := open(t, page.HTML{Only: report.SubstantiveOnly, View: report.SideBySide}, reporttest.Specimen(t))
	chromiumtest.Expect(b, listed, "pp6 op2 op2(b) op3 op4 op5 old-op6 op6 op8 op12")
	chromiumtest.Expect(b, `document.documentElement.dataset.view`, "side-by-side")
	b.Quiet()
}

func TestKeysGoThroughTheChanges(t *testing.T) {
	b := open(t, page.HTML{}, reporttest.Specimen(t))
	b.Press("j")
	chromiumtest.Expect(b, inHand, "pp1")
	b.Press("j")
	chromiumtest.Expect(b, inHand, "pp4")
	b.Press("n")
	chromiumtest.Expect(b, inHand, "pp6")
	b.Press("n")
	chromiumtest.Expect(b, inHand, "op2")
	b.Press("k")
	b.Press("k")
	chromiumtest.Expect(b, inHand, "pp4")
	chromiumtest.Expect(b, `document.getElementById('ui-place').textContent`, "2 of 14")
	chromiumtest.Expect(b, `document.activeElement.id`, "pp4")
	b.Click("#ui-next")
	chromiumtest.Expect(b, inHand, "pp6")
	b.Press("s")
	chromiumtest.Expect(b, `document.documentElement.dataset.view`, "side-by-side")
	b.Press("s")
	chromiumtest.Expect(b, `document.documentElement.dataset.view`, "clean")
	b.Press("f")
	chromiumtest.Expect(b, `document.activeElement.dataset.filter`, "added")
	b.Press("?")
	chromiumtest.Expect(b, `document.getElementById('ui-help-sheet').open`, true)
	b.Press("j") // not in a sheet
	chromiumtest.Expect(b, inHand, "pp6")
	b.Quiet()
}

func TestKeysAreOffInTextFieldsAndByChoice(t *testing.T) {
	b := open(t, page.HTML{}, reporttest.Specimen(t))
	b.Press("/")
	chromiumtest.Expect(b, `document.activeElement.id`, "ui-search")
	b.Press("j")
	// The driver types the slash too, which a keyboard would not.
	chromiumtest.Expect(b, `document.getElementById('ui-search').value.endsWith('j')`, true)
	chromiumtest.Expect(b, inHand, "")
	chromiumtest.Eval[bool](b, `document.activeElement.blur(), document.getElementById('ui-keys').click(), true`)
	b.Press("j")
	chromiumtest.Expect(b, inHand, "")
	b.Do(chromedp.Reload())
	b.Press("j")
	chromiumtest.Expect(b, inHand, "")
	b.Quiet()
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
		b.Do(chromedp.Navigate("about:blank"), chromedp.Navigate("file://"+file+"#"+hash))
		chromiumtest.Expect(b, inHand, want)
		chromiumtest.Expect(b, `(r => r.top >= 0 && r.top < innerHeight)(document.querySelector('.current').getBoundingClientRect())`, true)
	}
	b.Do(chromedp.Navigate("about:blank"), chromedp.Navigate("file://"+file+"#pp3"))
	chromiumtest.Expect(b, `document.getElementById('pp3').closest('details').open`, true)
	b.Quiet()
}

func TestMovedClauseAndItsOldPlaceAreLinked(t *testing.T) {
	b := open(t, page.HTML{}, reporttest.Specimen(t))
	chromiumtest.Expect(b, `document.querySelector('#pp4 .place a').hash`, "#old-pp5")
	chromiumtest.Expect(b, `document.querySelector('#old-pp5 a').hash`, "#pp4")
	chromiumtest.Expect(b, `document.getElementById('old-pp5').previousElementSibling.querySelector('.clause').id`, "pp5")
	b.Quiet()
}

func TestViewsShowTheirText(t *testing.T) {
	b := open(t, page.HTML{}, reporttest.Specimen(t))
	seen := func(selector string) string {
		return `document.querySelector('` + selector + `').innerText`
	}
	chromiumtest.Expect(b, seen("#op2 .redline"), "Requests the Secretary-General, within existing available resources:")
	b.Click(`button[data-view="side-by-side"]`)
	chromiumtest.Expect(b, seen("#op2 .redline"), "Requests the Secretary-General, within existing resources:")
	chromiumtest.Expect(b, seen("#op2 .second"), "Requests the Secretary-General, within available resources:")
	b.Click(`button[data-view="clean"]`)
	chromiumtest.Expect(b, seen("#op2 .redline"), "Requests the Secretary-General, within available resources:")
	chromiumtest.Expect(b, `document.getElementById('old-op6').checkVisibility()`, false)
	b.Quiet()
}

func TestSearchFindsAcrossEdits(t *testing.T) {
	b := open(t, page.HTML{}, reporttest.Specimen(t))
	b.Do(chromedp.SendKeys("#ui-search", "teacups and"))
	chromiumtest.Expect(b, `document.getElementById('ui-found').textContent`, "2 found") // title line and OP11
	b.Press("\r")
	chromiumtest.Expect(b, `document.querySelector('.fold[open]') !== null`, true)
	chromiumtest.Expect(b, `document.getElementById('ui-found').textContent`, "1 of 2")
	b.Press("\r")
	chromiumtest.Expect(b, `document.querySelector('.clause.current').id`, "op11") // the next step goes on from there
	b.Quiet()
}

func TestReviewMarksSurviveAReload(t *testing.T) {
	b := open(t, page.HTML{}, reporttest.Specimen(t))
	mark := func(id string) string {
		return fmt.Sprintf(`document.getElementById('%s').dataset.review ?? ''`, id)
	}
	b.Press("j")
	b.Press("a")
	chromiumtest.Expect(b, mark("pp1"), "agreed")
	b.Press("n")
	b.Click(`#pp6 [data-mark="discuss"]`)
	b.Click(`#pp6 [data-act="note"]`)
	b.Do(chromedp.SendKeys("#pp6 textarea", "ask the islands"))
	b.Press("\x1b")
	b.Do(chromedp.Reload())
	chromiumtest.Expect(b, mark("pp1"), "agreed")
	chromiumtest.Expect(b, mark("pp6"), "discuss")
	chromiumtest.Expect(b, `document.querySelector('#pp6 textarea').value`, "ask the islands")
	chromiumtest.Expect(b, `document.getElementById('ui-marked').textContent`, " (2)")
	chromiumtest.Expect(b, inHand, "pp6") // the address remembers it
	b.Click(`[data-filter="discuss"]`)
	chromiumtest.Expect(b, listed, "pp6")
	b.Click("#ui-all")
	b.Press("k")
	b.Press("k")
	chromiumtest.Expect(b, inHand, "pp1")
	b.Press("a") // again: off
	chromiumtest.Expect(b, mark("pp1"), "")
	b.Quiet()
}

func TestReviewIsPassedOnAsAFile(t *testing.T) {
	b := open(t, page.HTML{}, reporttest.Specimen(t))
	folder := b.downloads()
	b.Press("j")
	b.Press("r")
	b.Press("n")
	b.Click(`#pp6 [data-mark="discuss"]`)
	b.Click("#ui-review")
	b.Click("#ui-export")
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
	b.Click("#ui-clear")
	chromiumtest.Expect(b, `document.getElementById('ui-clear-ask').innerText.startsWith('Take off 2 marks of your own?')`, true)
	chromiumtest.Expect(b, `document.querySelectorAll('[data-review]').length`, 2) // it asks first
	b.Click("#ui-clear-yes")
	chromiumtest.Expect(b, `document.querySelectorAll('[data-review]').length`, 0)
	b.Click("#ui-undo")
	chromiumtest.Expect(b, `document.querySelectorAll('[data-review]').length`, 2)
	b.Click("#ui-clear")
	b.Click("#ui-clear-yes")
	b.Do(chromedp.SetUploadFiles("#ui-import", []string{found(folder, ".json")}))
	chromiumtest.Expect(b, `document.querySelectorAll('[data-review]').length`, 2)
	chromiumtest.Expect(b, `document.getElementById('ui-status').textContent`, "2 of 2 marks fit a change here.")
	bad := filepath.Join(t.TempDir(), "bad.json")
	if err := os.WriteFile(bad, []byte("[1"), 0o644); err != nil {
		t.Fatal(err)
	}
	b.Do(chromedp.SetUploadFiles("#ui-import", []string{bad}))
	chromiumtest.Expect(b, `document.getElementById('ui-status').textContent.startsWith('This file cannot be read')`, true)
	b.Quiet()
}

func TestReviewTableOpensInWord(t *testing.T) {
	outside.Program(t, "soffice")
	b := open(t, page.HTML{}, reporttest.Specimen(t))
	folder := b.downloads()
	b.Press("j")
	b.Press("d")
	b.Do(chromedp.Focus("#op4")) // brings its buttons
	b.Click(`#op4 [data-mark="rejected"]`)
	b.Click("#ui-review")
	b.Click("#ui-word")
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
	b.Quiet()
}

// downloads lets the page save files, into the folder that it returns.
func (b *tab) downloads() string {
	b.T.Helper()
	folder := b.T.TempDir()
	_, err := chromedp.CallBrowser(b.Context, browser.SetDownloadBehavior, browser.SetDownloadBehaviorParams{
		Behavior: browser.SetDownloadBehaviorBehaviorAllow, DownloadPath: folder, BrowserContextID: chromedp.FromContext(b.Context).BrowserContextID,
	})
	if err != nil {
		b.T.Fatal(err)
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
	chromiumtest.Expect(b, `document.title === 'owned'`, false)
	chromiumtest.Expect(b, `document.querySelectorAll('main img, main script').length`, 0)
	chromiumtest.Expect(b, `document.querySelectorAll('script:not([type])').length`, 1)
	b.Press("j")
	chromiumtest.Expect(b, inHand, "pp1")
	b.Quiet()
}

func TestFocusOnAnEditShowsItsReason(t *testing.T) {
	b := open(t, page.HTML{}, reporttest.Specimen(t))
	lit := `[...document.querySelectorAll('li.lit')].map(e => e.textContent).join()`
	b.Press("j")
	b.Press("\t") // the name
	b.Press("\t") // the first edit
	chromiumtest.Expect(b, `document.activeElement.nodeName`, "DEL")
	chromiumtest.Expect(b, lit, "one more document is cited: 199/41")
	b.Press("j")
	chromiumtest.Expect(b, lit, "")
	b.Quiet()
}

func TestCopyWithAndWithoutTheRedline(t *testing.T) {
	b := open(t, page.HTML{}, reporttest.Specimen(t))
	chromiumtest.Eval[bool](b, `Object.defineProperty(navigator, 'clipboard', {value: {write: async ([item]) => {
		window.copied = {};
		for (const type of item.types) copied[type] = await (await item.getType(type)).text();
	}}}), true`)
	take := func(id string) {
		b.Do(chromedp.Navigate(chromiumtest.Eval[string](b, `location.href.split('#')[0]`) + "#" + id))
	}
	take("op2")
	b.Click(`.current [data-act="copy"]`)
	chromiumtest.Expect(b, `window.copied?.['text/plain'] ?? ''`, "Requests the Secretary-General, within available resources:")
	b.Click(`.current [data-act="redline"]`)
	chromiumtest.Expect(b, `copied['text/plain'] ?? ''`, "OP2 Requests the Secretary-General, within [-existing-]{+available+} resources:")
	chromiumtest.Expect(b, `copied['text/html'] ?? ''`, "<p>OP2 Requests the Secretary-General, within <del>existing</del> <ins>available</ins> resources:</p>")
	take("op4")
	b.Click(`.current [data-act="redline"]`)
	chromiumtest.Expect(b, `copied['text/html'] ?? ''`, "<p>OP4 <ins>Decides to proclaim 1 April 2146 the International Day of the Saucer, &lt;b&gt;“to be observed”&lt;/b&gt; &amp; enjoyed;</ins></p>")
	take("old-op6")
	b.Click(`.current [data-act="copy"]`)
	chromiumtest.Expect(b, `copied['text/plain'] ?? ''`, "Endorses the guidelines on tea leaves annexed to resolution 188/3 of 5 May 2133;")
	b.Quiet()
}

// Texts in scripts that run from the right read from the right, beside an
// English page.
func TestTextFromTheRight(t *testing.T) {
	c := reporttest.Specimen(t)
	c.Changes[3].Edits = []diff.Edit{{Op: diff.Equal, Text: "إذ تشير إلى قراراتها "}, {Op: diff.Delete, Text: "السابقة"}, {Op: diff.Insert, Text: "ذات الصلة"}}
	b := open(t, page.HTML{}, c)
	chromiumtest.Expect(b, `getComputedStyle(document.querySelector('#pp1 .redline')).direction`, "rtl")
	chromiumtest.Expect(b, `getComputedStyle(document.querySelector('#pp2 .redline')).direction`, "ltr")
	chromiumtest.Expect(b, `(p => { const r = document.createRange(); r.selectNodeContents(p); return Math.abs(r.getBoundingClientRect().right - p.getBoundingClientRect().right) < 3 })(document.querySelector('#pp1 .redline'))`, true)
	b.Quiet()
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
	chromiumtest.Expect(b, listed, changes)
	chromiumtest.Expect(b, `[...document.querySelectorAll('.live')].filter(e => e.checkVisibility()).length`, 0)
	chromiumtest.Expect(b, `[...document.querySelectorAll('.fold')].every(d => !d.open && d.querySelector('summary').checkVisibility())`, true)
	b.Quiet()
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
	t.Logf("%d kB, open after %.0f ms", len(out)>>10, chromiumtest.Eval[float64](b, `performance.timing.loadEventEnd - performance.timing.navigationStart`))
	b.Press("j")
	chromiumtest.Expect(b, inHand, "op1")
	b.Quiet()
}
