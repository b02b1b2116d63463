package table

import (
	"fmt"
	"io"
	"strings"

	"reprise/negotiate"
)

// RenderAmendment writes an amendment: its heading, each instruction as a paragraph
// with its number, the text that it brings as a quotation, footnotes at the end.
func (Markdown) RenderAmendment(w io.Writer, m *negotiate.Motion) error {
	var b strings.Builder
	notes := 0
	var foot strings.Builder
	for _, line := range m.Lines {
		text, at := "", 0
		for _, n := range line.Notes {
			notes++
			text += markdownText(line.Text[at:n.At]) + fmt.Sprintf("[^%d]", notes)
			fmt.Fprintf(&foot, "[^%d]: %s\n", notes, markdownText(n.Text))
			at = n.At
		}
		if text == "" {
			text = markdownText(line.Text)
		} else {
			text += trailing(line.Text[at:])
		}
		switch line.Kind {
		case negotiate.HeadLine:
			fmt.Fprintf(&b, "# %s\n\n", text)
		case negotiate.TitleLine:
			fmt.Fprintf(&b, "**%s**\n\n", text)
		case negotiate.GivenLine:
			fmt.Fprintf(&b, "> %s\n\n", text)
		default:
			fmt.Fprintf(&b, "%s\n\n", strings.TrimSpace(strings.Replace(line.Number, ".", "\\.", 1)+" "+text))
		}
	}
	_, err := io.WriteString(w, b.String()+foot.String())
	return err
}

// trailing is the rest of a text behind a mark, with the space that it opens with.
func trailing(text string) string {
	if strings.HasPrefix(text, " ") {
		return " " + markdownText(text)
	}
	return markdownText(text)
}
