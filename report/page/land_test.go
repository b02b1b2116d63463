package page_test

import (
	"fmt"
	"os"
	"path/filepath"
	"reprise/internal/outside/chromiumtest"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"

	"reprise/diff"
	"reprise/diff/nature"
	"reprise/report/page"
	"reprise/report/reporttest"
	"reprise/resolution"
)

// manyChanges are clauses of very different lengths, two of three changed, as in
// a text that was written anew.
func manyChanges(changed int) *diff.Comparison {
	c := &diff.Comparison{
		Old: &resolution.Document{Symbol: "A/RES/199/1", Language: "en"},
		New: &resolution.Document{Symbol: "A/RES/200/1", Language: "en", Title: "The keeping of a great many teacups"},
	}
	for i := range changed * 3 / 2 {
		part, id := resolution.Operative, fmt.Sprintf("op%d", i+1-changed/2)
		if i < changed/2 {
			part, id = resolution.Preamble, fmt.Sprintf("pp%d", i+1)
		}
		text := "Requests " + strings.Repeat("the keepers of the lighthouses to keep their teacups, ", 1+i*7%23)
		o := &resolution.Clause{ID: id, Part: part, Text: text + "old;"}
		n := &resolution.Clause{ID: id, Part: part, Text: text + "new;"}
		ch := diff.Change{Edits: []diff.Edit{{Op: diff.Equal, Text: text}, {Op: diff.Delete, Text: "old"}, {Op: diff.Insert, Text: "new"}, {Op: diff.Equal, Text: ";"}}}
		ch.Old, ch.New = []*resolution.Clause{o}, []*resolution.Clause{n}
		ch.Status, ch.Nature, ch.Reasons = diff.Reworded, diff.Routine, []diff.Reason{{Cause: nature.DateRolled}}
		switch {
		case i%3 == 2:
			n.Text, ch.Edits = o.Text, []diff.Edit{{Op: diff.Equal, Text: o.Text}}
			ch.Status, ch.Nature, ch.Reasons = diff.Kept, diff.NoNature, nil
			c.Summary.Kept++
		case i%9 == 0:
			ch.Nature, ch.Reasons = diff.Substantive, []diff.Reason{{Cause: nature.WordsChanged}}
			c.Summary.Substantive++
			c.Summary.Reworded++
		default:
			c.Summary.Routine++
			c.Summary.Reworded++
		}
		c.Changes = append(c.Changes, ch)
		c.Old.Clauses, c.New.Clauses = append(c.Old.Clauses, o), append(c.New.Clauses, n)
	}
	return c
}

// fromTop is how far below the top of what is seen an element stands, in pixels:
// below everything that sticks to the head of the window.
const fromTop = `(id => {
	let seen = 0;
	while (seen < innerHeight && document.elementFromPoint(innerWidth / 2, seen)?.closest('.bar, .map, .columns')) seen++;
	return Math.round(document.getElementById(id).getBoundingClientRect().top - seen);
})`

// landsAt checks that a clause stands at the top of what is seen, once the jump is over.
func (b *tab) landsAt(what, id string) {
	b.T.Helper()
	const most = 24 // a gap that keeps the clause from sticking to the bar
	off := 0
	for range 60 {
		was := off
		if off = chromiumtest.Eval[int](b, fmt.Sprintf("%s(%q)", fromTop, id)); off == was && off >= 0 && off <= most {
			return
		}
		time.Sleep(50 * time.Millisecond)
	}
	b.T.Errorf("%s: %s stands %d pixels from the top of what is seen", what, id, off)
}

// Every jump ends with its clause at the top of what is seen.
func TestJumpsLand(t *testing.T) {
	if testing.Short() {
		t.Skip("skipped: drives a browser, too slow for -short")
	}
	file := filepath.Join(t.TempDir(), "page.html")
	if err := os.WriteFile(file, reporttest.Render(t, page.HTML{}, manyChanges(150)), 0o644); err != nil {
		t.Fatal(err)
	}
	for name, width := range map[string]int64{"desk": 1400, "phone": phone} {
		for _, motion := range []string{"reduce", "no-preference"} {
			t.Run(name+" "+motion, func(t *testing.T) { jumpsLand(openFile(t, file), "file://"+file, width, motion) })
		}
	}
}

func jumpsLand(b *tab, address string, width int64, motion string) {
	b.T.Helper()
	b.Emulate(width, map[string]string{"prefers-reduced-motion": motion})
	b.Do(chromedp.Navigate(address + "#op100"))
	b.landsAt("a link from outside", "op100")
	chromiumtest.Eval[bool](b, `location.hash = '#pp3', true`)
	b.landsAt("a link far up", "pp3")
	chromiumtest.Eval[bool](b, `location.hash = '#op150', true`)
	b.landsAt("a link to the last clause", "op150")
	for _, id := range []string{"op61", "pp40"} {
		chromiumtest.Eval[bool](b, `document.querySelector('#ui-map a[href="#`+id+`"]').click(), true`)
		b.landsAt("the map", id)
	}
	chromiumtest.Eval[bool](b, `scrollBy(0, 300), document.querySelector('#ui-map a[href="#pp40"]').click(), true`)
	b.landsAt("the map, where the address has the clause", "pp40")
	for range 3 {
		b.Press("j")
	}
	b.landsAt("keys", "pp44")
	chromiumtest.Eval[bool](b, `document.getElementById('ui-next').click(), true`)
	b.landsAt("the next button", "pp46")
	chromiumtest.Eval[bool](b, `document.getElementById('ui-previous').click(), true`)
	b.landsAt("the previous button", "pp44")
	b.Press("n")
	b.landsAt("the next of substance", "pp46")
	b.Press("n")
	b.landsAt("the next of substance", "pp55")
	chromiumtest.Eval[bool](b, `(f => { f.value = 'new;'; f.dispatchEvent(new Event('input')); f.dispatchEvent(new KeyboardEvent('keydown', {key: 'Enter', bubbles: true})); return true })(document.getElementById('ui-search'))`)
	b.landsAt("search", "pp1")
	b.Quiet()
}
