package report

import (
	"unicode"
	"unicode/utf8"

	"reprise/diff"
)

// RunOn tells whether what an edit brings would read as one word with what the
// edit before it took away, or the other way round, where nothing but their looks
// is between them, as in text that is copied: 78 and 80 as 7880. A form that
// shows both in one text puts a space there that belongs to neither.
func RunOn(edits []diff.Edit, i int) bool {
	if i == 0 || edits[i].Op == diff.Equal || edits[i-1].Op == diff.Equal || edits[i].Op == edits[i-1].Op {
		return false
	}
	last, _ := utf8.DecodeLastRuneInString(edits[i-1].Text)
	first, _ := utf8.DecodeRuneInString(edits[i].Text)
	return isWordy(last) && isWordy(first)
}

func isWordy(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }
