package read

import (
	"strconv"

	"reprise/internal/wordml"
)

// listFormats are the forms of numbers as HTML and OpenDocument name them, in
// Word's names.
var listFormats = map[string]string{"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}

// listNumber writes the number of a point in a form of HTML and OpenDocument:
// "1", "a", "A", "i", "I".
func listNumber(n int, form string) string { return wordml.FormatNumber(n, listFormats[form]) }

// intOr reads a number; anything else gives the other value.
func intOr(s string, otherwise int) int {
	if n, err := strconv.Atoi(s); err == nil {
		return n
	}
	return otherwise
}
