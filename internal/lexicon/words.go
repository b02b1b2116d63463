package lexicon

import (
	"strconv"
	"strings"
	"sync"
	"unicode/utf8"
)

// Role is what a word may do beside its plain meaning, several at once.
type Role uint32

// The roles of a word.
const (
	StopRole        Role = 1 << iota // too common to hold two changes apart
	JoinRole                         // between the days of a date or the letters of a symbol: "and"
	ScaleRole                        // after a number: "million"
	SessionRole                      // the noun that makes an ordinal a session
	SessionKindRole                  // may stand between the two: "special"
	OrdinalRole                      // opens an ordinal, perhaps of several words
	SuffixRole                       // written after the digits of an ordinal: "th"
	OfRole                           // between day, month and year: the Spanish "de"
	AfterYearRole                    // after the year of a date: the Russian "года"
	YearRole                         // right after the digits of a year, a month, a day: the Chinese "年"
	MonthRole
	DayRole
	CounterRole    // after an ordinal, before what is counted: the Chinese "届"
	NthRole        // makes the number after it an ordinal: the Chinese "第"
	OpensMonthRole // opens the name of a month of several words
	LetterRole     // names the part of a resolution: the Arabic "ألف" is A
)

// words is the look-up of single words; its keys are in lower case.
type words struct {
	single   dictionary[Word]
	ordinals dictionary[int] // whole phrases
	longest  int             // words in the longest ordinal
	percents []string        // phrases after a number, longest first as in the file

	longestMonth int  // words in the longest name of a month
	marked       bool // dates have a word behind year, month and day

	shares   []string          // before a number: "百分之"
	letters  map[string]int    // of parts of resolutions, from 1
	sessions map[string]string // letters for a session, and what stands for them in Roman figures: "S-"
}

// Word is what the lexicon knows of one word.
type Word struct {
	Roles    Role
	Month    int // 1 to 12; 0 for a word that is no month
	Cardinal int // "two" is 2; 0 for a word that is no number
}

// Is tells whether the word has the role.
func (w Word) Is(r Role) bool { return w.Roles&r != 0 }

// Word looks a word up in any mixture of capitals; the zero value where the
// language does not know it.
func (l *Lexicon) Word(word string) Word {
	if l == nil {
		return Word{}
	}
	var buf [maxFold]byte
	return l.words.single.ofFolded(fold(buf[:0], word))
}

// Month is the number of a month, 1 to 12; 0 for any other word.
func (l *Lexicon) Month(word string) int { return l.Word(word).Month }

// Stop tells whether a word is too common to hold two changes apart.
func (l *Lexicon) Stop(word string) bool { return l.Word(word).Is(StopRole) }

// Cardinal is the value of a number in words; 0 for any other word.
func (l *Lexicon) Cardinal(word string) int { return l.Word(word).Cardinal }

// Ordinal is the value of an ordinal of one or more words ("seventy-fifth",
// "two hundred and first"); 0 for any other phrase.
func (l *Lexicon) Ordinal(phrase string) int {
	if l == nil {
		return 0
	}
	if l.unspaced {
		phrase = l.bareOrdinal(phrase)
	}
	var buf [maxFold]byte
	return l.words.ordinals.ofFolded(fold(buf[:0], phrase))
}

// bareOrdinal leaves out what makes an ordinal of a number: "第" and "届".
func (l *Lexicon) bareOrdinal(phrase string) string {
	if _, size := utf8.DecodeRuneInString(phrase); l.Word(phrase[:size]).Is(NthRole) {
		phrase = phrase[size:]
	}
	if _, size := utf8.DecodeLastRuneInString(phrase); l.Word(phrase[len(phrase)-size:]).Is(CounterRole) {
		phrase = phrase[:len(phrase)-size]
	}
	return phrase
}

// LongestOrdinal is the number of words in the longest ordinal.
func (l *Lexicon) LongestOrdinal() int {
	if l == nil {
		return 0
	}
	return l.words.longest
}

// Percents lists the phrases that make a number a share: "per cent".
func (l *Lexicon) Percents() []string {
	if l == nil {
		return nil
	}
	return l.words.percents
}

// maxFold is the longest word, in bytes, that is folded without allocating.
const maxFold = 48

// fold appends s folded. ASCII, nearly all of a text in Latin letters, costs no
// allocation.
func fold(buf []byte, s string) []byte {
	if len(s) > maxFold {
		return append(buf, Fold(s)...)
	}
	for i := 0; i < len(s); i++ {
		c := s[i]
		if c >= 0x80 {
			return append(buf[:0], Fold(s)...)
		}
		if 'A' <= c && c <= 'Z' {
			c += 'a' - 'A'
		}
		buf = append(buf, c)
	}
	return buf
}

// wordsHint is how many single words, and how many ordinals, a language has.
const wordsHint = 640

func (l *Lexicon) indexWords() {
	w := &l.words
	w.single, w.ordinals = dictionaryOf[Word](wordsHint), dictionaryOf[int](wordsHint)
	w.letters, w.sessions = map[string]int{}, map[string]string{}
	for month, row := range l.Table("months") {
		for _, name := range row {
			w.word(name).Month = month + 1
			if first, _, several := strings.Cut(name, " "); several {
				w.longestMonth = max(w.longestMonth, len(strings.Fields(name)))
				w.word(first).Roles |= OpensMonthRole
			}
			w.longestMonth = max(w.longestMonth, 1)
		}
	}
	for _, row := range l.Table("stops") {
		w.mark(row, StopRole)
	}
	for _, row := range l.Table("atoms") {
		w.indexAtom(row[0], row[1:])
	}
	for _, row := range l.Table("cardinals") {
		n, _ := strconv.Atoi(row[0])
		for _, name := range row[1:] {
			w.word(name).Cardinal = n
		}
	}
	for _, row := range l.Table("ordinals") {
		w.indexOrdinal(row)
	}
}

func (w *words) indexAtom(role string, names []string) {
	w.marked = w.marked || role == "year"
	switch role {
	case "percent":
		w.percents = append(w.percents, names...)
		return
	case "share":
		w.shares = append(w.shares, names...)
		return
	case "letter":
		for i, name := range names {
			w.letters[Fold(name)] = i + 1
		}
	case "session-mark":
		for i, name := range names {
			w.sessions[Fold(name)] = []string{"", "S-", "ES-"}[min(i, 2)]
		}
		return
	}
	w.mark(names, atomRoles()[role])
}

// atomRoles are the roles by their names in the section "atoms".
var atomRoles = sync.OnceValue(func() map[string]Role {
	return map[string]Role{"join": JoinRole, "scale": ScaleRole, "suffix": SuffixRole,
		"session": SessionRole, "session-kind": SessionKindRole, "of": OfRole, "after-year": AfterYearRole,
		"year": YearRole, "month": MonthRole, "day": DayRole, "counter": CounterRole, "nth": NthRole, "letter": LetterRole}
})

func (w *words) indexOrdinal(row Row) {
	n, _ := strconv.Atoi(row[0])
	for _, phrase := range row[1:] {
		phrase = Fold(phrase)
		*w.ordinals.enter(phrase) = n
		first, rest, several := strings.Cut(phrase, " ")
		w.single.enter(first).Roles |= OrdinalRole
		if several {
			w.longest = max(w.longest, 2+strings.Count(rest, " "))
		}
	}
	w.longest = max(w.longest, 1)
}

func (w *words) mark(names []string, r Role) {
	for _, name := range names {
		w.word(name).Roles |= r
	}
}

// word is the place for what is known of a word.
func (w *words) word(name string) *Word { return w.single.enter(Fold(name)) }
