package token

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"reprise/internal/lexicon"
)

// symbol is the end of a document symbol that opens with a capital:
// "A/73/510/Corr.1", "S/RES/1540 (2004)", "S-10/2", "CCPR/C/21/Rev.1".
func (s *scanner) symbol(at int) int {
	end, slashes, figures := at, 0, false
	for end < len(s.text) && inSymbol(s.text[end]) {
		if end-at == maxSymbol {
			return at
		}
		slashes += count(s.text[end] == '/')
		figures = figures || isDigit(s.text[end])
		end++
	}
	if slashes == 0 || !figures || !symbolHead(s.text[at:end]) {
		return at
	}
	for end > at && !isAlnum(s.text[end-1]) && !closesBracket(s.text[at:end]) {
		end--
	}
	if strings.IndexByte(s.text[at:end], '/') < 0 {
		return at
	}
	if last, inside := s.bracketed(end); last > end && isYear(inside) {
		return last
	}
	return s.parts(end)
}

// maxSymbol is longer, in bytes, than any symbol. It keeps a text of slashes
// from being read once from each of its letters.
const maxSymbol = 80

func inSymbol(c byte) bool {
	return isAlnum(c) || c == '/' || c == '.' || c == '-' || c == '(' || c == ')'
}

func closesBracket(symbol string) bool {
	return strings.HasSuffix(symbol, ")") && strings.IndexByte(symbol, '(') > 0
}

func count(b bool) int {
	if b {
		return 1
	}
	return 0
}

// symbolHead tells whether what stands before the first slash names an organ
// or a special session: capitals and digits only, at most eight ("ST",
// "UNEP", "S-10").
func symbolHead(symbol string) bool {
	head := symbol[:strings.IndexByte(symbol, '/')]
	for i := range len(head) {
		if isLower(head[i]) || head[i] == '(' || head[i] == ')' {
			return false
		}
	}
	return len(head) <= maxHead
}

const maxHead = 8

// numberedSymbol is the end of a resolution's number: "73/58", "69/96 A and
// B", "2020/5", "1540 (2004)", "3472 B (XXX)", "3201 (S-VI)".
func (s *scanner) numberedSymbol(at int) int {
	end := s.run(at)
	if s.count(at, end) > 4 || end >= len(s.text) {
		return at
	}
	if s.text[end] == '/' {
		last := s.run(end + 1)
		if last == end+1 || s.count(end, last) > 4 || startsWord(s.text, last) && !s.unspaced(last) || last < len(s.text) && s.text[last] == '/' {
			return at
		}
		return s.parts(last)
	}
	lettered := s.letter(end)
	last, inside := s.bracketed(lettered)
	if last == lettered || !isYear(inside) && !s.isSession(inside) {
		return at
	}
	return last
}

// parts carries a symbol on over the letters of its parts: " A", " A and B".
func (s *scanner) parts(end int) int {
	last := s.letter(end)
	for last > end {
		end = last
		if next := s.joined(end); next > end {
			last = s.letter(next - 1)
			if s.text[next-1] != ' ' || last == next-1 {
				return end
			}
		}
	}
	return end
}

// letter is the end of one capital after a space, standing alone.
func (s *scanner) letter(at int) int {
	next := s.blank(at)
	if next == at || next >= len(s.text) {
		return at
	}
	if c := s.text[next]; c >= utf8.RuneSelf {
		return s.foreignLetter(at, next)
	}
	if !isUpper(s.text[next]) || startsWord(s.text, next+1) {
		return at
	}
	if next+1 < len(s.text) && (s.text[next+1] == '/' || s.text[next+1] == '-' || s.text[next+1] == '\'') {
		return at
	}
	return next + 1
}

// foreignLetter is the end of the letter of a part in another script: the
// Cyrillic "А", the Arabic word "ألف".
func (s *scanner) foreignLetter(at, next int) int {
	end := s.plainWord(next)
	r, size := utf8.DecodeRuneInString(s.text[next:])
	single := size == end-next && unicode.Is(unicode.Cyrillic, r) && unicode.IsUpper(r)
	if !single && !s.lex.Word(s.text[next:end]).Is(lexicon.LetterRole) {
		return at
	}
	return end
}

// bracketed is the end of a short bracket and what stands in it: " (2004)",
// " (XXX)", and without the space "(2004)"; the place itself where none follows.
func (s *scanner) bracketed(at int) (end int, inside string) {
	next := s.blank(at)
	r, size := utf8.DecodeRuneInString(s.text[next:])
	if r != '(' && r != '（' {
		return at, ""
	}
	rest := s.text[next+size : min(len(s.text), next+size+maxBracket)]
	n := strings.IndexAny(rest, ")）")
	if n < 1 {
		return at, ""
	}
	_, last := utf8.DecodeRuneInString(s.text[next+size+n:])
	return next + size + n + last, rest[:n]
}

// maxBracket is the longest bracket of a number, in bytes: "(ES-XXVIII)", and
// the Arabic one of an emergency session.
const maxBracket = 16

func isYear(s string) bool {
	s = lexicon.PlainDigits(s)
	return len(s) == 4 && (s[:2] == "19" || s[0] == '2' && isDigit(s[1])) && isDigit(s[2]) && isDigit(s[3])
}

// isSession tells a session in Roman figures: "XXX", "S-VI", "ES-VII"; in Arabic
// behind the letter for "session": "د-19".
func (sc *scanner) isSession(s string) bool {
	if _, ok := sc.lex.MarkedSession(s); ok {
		return true
	}
	s = strings.TrimPrefix(strings.TrimPrefix(s, "E"), "S-")
	return s != "" && strings.Trim(s, "IVXLC") == ""
}
