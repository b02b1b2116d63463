// Package visible makes what others wrote fit to be shown: names of files and texts
// may hold characters that steer a terminal, or turn the order of what is read.
//
// Its calls are Text, Name and JSON. It knows no form: each escapes what means something in
// it besides.
package visible

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Text is a text without control characters, which a terminal would obey, and without
// the embeddings, overrides and isolates that turn its order unseen. Line ends and
// tabs stay; so do the plain marks of direction, which Arabic needs.
func Text(s string) string {
	return strings.Map(func(r rune) rune {
		if r != '\n' && r != '\t' && steers(r) {
			return -1
		}
		return r
	}, s)
}

// Name is a name on one line: what Text takes out, and line ends, stand in it as they
// are written in a program, so that no name looks like another, or like a message.
func Name(s string) string {
	if strings.IndexFunc(s, parts) < 0 {
		return s
	}
	var b strings.Builder
	for _, r := range s {
		switch {
		case r == '\n':
			b.WriteString(`\n`)
		case parts(r):
			fmt.Fprintf(&b, `\u%04x`, r)
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// JSON is JSON in which the characters that Text takes out stand as they are written
// in JSON ("\u0085"): its strings stay what they are, and no terminal obeys it. The
// standard library escapes the first 32 control characters alone.
func JSON(written []byte) []byte {
	first := firstBeyond(written)
	if first < 0 {
		return written
	}
	out := append([]byte(nil), written[:first]...)
	for _, r := range string(written[first:]) {
		if beyondASCII(r) {
			out = fmt.Appendf(out, `\u%04x`, r)
		} else {
			out = utf8.AppendRune(out, r)
		}
	}
	return out
}

// firstBeyond is where the first such character stands, -1 for none. Nearly all is ASCII.
func firstBeyond(written []byte) int {
	for at := 0; at < len(written); {
		if written[at] < '\x7f' {
			at++
			continue
		}
		r, size := utf8.DecodeRune(written[at:])
		if beyondASCII(r) {
			return at
		}
		at += size
	}
	return -1
}

func beyondASCII(r rune) bool { return r >= '\x7f' && steers(r) }

func parts(r rune) bool { return steers(r) || r == '\u2028' || r == '\u2029' }

// steers tells control characters (C0, C1) and the characters that turn the order.
func steers(r rune) bool {
	return unicode.IsControl(r) || r >= '\u202a' && r <= '\u202e' || r >= '\u2066' && r <= '\u2069'
}
