package token

import (
	"unicode"
	"unicode/utf8"

	"reprise/internal/lexicon"
)

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

// digitLen is the length in bytes of the digit of any script at a place; 0 for
// any other sign.
func digitLen(text string, at int) int {
	if at >= len(text) {
		return 0
	}
	if c := text[at]; c < utf8.RuneSelf {
		return count(isDigit(c))
	}
	r, size := utf8.DecodeRuneInString(text[at:])
	if lexicon.Digit(r) < 0 {
		return 0
	}
	return size
}

func isUpper(c byte) bool { return 'A' <= c && c <= 'Z' }
func isLower(c byte) bool { return 'a' <= c && c <= 'z' }
func isAlnum(c byte) bool { return isLower(c) || isUpper(c) || isDigit(c) }

func isSpaceRune(r rune) bool { return unicode.IsSpace(r) }

func isWordRune(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r)
}

// startsWord tells whether a letter or digit stands at a place.
func startsWord(text string, at int) bool {
	if at >= len(text) {
		return false
	}
	if c := text[at]; c < utf8.RuneSelf {
		return isAlnum(c)
	}
	r, _ := utf8.DecodeRuneInString(text[at:])
	return isWordRune(r)
}

func isUpperAt(text string, at int) bool {
	r, _ := utf8.DecodeRuneInString(text[at:])
	return unicode.IsUpper(r)
}

// hyphenLen is the length in bytes of the hyphen at a place, 0 for none. The
// no-break hyphen counts, dashes do not.
func hyphenLen(text string, at int) int {
	if at < len(text) && text[at] == '-' {
		return 1
	}
	if at+3 <= len(text) && (text[at:at+3] == "\u2010" || text[at:at+3] == "\u2011") {
		return 3
	}
	return 0
}

// dashLen is the length of a hyphen, en dash or minus at a place, as in "2020-2025".
func dashLen(text string, at int) int {
	if at+3 <= len(text) && (text[at:at+3] == "\u2013" || text[at:at+3] == "\u2212") {
		return 3
	}
	return hyphenLen(text, at)
}
