package report_test

import (
	"bytes"
	"testing"

	"reprise/report"
	"reprise/resolution"
)

func TestOutlineGolden(t *testing.T) {
	d := specimen(t).New
	d.AgendaItem, d.Vote, d.Meeting = "7 (b)", "Adopted without a vote", "61st plenary meeting"
	d.Furniture = []resolution.Furniture{{Text: "45-01234 (E)", Page: 1}, {Text: "2/3"}}
	d.Reading.Warnings = []string{"The text names no agenda item."}
	var b bytes.Buffer
	if err := (report.Outline{Width: 80}).RenderResolution(&b, d); err != nil {
		t.Fatal(err)
	}
	golden(t, "outline-80.txt", b.Bytes())
}
