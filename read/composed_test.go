package read

import (
	"os"
	"path/filepath"
	"strings"
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
		if d := cmp.Diff(clausesOf(want), clausesOf(resolution.Alike(got, want)[0])); d != "" {
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

// A text is shown with its accents as its file has them, and compared whatever they are.
func TestAccentsStayAsTheyAre(t *testing.T) {
	const text = "The General Assembly,\n\nRecalling the pier of El Niño and its notes,\n\n1. Thanks the keepers of El Niño;\n\n2. Thanks the keepers of Curaçao.\n"
	apart := strings.Replace(norm.NFD.String(text), norm.NFD.String("ç"), "ç", 1)
	read := func(text string) *resolution.Document {
		d, err := Open(t.Context(), "a.txt", []byte(text), Options{})
		if err != nil {
			t.Fatal(err)
		}
		return d
	}
	old, new := read(apart), read(text)
	if got := old.Clause("op1").Text; got != norm.NFD.String("Thanks the keepers of El Niño;") {
		t.Errorf("%+q", got)
	}
	both := resolution.Alike(old, new)
	if d := cmp.Diff(clausesOf(both[1]), clausesOf(both[0])); d != "" || both[1] != new {
		t.Errorf("(-composed +apart): %s", d)
	}
	if both := resolution.Alike(old, old); both[0] != old {
		t.Error("what agrees is written anew")
	}
}
