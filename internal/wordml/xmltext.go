package wordml

import (
	"strings"
	"unicode/utf8"
)

// writeEscaped adds text as character data or as a quoted attribute's value.
// Characters that XML 1.0 forbids and bytes that are not UTF-8 are dropped:
// Word refuses a file that holds one.
func writeEscaped(b *strings.Builder, text string) {
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		switch {
		case r == utf8.RuneError && size == 1, !allowed(r):
		case r == '&':
			b.WriteString("&amp;")
		case r == '<':
			b.WriteString("&lt;")
		case r == '>':
			b.WriteString("&gt;")
		case r == '"':
			b.WriteString("&quot;")
		default:
			b.WriteString(text[i : i+size])
		}
		i += size
	}
}

// allowed is the production Char of XML 1.0.
func allowed(r rune) bool {
	return r == '\t' || r == '\n' || r == '\r' ||
		r >= 0x20 && r <= 0xD7FF || r >= 0xE000 && r <= 0xFFFD || r >= 0x10000 && r <= 0x10FFFF
}

// Writable is the text as a written file gives it back: without the
// characters that XML forbids, and with every line end as a newline.
func Writable(text string) string {
	return strings.Map(func(r rune) rune {
		if r == '\r' || !allowed(r) {
			return -1
		}
		return r
	}, strings.ToValidUTF8(text, ""))
}
