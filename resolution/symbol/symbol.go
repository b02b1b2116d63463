// Package symbol reads and writes the symbols of documents ("A/RES/73/58") and
// knows the bodies that adopt them.
//
// Its main call is Parse.
package symbol

import (
	"reprise/internal/numeral"
	"strings"
)

// Symbol is a document symbol in its canonical form: "A/RES/73/58",
// "S/RES/2242 (2015)", "A/HRC/RES/45/30", "E/RES/2016/2", "A/C.1/75/L.8/Rev.1".
type Symbol string

// Parse reads a symbol in the ways it is written: in full, or only the number,
// which is the own body's where that numbers so ("45/30" in a text of the Human
// Rights Council) and else that of the body that does ("73/58" the General
// Assembly's, "1540 (2004)" the Security Council's); with spaces or none before a
// bracket; in the form of file names ("A_RES_73_58", "S_RES_2242(2015)"). False
// for anything else; text around the symbol is not taken.
func Parse(text string, own Body) (Symbol, bool) {
	text = strings.TrimSpace(text)
	if text == "" || len(text) > maxSymbolBytes {
		return "", false
	}
	if strings.Contains(text, "_") && !strings.Contains(text, "/") {
		text = strings.ReplaceAll(text, "_", "/")
	}
	if s, ok := adopted(text); ok {
		return s, true
	}
	if numeral.Opens(text) || strings.Count(text, "/") < 2 {
		return numbered(text, own)
	}
	return document(text)
}

// document reads the symbol of a document of any kind: parts between slashes, of
// which the first is a body's.
func document(text string) (Symbol, bool) {
	parts := strings.Split(text, "/")
	if !opensSymbol(parts[0]) {
		return "", false
	}
	for i, p := range parts {
		parts[i] = spaceBracket(strings.TrimSpace(p))
		if !symbolPart(parts[i]) {
			return "", false
		}
	}
	upperCode(parts)
	return Symbol(strings.Join(parts, "/")), true
}

const maxSymbolBytes = 60

// opensSymbol tells whether the documents of some body have this before their
// first slash.
func opensSymbol(part string) bool {
	for _, r := range bodies().order {
		if first, _, slash := strings.Cut(r.documents, "/"); slash && strings.EqualFold(first, part) {
			return true
		}
	}
	return false
}

// upperCode sets the letters of the fixed parts in capitals: "a/res" is "A/RES".
func upperCode(parts []string) {
	for i, p := range parts {
		up := strings.ToUpper(p)
		switch {
		case i == 0, up == "RES", up == "HRC", up == "DEC", strings.HasPrefix(up, "C.") || strings.HasPrefix(up, "L."):
			parts[i] = up
		}
	}
}

// spaceBracket writes "2242(2015)" as "2242 (2015)".
func spaceBracket(s string) string {
	if at := strings.IndexByte(s, '('); at > 0 && s[at-1] != ' ' {
		return s[:at] + " " + s[at:]
	}
	return s
}

// symbolPart tells whether a part between slashes can stand in a symbol.
func symbolPart(s string) bool {
	if s == "" {
		return false
	}
	for i := 0; i < len(s); i++ {
		c := s[i]
		ok := c >= '0' && c <= '9' || c|0x20 >= 'a' && c|0x20 <= 'z' || strings.IndexByte(".-() *[]&", c) >= 0
		if !ok {
			return false
		}
	}
	return true
}

// numbered reads what a text prints for something adopted: the own body's where
// it numbers so, else the first body's of the table that does.
func numbered(text string, own Body) (Symbol, bool) {
	text = spaceBracket(strings.TrimRight(text, " ."))
	if s := own.Resolution(text); s != "" {
		return s, true
	}
	for _, f := range bodies().forms {
		if n, ok := match(f.printed, text); ok {
			return Symbol(write(f.symbol, n)), true
		}
	}
	return "", false
}

// adopted reads the symbol of something adopted in its full form.
func adopted(text string) (Symbol, bool) {
	text = spaceBracket(text)
	for _, f := range bodies().forms {
		if n, ok := match(f.symbol, text); ok {
			return Symbol(write(f.symbol, n)), true
		}
	}
	return "", false
}

// YearInBrackets tells "1540 (2004)" from "1653 (XVI)".
func YearInBrackets(number string) bool {
	at := strings.IndexByte(number, '(')
	return at > 0 && numeral.Opens(number[at+1:])
}

// SplitNumber parts the number of a resolution that opens a text: "73/58",
// "69/96 A", "S-10/2", "2020/5", "1540 (2004)", "3472 B (XXX)". "" where the
// text opens with none.
func SplitNumber(text string) (number, rest string) {
	at := 0
	for _, prefix := range [...]string{"ES-", "S-"} {
		if strings.HasPrefix(text, prefix) {
			at = len(prefix)
			break
		}
	}
	n := numeral.Digits(text[at:])
	if n == 0 || n > 4 {
		return "", text
	}
	at += n
	switch {
	case at < len(text) && text[at] == '/' && numeral.Digits(text[at+1:]) > 0:
		at += 1 + numeral.Digits(text[at+1:])
		at += partLetters(text[at:])
	default:
		letters := partLetters(text[at:])
		end := bracketed(text[at+letters:])
		if end == 0 {
			return "", text
		}
		at += letters + end
		at += partLetters(text[at:])
	}
	return spaceBracket(text[:at]), text[at:]
}

// partLetters is the length of " A", "A" or " A and B" that opens s: the parts
// of a resolution.
func partLetters(s string) int {
	n := 0
	if n < len(s) && s[n] == ' ' {
		n++
	}
	if n >= len(s) || s[n] < 'A' || s[n] > 'Z' {
		return 0
	}
	n++
	if n < len(s) && s[n] != ' ' && s[n] != '.' && s[n] != ',' {
		return 0
	}
	return n
}

// bracketed is the length of " (2004)" or "(XVI)" that opens s.
func bracketed(s string) int {
	n := 0
	if n < len(s) && s[n] == ' ' {
		n++
	}
	if n >= len(s) || s[n] != '(' {
		return 0
	}
	end := strings.IndexByte(s[n:], ')')
	if end < 2 || end > 9 {
		return 0
	}
	inner := s[n+1 : n+end]
	if numeral.Digits(inner) == 4 && len(inner) == 4 {
		return n + end + 1
	}
	roman := strings.TrimPrefix(strings.TrimPrefix(inner, "E"), "S")
	roman = strings.TrimPrefix(roman, "-")
	if strings.Trim(roman, "IVXLCDM") != "" || numeral.Roman(strings.ToLower(roman)) == 0 {
		return 0
	}
	return n + end + 1
}

// IsAlone tells whether a line is a document symbol and nothing else; a
// number without its organ is not.
func IsAlone(text string) bool {
	if _, ok := adopted(text); ok {
		return true
	}
	if numeral.Opens(text) || strings.Count(text, "/") < 2 || len(text) > maxSymbolBytes {
		return false
	}
	if strings.IndexByte(text, ' ') > 0 && strings.IndexByte(text, '(') < 0 {
		return false
	}
	_, ok := document(strings.TrimRight(text, "*"))
	return ok
}
