// Package terms turns text into what a search looks for: the words of a text,
// each in the form in which it stands and by its stem, and the terms that an
// index holds of it. One analyzer serves every language and every store.
//
// Its main call is In. Stems are those of the Snowball project, through the
// library github.com/blevesearch/snowballstem; Chinese, which has neither spaces
// nor endings, is taken character by character. It knows no clauses.
package terms

import (
	_ "embed"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/blevesearch/snowballstem"
	"github.com/blevesearch/snowballstem/arabic"
	"github.com/blevesearch/snowballstem/english"
	"github.com/blevesearch/snowballstem/french"
	"github.com/blevesearch/snowballstem/russian"
	"github.com/blevesearch/snowballstem/spanish"
	"golang.org/x/text/unicode/norm"

	"reprise/internal/lexicon"
)

// stemmers are the languages whose words have endings; others are looked for as
// they stand. The Arabic one takes clitics and vowel signs off.
var stemmers = map[string]func(*snowballstem.Env) bool{
	"ar": arabic.Stem,
	"en": english.Stem,
	"es": spanish.Stem,
	"fr": french.Stem,
	"ru": russian.Stem,
}

//go:embed clitics.txt
var cliticsFile string

// clitics are the beginnings that are no part of a word, by language; the first is the article.
var clitics = sync.OnceValue(func() map[string][]string {
	out := map[string][]string{}
	for line := range strings.Lines(cliticsFile) {
		if fields := strings.Fields(line); len(fields) > 1 && fields[0] != "#" {
			out[fields[0]] = fields[1:]
		}
	}
	return out
})

// shortestRest is how many letters of a word are left where a clitic is taken off:
// Arabic roots have three.
const shortestRest = 3

// Word is one word of a text.
type Word struct {
	Form     string // as it is written, for comparison: in lower case (lexicon.Fold)
	Stem     string // what its forms have in common
	From, To int    // where it stands, in bytes
}

// Analyzer splits the texts of one language. It may be used from many goroutines.
type Analyzer struct {
	stem    func(*snowballstem.Env) bool
	clitics []string
	mu      sync.Mutex
	known   map[string]pair // by the word as it stands
}

type pair struct{ form, stem string }

// maxKnown bounds what an analyzer remembers: more words than the resolutions of
// the corpus have, with room for misprints.
const maxKnown = 200_000

var (
	mu        sync.Mutex
	analyzers = map[string]*Analyzer{}
)

// In gives the analyzer of a language, by its ISO 639-1 code. A language that it
// does not know is searched by words as they stand.
func In(language string) *Analyzer {
	mu.Lock()
	defer mu.Unlock()
	a := analyzers[language]
	if a == nil {
		a = &Analyzer{stem: stemmers[language], clitics: clitics()[language], known: map[string]pair{}}
		analyzers[language] = a
	}
	return a
}

// Words gives the words of a text in order. A word is a run of letters, digits and
// marks; an ideograph is a word of its own.
func (a *Analyzer) Words(text string) []Word {
	out := make([]Word, 0, len(text)/6)
	a.mu.Lock()
	defer a.mu.Unlock()
	from := -1
	end := func(to int) {
		if from >= 0 {
			p := a.pair(text[from:to])
			if p.form != "" {
				out = append(out, Word{p.form, p.stem, from, to})
			}
			from = -1
		}
	}
	for i, r := range text {
		switch {
		case unicode.Is(unicode.Han, r):
			end(i)
			from = i
			end(i + utf8.RuneLen(r))
		case unicode.IsLetter(r), unicode.IsDigit(r), unicode.IsMark(r), r == '\u0640':
			if from < 0 {
				from = i
			}
		default:
			end(i)
		}
	}
	end(len(text))
	return out
}

func (a *Analyzer) pair(word string) pair {
	if p, ok := a.known[word]; ok {
		return p
	}
	form := lexicon.Fold(bare(norm.NFC.String(word)))
	p := pair{form: form, stem: form}
	if a.stem != nil {
		env := snowballstem.NewEnv(a.plain(form))
		a.stem(env)
		if p.stem = bare(norm.NFD.String(env.Current())); p.stem == "" {
			p.stem = form
		}
	}
	if len(a.known) < maxKnown {
		a.known[strings.Clone(word)] = p
	}
	return p
}

// plain puts the article in the place of a word's longest clitic.
func (a *Analyzer) plain(word string) string {
	if len(a.clitics) == 0 {
		return word
	}
	article := a.clitics[0]
	for _, c := range a.clitics[1:] {
		if rest, ok := strings.CutPrefix(word, c); ok && utf8.RuneCountInString(rest) >= shortestRest {
			return article + rest
		}
	}
	return article + word
}

// bare takes off marks that stand apart from their letters (the vowel signs of
// Arabic, accents that were taken apart) and the stroke that lengthens a word.
func bare(s string) string {
	if !strings.ContainsFunc(s, isMark) {
		return s
	}
	return strings.Map(func(r rune) rune {
		if isMark(r) {
			return -1
		}
		return r
	}, s)
}

func isMark(r rune) bool { return unicode.IsMark(r) || r == '\u0640' }

// Between joins the two stems of a pair of neighbours to one term of the index; it
// stands in no word.
const Between = "_"

// Index gives the distinct terms under which a text is found, sorted: its stems,
// and its stems two by two.
func Index(words []Word) []string {
	out := make([]string, 0, 2*len(words))
	for i, w := range words {
		out = append(out, w.Stem)
		if i > 0 {
			out = append(out, words[i-1].Stem+Between+w.Stem)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// Phrase gives the terms that every text with these words in this order has: their
// pairs, or the one word. A text that has them all may still lack the phrase where
// it is longer than two words.
func Phrase(words []Word) []string {
	if len(words) == 1 {
		return []string{words[0].Stem}
	}
	var out []string
	for i := 1; i < len(words); i++ {
		out = append(out, words[i-1].Stem+Between+words[i].Stem)
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// Stems gives the distinct stems of words, sorted.
func Stems(words []Word) []string {
	var out []string
	for _, w := range words {
		out = append(out, w.Stem)
	}
	slices.Sort(out)
	return slices.Compact(out)
}
