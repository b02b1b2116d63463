package report_test

import (
	"bytes"
	"net/url"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"reprise/diff"
	"reprise/report"
)

// Law 4 on every successive pair of real resolutions and on the drafts, in the
// forms of text; and what a page and a JSON document must never be.
func TestFormsOfRealPairsHoldBothTexts(t *testing.T) {
	if testing.Short() {
		t.Skip("skipped: reads some 150 pairs of real texts")
	}
	pairs := append(seriesPairs(t), draftPairs(t)...)
	schema := compiled(t, "reprise/comparison/1")
	for _, p := range pairs {
		t.Run(p[0]+" "+p[1], func(t *testing.T) {
			c := diff.Compare(openReal(t, p[0]), openReal(t, p[1]))
			checkHTML(t, c)
			checkCritic(t, c)
			checkAnchors(t, render(t, report.HTML{}, c))
			if err := schema.Validate(decode(t, render(t, report.JSON{}, c))); err != nil {
				t.Error(err)
			}
			if rows := rowsOf(t, render(t, report.CSV{}, c)); len(rows) != len(c.Changes)+1 {
				t.Errorf("%d rows for %d changes", len(rows), len(c.Changes))
			}
		})
	}
	t.Logf("%d pairs", len(pairs))
}

// checkAnchors finds anchors that stand twice and links that lead nowhere.
func checkAnchors(t *testing.T, page []byte) {
	t.Helper()
	tree, err := html.Parse(bytes.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	anchors := map[string]int{}
	for n := range tree.Descendants() {
		if id := attribute(n, "id"); id != "" {
			anchors[id]++
		}
	}
	for id, n := range anchors {
		if n > 1 {
			t.Errorf("%d elements have the id %q", n, id)
		}
	}
	for n := range tree.Descendants() {
		href, isLink := strings.CutPrefix(attribute(n, "href"), "#")
		if to, err := url.PathUnescape(href); isLink && (err != nil || anchors[to] == 0) {
			t.Errorf("a link leads to %q, which is nowhere", to)
		}
	}
}
