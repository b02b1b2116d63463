package page_test

import (
	"fmt"
	"regexp"
	"strings"
	"testing"

	"reprise/diff"
	"reprise/report/page"
	"reprise/report/reporttest"
	"reprise/resolution"
	"reprise/resolution/clausetest"
)

// Seven points stand open on the page, the others behind a line that opens, counted
// on; every clause that they name leads to a place that the page has.
func TestPointsLeadToTheirClauses(t *testing.T) {
	docs := [2]*resolution.Document{{Language: "en"}, {Language: "en"}}
	things := []string{"lamps", "porpoises", "wicks", "bread", "honey", "feathers", "anchors", "violins", "cabbages", "kites"}
	for side, verb := range []string{"Urges every keeper to count", "Thanks bakers in winter for"} {
		for i, thing := range things {
			c := &resolution.Clause{Label: fmt.Sprintf("%d.", i+1), Part: resolution.Operative, Text: fmt.Sprintf("%s %s %d;", verb, thing, side)}
			docs[side].Clauses = append(docs[side].Clauses, clausetest.Place(c, fmt.Sprintf("op%d", i+1)))
		}
	}
	html := string(reporttest.Render(t, page.HTML{}, diff.Compare(docs[0], docs[1])))
	_, summary, _ := strings.Cut(html, `<div class="summary"`)
	summary, _, _ = strings.Cut(summary, `<div class="counts"`)
	open, behind, _ := strings.Cut(summary, "<details")
	if n := strings.Count(open, "<li"); n != 7 {
		t.Errorf("%d points stand open, want 7", n)
	}
	if n := strings.Count(behind, "<li"); n == 0 || !strings.Contains(behind, fmt.Sprintf("%d more points.", n)) || !strings.Contains(behind, `start="8"`) {
		t.Errorf("the points behind are not told: %s", behind)
	}
	links := regexp.MustCompile(`href="#([^"]*)"`).FindAllStringSubmatch(summary, -1)
	if len(links) < 10 {
		t.Errorf("%d links in the summary", len(links))
	}
	for _, m := range links {
		if !strings.Contains(html, ` id="`+m[1]+`"`) {
			t.Errorf("the page has no place %s", m[1])
		}
	}
}

// The clauses that no point names stand behind the last point, and are none themselves:
// as many points are counted as are said to stand there.
func TestWhatNoPointNamesIsNoPoint(t *testing.T) {
	docs := [2]*resolution.Document{{Language: "en"}, {Language: "en"}}
	for i := range 12 {
		for side, verb := range []string{"Urges every keeper to count", "Thanks bakers in winter for"} {
			c := &resolution.Clause{Label: fmt.Sprintf("%d.", i+1), Part: resolution.Operative, Text: fmt.Sprintf("%s lamp %d of reef %d;", verb, i, side)}
			docs[side].Clauses = append(docs[side].Clauses, clausetest.Place(c, fmt.Sprintf("op%d", i+1)))
		}
	}
	c := diff.Compare(docs[0], docs[1])
	c.Points = c.Points[:len(c.Points)-1] // the last is told by none
	_, behind, _ := strings.Cut(string(reporttest.Render(t, page.HTML{}, c)), "<details class=\"more\"")
	behind, _, _ = strings.Cut(behind, "</details>")
	if !strings.Contains(behind, "</ol>\n<p>") {
		t.Errorf("what no point names does not stand behind the points: %s", behind)
	}
	if n := strings.Count(behind, "<li"); !strings.Contains(behind, fmt.Sprintf("%d more point", n)) {
		t.Errorf("%d are numbered: %s", n, behind)
	}
}
