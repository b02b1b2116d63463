package report_test

import (
	"testing"

	"reprise/report"
)

func TestHTMLGolden(t *testing.T) {
	golden(t, "page.html", render(t, report.HTML{}, specimen(t)))
}
