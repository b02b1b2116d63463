package lexicon

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// pattern is one row of the section "lines": words and slots that a whole line fits.
type pattern struct {
	role  string
	parts []string // folded words; a slot keeps its braces
	need  string   // a word that the line must hold; "" where the pattern has only slots
}

// partsOf takes a pattern of the data files apart: folded words, and slots with
// their braces.
func (sp splitter) partsOf(text string) []string {
	var parts []string
	for text != "" {
		at := strings.IndexByte(text, '{')
		if at < 0 {
			return append(parts, sp.foldsOf(text)...)
		}
		parts = append(parts, sp.foldsOf(text[:at])...)
		end := strings.IndexByte(text[at:], '}')
		if end < 0 {
			return append(parts, sp.foldsOf(text[at:])...)
		}
		parts = append(parts, text[at:at+end+1])
		text = text[at+end+1:]
	}
	return parts
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
	marked   bool // punctuation stands around it
}

// splitter parts lines into words as a language does: at spaces, or, where words
// stand without spaces, each ideograph for itself.
type splitter struct{ unspaced bool }

// wordsOf splits a line and appends its words; the folded form is for comparing,
// without the punctuation around it.
func (sp splitter) wordsOf(words []word, text string) []word {
	for at := 0; ; {
		w, ok := sp.nextWord(text, at)
		if !ok {
			return words
		}
		words = append(words, w)
		at = w.to
	}
}

// foldsOf are the folded words of a phrase of the data files.
func (sp splitter) foldsOf(phrase string) []string {
	if sp.plain(phrase) {
		return strings.Fields(Fold(phrase))
	}
	var out []string
	for _, w := range sp.wordsOf(nil, phrase) {
		if w.fold != "" {
			out = append(out, w.fold)
		}
	}
	return out
}

// plain tells a phrase that its spaces part into words.
func (sp splitter) plain(phrase string) bool { return !sp.unspaced && isPlain(phrase) }

// isPlain tells a phrase without punctuation around its words, as nearly all are.
func isPlain(phrase string) bool {
	for i := 0; i < len(phrase); i++ {
		if c := phrase[i]; c >= utf8.RuneSelf || c != ' ' && c != '\'' && c != '-' && c < '0' {
			return false
		}
	}
	return true
}

// nextWord is the first word from a place on; false where none follows.
func (sp splitter) nextWord(text string, at int) (word, bool) {
	for at < len(text) && text[at] <= ' ' {
		at++
	}
	from := at
	if sp.unspaced {
		at = ideographEnd(text, from)
	} else {
		for at < len(text) && text[at] > ' ' {
			at++
		}
	}
	bare := trimMarks(text[from:at])
	return word{fold: foldWord(bare), from: from, to: at, marked: len(bare) < at-from}, at > from
}

// ideographEnd is the end of the word that begins at a place where words stand
// without spaces: of one ideograph, or of a run of other letters or of digits,
// with the marks that open it and those that follow.
func ideographEnd(text string, at int) int {
	kind := 0
	for at < len(text) && text[at] > ' ' {
		r, n := utf8.DecodeRuneInString(text[at:])
		k := kindOf(r)
		switch {
		case kind == 0 && k > 0:
			kind = k
		case kind == 0: // marks before the word
		case k == ideograph, k > 0 && k != kind, k == 0 && strings.ContainsRune(scripts().opens, r):
			return at
		case k == 0 && kind == figure && strings.ContainsRune("./-–", r) && at+n < len(text) && Digit(first(text[at+n:])) >= 0:
		case k == 0:
			return marksEnd(text, at)
		}
		at += n
	}
	return at
}

// marksEnd is the end of the run of marks at a place, before what opens again.
func marksEnd(text string, at int) int {
	for at < len(text) && text[at] > ' ' {
		r, n := utf8.DecodeRuneInString(text[at:])
		if kindOf(r) > 0 || strings.ContainsRune(scripts().opens, r) {
			break
		}
		at += n
	}
	return at
}

const (
	letter = iota + 1
	figure
	ideograph
)

func kindOf(r rune) int {
	switch {
	case Digit(r) >= 0:
		return figure
	case unicode.Is(unicode.Han, r) || Numeral(r) > 0 && r != '①':
		return ideograph
	case unicode.IsLetter(r):
		return letter
	}
	return 0
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
	if s[0] < utf8.RuneSelf {
		if strings.IndexByte(`[]().,;:*"`, s[0]) >= 0 {
			return 1
		}
		return 0
	}
	r, n := utf8.DecodeRuneInString(s)
	if isMark(r) {
		return n
	}
	return 0
}

// markEnd is the length of the mark that closes s, 0 for none.
func markEnd(s string) int {
	if c := s[len(s)-1]; c < utf8.RuneSelf {
		return markAt(string(c))
	}
	r, n := utf8.DecodeLastRuneInString(s)
	if isMark(r) {
		return n
	}
	return 0
}

// isMark tells the punctuation beyond ASCII that stands around words; an
// apostrophe and a dash belong to them.
func isMark(r rune) bool {
	return r != '’' && r != '‘' && unicode.IsPunct(r) && !unicode.Is(unicode.Pd, r)
}

func foldWord(s string) string {
	for i := 0; i < len(s); i++ {
		if s[i] >= utf8.RuneSelf || s[i] >= 'A' && s[i] <= 'Z' {
			return Fold(s)
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
		if !hasColon(m.text) {
			return 1, 0
		}
		return 1, left
	case "{organ}":
		return 1, min(left, maxSlotWords)
	case "{words}":
		return 1, min(left, maxSlotWords)
	case "{date}", "{dates}", "{item}":
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
		_, taken := m.lex.dateAt(words)
		return taken == n
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
		return endsInColon(strings.TrimRight(m.text[last.from:last.to], "*"))
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
	s = strings.TrimRight(s, ",.;:*]，。；：］】،؛")
	return strings.TrimLeft(s, "[［【")
}

func hasColon(s string) bool { return strings.ContainsAny(s, ":：") }

func endsInColon(s string) bool { return strings.HasSuffix(s, ":") || strings.HasSuffix(s, "：") }

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
		if i == 0 && !digit || !digit && !opensBracket(raw) && utf8.RuneCountInString(w.fold) > 3 {
			return false
		}
	}
	return true
}

func opensBracket(s string) bool { return s[0] == '(' || strings.HasPrefix(s, "（") }

func startsWithDigit(s string) bool { return s != "" && s[0] >= '0' && s[0] <= '9' }

func isDigits(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return s != ""
}
