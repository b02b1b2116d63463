package page_test

import (
	"io"
	"regexp"
	"strings"
	"testing"

	"reprise/report/page"
	"reprise/report/reporttest"
)

// TestAgreedPageLeadsToTheSources: one click leads from each adopted clause in the
// margin to its own text in the page, and no text is markup.
func TestAgreedPageLeadsToTheSources(t *testing.T) {
	a := reporttest.Agreement(t)
	a.Clauses[1].Clause.Text = a.Clauses[1].Clause.Lead + " <script>alert(1)</script>"
	html := string(reporttest.Written(t, func(w io.Writer) error { return page.HTML{}.RenderAgreed(w, a) }))
	links := regexp.MustCompile(`href="#([^"]+)"`).FindAllStringSubmatch(html, -1)
	if len(links) < len(a.Clauses)/2 {
		t.Errorf("%d links for %d clauses", len(links), len(a.Clauses))
	}
	for _, l := range links {
		if strings.Count(html, `id="`+l[1]+`"`) != 1 {
			t.Errorf("#%s leads nowhere, or to two places", l[1])
		}
	}
	if strings.Contains(html, "<script>alert") {
		t.Error("a text is markup")
	}
	for _, want := range []string{"left this wording behind", "by a vote only", "never adopted by GA, only by SC"} {
		if !strings.Contains(html, want) {
			t.Errorf("the page does not say %q", want)
		}
	}
}
