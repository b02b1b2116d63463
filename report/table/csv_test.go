package table_test

import (
	"encoding/csv"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"reprise/diff"
	"reprise/internal/outside"
	"reprise/report"
	"reprise/report/reporttest"
	"reprise/report/table"
	"reprise/resolution"
)

func TestCSVGolden(t *testing.T) {
	reporttest.Golden(t, "specimen.csv", reporttest.Render(t, table.CSV{}, reporttest.Specimen(t)))
}

func rowsOf(t *testing.T, raw []byte) [][]string {
	t.Helper()
	rows, err := csv.NewReader(strings.NewReader(strings.TrimPrefix(string(raw), "\uFEFF"))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

func TestCSVHasOneRowAChange(t *testing.T) {
	c := reporttest.Specimen(t)
	if rows := rowsOf(t, reporttest.Render(t, table.CSV{}, c)); len(rows) != len(c.Changes)+1 {
		t.Errorf("%d rows for %d changes", len(rows), len(c.Changes))
	}
	if rows := rowsOf(t, reporttest.Render(t, table.CSV{Only: report.SubstantiveOnly}, c)); len(rows) != 11 {
		t.Errorf("%d rows, want 10 substantive changes under the names", len(rows))
	}
}

func TestCSVNeutralisesFormulas(t *testing.T) {
	for text, want := range map[string]string{
		"=1+1":                      "'=1+1",
		"+41 22":                    "'+41 22",
		"-cmd|' /C calc'!A0":        "'-cmd|' /C calc'!A0",
		"@SUM(A1)":                  "'@SUM(A1)",
		"\tx":                       "'\tx",
		"  =1":                      "'  =1",
		"＝1":                        "'＝1",
		"Requests = asks":           "Requests = asks",
		"\n=HYPERLINK(\"x\",\"y\")": "'\n=HYPERLINK(\"x\",\"y\")",
	} {
		ch := diff.Change{}
		ch.New = []*resolution.Clause{{ID: "op1", Text: text}}
		rows := rowsOf(t, reporttest.Render(t, table.CSV{}, &diff.Comparison{Changes: []diff.Change{ch}}))
		if got := rows[1][12]; got != want {
			t.Errorf("%q is written as %q, want %q", text, got, want)
		}
	}
}

func TestCSVOpensInLibreOffice(t *testing.T) {
	if testing.Short() {
		t.Skip("skipped: starts LibreOffice, too slow for -short")
	}
	outside.Program(t, "soffice")
	c := reporttest.Specimen(t)
	c.Changes[3].New[0].Text, c.Changes[3].Reasons = "=1+1", nil // its reasons name places in the text that was
	folder := t.TempDir()
	file := filepath.Join(folder, "table.csv")
	if err := os.WriteFile(file, reporttest.Render(t, table.CSV{}, c), 0o644); err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command("soffice", "-env:UserInstallation=file://"+t.TempDir(), "--headless", "--convert-to", "html:HTML (StarCalc)", "--outdir", folder, file)
	out, err := cmd.CombinedOutput()
	if strings.Contains(string(out), "could not be loaded") {
		outside.Missing(t, "LibreOffice's spreadsheet (Calc) is missing") // a package of its own
	}
	if err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	html, err := os.ReadFile(filepath.Join(folder, "table.html"))
	if err != nil {
		t.Fatal(err)
	}
	text := string(html)
	for _, want := range []string{"=1+1", "old clause", "to be observed"} {
		if !strings.Contains(text, want) {
			t.Errorf("LibreOffice shows no %q", want)
		}
	}
	if rows := strings.Count(text, "<tr"); rows != len(c.Changes)+1 {
		t.Errorf("%d rows, want %d", rows, len(c.Changes)+1)
	}
}
