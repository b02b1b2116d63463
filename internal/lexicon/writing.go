package lexicon

import (
	"strconv"
	"strings"
	"unicode"

	"reprise/internal/segment"
)

// Unspaced tells whether words stand without spaces between them.
func (l *Lexicon) Unspaced() bool { return l != nil && l.unspaced }

// Cut appends to ends where the words of a run of ideographs end, in bytes from
// its beginning. The dictionary is looked up when this is first called.
func (l *Lexicon) Cut(ends []int, run string) []int { return segment.Cut(ends, run) }

// SmallMonths tells whether the names of months may open with a small letter;
// where they do not, a small one is another word: "may".
func (l *Lexicon) SmallMonths() bool { return l != nil && l.smallMonths }

// GroupsBySpace tells whether figures are grouped by spaces: "1 250 000".
func (l *Lexicon) GroupsBySpace() bool { return l != nil && l.grouped }

// NounFirst tells whether an ordinal stands behind the noun that it counts.
func (l *Lexicon) NounFirst() bool { return l != nil && l.nounFirst }

// LongestMonth is the number of words in the longest name of a month.
func (l *Lexicon) LongestMonth() int {
	if l == nil {
		return 0
	}
	return l.words.longestMonth
}

// Shares lists the phrases that make a share of the number behind them: "百分之".
func (l *Lexicon) Shares() []string {
	if l == nil {
		return nil
	}
	return l.words.shares
}

// MarkedSession reads the session of a resolution's number that has letters for
// the word "session", and writes it in Roman figures: "د-19" is "XIX". False for
// anything else.
func (l *Lexicon) MarkedSession(text string) (string, bool) {
	if l == nil || len(l.words.sessions) == 0 {
		return "", false
	}
	mark, figures, found := strings.Cut(text, "-")
	before, known := l.words.sessions[Fold(strings.TrimSpace(mark))]
	n, err := strconv.Atoi(PlainDigits(strings.TrimSpace(figures)))
	if !found || !known || err != nil || n < 1 || n > maxRoman {
		return "", false
	}
	return before + roman(n), true
}

// maxRoman is the last session that was counted in Roman figures, and some more.
const maxRoman = 60

func roman(n int) string {
	var b strings.Builder
	for _, step := range []struct {
		value int
		sign  string
	}{{50, "L"}, {40, "XL"}, {10, "X"}, {9, "IX"}, {5, "V"}, {4, "IV"}, {1, "I"}} {
		for ; n >= step.value; n -= step.value {
			b.WriteString(step.sign)
		}
	}
	return b.String()
}

// PlainDigits writes the digits of any script in the plain ones.
func PlainDigits(text string) string {
	if isASCII(text) {
		return text
	}
	return strings.Map(func(r rune) rune {
		if d := Digit(r); d >= 0 {
			return rune('0' + d)
		}
		return r
	}, text)
}

func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= 0x80 {
			return false
		}
	}
	return true
}

// Citation writes a symbol that is cited in the form in which symbols are known
// in every language: plain digits and brackets, letters of parts and sessions in
// Latin ones. "217 ألف (د-3)" is "217 A (III)", "1754(2007)" is "1754 (2007)".
func (l *Lexicon) Citation(text string) string {
	if isASCII(text) && !strings.Contains(text, "(") {
		return text
	}
	text = strings.NewReplacer("（", "(", "）", ")").Replace(PlainDigits(text))
	head, bracket, found := strings.Cut(text, "(")
	if found {
		inside, rest, _ := strings.Cut(bracket, ")")
		if session, ok := l.MarkedSession(inside); ok {
			inside = session
		}
		bracket = "(" + inside + ")" + rest
		if n := len(head); n > 0 && '0' <= head[n-1] && head[n-1] <= '9' {
			head += " "
		}
	}
	if !isASCII(head) {
		words := strings.Fields(head)
		for i, word := range words {
			if n := l.letterOf(word); n > 0 {
				words[i] = string(rune('A' + n - 1))
			}
		}
		head = strings.Join(words, " ")
		if found {
			head += " "
		}
	}
	return head + bracket
}

// letterOf is the place of the letter of a part of a resolution, from 1: of "ألف",
// and of a Cyrillic letter that looks like a Latin one; 0 for any other word.
func (l *Lexicon) letterOf(word string) int {
	if n := l.words.letters[Fold(word)]; n > 0 {
		return n
	}
	r := first(word)
	if string(r) != word || !unicode.Is(unicode.Cyrillic, r) {
		return 0
	}
	for latin, cyrillic := range scripts().mixed {
		if cyrillic == unicode.ToLower(r) && latin >= 'a' && latin <= 'z' {
			return int(latin-'a') + 1
		}
	}
	return 0
}
