package read

import (
	"fmt"
	"os"
	"strings"
	"testing"
)

// The table of limits in docs/files.md is the table in code.
func TestLimitsAreDocumented(t *testing.T) {
	content, err := os.ReadFile("../docs/files.md")
	if err != nil {
		t.Fatal(err)
	}
	_, table, _ := strings.Cut(string(content), "| most of | is | held by |\n|---|--:|---|\n")
	table, _, _ = strings.Cut(table, "\n\n")
	rows := strings.Split(table, "\n")
	if len(rows) != len(Limits()) {
		t.Errorf("docs/files.md has %d rows of limits, want %d", len(rows), len(Limits()))
	}
	for i, b := range Limits() {
		if want := fmt.Sprintf("| %s | %s | ", b.Of, b.Value()); i >= len(rows) || !strings.HasPrefix(rows[i], want) {
			t.Errorf("docs/files.md: row %d of limits does not open with %q", i+1, want)
		}
	}
}
