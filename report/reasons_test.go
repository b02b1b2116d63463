package report_test

import (
	"fmt"
	"strings"
	"testing"

	"reprise/diff"
	"reprise/internal/wordml/wordmltest"
	"reprise/report"
	"reprise/report/data"
	"reprise/report/page"
	"reprise/report/reporttest"
	"reprise/report/table"
	"reprise/report/terminal"
	"reprise/report/word"
	"reprise/resolution"
)

// Ten references dropped from one list are told once, in every form that
// remarks on a change.
func TestReasonsOfOneWhyAreToldOnce(t *testing.T) {
	c := reporttest.Specimen(t)
	clause := &resolution.Clause{ID: "pp1", Part: resolution.Preamble, Text: "Recalling lamps,"}
	ch := diff.Change{Status: diff.Reworded, Nature: diff.Substantive, Edits: diff.Words("Recalling kites,", clause.Text)}
	ch.Old, ch.New = []*resolution.Clause{clause}, []*resolution.Clause{clause}
	for i := range 10 {
		ch.Reasons = append(ch.Reasons, diff.Reason{Kind: "citation", Old: fmt.Sprintf("253/%d A", i), Nature: diff.Substantive, Why: "a kite has flown"})
	}
	ch.Reasons = append(ch.Reasons, ch.Reasons[0], diff.Reason{Kind: "citation", Old: strings.Repeat("long ", 20), Nature: diff.Substantive, Why: "a lamp is out"})
	long := strings.Repeat("long ", 20)
	ch.Reasons = append(ch.Reasons, diff.Reason{Kind: "title", Old: long, New: "not " + long, Nature: diff.Substantive, Why: "a door is shut"})
	c.Changes = []diff.Change{ch}
	want := "a kite has flown: 253/0 A; 253/1 A; 253/2 A and 7 more"
	for name, form := range map[string]report.Renderer{
		"terminal": terminal.Form{}, "page": page.HTML{}, "table": table.Markdown{}, "Word table": word.Docx{View: report.Table},
	} {
		out := string(reporttest.Render(t, form, c))
		if name == "Word table" {
			rows, err := wordmltest.Rows([]byte(out))
			if err != nil {
				t.Fatal(err)
			}
			out = fmt.Sprint(rows)
		}
		if !strings.Contains(out, want) || !strings.Contains(out, "a lamp is out: long long") || !strings.Contains(out, "long …") || strings.Contains(out, "a door is shut: ") {
			t.Errorf("%s does not say %q once:\n%s", name, want, out)
		}
	}
	if out := string(reporttest.Render(t, data.JSON{}, c)); strings.Count(out, "a kite has flown") != 11 {
		t.Error("JSON has not every reason")
	}
}
