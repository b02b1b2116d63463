package report_test

import (
	"fmt"
	"strings"
	"testing"

	"reprise/diff"
	"reprise/diff/nature"
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
	long := strings.Repeat("long ", 20)
	text := long + "kites,"
	span := func(words string) nature.Span {
		at := len(text)
		text += " " + words
		return nature.Span{From: at + 1, To: len(text)}
	}
	var reasons []diff.Reason
	for i := range 10 {
		reasons = append(reasons, diff.Reason{Cause: nature.CitationDropped, Old: span(fmt.Sprintf("253/%d A", i))})
	}
	reasons = append(reasons, reasons[0], diff.Reason{Cause: nature.QualifierDropped, Old: span(long)})
	reasons = append(reasons, diff.Reason{Cause: nature.TitleChanged, Old: span(long), New: span("not " + long)})
	clause := &resolution.Clause{ID: "pp1", Part: resolution.Preamble, Text: text}
	for i := range reasons {
		reasons[i].Old.Clause = clause
		if !reasons[i].New.Empty() {
			reasons[i].New.Clause = clause
		}
	}
	ch := diff.Change{Status: diff.Reworded, Nature: diff.Substantive, Reasons: reasons, Edits: diff.Words("Recalling kites,", clause.Text)}
	ch.Old, ch.New = []*resolution.Clause{clause}, []*resolution.Clause{clause}
	c.Changes = []diff.Change{ch}
	want := "a reference is dropped and none takes its place: 253/0 A; 253/1 A; 253/2 A and 7 more"
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
		if !strings.Contains(out, want) || !strings.Contains(out, "a qualifier is dropped: long long") || !strings.Contains(out, "long …") || strings.Contains(out, "another title: ") {
			t.Errorf("%s does not say %q once:\n%s", name, want, out)
		}
	}
	if out := string(reporttest.Render(t, data.JSON{}, c)); strings.Count(out, "a reference is dropped") != 11 {
		t.Error("JSON has not every reason")
	}
}
