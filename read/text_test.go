package read

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"reprise/resolution"
)

var updateText = flag.Bool("update-text", false, "rewrite testdata/text")

// Each archive in testdata/text is one noise of real files: its comment says
// which, "in" is the file ("in.md" in Markdown), "want" what is read.
func TestReadText(t *testing.T) {
	files, err := filepath.Glob("testdata/text/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatal("no archives", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			a, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			d, err := Open(a.Files[0].Name, a.Files[0].Data, Options{})
			if err != nil {
				t.Fatal(err)
			}
			got := readOutline(d)
			if *updateText {
				a.Files = append(a.Files[:1], txtar.File{Name: "want", Data: []byte(got)})
				if err := os.WriteFile(file, txtar.Format(a), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			if len(a.Files) < 2 {
				t.Fatalf("no want; got\n%s", got)
			}
			if diff := cmp.Diff(string(a.Files[1].Data), got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// readOutline shows how a document was read.
func readOutline(d *resolution.Document) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s by %s: %s, %q\n", d.Reading.Format, d.Reading.Engine, d.Symbol, d.Title)
	for _, c := range d.Clauses {
		text := c.Text
		for i := len(c.Notes) - 1; i >= 0; i-- {
			text = text[:c.Notes[i].At] + "{" + c.Notes[i].Mark + "}" + text[c.Notes[i].At:]
		}
		fmt.Fprintf(&b, "%-8s <%s> %s\n", c.ID, c.Label, strings.ReplaceAll(strings.ReplaceAll(text, "\t", "⇥"), "\n", "⏎"))
	}
	for _, f := range d.Footnotes {
		fmt.Fprintf(&b, "note %s (page %d) %s\n", f.Mark, f.Page, f.Text)
	}
	for _, f := range d.Furniture {
		fmt.Fprintf(&b, "furniture (page %d) %s\n", f.Page, f.Text)
	}
	return b.String()
}
