package points

import (
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"reprise/internal/lexicon"
	"reprise/internal/token"
	"reprise/internal/vocab"
)

// The roles of words, from the section "facts" of a language.
const (
	extends lexicon.Class = 1 << iota
	creates
	ends
	mandated
	termOpens
	sessionOpens
	moves
	reports
	moneyed
	staffed
	instrument
	softens
	hedges
	hardens
	allows
	obliges
	empty
	hangs
	either
	toDo
	spans
)

var roles = map[string]lexicon.Class{
	"extends": extends, "creates": creates, "ends": ends, "mandate": mandated, "term": termOpens, "at": sessionOpens, "moves": moves, "report": reports,
	"money": moneyed, "staff": staffed, "instrument": instrument, "softens": softens, "hedges": hedges, "hardens": hardens, "allows": allows, "obliges": obliges,
	"empty": empty, "hangs": hangs, "either": either, "to": toDo, "within": spans,
}

// language is what the words of facts are told by.
type language struct {
	*lexicon.Lexicon
	facts    lexicon.Phrases
	decides  map[string]bool    // verbs of leads in their bare form
	blaming  map[string]bool    // likewise
	feelings map[string]bool    // nouns of manners
	same     map[string]string  // a word that does the work of another, and that other
	known    map[string]word    // that were read, without their places
	texts    map[string]reading // likewise
	plurals  []string           // endings
	owners   []string           // likewise, the longest first
}

func languageOf(lex *lexicon.Lexicon) *language {
	l := &language{Lexicon: lex, decides: map[string]bool{}, blaming: map[string]bool{}, feelings: map[string]bool{}, same: map[string]string{}, known: map[string]word{}, texts: map[string]reading{}}
	sets := map[string]map[string]bool{"decides": l.decides, "blame": l.blaming, "feeling": l.feelings}
	for _, row := range lex.Table("facts") {
		for _, phrase := range row[1:] {
			if row[0] == "same" {
				l.same[lexicon.Fold(phrase)] = lexicon.Fold(row[1])
			} else if set := sets[row[0]]; set != nil {
				set[lexicon.Fold(phrase)] = true
			} else {
				l.facts.Add(l.PhraseWords(phrase), roles[row[0]], row[0])
			}
		}
	}
	for _, row := range lex.Table("endings") {
		switch {
		case row[0] != "-":
		case strings.HasPrefix(row[1], "'"):
			l.owners = append(l.owners, row[1])
		case len(row[1]) == 1:
			l.plurals = append(l.plurals, row[1])
		}
	}
	slices.SortFunc(l.owners, func(a, b string) int { return len(b) - len(a) })
	return l
}

// word is a word, number or mark of a clause.
type word struct {
	key      string // folded, without the ending of a plural
	said     string // folded, as it stands
	kind     token.Kind
	from, to int     // bytes of the clause's text
	weight   float64 // how rare it is among resolutions at large; 0 for marks and stop words
	leads    bool    // it may open a lead phrase, or stand beside its verb, or beside any other
	capital  bool
	letter   bool          // it opens with a letter
	opens    lexicon.Class // the roles of the phrases that it may open
	joins    bool          // it joins the members of a list
	hangs    bool          // it hangs on what follows
}

// numberWeight is the weight of a number, date or symbol: they tell clauses apart
// as words do that one resolution in twenty uses.
const numberWeight = 3

// titleWeight is the weight of a short quoted title, which is one word here.
const titleWeight = 10

// words reads a text. Blanks are left out.
func (l *language) words(text string) []word {
	tokens := token.Split(text, l.Lexicon)
	out := make([]word, 0, len(tokens)/2+1)
	for _, t := range tokens {
		if t.Kind == token.Space {
			continue
		}
		w := l.word(t)
		w.from, w.to = t.At, t.At+len(t.Text)
		if last := len(out) - 1; last >= 0 && closed(&out[last], &w) {
			out[last] = l.compound(&out[last], &w)
			continue
		}
		out = append(out, w)
	}
	return out
}

// word is a token as a word, wherever it stands: two texts have most words many times.
func (l *language) word(t token.Token) word {
	if t.Kind != token.Word {
		return l.read(t)
	}
	w, known := l.known[t.Text]
	if !known {
		w = l.read(t)
		l.known[t.Text] = w
	}
	return w
}

// read is word for one that was not read before.
func (l *language) read(t token.Token) word {
	w := word{said: lexicon.Fold(t.Text), kind: t.Kind}
	w.key, w.opens = w.said, l.facts.Opens(w.said)
	classes := l.Phrases().Classes(w.said)
	first, _ := utf8.DecodeRuneInString(t.Text)
	w.capital, w.letter = unicode.IsUpper(first), unicode.IsLetter(first)
	switch {
	case classes&lexicon.ListingClass != 0:
		w.joins = true
	case t.Kind == token.Punct:
	case t.Kind == token.Title:
		w.weight = titleWeight
	case t.Kind != token.Word:
		w.weight = numberWeight
	case !l.Stop(w.key) && l.facts.Classes(w.said)&empty == 0:
		w.weight = rarity(w.said)
		w.key = l.singular(l.standard(unhyphened(l.spelt(w.key))))
		w.weight = min(rarity(w.key), w.weight)
		role := l.facts.Classes(w.said)
		w.hangs = role&hangs != 0
		w.leads = role&(allows|obliges) != 0 || classes&(lexicon.LeadClass|lexicon.SequenceClass|lexicon.IntensityClass) != 0 || l.Adverb(w.said)
	}
	return w
}

// closed tells whether two words are written as one, too: "road map", "roadmap".
func closed(a, b *word) bool {
	const shortest = 3 // letters of either half
	return a.kind == token.Word && b.kind == token.Word && a.weight > 0 && b.weight > 0 && a.to+1 == b.from && !a.capital && !b.capital &&
		len(a.said) >= shortest && len(b.said) >= shortest && vocab.Frequency(a.said+b.said) >= knownClosed
}

// spelt is a word as house styles have it, where resolutions do: "exercise" ends as
// "organise" does and has no other spelling.
func (l *language) spelt(said string) string {
	if s := l.Spelt(said); s != said && vocab.Frequency(s) >= knownClosed {
		return s
	}
	return said
}

// unhyphened is a word without its hyphen where resolutions write it so, too:
// "health-care", "healthcare".
func unhyphened(said string) string {
	if plain := strings.ReplaceAll(said, "-", ""); plain != said && vocab.Frequency(plain) >= knownClosed {
		return plain
	}
	return said
}

// knownClosed is how many resolutions write two words as one where both are one word: one
// or two may be misprints.
const knownClosed = 3

// compound is two words as the one that they are.
func (l *language) compound(a, b *word) word {
	w := word{said: a.said + " " + b.said, kind: token.Word, from: a.from, to: b.to, letter: a.letter, leads: a.leads}
	w.opens = l.facts.Opens(w.said)
	w.key = l.singular(l.standard(a.said + b.said))
	w.weight = rarity(w.key)
	return w
}

// standard is the word that stands for all that do its work, as style or in what is
// asked.
func (l *language) standard(said string) string {
	if first, ok := l.same[said]; ok {
		return first
	}
	m, ok := l.Synonyms().At(1, func(int) string { return said }, lexicon.SynonymClass)
	if ok && !strings.Contains(m.Key, " ") {
		return m.Key
	}
	return said
}

// singular takes the ending of an owner off, and that of a plural where resolutions
// have the word without it too.
func (l *language) singular(key string) string {
	for _, e := range l.owners {
		key = strings.TrimSuffix(key, e)
	}
	const shortest = 4 // letters of a word that loses one: "news", not "gas"
	for _, e := range l.plurals {
		if n := len(key) - len(e); n >= shortest && key[n:] == e && vocab.Frequency(key[:n]) > 0 {
			return key[:n]
		}
	}
	return key
}

// rarity is the weight of a word by how many resolutions use it: 0 for one that
// all use, about 8 for one that none does.
func rarity(key string) float64 {
	return math.Log(float64(vocab.Documents()+1) / float64(vocab.Frequency(key)+1))
}

// role finds a phrase of one of the wanted roles at a word: its length in words, 0
// for none.
func (l *language) role(ws []word, at int, want lexicon.Class) int {
	if ws[at].opens&want == 0 {
		return 0
	}
	m, ok := l.facts.At(len(ws)-at, func(i int) string { return ws[at+i].said }, want)
	if !ok {
		return 0
	}
	return m.Length
}

// has counts the phrases of a role among words.
func (l *language) has(ws []word, want lexicon.Class) int {
	n := 0
	for i := range ws {
		if l.role(ws, i, want) > 0 {
			n++
		}
	}
	return n
}
