package recognise

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"reprise/internal/lexicon"
	"reprise/internal/numeral"
)

// What a text ends or opens with is asked in every script: "," is "，" in
// Chinese and "،" in Arabic.

// endMark is the mark that a text ends with, behind closing quotation marks and
// brackets; 0 where it ends with a word.
func endMark(s string) rune {
	r, _ := utf8.DecodeLastRuneInString(lexicon.TrimClosing(s))
	switch {
	case lexicon.EndsParagraph(r):
		return lexicon.PlainMark(r)
	case r == '!' || r == '?':
		return r
	}
	return 0
}

// EndsParagraph tells whether a text ends with the punctuation of a paragraph in
// any script.
func EndsParagraph(s string) bool {
	switch endMark(s) {
	case ',', '.', ';', ':':
		return true
	}
	return false
}

func endsSentence(s string) bool {
	mark := endMark(s)
	return mark != 0 && mark != ','
}

// lastMark is the mark that a text ends with, right at its end.
func lastMark(s string) rune {
	r, _ := utf8.DecodeLastRuneInString(s)
	return lexicon.PlainMark(r)
}

func endsComma(s string) bool { return lastMark(s) == ',' }

func endsColon(s string) bool { return lastMark(s) == ':' }

// opensHigh tells whether a rune may open a title: a capital, a digit, or a
// letter of a script without capitals.
func opensHigh(r rune) bool {
	return unicode.IsUpper(r) || unicode.IsDigit(r) || unicode.Is(unicode.Lo, r)
}

// scanScript reads the labels of other scripts that open a text: "1．", "１．",
// "٢ - ", "（一）", "㈠", "(أ)", "а)", "‘1’"; style noStyle for none. A point's
// letter is counted by its place, so that its clause is named as in English.
func scanScript(text string) (label, int) {
	if l, n := scanFigures(text); n > 0 {
		return l, n
	}
	r, size := utf8.DecodeRuneInString(text)
	switch {
	case strings.ContainsRune("㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩", r):
		return romanLabel(text[:size], lexicon.Numeral(r)), size
	case r == '(' || r == '（':
		return scanBracket(text, size)
	case strings.ContainsRune("‘'`’", r):
		return scanQuoted(text, size)
	}
	place, _ := lexicon.ListLetter(r)
	if place > 0 && (strings.HasPrefix(text[size:], ")") || strings.HasPrefix(text[size:], "）")) && ends(text, size+1) {
		_, close := utf8.DecodeRuneInString(text[size:])
		return letterLabel(text[:size+close], place), size + close
	}
	return label{}, 0
}

// scanFigures reads a number with the mark that its script puts behind it.
func scanFigures(text string) (label, int) {
	n, value, count := 0, 0, 0
	for n < len(text) {
		r, size := utf8.DecodeRuneInString(text[n:])
		d := lexicon.Digit(r)
		if d < 0 {
			break
		}
		value, count, n = value*10+d, count+1, n+size
		if count > maxLabelDigits {
			return label{}, 0
		}
	}
	if count == 0 {
		return label{}, 0
	}
	l := label{core: numeral.Text(value), style: numberStyle, value: value}
	blank := 0
	if strings.HasPrefix(text[n:], " ") {
		blank = 1
	}
	mark, size := utf8.DecodeRuneInString(text[n+blank:])
	end := n + blank + size
	next, _ := utf8.DecodeRuneInString(strings.TrimLeft(text[min(end, len(text)):], " \t"))
	switch {
	case end >= len(text):
		return label{}, 0
	case strings.ContainsRune("-–—", mark) && unicode.Is(unicode.Arabic, next):
	case blank == 0 && strings.ContainsRune("．、", mark) && !unicode.IsDigit(next):
	case blank == 0 && (mark == '.' || mark == ')') && (unicode.Is(unicode.Han, next) || ends(text, end)):
	default:
		return label{}, 0
	}
	if mark == ')' {
		l.style = numberParen
	}
	l.text = text[:end]
	return l, end
}

// maxBracketRunes is the longest label in brackets of another script, "二十一".
const maxBracketRunes = 3

// scanBracket reads "（一）", "(أ)", "(б)", "（a）", "(１)" after its bracket.
func scanBracket(text string, open int) (label, int) {
	end := strings.IndexAny(text, ")）")
	if end <= open || utf8.RuneCountInString(text[open:end]) > maxBracketRunes {
		return label{}, 0
	}
	inner := text[open:end]
	_, close := utf8.DecodeRuneInString(text[end:])
	end += close
	r, _ := utf8.DecodeRuneInString(inner)
	l := label{text: text[:end], core: inner}
	place, _ := lexicon.ListLetter(r)
	switch single := utf8.RuneCountInString(inner) == 1; {
	case !ends(text, end) && !strings.ContainsAny(text[:end], "（）") && lexicon.Numeral(r) == 0:
		return label{}, 0
	case single && place > 0:
		return letterLabel(l.text, place), end
	case inner[0] < utf8.RuneSelf:
		return l.count(inner, numberParen, letterStyle, romanStyle), end
	}
	if l.value = smallNumber(inner); l.value == 0 {
		return label{}, 0
	}
	l.core, l.style = numeral.Text(l.value), numberParen
	return l, end
}

// smallNumber reads the Chinese numbers up to 99, "二十一", and digits of any
// script; 0 for anything else.
func smallNumber(s string) int {
	total, figures := 0, 0
	for _, r := range s {
		n := lexicon.Numeral(r)
		switch d := lexicon.Digit(r); {
		case d >= 0:
			figures = figures*10 + d
		case n == 10 && total == 0:
			total = 10
		case n == 10 && total < 10:
			total *= 10
		case n > 0 && n < 10:
			total += n
		default:
			return 0
		}
	}
	return total + figures
}

// scanQuoted reads the second level of Arabic points, "'1'", whose marks lean
// either way.
func scanQuoted(text string, open int) (label, int) {
	end, value := open, 0
	for end < len(text) {
		r, size := utf8.DecodeRuneInString(text[end:])
		d := lexicon.Digit(r)
		if d < 0 || value >= 10 {
			break
		}
		value, end = value*10+d, end+size
	}
	r, size := utf8.DecodeRuneInString(text[end:])
	if value == 0 || !strings.ContainsRune("‘'`’", r) || !ends(text, end+size) {
		return label{}, 0
	}
	return romanLabel(text[:end+size], value), end + size
}

func letterLabel(text string, place int) label {
	return label{text: text, core: numeral.Letter(place), style: letterStyle, value: place}
}

func romanLabel(text string, value int) label {
	return label{text: text, core: numeral.InRoman(value), style: romanStyle, value: value}
}
