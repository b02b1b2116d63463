package tell

import (
	"strings"
	"unicode/utf8"

	"reprise/diff/points"
)

// The longest quotes, in bytes: what opens a clause, and words inside one. Seven
// points fit a screen.
const (
	maxOpening = 130
	maxInside  = 90
)

// quoted are the words of a place in quotation marks, cut to a length. The opening
// of a chapeau is cut before its points.
func (v Voice) quoted(s points.Span, most int) Line {
	text := excerpt(s.Text(), most)
	if s.Clause != nil && most == maxOpening && strings.HasPrefix(s.Clause.Text[s.To:], ":") && !strings.HasSuffix(text, "…") {
		text += " …"
	}
	return v.fill("quote", value{"text", Line{{Text: text, Quote: true}}})
}

// excerpt cuts a text behind a word where it is longer than most bytes, and better
// at the end of a phrase where one is near; "…" tells that it was cut. Lines of
// several clauses become one.
func excerpt(text string, most int) string {
	text = strings.Trim(strings.ReplaceAll(text, "\n", " "), " ,;:.")
	if len(text) <= most {
		return text
	}
	for most > 0 && !utf8.RuneStart(text[most]) {
		most--
	}
	cut := strings.LastIndexByte(text[:most], ' ')
	if cut < 0 {
		cut = most
	}
	// A phrase may end in the last quarter; "868,500" is none.
	const near = 4
	comma, semicolon := strings.LastIndex(text[:cut+1], ", "), strings.LastIndex(text[:cut+1], "; ")
	if phrase := max(comma, semicolon); phrase > most-most/near {
		cut = phrase
	}
	return strings.TrimRight(text[:cut], " ,;:.(“«") + " …"
}
