// Package blocktest shows blocks, for the tests of what makes them.
package blocktest

import (
	"strings"

	"reprise/resolution/recognise"
)

// Shown writes blocks one a line: kind, label or mark, and text with its styles.
func Shown(blocks []recognise.Block) []string {
	kinds := map[recognise.BlockKind]string{recognise.TextBlock: "text", recognise.HeadingBlock: "heading",
		recognise.TableBlock: "table", recognise.NoteBlock: "note", recognise.FurnitureBlock: "furniture"}
	var out []string
	for _, b := range blocks {
		line := kinds[b.Kind]
		if b.Label != "" || b.Mark != "" {
			line += " [" + b.Label + b.Mark + "]"
		}
		line += ": "
		for _, s := range b.Spans {
			line += styledText(s)
		}
		out = append(out, strings.TrimRight(line, " "))
	}
	return out
}

func styledText(s recognise.Span) string {
	text := s.Text
	for _, style := range []struct {
		on   bool
		sign string
	}{{s.Raised && s.Note == "", "^"}, {s.Italic && s.Note == "", "*"}, {s.Struck, "~"}} {
		if style.on && strings.TrimSpace(text) != "" {
			text = style.sign + strings.TrimSpace(text) + style.sign + text[len(strings.TrimRight(text, " ")):]
		}
	}
	if s.Note != "" {
		text += "^" + s.Note + "^"
	}
	if s.Link != "" {
		text += "<" + s.Link + ">"
	}
	return strings.NewReplacer("\n", " / ", "\t", " | ").Replace(text)
}
