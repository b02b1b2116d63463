package token

import (
	"strings"

	"reprise/internal/lexicon"
)

// digits takes the atom that opens with a digit: a date, a symbol, an ordinal
// in figures, a number.
func (s *scanner) digits(at int) int {
	if end := s.date(at); end > at {
		return s.take(at, end, Date)
	}
	if end := s.numberedSymbol(at); end > at {
		return s.take(at, end, Citation)
	}
	end := s.figures(at)
	if last := s.suffix(end); last > end {
		return s.take(at, last, s.ordinalKind(last))
	}
	if startsWord(s.text, end) || hyphenLen(s.text, end) > 0 && startsWord(s.text, end+hyphenLen(s.text, end)) {
		return s.compound(at, end)
	}
	if last := s.subparagraph(end); last > end {
		return s.take(at, last, Number)
	}
	return s.take(at, s.measure(end), Number)
}

// subparagraph is the end of the number in brackets that says which part of a
// numbered thing is meant: of " (2)" in "article 1 (2)". Years and quantities
// have more figures.
func (s *scanner) subparagraph(at int) int {
	open := s.blank(at)
	if open == at || open == len(s.text) || s.text[open] != '(' {
		return at
	}
	end := s.run(open + 1)
	if end == open+1 || end-open > 1+2 || end == len(s.text) || s.text[end] != ')' {
		return at
	}
	return end + 1
}

// compound takes what goes on after figures without a space: "15-year-old",
// "2020-2025", "4th-ranked".
func (s *scanner) compound(at, end int) int {
	last := s.wordEnd(at)
	if last <= end {
		last = s.measure(end)
	}
	if strings.IndexFunc(s.text[at:last], isLetterRune) < 0 {
		return s.take(at, last, Number)
	}
	return s.take(at, last, Word)
}

func isLetterRune(r rune) bool { return isWordRune(r) && (r < '0' || r > '9') }

// figures is the end of the figures at a place with their separators:
// "1,540", "2.5", "2020-2025".
func (s *scanner) figures(at int) int {
	end := s.run(at)
	for end+1 < len(s.text) && (s.text[end] == ',' || s.text[end] == '.') && isDigit(s.text[end+1]) {
		end = s.run(end + 1)
	}
	if n := dashLen(s.text, end); n > 0 && end+n < len(s.text) && isDigit(s.text[end+n]) {
		return s.run(end + n)
	}
	return end
}

// run is the end of the digits at a place.
func (s *scanner) run(at int) int {
	for at < len(s.text) && isDigit(s.text[at]) {
		at++
	}
	return at
}

// measure carries a number on over what it counts: "per cent", "%", "million".
func (s *scanner) measure(end int) int {
	if end < len(s.text) && s.text[end] == '%' {
		return end + 1
	}
	next := s.blank(end)
	if next == end || !startsWord(s.text, next) {
		return end
	}
	for _, phrase := range s.lex.Percents() {
		if strings.HasPrefix(s.text[next:], phrase) && !startsWord(s.text, next+len(phrase)) {
			return next + len(phrase)
		}
	}
	if last := s.plainWord(next); s.lex.Word(s.text[next:last]).Is(lexicon.ScaleRole) {
		return last
	}
	return end
}

// blank is the place after one space at a place; the place itself if there is
// none. Atoms never reach over a line's end.
func (s *scanner) blank(at int) int {
	if at < len(s.text) && s.text[at] == ' ' {
		return at + 1
	}
	return at
}

// money is the end of an amount: "$1,250", "€ 5 million".
func (s *scanner) money(at int) int {
	end := at
	for _, sign := range currencies {
		if strings.HasPrefix(s.text[at:], sign) {
			end = at + len(sign)
		}
	}
	next := s.blank(end)
	if end == at || next >= len(s.text) || !isDigit(s.text[next]) {
		return at
	}
	return s.measure(s.figures(next))
}

var currencies = []string{"$", "€", "£", "¥"}

// date is the end of a date that opens with its day: "5 December 2018", "28
// and 29 August 2019", "21 March".
func (s *scanner) date(at int) int {
	end := s.day(at)
	if end == at {
		return at
	}
	if next := s.joined(end); next > end {
		if last := s.day(next); last > next {
			end = last
		}
	}
	month := s.blank(end)
	if month == end || !startsWord(s.text, month) {
		return at
	}
	last := s.plainWord(month)
	if s.lex.Month(s.text[month:last]) == 0 {
		return at
	}
	return s.year(last)
}

// day is the end of one or two digits with their ordinal suffix.
func (s *scanner) day(at int) int {
	end := s.run(at)
	if end-at < 1 || end-at > 2 || end-at == 2 && s.text[at:end] > "31" {
		return at
	}
	if last := s.suffix(end); last > end {
		return last
	}
	if startsWord(s.text, end) {
		return at
	}
	return end
}

// joined is the place after a joining word or dash: after " and ", "-".
func (s *scanner) joined(at int) int {
	if n := dashLen(s.text, at); n > 0 {
		return at + n
	}
	word := s.blank(at)
	if word == at || !startsWord(s.text, word) {
		return at
	}
	end := s.plainWord(word)
	next := s.blank(end)
	if next == end || !s.lex.Word(s.text[word:end]).Is(lexicon.JoinRole) {
		return at
	}
	return next
}

// year is the end of a year of four digits after a space; the place itself
// where none follows.
func (s *scanner) year(at int) int {
	next := s.blank(at)
	end := s.run(next)
	if next == at || end-next != 4 || startsWord(s.text, end) || end < len(s.text) && s.text[end] == '/' {
		return at
	}
	return end
}

// suffix is the end of an ordinal's suffix: of "th" in "45th".
func (s *scanner) suffix(at int) int {
	if !startsWord(s.text, at) {
		return at
	}
	end := s.plainWord(at)
	if !s.lex.Word(s.text[at:end]).Is(lexicon.SuffixRole) {
		return at
	}
	return end
}

// ordinal is the end of the longest ordinal that opens at a place; the place
// itself if none does.
func (s *scanner) ordinal(at, end int) int {
	best := at
	for n := 1; ; n++ {
		if s.lex.Ordinal(s.text[at:end]) > 0 {
			best = end
		}
		next := s.blank(end)
		if n >= s.lex.LongestOrdinal() || next == end || !startsWord(s.text, next) {
			return best
		}
		end = s.wordEnd(next)
	}
}

// ordinalKind tells the ordinal of a session from any other by the noun that
// follows within two words, or after "and" and another ordinal.
func (s *scanner) ordinalKind(end int) Kind {
	for range sessionReach {
		next := s.blank(end)
		if next == end || !startsWord(s.text, next) {
			return Ordinal
		}
		end = s.wordEnd(next)
		w := s.lex.Word(s.text[next:end])
		if w.Is(lexicon.SessionRole) {
			return Session
		}
		if !w.Is(lexicon.SessionKindRole) && !w.Is(lexicon.JoinRole) && !w.Is(lexicon.OrdinalRole) {
			return Ordinal
		}
	}
	return Ordinal
}

// sessionReach is how many words after an ordinal are looked at: "fifth and
// sixth special sessions".
const sessionReach = 4
