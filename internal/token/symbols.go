package token

import "strings"

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
	if last := s.bracketed(end); last > end && isYear(s.text[end+2:last-1]) {
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
	if end-at > 4 || end >= len(s.text) {
		return at
	}
	if s.text[end] == '/' {
		last := s.run(end + 1)
		if last == end+1 || last-end > 4 || startsWord(s.text, last) || last < len(s.text) && s.text[last] == '/' {
			return at
		}
		return s.parts(last)
	}
	lettered := s.letter(end)
	last := s.bracketed(lettered)
	if last == lettered || !isYear(s.text[lettered+2:last-1]) && !isSession(s.text[lettered+2:last-1]) {
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
	if next == at || next >= len(s.text) || !isUpper(s.text[next]) || startsWord(s.text, next+1) {
		return at
	}
	if next+1 < len(s.text) && (s.text[next+1] == '/' || s.text[next+1] == '-' || s.text[next+1] == '\'') {
		return at
	}
	return next + 1
}

// bracketed is the end of a short bracket after a space: " (2004)", " (XXX)".
func (s *scanner) bracketed(at int) int {
	next := s.blank(at)
	if next == at || next >= len(s.text) || s.text[next] != '(' {
		return at
	}
	n := strings.IndexByte(s.text[next:min(len(s.text), next+maxBracket)], ')')
	if n < 2 {
		return at
	}
	return next + n + 1
}

// maxBracket is the longest bracket of a number: "(ES-XXVIII)".
const maxBracket = 12

func isYear(s string) bool {
	return len(s) == 4 && (s[:2] == "19" || s[0] == '2' && isDigit(s[1])) && isDigit(s[2]) && isDigit(s[3])
}

// isSession tells a session in Roman figures: "XXX", "S-VI", "ES-VII".
func isSession(s string) bool {
	s = strings.TrimPrefix(strings.TrimPrefix(s, "E"), "S-")
	return s != "" && strings.Trim(s, "IVXLC") == ""
}
