package read

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/unicode/norm"

	"reprise/resolution"
)

// Accents that stand apart from their letters (NFD) are no change.
func TestDecomposedAccents(t *testing.T) {
	files, err := filepath.Glob("../testdata/specimen*/*.*")
	if err != nil || len(files) == 0 {
		t.Fatal(files, err)
	}
	apart := 0
	for _, f := range files {
		if ext := filepath.Ext(f); ext != ".md" && ext != ".txt" {
			continue
		}
		content, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		decomposed := norm.NFD.Bytes(content)
		if len(decomposed) == len(content) {
			continue
		}
		want, err := Open(t.Context(), f, norm.NFC.Bytes(content), Options{})
		if err != nil {
			continue
		}
		apart++
		got, err := Open(t.Context(), f, decomposed, Options{})
		if err != nil {
			t.Errorf("%s: %v", f, err)
			continue
		}
		if d := cmp.Diff(clausesOf(want), clausesOf(got)); d != "" {
			t.Errorf("%s (-composed +apart):\n%.2000s", f, d)
		}
	}
	if apart == 0 {
		t.Error("no specimen has accents")
	}
}

func clausesOf(d *resolution.Document) []resolution.Clause {
	var out []resolution.Clause
	for _, c := range d.Clauses {
		out = append(out, *c)
	}
	return out
}
