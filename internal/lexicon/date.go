package lexicon

import (
	"strconv"
	"strings"
)

// Day is a day as printed; the zero value is none.
type Day struct{ Year, Month, Day int }

// Date reads a text that is a date and nothing else, in the language's own
// order: "5 December 2018", "4 de diciembre de 2000", "2000年12月4日". False for
// anything else.
func (l *Lexicon) Date(text string) (Day, bool) {
	var room [maxLineWords]word
	words := l.splitter().wordsOf(room[:0], text)
	day, n := l.dateAt(words)
	return day, n > 0 && n == len(words)
}

// dateAt reads the date that a row of words opens with, and how many words it
// takes; 0 for none.
func (l *Lexicon) dateAt(words []word) (Day, int) {
	if len(words) == 0 || !startsWithDigit(words[0].fold) {
		return Day{}, 0
	}
	if l.words.marked { // year, month and day each have their word behind them
		return l.markedDate(words)
	}
	at := 1
	at += l.roleAt(words, at, OfRole)
	month, n := l.monthAt(words, at)
	if n == 0 || len(words[0].fold) > maxDayBytes {
		return Day{}, 0
	}
	at += n
	at += l.roleAt(words, at, OfRole)
	if at >= len(words) || len(words[at].fold) != 4 || !isDigits(words[at].fold) {
		return Day{}, 0
	}
	day := Day{number(words[at].fold), month, number(words[0].fold)}
	at++
	return day, at + l.roleAt(words, at, AfterYearRole)
}

// maxDayBytes is the longest day of a month with its suffix: "22nd", "1er".
const maxDayBytes = 4

// markedDate reads "2000年12月4日", in words 2000, 年, 12, 月, 4, 日.
func (l *Lexicon) markedDate(words []word) (Day, int) {
	var parts [3]int
	for i, role := range [...]Role{YearRole, MonthRole, DayRole} {
		if len(words) < 2*i+2 || !isDigits(words[2*i].fold) || !l.Word(words[2*i+1].fold).Is(role) {
			return Day{}, 0
		}
		parts[i] = number(words[2*i].fold)
	}
	if parts[1] < 1 || parts[1] > 12 || parts[2] < 1 || parts[2] > 31 {
		return Day{}, 0
	}
	return Day{parts[0], parts[1], parts[2]}, 2 * len(parts)
}

func (l *Lexicon) roleAt(words []word, at int, role Role) int {
	if at < len(words) && l.Word(words[at].fold).Is(role) {
		return 1
	}
	return 0
}

// monthAt reads the name of a month of one word or more.
func (l *Lexicon) monthAt(words []word, at int) (month, n int) {
	for n := min(l.words.longestMonth, len(words)-at); n > 0; n-- {
		if m := l.Month(foldAll(words[at : at+n])); m > 0 {
			return m, n
		}
	}
	return 0, 0
}

// number is the value of the digits that open a folded word.
func number(fold string) int {
	end := 0
	for end < len(fold) && fold[end] >= '0' && fold[end] <= '9' {
		end++
	}
	n, err := strconv.Atoi(fold[:end])
	if err != nil {
		return 0
	}
	return n
}

// areDates tells whether words are nothing but days, months and a year at the
// end: "14 September–7 October 2020".
func (l *Lexicon) areDates(words []word) bool {
	last := words[len(words)-1].fold
	if len(words) > 1 && l.Word(last).Is(AfterYearRole) {
		last = words[len(words)-2].fold
	}
	if len(last) != 4 || !isDigits(last) {
		return false
	}
	months := 0
	for at := 0; at < len(words); at++ {
		if _, n := l.monthAt(words, at); n > 1 {
			months++
			at += n - 1
			continue
		}
		for _, piece := range strings.FieldsFunc(words[at].fold, isDash) {
			known := l.Word(piece)
			if known.Month > 0 {
				months++
			} else if !startsWithDigit(piece) && len(piece) > 3 && !known.Is(OfRole|JoinRole|AfterYearRole) {
				return false
			}
		}
	}
	return months > 0
}

func isDash(r rune) bool { return r == '-' || r == '–' || r == '—' }

// DateParts reads a text that holds days, months and years of dates and little else,
// "5-13 September 1994": its numbers as they are printed, and its months from 1 to 12,
// each list in the order of the text.
func (l *Lexicon) DateParts(text string) (numbers, months []int) {
	var room [maxLineWords]word
	words := l.splitter().wordsOf(room[:0], text)
	for at := 0; at < len(words); at++ {
		if month, n := l.monthAt(words, at); n > 0 {
			months = append(months, month)
			at += n - 1
			continue
		}
		month := l.words.marked && l.roleAt(words, at+1, MonthRole) > 0
		for _, piece := range strings.FieldsFunc(words[at].fold, func(r rune) bool { return r < '0' || r > '9' }) {
			if month {
				months = append(months, number(piece))
			} else {
				numbers = append(numbers, number(piece))
			}
		}
	}
	return numbers, months
}
