package sheetml

import (
	"bytes"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

// opened reads a workbook with a library that knows all of the format.
func opened(t testing.TB, b Workbook) *excelize.File {
	t.Helper()
	var out bytes.Buffer
	if err := b.Write(&out); err != nil {
		t.Fatal(err)
	}
	f, err := excelize.OpenReader(&out)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	return f
}

func text(s string) Cell { return Cell{Kind: Text, Text: s} }

func TestCellsHaveTheirTypes(t *testing.T) {
	f := opened(t, Workbook{Sheets: []Sheet{{Name: "A", HeadRows: 1, HeadCells: 2, Widths: []int{10, 60}, Rows: [][]Cell{
		{{Kind: Text, Text: "name", Look: Head}, text("b"), text("c"), text("d"), text("e")},
		{text("=1+1"), {Kind: Number, Number: 1234.5}, {Kind: Share, Number: .8697}, {Kind: Bool, Yes: true}, {Look: Added}},
	}}}})
	for cell, want := range map[string]excelize.CellType{"A2": excelize.CellTypeInlineString, "B2": excelize.CellTypeUnset, "C2": excelize.CellTypeUnset, "D2": excelize.CellTypeBool} {
		if got, err := f.GetCellType("A", cell); err != nil || got != want {
			t.Errorf("%s: type %v, %v; want %v", cell, got, err, want)
		}
	}
	for cell, want := range map[string]string{"A2": "=1+1", "B2": "1234.5", "C2": "87%", "D2": "TRUE", "E2": ""} {
		if got, err := f.GetCellValue("A", cell); err != nil || got != want {
			t.Errorf("%s: %q, %v; want %q", cell, got, err, want)
		}
		if formula, _ := f.GetCellFormula("A", cell); formula != "" {
			t.Errorf("%s: the formula %q", cell, formula)
		}
	}
	panes, err := f.GetPanes("A")
	if err != nil || !panes.Freeze || panes.XSplit != 2 || panes.YSplit != 1 || panes.TopLeftCell != "C2" {
		t.Errorf("panes %+v, %v", panes, err)
	}
	if width, _ := f.GetColWidth("A", "B"); width != 60 {
		t.Errorf("column B is %v wide, want 60", width)
	}
	id, _ := f.GetCellStyle("A", "E2")
	style, err := f.GetStyle(id)
	if err != nil || style.Fill.Type != "pattern" || style.Fill.Pattern != 1 || !style.Alignment.WrapText { // without a theme the library names no colours
		t.Errorf("the look of an added cell is %+v, %v", style, err)
	}
	if ground := looksOf[Added].ground; strings.Count(styles(), ground) != 1 {
		t.Errorf("the ground %s of an added cell is not among the styles", ground)
	}
}

// TestTabsAreWhatTabsCanBe: no letters that Excel refuses, none twice, none too long.
func TestTabsAreWhatTabsCanBe(t *testing.T) {
	long := strings.Repeat("lighthouse", 5)
	f := opened(t, Workbook{Sheets: []Sheet{{Name: "A/RES/[1]:*?"}, {Name: "a-res-1"}, {Name: long}, {Name: long}, {Name: "'"}}})
	got := strings.Join(f.GetSheetList(), "|")
	if want := "A-RES-1|a-res-1 2|lighthouselighthouselighthousel|lighthouselighthouselighthous 2|Sheet"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

func TestTooMuchIsRefused(t *testing.T) {
	err := Workbook{Sheets: []Sheet{{Name: "A", Rows: make([][]Cell, maxRows+1)}}}.Write(&bytes.Buffer{})
	if err == nil || err.Error() != "sheet A: 1048577 rows, a spreadsheet has at most 1048576" {
		t.Errorf("got %v", err)
	}
}

func TestColumnNames(t *testing.T) {
	for i, want := range map[int]string{0: "A", 25: "Z", 26: "AA", 701: "ZZ", 702: "AAA", maxColumns - 1: "XFD"} {
		if got := columnName(i); got != want {
			t.Errorf("%d: %s, want %s", i, got, want)
		}
	}
}

// FuzzText: a text comes back from the file as it went in, without what XML cannot
// hold and cut where a cell ends, and is never a formula.
func FuzzText(f *testing.F) {
	for _, s := range []string{"=cmd|' /C calc'!A0", "_x000D_ and _x005F_", "two\nlines\r\n", " <b>\"&' ", "\x00\x1b[31m", strings.Repeat("ab😀", maxText), "𝔘\U0010FFFF"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		want := clean(s)
		book := opened(t, Workbook{Sheets: []Sheet{{Name: "A", Rows: [][]Cell{{text(s)}}}}})
		got, err := book.GetCellValue("A", "A1")
		if err != nil {
			t.Fatal(err)
		}
		if short, cutOff := strings.CutSuffix(got, cut); got != want && !(cutOff && strings.HasPrefix(want, short) && len(want) > maxText/2) {
			t.Fatalf("%.80q came back as %.80q", want, got)
		}
		if formula, _ := book.GetCellFormula("A", "A1"); formula != "" {
			t.Fatalf("the formula %q", formula)
		}
	})
}
