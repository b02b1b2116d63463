package terminal

import (
	"io"
	"strings"

	"reprise/negotiate"
)

// RenderAmendment writes an amendment as a text of one paragraph a line, which
// reprise amend reads back.
func (Form) RenderAmendment(w io.Writer, m *negotiate.Motion) error {
	var b strings.Builder
	for i, line := range m.Text() {
		if i > 0 {
			b.WriteString("\n")
		}
		b.WriteString(oneLine(line) + "\n")
	}
	_, err := io.WriteString(w, b.String())
	return err
}
