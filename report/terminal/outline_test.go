package terminal_test

import (
	"bytes"
	"testing"

	"reprise/report/reporttest"
	"reprise/report/terminal"
	"reprise/resolution"
)

func TestOutlineGolden(t *testing.T) {
	d := reporttest.Specimen(t).New
	d.AgendaItem, d.Vote, d.Meeting = "7 (b)", "Adopted without a vote", "61st plenary meeting"
	d.Furniture = []resolution.Furniture{{Text: "45-01234 (E)", Page: 1}, {Text: "2/3"}}
	d.Reading.Warnings = []resolution.Warning{{Kind: resolution.RejectedChanges, N: 2}}
	var b bytes.Buffer
	if err := (terminal.Outline{Width: 80}).RenderResolution(&b, d); err != nil {
		t.Fatal(err)
	}
	reporttest.Golden(t, "outline-80.txt", b.Bytes())
}
