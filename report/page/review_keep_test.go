package page_test

import (
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"

	"reprise/report/page"
	"reprise/report/reporttest"
	"reprise/review"
	"reprise/series"
)

// named writes a name into the field for it, as one who goes on to the next field.
func (b *tab) named(name string) {
	b.t.Helper()
	b.click("#ui-review")
	expect(b, `document.getElementById('ui-reviewer').value = ''`, "")
	b.do(chromedp.SendKeys("#ui-reviewer", name+"\t"))
}

// TestMarksBelongToWhoMadeThem: two people at one machine each have their own marks,
// whoever's name stands there when a file is written; marks made before a name was given
// become his who gives it.
func TestMarksBelongToWhoMadeThem(t *testing.T) {
	b := open(t, page.HTML{}, reporttest.Specimen(t))
	folder := b.downloads()
	b.press("j")
	b.press("a") // PP1, without a name
	b.named("Borduria")
	b.press("\x1b")
	b.press("n")
	b.press("d") // PP6
	b.named("Syldavia")
	expect(b, `document.getElementById('ui-rename-ask').innerText.startsWith('2 marks here bear the name Borduria. Are they yours?')`, true)
	b.click("#ui-rename-no")
	b.press("\x1b")
	expect(b, `document.querySelectorAll('[data-review]').length`, 0) // they are not the reader's
	expect(b, `document.querySelector('#pp6 .said')?.innerText ?? ''`, "Borduria to discuss")
	b.press("r")
	expect(b, `document.getElementById('pp6').dataset.review ?? ''`, "rejected")
	expect(b, `document.querySelector('#pp6 .said')?.innerText ?? ''`, "reviewers differ\nBorduria to discuss")
	b.do(chromedp.Reload())
	expect(b, `document.querySelector('#pp1 .said')?.innerText ?? ''`, "Borduria agreed")
	b.click("#ui-review")
	b.click("#ui-export")
	all, err := review.Parse("exported.json", await(t, folder, ".json"))
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, m := range all.Marks {
		got = append(got, m.Reviewer+" "+m.Name+" "+m.Verdict.String())
	}
	if got, want := strings.Join(got, "; "), "Borduria PP1 agreed; Borduria PP6 discuss; Syldavia PP6 rejected"; got != want {
		t.Errorf("exported %s, want %s", got, want)
	}
	b.press("\x1b")
	b.named("Bordurian Mission") // another spelling of the same
	b.click("#ui-rename-yes")
	expect(b, `document.getElementById('pp6').dataset.review ?? ''`, "rejected")
	b.quiet()
}

// TestStepsBackOutliveAReload: what was taken off can be brought back later.
func TestStepsBackOutliveAReload(t *testing.T) {
	b := open(t, page.HTML{}, reporttest.Specimen(t))
	b.press("j")
	b.press("a")
	b.click("#ui-review")
	b.click("#ui-clear")
	b.click("#ui-clear-yes")
	b.do(chromedp.Reload())
	expect(b, `document.querySelectorAll('[data-review]').length`, 0)
	b.press("u")
	expect(b, `document.getElementById('pp1').dataset.review ?? ''`, "agreed")
	b.press("u")
	expect(b, `document.querySelectorAll('[data-review]').length`, 0)
	expect(b, `document.getElementById('ui-undo').disabled`, true)
	b.quiet()
}

// TestAnUnknownMarkIsToldOf, and its note is kept.
func TestAnUnknownMarkIsToldOf(t *testing.T) {
	c := reporttest.Specimen(t)
	b := open(t, page.HTML{}, c)
	content, err := said(c, at(c, "pp6", review.Mark{Reviewer: "Borduria", Time: early, Verdict: review.Discuss, Note: "which islands?"})).JSON()
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "later.json")
	if err := os.WriteFile(path, []byte(strings.Replace(string(content), `"discuss"`, `"deferred"`, 1)), 0o644); err != nil {
		t.Fatal(err)
	}
	b.do(chromedp.SetUploadFiles("#ui-import", []string{path}))
	expect(b, `document.getElementById('ui-status').textContent`,
		"1 of 1 marks fit a change here. 1 mark says what this page does not know (PP6: deferred): it is left out, its note is kept.")
	expect(b, `document.querySelector('#pp6 .said')?.innerText.trim() ?? ''`, "Borduria which islands?")
	b.quiet()
}

// TestWordsDoNotRunTogether: where words that came follow on words that went, text
// that is copied keeps them apart, on every page.
func TestWordsDoNotRunTogether(t *testing.T) {
	s := reporttest.Series(t)
	together := regexp.MustCompile(`[\pL\pN](</i>)?</(del|ins)><(del|ins)[^>]*>(<i>)?[\pL\pN]`)
	apart := regexp.MustCompile(`</del><span class="mark gap"> </span><ins`)
	for name, html := range map[string]string{
		"comparison": string(reporttest.Render(t, page.HTML{}, reporttest.Specimen(t))),
		"series":     string(reporttest.Written(t, func(w io.Writer) error { return page.HTML{}.RenderSeries(w, []*series.Series{s}) })),
	} {
		if at := together.FindString(html); at != "" || !apart.MatchString(html) {
			t.Errorf("%s: words run together (%q), or no test of it", name, at)
		}
	}
}
