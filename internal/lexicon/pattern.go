package lexicon

import (
	"strings"
	"unicode/utf8"
)

// pattern is one row of the section "lines": words and slots that a whole line fits.
type pattern struct {
	role  string
	parts []string // folded words; a slot keeps its braces
	need  string   // a word that the line must hold; "" where the pattern has only slots
}

// Line is a line of the form of a resolution (masthead, adoption, meeting,
// vote) that fits a pattern of the language.
type Line struct {
	Role   string // "session", "agenda", "adopted", "meeting" ... as in the section "lines"
	values []slot
}

type slot struct{ name, text string }

// Value gives the words that stood in a slot of the pattern, as printed:
// Value("date") is "5 December 2018"; "" where the pattern has no such slot.
func (l Line) Value(name string) string {
	for _, s := range l.values {
		if s.name == name {
			return s.text
		}
	}
	return ""
}

// maxLineWords is the most words of a line that fixed patterns look at; longer
// lines fit only patterns that end in {rest} or begin with {list}.
const maxLineWords = 24

// word is one word of a line: folded for comparing, and where it stands.
type word struct {
	fold     string
	from, to int
}

// wordsOf splits a line at spaces and appends its words; the folded form is in
// lower case without the punctuation around it.
func wordsOf(words []word, text string) []word {
	for at := 0; ; {
		w, ok := nextWord(text, at)
		if !ok {
			return words
		}
		words = append(words, w)
		at = w.to
	}
}

// nextWord is the first word from a place on; false where none follows.
func nextWord(text string, at int) (word, bool) {
	for at < len(text) && text[at] <= ' ' {
		at++
	}
	from := at
	for at < len(text) && text[at] > ' ' {
		at++
	}
	return word{fold: foldWord(trimMarks(text[from:at])), from: from, to: at}, at > from
}

// trimMarks takes the punctuation from both ends of a word.
func trimMarks(s string) string {
	for s != "" {
		if n := markAt(s); n > 0 {
			s = s[n:]
			continue
		}
		n := markEnd(s)
		if n == 0 {
			break
		}
		s = s[:len(s)-n]
	}
	return s
}

// markAt is the length of the mark that opens s, 0 for none.
func markAt(s string) int {
	switch s[0] {
	case '[', ']', '(', ')', '.', ',', ';', ':', '*', '"':
		return 1
	case 0xe2: // “ ”
		if len(s) > 2 && s[1] == 0x80 && (s[2] == 0x9c || s[2] == 0x9d) {
			return 3
		}
	}
	return 0
}

// markEnd is the length of the mark that closes s, 0 for none.
func markEnd(s string) int {
	if n := markAt(s[len(s)-1:]); n > 0 {
		return n
	}
	if len(s) > 2 {
		return markAt(s[len(s)-3:]) / 3 * 3
	}
	return 0
}

func foldWord(s string) string {
	for i := 0; i < len(s); i++ {
		if s[i] >= utf8.RuneSelf || s[i] >= 'A' && s[i] <= 'Z' || s[i] == '\'' {
			return strings.ReplaceAll(strings.ToLower(s), "'", "’") // as Normalise and the data files have it
		}
	}
	return s
}

// matcher tries one pattern on one line.
type matcher struct {
	lex    *Lexicon
	text   string
	words  []word
	values []slot
}

func (m *matcher) match(parts []string, at int) bool {
	if len(parts) == 0 {
		return at == len(m.words)
	}
	part := parts[0]
	if part[0] != '{' {
		return at < len(m.words) && m.words[at].fold == part && m.match(parts[1:], at+1)
	}
	least, most := m.span(part, at)
	for n := least; n <= most && at+n <= len(m.words); n++ {
		kept := len(m.values)
		if !m.fits(part, at, n) {
			continue
		}
		m.values = append(m.values, slot{part[1 : len(part)-1], m.printed(at, n)})
		if m.match(parts[1:], at+n) {
			return true
		}
		m.values = m.values[:kept]
	}
	return false
}

// span is how many words a slot may take.
func (m *matcher) span(part string, at int) (least, most int) {
	left := len(m.words) - at
	switch part {
	case "{rest}":
		return left, left
	case "{list}":
		if strings.IndexByte(m.text, ':') < 0 {
			return 1, 0
		}
		return 1, left
	case "{organ}":
		return 1, min(left, maxSlotWords)
	case "{words}":
		return 1, min(left, maxSlotWords)
	case "{date}":
		return 3, 3
	case "{dates}", "{item}":
		return 1, min(left, maxSlotWords)
	}
	return 1, 1
}

// maxSlotWords is enough for the longest ordinal ("one hundred and twenty-first")
// and for a span of days ("14 September 2020 - 7 October 2021").
const maxSlotWords = 7

func (m *matcher) fits(part string, at, n int) bool {
	words := m.words[at : at+n]
	switch part {
	case "{date}":
		return m.lex.isDate(words)
	case "{dates}":
		return m.lex.areDates(words)
	case "{organ}":
		return m.lex.reading.isOrgan(words)
	case "{number}":
		return startsWithDigit(words[0].fold)
	case "{year}":
		return len(words[0].fold) == 4 && isDigits(words[0].fold)
	case "{item}":
		return isItem(m.text, words)
	case "{list}":
		last := words[n-1]
		return strings.HasSuffix(strings.TrimRight(m.text[last.from:last.to], "*"), ":")
	case "{words}":
		return !startsWithDigit(words[0].fold) || n == 1
	}
	return true
}

// printed gives words as they stand, without the brackets and the punctuation
// that end them.
func (m *matcher) printed(at, n int) string {
	if n == 0 {
		return ""
	}
	s := m.text[m.words[at].from:m.words[at+n-1].to]
	s = strings.TrimRight(s, ",.;:*]")
	return strings.TrimLeft(s, "[")
}

func foldAll(words []word) string {
	if len(words) == 1 {
		return words[0].fold
	}
	var b strings.Builder
	for i, w := range words {
		if i > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(w.fold)
	}
	return b.String()
}

// isItem tells whether words are numbers of agenda items: "101 (o)", "13 and 75".
func isItem(text string, words []word) bool {
	for i, w := range words {
		raw := text[w.from:w.to]
		digit := startsWithDigit(w.fold)
		if i == 0 && !digit || !digit && raw[0] != '(' && len(w.fold) > 3 {
			return false
		}
	}
	return true
}

func startsWithDigit(s string) bool { return s != "" && s[0] >= '0' && s[0] <= '9' }

func isDigits(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return s != ""
}

// isDate tells whether words are day, month and year.
func (l *Lexicon) isDate(words []word) bool {
	return len(words) == 3 && startsWithDigit(words[0].fold) && len(words[0].fold) <= 4 &&
		l.Month(words[1].fold) > 0 && len(words[2].fold) == 4 && isDigits(words[2].fold)
}

// areDates tells whether words are nothing but days, months and a year at the
// end: "14 September–7 October 2020".
func (l *Lexicon) areDates(words []word) bool {
	last := words[len(words)-1].fold
	if len(last) != 4 || !isDigits(last) {
		return false
	}
	months := 0
	for _, w := range words {
		for _, piece := range strings.FieldsFunc(w.fold, isDash) {
			if l.Month(piece) > 0 {
				months++
			} else if !startsWithDigit(piece) && len(piece) > 3 {
				return false
			}
		}
	}
	return months > 0
}

func isDash(r rune) bool { return r == '-' || r == '–' || r == '—' }
