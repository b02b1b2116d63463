package lexicon

import (
	"slices"
	"strings"
)

// spelling is how one word may be written and inflected.
type spelling struct {
	variants [256][][2]string // endings, from and to, by the last byte of the first
	endings  map[[2]string]bool
	derived  map[[2]string]bool
}

func (l *Lexicon) indexSpelling() {
	for _, row := range l.Table("spellings") {
		at := &l.spelling.variants[row[0][len(row[0])-1]]
		*at = append(*at, [2]string{row[0], row[1]})
	}
	l.spelling.endings, l.spelling.derived = endingPairs(l.Table("endings")), endingPairs(l.Table("derived"))
}

// endingPairs are the pairs of different endings that stand in one row.
func endingPairs(rows []Row) map[[2]string]bool {
	pairs := map[[2]string]bool{}
	for _, row := range rows {
		for _, a := range row {
			for _, b := range row {
				pairs[[2]string{ending(a), ending(b)}] = a != b
			}
		}
	}
	return pairs
}

func ending(s string) string {
	if s == "-" {
		return ""
	}
	return s
}

// Spelt gives a folded word in the spelling to which the house styles are
// brought: "organise" and "organize" are one word.
func (l *Lexicon) Spelt(word string) string {
	if word == "" {
		return word
	}
	for _, v := range l.spelling.variants[word[len(word)-1]] {
		if len(word) >= len(v[0])+minStem && strings.HasSuffix(word, v[0]) {
			return word[:len(word)-len(v[0])] + v[1]
		}
		if word == v[0] {
			return v[1]
		}
	}
	return word
}

// minStem is the least of a word that its endings must leave: "rise" is not
// spelt "rize", "does" is not "do".
const minStem = 3

// Inflected tells whether two folded words are one word in two forms: "keep"
// and "keeping". Words that differ in sense ("developed", "developing") are not.
func (l *Lexicon) Inflected(a, b string) bool {
	if i := strings.LastIndexByte(a, ' '); i >= 0 && strings.HasPrefix(b, a[:i+1]) {
		a, b = a[i+1:], b[i+1:] // names of several words differ in the last
	}
	return sameStem(a, b, l.spelling.endings) && !l.distinct(a, b)
}

// Derived tells whether of two folded words one is made of the other: "protect" and
// "protection", "proper" and "properly".
func (l *Lexicon) Derived(a, b string) bool {
	return sameStem(a, b, l.spelling.derived) && !l.distinct(a, b)
}

// sameStem tells whether two words are one stem with two endings that go together.
func sameStem(a, b string, endings map[[2]string]bool) bool {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	for ; n >= minStem; n-- {
		if endings[[2]string{a[n:], b[n:]}] {
			return true
		}
	}
	return false
}

// Root is the beginning that a folded word shares with all its forms: words that
// differ in it are not Inflected.
func Root(word string) string { return word[:min(len(word), minStem)] }

// distinct tells two words of a row of the section "distinct".
func (l *Lexicon) distinct(a, b string) bool { return l.inRow("distinct", a, b) }

// Relative tells whether of two folded words one is the participle of what the other says
// in a clause that a pronoun opens: "establishing", "which established".
func (l *Lexicon) Relative(pronoun, a, b string) bool {
	if !l.rowOf("relative", "opens", pronoun) {
		return false
	}
	return slices.ContainsFunc(l.Table("relative"), func(row Row) bool {
		return row[0] == "endings" && len(row) > 2 && sameStem(a, b, map[[2]string]bool{{row[1], row[2]}: true, {row[2], row[1]}: true})
	})
}

// Exchanged tells whether two folded words of grammar change, one for the other,
// who does it or with what: "by" and "with".
func (l *Lexicon) Exchanged(a, b string) bool { return l.inRow("roles", a, b) }

// Guess tells whether of two folded words that follow each other the second says what may
// be so, not what is allowed: "that may".
func (l *Lexicon) Guess(before, word string) bool {
	return l.rowOf("guesses", "before", before) && l.rowOf("guesses", "may", word)
}

// inRow tells whether two words stand in one row of a section.
func (l *Lexicon) inRow(file, a, b string) bool {
	return slices.ContainsFunc(l.Table(file), func(row Row) bool {
		return slices.Contains(row, a) && slices.Contains(row, b)
	})
}

// Tense is the name of the tense that a folded word of grammar shows: "is" the
// present; "" for a word that shows none.
func (l *Lexicon) Tense(word string) string {
	for _, row := range l.Table("tenses") {
		if slices.Contains(row[1:], word) {
			return row[0]
		}
	}
	return ""
}

// OpensMember tells whether a folded word of grammar may open the member of a
// list; BarsMember whether a word of another kind never does.
func (l *Lexicon) OpensMember(word string) bool { return l.rowOf("members", "opens", word) }

// BarsMember: see OpensMember.
func (l *Lexicon) BarsMember(word string) bool { return l.rowOf("members", "never", word) }
