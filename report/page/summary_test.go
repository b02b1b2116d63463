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
