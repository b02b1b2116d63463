package page_test

import (
	"io"
	"os"
	"path/filepath"
	"regexp"
	"reprise/internal/outside/chromiumtest"
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
	b.T.Helper()
	b.Click("#ui-review")
	chromiumtest.Expect(b, `document.getElementById('ui-reviewer').value = ''`, "")
	b.Do(chromedp.SendKeys("#ui-reviewer", name+"\t"))
}

// TestMarksBelongToWhoMadeThem: two people at one machine each have their own marks,
// whoever's name stands there when a file is written; marks made before a name was given
// become his who gives it.
func TestMarksBelongToWhoMadeThem(t *testing.T) {
	b := open(t, page.HTML{}, reporttest.Specimen(t))
	folder := b.downloads()
	b.Press("j")
	b.Press("a") // PP1, without a name
	b.named("Borduria")
	b.Press("\x1b")
	b.Press("n")
	b.Press("d") // PP6
	b.named("Syldavia")
	chromiumtest.Expect(b, `document.getElementById('ui-rename-ask').innerText.startsWith('2 marks here bear the name Borduria. Are they yours?')`, true)
	b.Click("#ui-rename-no")
	b.Press("\x1b")
	chromiumtest.Expect(b, `document.querySelectorAll('[data-review]').length`, 0) // they are not the reader's
	chromiumtest.Expect(b, `document.querySelector('#pp6 .said')?.innerText ?? ''`, "Borduria to discuss")
	b.Press("r")
	chromiumtest.Expect(b, `document.getElementById('pp6').dataset.review ?? ''`, "rejected")
	chromiumtest.Expect(b, `document.querySelector('#pp6 .said')?.innerText ?? ''`, "reviewers differ\nBorduria to discuss")
	b.Do(chromedp.Reload())
	chromiumtest.Expect(b, `document.querySelector('#pp1 .said')?.innerText ?? ''`, "Borduria agreed")
	b.Click("#ui-review")
	b.Click("#ui-export")
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
	b.Press("\x1b")
	b.named("Bordurian Mission") // another spelling of the same
	b.Click("#ui-rename-yes")
	chromiumtest.Expect(b, `document.getElementById('pp6').dataset.review ?? ''`, "rejected")
	b.Quiet()
}

// TestStepsBackOutliveAReload: what was taken off can be brought back later.
func TestStepsBackOutliveAReload(t *testing.T) {
	b := open(t, page.HTML{}, reporttest.Specimen(t))
	b.Press("j")
	b.Press("a")
	b.Click("#ui-review")
	b.Click("#ui-clear")
	b.Click("#ui-clear-yes")
	b.Do(chromedp.Reload())
	chromiumtest.Expect(b, `document.querySelectorAll('[data-review]').length`, 0)
	b.Press("u")
	chromiumtest.Expect(b, `document.getElementById('pp1').dataset.review ?? ''`, "agreed")
	b.Press("u")
	chromiumtest.Expect(b, `document.querySelectorAll('[data-review]').length`, 0)
	chromiumtest.Expect(b, `document.getElementById('ui-undo').disabled`, true)
	b.Quiet()
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
	b.Do(chromedp.SetUploadFiles("#ui-import", []string{path}))
	chromiumtest.Expect(b, `document.getElementById('ui-status').textContent`,
		"1 of 1 marks fit a change here. 1 mark says what this page does not know (PP6: deferred): it is left out, its note is kept.")
	chromiumtest.Expect(b, `document.querySelector('#pp6 .said')?.innerText.trim() ?? ''`, "Borduria which islands?")
	b.Quiet()
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
