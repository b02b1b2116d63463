package token

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"reprise/internal/lexicon"
)

// unspaced tells whether an ideograph of a language that parts no words by
// spaces stands at a place.
func (s *scanner) unspaced(at int) bool {
	if at >= len(s.text) || s.text[at] < utf8.RuneSelf || !s.lex.Unspaced() {
		return false
	}
	r, _ := utf8.DecodeRuneInString(s.text[at:])
	return unicode.Is(unicode.Han, r)
}

// ideographs takes what opens with an ideograph: an ordinal, a share or a number
// in words, or the words up to the next of these.
func (s *scanner) ideographs(at int) int {
	if end, kind := s.countedAt(at); end > at {
		return s.take(at, end, kind)
	}
	end := at
	for s.unspaced(end) {
		if last, _ := s.countedAt(end); last > end {
			break
		}
		_, size := utf8.DecodeRuneInString(s.text[end:])
		end += size
	}
	from := at
	s.ends = s.lex.Cut(s.ends[:0], s.text[at:end])
	for _, to := range s.ends {
		s.take(from, at+to, Word)
		from = at + to
	}
	return end
}

// countedAt is the end of the number in ideographs at a place, with what makes an
// ordinal or a share of it: "第七十届", "百分之十", "二十五".
func (s *scanner) countedAt(at int) (end int, kind Kind) {
	for _, share := range s.lex.Shares() {
		if strings.HasPrefix(s.text[at:], share) {
			if last := s.numerals(at + len(share)); last > at+len(share) {
				return last, Number
			}
		}
	}
	_, size := utf8.DecodeRuneInString(s.text[at:])
	if !s.lex.Word(s.text[at : at+size]).Is(lexicon.NthRole) {
		if last := s.numerals(at); utf8.RuneCountInString(s.text[at:last]) > 1 {
			return last, Word
		}
		return at, Word
	}
	last := s.numerals(at + size)
	figures := last == at+size
	if figures {
		last = s.run(last)
	}
	if last == at+size {
		return at, Word
	}
	_, size = utf8.DecodeRuneInString(s.text[last:])
	if s.lex.Word(s.text[last : last+size]).Is(lexicon.CounterRole) {
		return last + size, Session
	}
	if figures {
		return at, Word // "第54/169号": the figures speak for themselves
	}
	return last, Ordinal
}

// numerals is the end of the numerals in ideographs at a place.
func (s *scanner) numerals(at int) int {
	for at < len(s.text) {
		r, size := utf8.DecodeRuneInString(s.text[at:])
		if size < 2 || !s.unspaced(at) || lexicon.Numeral(r) == 0 && s.lex.Cardinal(s.text[at:at+size]) == 0 && !s.lex.Word(s.text[at:at+size]).Is(lexicon.ScaleRole) {
			break
		}
		at += size
	}
	return at
}

// markedDate is the end of a date whose year, month and day have each their word
// behind them: "2019年8月28日", "8月28日", "2019年8月", "2019年8月28日至29日"; the
// place itself where none opens there.
func (s *scanner) markedDate(at int) int {
	end, pieces := s.dated(at, lexicon.YearRole)
	if pieces < 2 {
		return at
	}
	for {
		join := end
		_, size := utf8.DecodeRuneInString(s.text[join:])
		if size == 0 || !s.lex.Word(s.text[join:join+size]).Is(lexicon.JoinRole) || digitLen(s.text, join+size) == 0 {
			return end
		}
		last, n := s.dated(join+size, lexicon.MonthRole)
		if n == 0 {
			return end
		}
		end = last
	}
}

// dated takes pieces of a date from a place on, of which the first may be the
// year, and counts them.
func (s *scanner) dated(at int, first lexicon.Role) (end, pieces int) {
	for _, role := range []lexicon.Role{lexicon.YearRole, lexicon.MonthRole, lexicon.DayRole} {
		if role < first {
			continue
		}
		word := s.run(at)
		_, size := utf8.DecodeRuneInString(s.text[word:])
		if word > at && s.lex.Word(s.text[word:word+size]).Is(role) {
			at, pieces = word+size, pieces+1
		}
	}
	return at, pieces
}
