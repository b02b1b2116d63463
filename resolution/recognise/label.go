package recognise

import (
	"reprise/internal/numeral"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// style is how a label counts.
type style int

const (
	noStyle      style = iota
	numberStyle        // "1."
	letterStyle        // "(a)", "a)"
	romanStyle         // "(i)", "i)"
	letterDot          // "a."
	romanDot           // "i."
	numberParen        // "(1)", "1)"
	upperRoman         // "II.", "II"
	upperLetter        // "A.", "A"
	bulletStyle        // "•", "–"
	namedStyle         // "PP5 bis", "OP3 alt"
	decimalStyle       // "1.2"
)

// label is a label taken apart.
type label struct {
	text  string // as printed
	core  string // the number or letter: "4", "b", "ii", "5bis"
	style style
	value int  // by the style; 0 where it has none
	pre   bool // a named label of the preamble ("PP5")
}

// SplitLabel parts the label that opens a paragraph ("4.", "(b)", "PP5 bis.",
// "•") from its text; label is "" where there is none. It is what readers use
// to tell that a line opens a paragraph.
func SplitLabel(text string) (label, rest string) {
	l, n := scanLabel(text)
	if l.style == noStyle {
		return "", text
	}
	return l.text, strings.TrimLeft(text[n:], " \t\u00a0")
}

// scanLabel reads the label that opens a text and how many bytes it takes.
func scanLabel(text string) (label, int) {
	if text == "" {
		return label{}, 0
	}
	l, n := scanLatin(text)
	if l.style == noStyle {
		return scanScript(text)
	}
	return l, n
}

// scanLatin reads the labels of Latin letters and digits, and bullets.
func scanLatin(text string) (label, int) {
	c := text[0]
	switch {
	case c >= '0' && c <= '9':
		return scanNumber(text)
	case c == '(':
		return scanParen(text)
	case c == 'P' || c == 'O' || c == 'p' || c == 'o' || c == '[':
		if l, n := scanNamed(text); n > 0 {
			return l, n
		}
	}
	if l, n := scanBullet(text); n > 0 {
		return l, n
	}
	return scanDotted(text)
}

const maxLabelDigits = 3 // "2020. A sentence" is no label

// scanNumber reads "4.", "4)", "4 bis.", "4. bis".
func scanNumber(text string) (label, int) {
	n := numeral.Digits(text)
	if n > maxLabelDigits || n == len(text) {
		return label{}, 0
	}
	core := text[:n]
	if s := suffix(text[n:]); s > 0 {
		core += strings.TrimSpace(text[n : n+s])
		n += s
	}
	if n == len(text) || text[n] != '.' && text[n] != ')' {
		return label{}, 0
	}
	st := numberStyle
	if text[n] == ')' {
		st = numberParen
	}
	n++
	if s := suffix(text[n:]); s > 0 {
		core += strings.TrimSpace(text[n : n+s])
		n += s
	}
	if !ends(text, n) {
		return label{}, 0
	}
	value, _ := strconv.Atoi(core[:numeral.Digits(core)])
	return label{text: text[:n], core: core, style: st, value: value}, n
}

// suffixes of negotiation: a paragraph put between two others, or another wording.
var suffixes = [...]string{"quater", "quinquies", "sexies", "bis", "ter", "alt"}

// suffix is the length of " bis", "bis", " ter 2" ... that opens s.
func suffix(s string) int {
	n := 0
	if n < len(s) && s[n] == ' ' {
		n++
	}
	for _, x := range suffixes {
		if len(s) >= n+len(x) && strings.EqualFold(s[n:n+len(x)], x) && !letterAt(s, n+len(x)) {
			n += len(x)
			if d := numeral.Digits(s[n:]); d > 0 {
				n += d
			}
			if more := suffix(s[n:]); more > 0 {
				n += more
			}
			return n
		}
	}
	return 0
}

func letterAt(s string, at int) bool {
	r, _ := utf8.DecodeRuneInString(s[at:])
	return at < len(s) && unicode.IsLetter(r)
}

// ends tells whether a label may end before at: a space or the text's end follows.
func ends(text string, at int) bool {
	if at >= len(text) {
		return true
	}
	r, _ := utf8.DecodeRuneInString(text[at:])
	return unicode.IsSpace(r)
}

// scanParen reads "(a)", "(ii)", "(1)", "(a bis)".
func scanParen(text string) (label, int) {
	end := strings.IndexByte(text, ')')
	if end < 2 || end > 12 || !ends(text, end+1) {
		return label{}, 0
	}
	inner := text[1:end]
	if numeral.Digits(inner) > maxLabelDigits {
		return label{}, 0 // "(1973) of 22 October"
	}
	l := label{text: text[:end+1], core: strings.ReplaceAll(inner, " ", "")}
	base := inner
	for i := 1; i < len(inner); i++ {
		if suffix(inner[i:]) == len(inner)-i {
			base = inner[:i]
			break
		}
	}
	return l.count(base, numberParen, letterStyle, romanStyle), end + 1
}

// count sets style and value by what a label's base is; noStyle where it is no
// number, letter or Roman number.
func (l label) count(base string, number, letter, roman style) label {
	switch {
	case base != "" && numeral.Digits(base) == len(base):
		l.style, l.value = number, numeral.Value(base)
	case isLetters(base):
		l.style, l.value = letter, letterValue(base)
		if v := numeral.Roman(base); v > 0 && len(base) > 1 {
			l.style, l.value = roman, v
		}
	case numeral.Roman(base) > 0:
		l.style, l.value = roman, numeral.Roman(base)
	default:
		return label{}
	}
	return l
}

// isLetters tells whether s is a letter, or one letter doubled: "a", "aa".
func isLetters(s string) bool {
	return len(s) == 1 && s[0] >= 'a' && s[0] <= 'z' ||
		len(s) == 2 && s[0] == s[1] && s[0] >= 'a' && s[0] <= 'z'
}

// letterValue counts a..z, aa..zz.
func letterValue(s string) int {
	return int(s[0]-'a') + 1 + (len(s)-1)*26
}

// scanNamed reads the labels of negotiation: "PP5 bis", "OP 3 alt.", "[OP7ter".
func scanNamed(text string) (label, int) {
	n := 0
	if text[0] == '[' {
		n = 1
	}
	if len(text) < n+3 || text[n+1]|0x20 != 'p' || text[n]|0x20 != 'p' && text[n]|0x20 != 'o' {
		return label{}, 0
	}
	pre := text[n]|0x20 == 'p'
	n += 2
	if text[n] == ' ' || text[n] == '.' {
		n++
	}
	d := numeral.Digits(text[n:])
	if d == 0 || d > maxLabelDigits {
		return label{}, 0
	}
	core := text[n : n+d]
	value := numeral.Value(core)
	n += d
	if s := suffix(text[n:]); s > 0 {
		core += strings.ReplaceAll(text[n:n+s], " ", "")
		n += s
	}
	for n < len(text) && (text[n] == '.' || text[n] == ':' || text[n] == ']' || text[n] == ')') {
		n++
	}
	if !ends(text, n) {
		return label{}, 0
	}
	return label{text: text[:n], core: strings.ToLower(core), style: namedStyle, value: value, pre: pre}, n
}

// bullets are the marks of points without numbers.
const bullets = "•●▪■◦‣⁃·–—-*o"

func scanBullet(text string) (label, int) {
	r, n := utf8.DecodeRuneInString(text)
	if !strings.ContainsRune(bullets, r) || r == 'o' || n >= len(text) || !ends(text, n) {
		return label{}, 0
	}
	return label{text: text[:n], style: bulletStyle}, n
}

// scanDotted reads "a.", "iv.", "a)", "II.", "A.".
func scanDotted(text string) (label, int) {
	n := 0
	for n < len(text) && n <= maxDotted && (text[n]|0x20) >= 'a' && (text[n]|0x20) <= 'z' {
		n++
	}
	if n == 0 || n > maxDotted || n >= len(text) || text[n] != '.' && text[n] != ')' || !ends(text, n+1) {
		return label{}, 0
	}
	base := text[:n]
	l := label{text: text[:n+1], core: base}
	if base == strings.ToLower(base) {
		if text[n] == ')' {
			return l.count(base, numberParen, letterStyle, romanStyle), n + 1
		}
		return l.count(base, numberStyle, letterDot, romanDot), n + 1
	}
	return l.upper(base), n + 1
}

const maxDotted = 6

// upper counts "II" and "A".
func (l label) upper(base string) label {
	if base != strings.ToUpper(base) {
		return label{}
	}
	low := strings.ToLower(base)
	if v := numeral.Roman(low); v > 0 {
		l.style, l.value = upperRoman, v
		return l
	}
	if len(base) == 1 {
		l.style, l.value = upperLetter, int(base[0]-'A')+1
		return l
	}
	return label{}
}
