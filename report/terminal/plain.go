package terminal

import (
	"io"
	"strings"

	"reprise/resolution"
)

// Plain writes the text of a document for programs that compare lines: each
// clause on a line of its own, its points set in, the footnotes last. Numbers of
// paragraphs are left out, so that a paragraph put in changes no line but its own;
// labels of points go with their text.
type Plain struct{}

// RenderResolution writes the text.
func (Plain) RenderResolution(w io.Writer, d *resolution.Document) error {
	var b strings.Builder
	for _, c := range d.Clauses {
		b.WriteString(strings.Repeat("  ", c.Depth))
		if c.Depth > 0 && c.Label != "" {
			b.WriteString(oneLine(c.Label) + " ")
		}
		b.WriteString(oneLine(c.Text) + "\n")
	}
	for _, n := range d.Footnotes {
		b.WriteString("[" + oneLine(n.Mark) + "] " + oneLine(n.Text) + "\n")
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// oneLine is a text without what would end its line or drive a terminal.
func oneLine(text string) string {
	return clean(strings.Join(strings.Fields(text), " "))
}
