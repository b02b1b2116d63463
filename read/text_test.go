package read

import (
	"fmt"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"reprise/resolution"
	"reprise/resolution/resolutiontest"
)

// Each archive in testdata/text is one noise of real files: its comment says
// which, "in" is the file ("in.md" in Markdown), "want" what is read.
func TestReadText(t *testing.T) {
	resolutiontest.Archives(t, "testdata/text/*.txtar", func(t *testing.T, in txtar.File) string {
		d, err := Open(t.Context(), in.Name, in.Data, Options{})
		if err != nil {
			t.Fatal(err)
		}
		return readOutline(d)
	})
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
