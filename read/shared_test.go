package read

import (
	"os"
	"path/filepath"
	"testing"

	"reprise/internal/outside"
	"reprise/resolution"
)

// openShared reads one of the real texts.
func openShared(t testing.TB, name string) *resolution.Document {
	t.Helper()
	path := filepath.Join(outside.Texts(t), "resolutions", "series", name)
	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	d, err := Open(t.Context(), filepath.Base(path), content, tools)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// Extracted text and Markdown of one resolution read identically.
func TestTextAndMarkdownReadAlike(t *testing.T) {
	a := openShared(t, "ga-nwfz-central-asia/A_RES_75_67.txt")
	b := openShared(t, "ga-nwfz-central-asia/A_RES_75_67.md")
	x, y := counted(a), counted(b)
	if len(x) != len(y) {
		t.Fatalf("%d clauses in text, %d in Markdown", len(x), len(y))
	}
	for i := range x {
		if x[i].ID != y[i].ID || x[i].Text != y[i].Text || x[i].Lead != y[i].Lead || x[i].Label != y[i].Label {
			t.Errorf("clause %d:\n text     %s %q %q\n markdown %s %q %q", i, x[i].ID, x[i].Lead, x[i].Text, y[i].ID, y[i].Lead, y[i].Text)
		}
	}
}

func counted(d *resolution.Document) []*resolution.Clause {
	var out []*resolution.Clause
	for _, c := range d.Clauses {
		if c.Counted() {
			out = append(out, c)
		}
	}
	return out
}
