package page_test

import (
	"os"
	"path/filepath"
	"reprise/internal/outside/chromiumtest"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"

	"reprise/diff"
	"reprise/report/page"
	"reprise/report/reporttest"
	"reprise/review"
)

// said is a review of one mark on a change of the specimen, made on its texts.
func said(c *diff.Comparison, m review.Mark) review.Review {
	old, new := review.VersionOf(c.Old, "A/RES/199/41"), review.VersionOf(c.New, "A/RES/200/17")
	m.Made = review.Made{Comparison: "A/RES/199/41 → A/RES/200/17", Old: old.Key(), New: new.Key()}
	return review.Review{Marks: []review.Mark{m}, Versions: []review.Version{old, new}}
}

// saved writes a review as a file for the page to import.
func saved(t *testing.T, name string, r review.Review) string {
	t.Helper()
	content, err := r.JSON()
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, content, 0o644); err != nil {
		t.Fatal(err)
	}
	return path
}

// onChange is where a change stands in the comparison, by its new clause.
func onChange(c *diff.Comparison, id string) int {
	for i, ch := range c.Changes {
		if len(ch.New) > 0 && ch.New[0].ID == id {
			return i
		}
	}
	return -1
}

func idsOf(c *diff.Comparison, id string) (old, new []string) {
	ch := c.Changes[onChange(c, id)]
	for _, o := range ch.Old {
		old = append(old, o.ID)
	}
	for _, n := range ch.New {
		new = append(new, n.ID)
	}
	return old, new
}

func at(c *diff.Comparison, id string, m review.Mark) review.Mark {
	m.Old, m.New = idsOf(c, id)
	m.Name = strings.ToUpper(id)
	return m
}

const early, late = "2151-03-04T10:00:00Z", "2151-03-05T10:00:00Z"

// TestSeveralReviewsAreImportedAtOnce: each clause shows every reviewer's mark
// and note, conflicts come first, and the export has all of it.
func TestSeveralReviewsAreImportedAtOnce(t *testing.T) {
	c := reporttest.Specimen(t)
	b := open(t, page.HTML{}, c)
	folder := b.downloads()
	b.Click("#ui-review")
	b.Do(chromedp.SendKeys("#ui-reviewer", "Ruritania"), chromedp.SetUploadFiles("#ui-import", []string{
		saved(t, "borduria.json", review.Merge(
			said(c, at(c, "pp1", review.Mark{Reviewer: "Borduria", Time: early, Verdict: review.Agreed})),
			said(c, at(c, "pp6", review.Mark{Reviewer: "Borduria", Time: early, Verdict: review.Rejected, Note: "<b>too</b> strong"})))),
		saved(t, "syldavia.json", review.Merge(
			said(c, at(c, "pp6", review.Mark{Reviewer: "Syldavia", Time: early, Verdict: review.Discuss, Note: "which islands?"})),
			said(c, review.Mark{Reviewer: "Syldavia", Time: early, New: []string{"op99"}, Name: "OP99", Note: "gone"}))),
	}))
	chromiumtest.Expect(b, `document.getElementById('ui-status').textContent`,
		"borduria.json: 2 of 2 marks fit a change here. syldavia.json: 1 of 2 marks fit a change here. The others are listed under “Review”.")
	chromiumtest.Expect(b, `document.querySelector('#pp6 .said')?.innerText ?? ''`,
		"reviewers differ\nBorduria rejected <b>too</b> strong\nSyldavia to discuss which islands?")
	chromiumtest.Expect(b, `[...document.querySelectorAll('#ui-said > li > a')].map(a => a.textContent).join()`, "PP6,PP1") // the conflict first
	chromiumtest.Expect(b, `document.querySelector('#ui-lost li')?.textContent.startsWith('OP99') ?? false`, true)
	b.Click("#ui-export")
	raw := await(t, folder, ".json")
	reporttest.CheckSchema(t, "reprise/review/1", raw)
	all, err := review.Parse("exported.json", raw)
	if err != nil {
		t.Fatal(err)
	}
	if len(all.Marks) != 4 || len(all.Versions) != 2 {
		t.Errorf("exported %d marks and %d texts, want 4 and 2:\n%s", len(all.Marks), len(all.Versions), raw)
	}
	b.Press("\x1b")
	b.Click(`[data-filter="conflict"]`)
	chromiumtest.Expect(b, listed, "pp6")
	b.Click("#ui-all")
	b.Do(chromedp.Reload())
	chromiumtest.Expect(b, `document.querySelectorAll('.said').length`, 2)
	chromiumtest.Expect(b, `document.getElementById('ui-reviewer').value`, "Ruritania")
	b.Quiet()
}

// TestAReviewersLaterMarkStands, and the reader's own is taken up again.
func TestAReviewersLaterMarkStands(t *testing.T) {
	c := reporttest.Specimen(t)
	b := open(t, page.HTML{}, c)
	b.Click("#ui-review")
	b.Do(chromedp.SendKeys("#ui-reviewer", "Ruritania"), chromedp.SetUploadFiles("#ui-import", []string{
		saved(t, "late.json", said(c, at(c, "pp1", review.Mark{Reviewer: "Borduria", Time: late, Verdict: review.Agreed}))),
		saved(t, "early.json", said(c, at(c, "pp1", review.Mark{Reviewer: "Borduria", Time: early, Verdict: review.Rejected}))),
		saved(t, "own.json", said(c, at(c, "pp6", review.Mark{Reviewer: "Ruritania", Time: early, Verdict: review.Discuss, Note: "mine"}))),
	}))
	chromiumtest.Expect(b, `document.querySelector('#pp1 .said')?.innerText ?? ''`, "Borduria agreed")
	chromiumtest.Expect(b, `document.getElementById('pp6').dataset.review`, "discuss")
	chromiumtest.Expect(b, `document.querySelector('#pp6 textarea').value`, "mine")
	b.Press("\x1b")
	b.Press("u") // one step: the import
	chromiumtest.Expect(b, `document.querySelectorAll('.said, [data-review]').length`, 0)
	b.Quiet()
}

// TestGivenReviews: what compare --review brings stands on the page, with and
// without script, and says what is uncertain.
func TestGivenReviews(t *testing.T) {
	c := reporttest.Specimen(t)
	placed := review.Placed{Remarks: make([][]review.Mark, len(c.Changes))}
	placed.Remarks[onChange(c, "pp6")] = []review.Mark{{Reviewer: "Borduria", Verdict: review.Rejected, Note: "too <i>strong</i>",
		Carried: review.Carried{Comparison: "a → b", Name: "PP4", Uncertain: true}}}
	kept := onChange(c, "pp2")
	if c.Changes[kept].Status != diff.Kept {
		t.Fatal("the test wants an unchanged clause")
	}
	placed.Remarks[kept] = []review.Mark{{Reviewer: "Syldavia", Note: "keep it"}}
	form := page.HTML{Review: placed}
	html := string(reporttest.Render(t, form, c))
	for _, want := range []string{"<b>Borduria</b>", "too &lt;i&gt;strong&lt;/i&gt;", "made on PP4 of a → b; uncertain"} {
		if !strings.Contains(html, want) {
			t.Errorf("the page lacks %q", want)
		}
	}
	b := open(t, form, c)
	chromiumtest.Expect(b, `document.querySelector('#pp6 .said')?.innerText ?? ''`, "Borduria rejected too <i>strong</i> (made on PP4 of a → b; uncertain, it may be about another clause)")
	chromiumtest.Expect(b, `document.querySelectorAll('#pp6 .said li').length`, 1)
	b.Click("#ui-review")
	chromiumtest.Expect(b, `document.querySelectorAll('#ui-said > li').length`, 2)
	b.Click("#ui-said > li > a") // PP2, in a fold
	chromiumtest.Expect(b, `document.getElementById('pp2').checkVisibility()`, true)
	b.Quiet()
}
