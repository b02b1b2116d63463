package page_test

import (
	"regexp"
	"strings"
	"testing"

	"reprise/diff"
	"reprise/report/page"
	"reprise/report/reporttest"
	"reprise/resolution"
)

// The golden page is the page without its style and script, which have files
// of their own.
func TestHTMLGolden(t *testing.T) {
	page := reporttest.Render(t, page.HTML{}, reporttest.Specimen(t))
	page = regexp.MustCompile(`(?s)(<style>|<script>).*?(</style>|</script>)`).ReplaceAll(page, []byte("$1...$2"))
	page = regexp.MustCompile(`sha256-[^=]*=`).ReplaceAll(page, []byte("sha256-..."))
	reporttest.Golden(t, "page.html", page)
}

func TestPageAllowsNothingFromOutside(t *testing.T) {
	page := string(reporttest.Render(t, page.HTML{}, reporttest.Specimen(t)))
	// The names of the package formats are spelled as addresses, never fetched.
	page = strings.ReplaceAll(page, "http://schemas.openxmlformats.org", "")
	for _, never := range []string{"unsafe-inline", "unsafe-eval", "http:", "https:", "<link", "@import", "url("} {
		if strings.Contains(page, never) {
			t.Errorf("the page has %q", never)
		}
	}
}

func TestPageOfAnEmptyComparison(t *testing.T) {
	page := string(reporttest.Render(t, page.HTML{}, &diff.Comparison{Old: &resolution.Document{}, New: &resolution.Document{}}))
	if !strings.Contains(page, "(no symbol) → (no symbol)") {
		t.Error("the page does not say that there is no symbol")
	}
}
