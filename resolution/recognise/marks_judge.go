package recognise

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"reprise/internal/lexicon"
	"reprise/internal/numeral"
)

// judge tells how likely a digit run is a footnote mark.
func (r *recogniser) judge(text string, from, to int) (strength, bool) {
	if s, ok := r.likely(text, from, to); ok {
		return s, true
	}
	return faint, r.faintly(text, from, to)
}

func (r *recogniser) likely(text string, from, to int) (strength, bool) {
	if !closes(text, to) {
		return 0, false
	}
	before, size := utf8.DecodeLastRuneInString(text[:from])
	switch {
	case unicode.IsLetter(before):
		return r.onWord(text, from, to)
	case before == ']', endsWord(before):
		if before == '.' && !capitalOrEnd(text[to:]) {
			return 0, false // "para.5 of"
		}
		if r.isSure(text[:from], text[to:]) {
			return sure, true
		}
		return strong, afterWord(text[:from-size])
	case before != ' ':
		return 0, false
	}
	head := text[:from-1]
	prior, size := utf8.DecodeLastRuneInString(head)
	switch {
	case r.startsDate(text[to:]) || head == "":
		return 0, false
	case endsWord(prior):
		return fair, afterWord(head[:len(head)-size]) && (prior != '.' || capitalOrEnd(text[to:]))
	case unicode.IsLetter(prior) && wordLetters(head) >= minWordLetters:
		return weak, !r.lex.Numbered(lastWord(head))
	}
	return 0, false
}

// onWord judges digits glued to a word's letters. No number could be that where
// the sentence goes on in a small letter ("Development6 at"); a capital or a
// comma may follow a name ("Africa50 Fund", "Agenda21,").
func (r *recogniser) onWord(text string, from, to int) (strength, bool) {
	head := text[:from]
	before, _ := utf8.DecodeLastRuneInString(head)
	if wordLetters(head) < minWordLetters || !unicode.IsLower(before) {
		return 0, false
	}
	next, spaced := strings.CutPrefix(text[to:], " ")
	if spaced && lowerStart(next) && text[from] != '0' && !r.lex.Numbered(lastWord(head)) {
		return sure, true
	}
	return strong, true
}

// isSure tells a mark that no number could be: a word, its comma or semicolon,
// the digits without a space, and a sentence that goes on in a small letter or ends.
func (r *recogniser) isSure(head, rest string) bool {
	n := len(head) - 1
	if n < 0 || head[n] != ',' && head[n] != ';' || wordLetters(head[:n]) < minWordLetters {
		return false
	}
	next := strings.TrimPrefix(rest, " ")
	if next != "" && !lowerStart(next) || r.startsDate(rest) {
		return false
	}
	_, after, _ := strings.Cut(next, " ")
	return !r.lex.Numbered(lastWord(head[:n])) || after != "" && !numeral.Opens(after) // "articles,4 and 5" are numbers
}

// faintly tells what only the order of marks can tell from a number: after a
// symbol or a bracket with a number and its punctuation, before a word that a
// month follows, or glued to the word that comes next.
func (r *recogniser) faintly(text string, from, to int) bool {
	head := strings.TrimSuffix(text[:from], " ")
	spaced, rest := len(head) < from, text[to:]
	prior, size := utf8.DecodeLastRuneInString(head)
	switch {
	case prior == '.' || !endsWord(prior):
		return false
	case lowerStart(rest): // "Parties, 8and"; "8th" is a number
		return spaced && leadingLetters(rest) >= minWordLetters
	case !closes(text, to) || r.opensDay(rest):
		return false
	case spaced && rest != "" && !lowerStart(strings.TrimPrefix(rest, " ")):
		return false
	case prior == ')' && !spaced:
		return true
	}
	word := lastWord(head[:len(head)-size])
	return strings.ContainsRune(word, '/') || spaced && afterWord(word)
}

// gluedToYear tells a run of digits that could be a year and a mark: "19721",
// "2015–203020".
func gluedToYear(text string, from, to int) bool {
	if to-from <= yearDigits || to-from > yearDigits+2 || text[from+yearDigits] == '0' || !closes(text, to) {
		return false
	}
	if c := text[from : from+2]; c != "19" && c != "20" {
		return false
	}
	before, _ := utf8.DecodeLastRuneInString(text[:from])
	return from == 0 || strings.ContainsRune(" (–-", before)
}

const yearDigits = 4

func leadingLetters(s string) int {
	n := 0
	for _, c := range s {
		if !unicode.IsLetter(c) {
			break
		}
		n++
	}
	return n
}

func lowerStart(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLower(r)
}

// minWordLetters keeps "No.5", "L.8", "H1N1", "CO2" and the like from having marks.
const minWordLetters = 3

// endsWord tells the marks, of any script, that stand right behind a word.
func endsWord(r rune) bool {
	return lexicon.EndsParagraph(r) || lexicon.ClosingMark(r)
}

// closes tells whether a mark may end at an offset.
func closes(text string, at int) bool {
	if at >= len(text) {
		return true
	}
	r, _ := utf8.DecodeRuneInString(text[at:])
	return r == ' ' || endsWord(r) && (at+1 >= len(text) || !numeral.Opens(text[at+1:]))
}

func capitalOrEnd(s string) bool {
	s = strings.TrimLeft(s, " ”’)")
	r, _ := utf8.DecodeRuneInString(s)
	return s == "" || unicode.IsUpper(r) || r == '“'
}

// afterWord tells whether what stands before the punctuation is a word (or a
// bracket, or a year: "2010,3"), so that "16.4" and "1,000" are numbers.
func afterWord(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(s)
	if unicode.IsLetter(r) || lexicon.ClosingMark(r) {
		return true
	}
	n := 0
	for n < len(s) && s[len(s)-1-n] >= '0' && s[len(s)-1-n] <= '9' {
		n++
	}
	return n == 4
}

// wordLetters counts the letters that end a text; 0 where a hyphen or digit
// stands before them, as in "COVID-19".
func wordLetters(s string) int {
	n := 0
	for s != "" {
		r, size := utf8.DecodeLastRuneInString(s)
		if !unicode.IsLetter(r) {
			if unicode.IsDigit(r) {
				return 0
			}
			break
		}
		n++
		s = s[:len(s)-size]
	}
	return n
}

func lastWord(s string) string {
	return s[strings.LastIndexByte(s, ' ')+1:]
}

// startsDate tells whether a number that this text follows may be part of a
// date: its month comes next, or after further days that single words join ("28
// and 29 August").
func (r *recogniser) startsDate(rest string) bool {
	return r.daysToMonth(rest) >= 0
}

// opensDay tells whether a number that this text follows is the day of a date
// for certain: no word stands between the month and the days ("9 in June").
func (r *recogniser) opensDay(rest string) bool {
	return r.daysToMonth(rest) == 0
}

// daysToMonth counts the words between a number, or the last of further days
// after it, and the month; -1 where no month comes.
func (r *recogniser) daysToMonth(rest string) int {
	joins := 0
	for w := range strings.FieldsSeq(rest) {
		w = strings.Trim(w, ",.;")
		switch {
		case r.lex.Month(w) > 0:
			return joins
		case numeral.Opens(w):
			if strings.Trim(w, "0123456789–-") != "" {
				return -1 // "17 56/5 of 10 July": a symbol
			}
			joins = 0
		default:
			if joins++; joins > 1 {
				return -1
			}
		}
	}
	return -1
}
