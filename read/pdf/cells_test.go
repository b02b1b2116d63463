package pdf

import (
	"reprise/read/pdf/pdftest"
	"reprise/resolution/recognise/blocktest"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// cellLine is one printed line of a made table: how far it stands below the
// line above, and its cells ("" prints none) at fixed places.
type cellLine struct {
	gap   float64
	cells [3]string
}

// Cells of several lines are put together where space or the words tell that
// the lines are one row.
func TestPDFCells(t *testing.T) {
	tests := []struct {
		name  string
		lines []cellLine
		want  string
	}{
		{"rows parted by space", []cellLine{
			{0, [3]string{"Keeper", "Teacups", "Remarks"}},
			{18, [3]string{"Keepers of the North", "14", "All of them whole, with"}},
			{11, [3]string{"Reef", "", "their saucers and one pot"}},
			{11, [3]string{"", "", "Blue pattern"}},
			{18, [3]string{"South Reef", "5", "None"}},
		}, "Keeper | Teacups | Remarks / Keepers of the North Reef | 14 | All of them whole, with their saucers and one pot Blue pattern / South Reef | 5 | None"},
		{"a head over two lines, its first word below", []cellLine{
			{0, [3]string{"", "Teacups", "Teacups"}},
			{11, [3]string{"Keeper", "(whole)", "(broken)"}},
			{18, [3]string{"North Reef", "14", "2"}},
			{18, [3]string{"South Reef", "5", "0"}},
			{18, [3]string{"West Reef", "61", "12"}},
		}, "Keeper | Teacups (whole) | Teacups (broken) / North Reef | 14 | 2 / South Reef | 5 | 0 / West Reef | 61 | 12"},
		{"rows set tight, a space before the sum", []cellLine{
			{0, [3]string{"Keeper", "Whole", "Broken"}},
			{11, [3]string{"North Reef", "14", "2"}},
			{11, [3]string{"South Reef", "5", "0"}},
			{18, [3]string{"West Reef", "61", "12"}},
			{11, [3]string{"Upper Rock", "1", "1"}},
			{18, [3]string{"All", "81", "15"}},
		}, "Keeper | Whole | Broken / North Reef | 14 | 2 / South Reef | 5 | 0 / West Reef | 61 | 12 / Upper Rock | 1 | 1 / All | 81 | 15"},
		{"rows set tight, one of which goes on in small letters", []cellLine{
			{0, [3]string{"Keeper", "Whole", "Remarks"}},
			{11, [3]string{"North Reef", "14", "To be counted again by the light-"}},
			{11, [3]string{"", "", "house keeper"}},
			{11, [3]string{"South Reef", "5", "None"}},
		}, "Keeper | Whole | Remarks / North Reef | 14 | To be counted again by the lighthouse keeper / South Reef | 5 | None"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			m := (&pdftest.Maker{}).Page()
			m.Styled(147, 740, "3. *Decides* to hold the following table dear, and to keep it with the others until it is")
			m.Styled(124, 728, "told that another one has come:")
			y := 690.0
			for _, line := range test.lines {
				y -= line.gap
				for i, x := range []float64{124, 260, 380} {
					if line.cells[i] != "" {
						m.Put(x, y, 10, pdftest.Roman, line.cells[i])
					}
				}
			}
			text, err := engine.Read(t.Context(), m.Bytes())
			if err != nil {
				t.Fatal(err)
			}
			lines := blocktest.Shown(text.Blocks)
			if d := cmp.Diff("table: "+test.want, lines[len(lines)-1]); d != "" {
				t.Errorf("-want +got:\n%s\n%q", d, lines)
			}
		})
	}
}
