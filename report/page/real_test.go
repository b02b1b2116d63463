package page_test

import (
	"bytes"
	"net/url"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"reprise/diff"
	"reprise/report/page"
	"reprise/report/reporttest"
)

// Law 4 on every successive pair of real resolutions and on the drafts; and links
// that lead somewhere.
func TestPagesOfRealPairs(t *testing.T) {
	if testing.Short() {
		t.Skip("skipped: reads some 150 pairs of real texts")
	}
	for _, p := range append(reporttest.SeriesPairs(t), reporttest.DraftPairs(t)...) {
		t.Run(p[0]+" "+p[1], func(t *testing.T) {
			c := diff.Compare(reporttest.OpenReal(t, p[0]), reporttest.OpenReal(t, p[1]))
			checkHTML(t, c)
			checkAnchors(t, reporttest.Render(t, page.HTML{}, c))
		})
	}
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
