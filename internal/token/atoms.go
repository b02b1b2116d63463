package token

import (
	"strings"
	"unicode/utf8"

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
		return s.take(at, last, s.ordinalKind(at, last))
	}
	if s.unspaced(end) {
		return s.take(at, s.measure(end), Number)
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
	for last := end; ; end = last {
		if n := separatorLen(s.text, end); n > 0 {
			last = s.run(end + n)
			if last > end+n {
				continue
			}
		}
		if last = s.thousands(at, end); last == end {
			break
		}
	}
	if n := dashLen(s.text, end); n > 0 && digitLen(s.text, end+n) > 0 {
		return s.run(end + n)
	}
	return end
}

// separatorLen is the length of the mark at a place that parts thousands or
// decimals: "," and ".", and the two of Arabic.
func separatorLen(text string, at int) int {
	switch {
	case at >= len(text):
		return 0
	case text[at] == ',' || text[at] == '.':
		return 1
	case strings.HasPrefix(text[at:], "\u066b") || strings.HasPrefix(text[at:], "\u066c"):
		return 2
	}
	return 0
}

// thousands is the end of the next three figures after a blank, in languages that
// group them so: of " 250" in "1 250 000".
func (s *scanner) thousands(at, end int) int {
	next := s.blank(end)
	if !s.lex.GroupsBySpace() || next == end || end-at < 1 || s.run(next)-next != 3 || startsWord(s.text, next+3) || digitLen(s.text, next+3) > 0 {
		return end
	}
	if last := strings.LastIndexByte(s.text[at:end], ' '); last >= 0 && end-at-last-1 != 3 || last < 0 && end-at > 3 {
		return end
	}
	if next+3 < len(s.text) && s.text[next+3] == '/' {
		return end
	}
	return next + 3
}

// run is the end of the digits at a place.
func (s *scanner) run(at int) int {
	for {
		n := digitLen(s.text, at)
		if n == 0 {
			return at
		}
		at += n
	}
}

// measure carries a number on over what it counts: "per cent", "%", "million".
func (s *scanner) measure(end int) int {
	next := s.blank(end)
	for _, sign := range percentSigns {
		if strings.HasPrefix(s.text[next:], sign) {
			return next + len(sign)
		}
	}
	if s.unspaced(end) {
		return s.scaled(end)
	}
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

// percentSigns are the signs of a share; a space may stand before them.
var percentSigns = []string{"%", "％", "٪"}

// scaled carries figures on over the ideographs that say how many: "500万".
func (s *scanner) scaled(end int) int {
	last := end
	for n := 0; n < maxScale && last < len(s.text); n++ {
		_, size := utf8.DecodeRuneInString(s.text[last:])
		if last += size; s.lex.Word(s.text[end:last]).Is(lexicon.ScaleRole) {
			end, n = last, 0
		}
	}
	return end
}

// maxScale is the longest word of scale in ideographs: "百万".
const maxScale = 2

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
	if end == at || digitLen(s.text, next) == 0 {
		return at
	}
	return s.measure(s.figures(next))
}

var currencies = []string{"$", "€", "£", "¥"}

// date is the end of a date that opens with its day: "5 December 2018", "28
// and 29 August 2019", "21 March".
func (s *scanner) date(at int) int {
	if s.unspaced(s.run(at)) {
		return s.markedDate(at)
	}
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
	month = s.of(month)
	last := s.month(month)
	if last == month {
		return at
	}
	return s.year(last)
}

// of is the place after a word that may stand between the pieces of a date and
// the blank behind it; the place itself where none stands there.
func (s *scanner) of(at int) int {
	end := s.plainWord(at)
	next := s.blank(end)
	if next == end || !startsWord(s.text, next) || !s.lex.Word(s.text[at:end]).Is(lexicon.OfRole) {
		return at
	}
	return next
}

// month is the end of the name of a month, of one word or several: "كانون
// الأول/ديسمبر"; the place itself where none opens there.
func (s *scanner) month(at int) int {
	best, end := at, at
	for n := 0; n < s.lex.LongestMonth() && startsWord(s.text, end); n++ {
		last := s.plainWord(end)
		for last < len(s.text) && s.text[last] == '/' && startsWord(s.text, s.blank(last+1)) {
			last = s.plainWord(s.blank(last + 1))
		}
		if s.lex.Month(s.text[at:last]) > 0 {
			best = last
		} else if first := s.plainWord(end); s.lex.Month(s.text[at:first]) > 0 {
			best = first
		}
		if end = s.blank(last); end == last {
			break
		}
	}
	return best
}

// day is the end of one or two digits with their ordinal suffix.
func (s *scanner) day(at int) int {
	end := s.run(at)
	if n := s.count(at, end); n < 1 || n > 2 || end-at == 2 && s.text[at:end] > "31" {
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
	if next == at {
		return at
	}
	next = s.of(next)
	end := s.run(next)
	if s.count(next, end) != 4 || startsWord(s.text, end) || end < len(s.text) && s.text[end] == '/' {
		return at
	}
	if word := s.blank(end); word > end && startsWord(s.text, word) {
		if last := s.plainWord(word); s.lex.Word(s.text[word:last]).Is(lexicon.AfterYearRole) {
			return last
		}
	}
	return end
}

// count is how many digits stand between two places.
func (s *scanner) count(at, end int) int {
	return utf8.RuneCountInString(s.text[at:end])
}

// suffix is the end of an ordinal's suffix: of "th" in "45th".
func (s *scanner) suffix(at int) int {
	word := at + hyphenLen(s.text, at) // "51-е"
	if !startsWord(s.text, word) {
		return at
	}
	end := s.plainWord(word)
	if !s.lex.Word(s.text[word:end]).Is(lexicon.SuffixRole) {
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
// follows within two words, or after "and" and another ordinal, or that stands
// right before it, as in Arabic.
func (s *scanner) ordinalKind(at, end int) Kind {
	if s.followsSession(at) {
		return Session
	}
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

// followsSession tells whether the noun "session" stands before a place, perhaps
// with the word for its kind between.
func (s *scanner) followsSession(at int) bool {
	for i := len(s.out) - 1; i >= 0 && i >= len(s.out)-2*sessionReach; i-- {
		t := s.out[i]
		if t.Kind == Space || t.Kind == Session {
			continue
		}
		w := s.lex.Word(t.Text)
		if w.Is(lexicon.SessionRole) {
			return s.lex.NounFirst()
		}
		if t.Kind != Word || !w.Is(lexicon.SessionKindRole) {
			return false
		}
	}
	return false
}

// sessionReach is how many words after an ordinal are looked at: "fifth and
// sixth special sessions".
const sessionReach = 4
