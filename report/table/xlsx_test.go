package table_test

import (
	"bytes"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"reprise/internal/outside"
	"reprise/report"
	"reprise/report/reporttest"
	"reprise/report/table"
	"reprise/series"
)

func opened(t *testing.T, raw []byte) *excelize.File {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(raw))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	return f
}

// at is the value of a row in the column of a name.
func at(t *testing.T, f *excelize.File, sheet, column string, row int) string {
	t.Helper()
	rows, err := f.GetRows(sheet)
	if err != nil {
		t.Fatal(err)
	}
	for i, name := range rows[0] {
		if name == column && i < len(rows[row]) {
			return rows[row][i]
		}
	}
	return ""
}

func TestSpreadsheetOfAComparison(t *testing.T) {
	c := reporttest.Specimen(t)
	raw := reporttest.Render(t, table.XLSX{}, c)
	if again := reporttest.Render(t, table.XLSX{}, c); !bytes.Equal(raw, again) {
		t.Error("the same comparison gives other bytes")
	}
	f := opened(t, raw)
	if got := strings.Join(f.GetSheetList(), "|"); got != "Changes|Summary" {
		t.Errorf("sheets %s", got)
	}
	rows, err := f.GetRows("Changes")
	if err != nil || len(rows) != len(c.Changes)+1 {
		t.Errorf("%d rows, %v; want one a change and a head", len(rows), err)
	}
	summary, err := f.GetRows("Summary")
	if err != nil {
		t.Fatal(err)
	}
	var told []string
	for _, row := range summary {
		told = append(told, strings.Join(row, "="))
	}
	if all := strings.Join(told, "\n"); !strings.Contains(all, "new=A/RES/200/17") || !strings.Contains(all, "\nagreed=") {
		t.Errorf("the summary is\n%s", all)
	}
	if panes, _ := f.GetPanes("Changes"); !panes.Freeze || panes.YSplit != 1 {
		t.Errorf("the head is not frozen: %+v", panes)
	}
}

func TestSpreadsheetOfASeries(t *testing.T) {
	all := []*series.Series{reporttest.Series(t)}
	f := opened(t, reporttest.Written(t, func(w io.Writer) error { return table.XLSX{}.RenderSeries(w, all) }))
	if got := strings.Join(f.GetSheetList(), "|"); got != "Evolution|Clauses|Counts" {
		t.Errorf("sheets %s", got)
	}
	for column, want := range map[string]string{"version": "A/RES/202/38", "clauses": "20", "words": "353", "agreed": "87%", "new": "2"} {
		if got := at(t, f, "Counts", column, 2); got != want {
			t.Errorf("Counts, %s: %q, want %q", column, got, want)
		}
	}
	for cell, want := range map[string]excelize.CellType{"L2": excelize.CellTypeUnset, "I2": excelize.CellTypeBool, "M2": excelize.CellTypeInlineString} {
		if got, _ := f.GetCellType("Clauses", cell); got != want {
			t.Errorf("Clauses, %s: type %v, want %v", cell, got, want)
		}
	}
	if panes, _ := f.GetPanes("Evolution"); panes.XSplit != 4 || panes.YSplit != 1 {
		t.Errorf("the evolution is not frozen: %+v", panes)
	}
}

// TestSpreadsheetOpensInLibreOffice: another program reads what the table says.
func TestSpreadsheetOpensInLibreOffice(t *testing.T) {
	if testing.Short() {
		t.Skip("skipped: starts LibreOffice, too slow for -short")
	}
	outside.Program(t, "soffice")
	folder := t.TempDir()
	file := filepath.Join(folder, "series.xlsx")
	all := []*series.Series{reporttest.Series(t)}
	raw := reporttest.Written(t, func(w io.Writer) error { return table.XLSX{}.RenderSeries(w, all) })
	if err := os.WriteFile(file, raw, 0o644); err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command("soffice", "-env:UserInstallation=file://"+t.TempDir(), "--headless", "--convert-to", "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,3", "--outdir", folder, file)
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	counts, err := os.ReadFile(filepath.Join(folder, "series-Counts.csv"))
	if err != nil {
		outside.Missing(t, "LibreOffice's spreadsheet (Calc) is missing")
	}
	if want := "A/RES/202/38,2147,20,353,86.97%,2,12,6,0,0,0,0,1,7,4,1"; !strings.Contains(string(counts), want) {
		t.Errorf("LibreOffice shows no %q:\n%s", want, counts)
	}
}

// TestSpreadsheetOfManyComparisons has the rows of all, each with its texts.
func TestSpreadsheetOfManyComparisons(t *testing.T) {
	c := reporttest.Specimen(t)
	all := report.Collection{Pairs: []report.Pair{{Name: "=a.md", Comparison: c}, {Name: "b.md", Comparison: c}}}
	f := opened(t, reporttest.Written(t, func(w io.Writer) error { return table.XLSX{}.RenderCollection(w, all) }))
	rows, err := f.GetRows("Changes")
	if err != nil || len(rows) != 2*len(c.Changes)+1 {
		t.Errorf("%d rows, %v", len(rows), err)
	}
	if got := at(t, f, "Changes", "comparison", 1); got != "=a.md" {
		t.Errorf("the first comparison is %q", got)
	}
}
