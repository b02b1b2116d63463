package lexicon

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// Class is what a word or phrase does to the sense of a clause; a phrase may
// be of several classes.
type Class uint32

// The classes, most from the section of their name.
const (
	QualifierClass  Class = 1 << iota // narrows, widens or softens: "as appropriate"
	ModalityClass                     // binds: "shall", "not", "or"
	IntervalClass                     // how often: "biennial"
	ActorClass                        // who acts and who is asked
	NameClass                         // long and short names of one thing
	CitingClass                       // only carries a citation: "resolution"
	DeadlineClass                     // stands before a due date: "by"
	GrammarClass                      // only holds a sentence together: "the"
	ListingClass                      // joins the members of a list: "and"
	SequenceClass                     // follows the neighbours: "also"
	IntensityClass                    // "strongly"
	LeadClass                         // opens lead phrases: "welcomes"
	HereClass                         // means the text itself: "of the present resolution"
	ReferenceClass                    // before the number of a paragraph: "paragraph"
	LinkClass                         // may stand between "and" and a further lead: "in this regard"
	NounClass                         // right behind a verb of leads, makes it a noun: "requests for"
	SeriesClass                       // before a number that is no resolution's: "No."
	SameSourceClass                   // stands for the source that the note before names: "ibid."
	SynonymClass                      // one of several phrases for one thing
)

// Match is a phrase found in a text.
type Match struct {
	Class  Class
	Length int    // in words
	Key    string // the first name of its row: phrases with one key mean one thing
}

// Phrases is a set of phrases to look up in a row of words. The zero value is
// empty and ready to use.
type Phrases struct {
	openers dictionary[opener]
}

// opener is what begins with a word.
type opener struct {
	alone Match   // the phrase of this word alone; most are
	more  []entry // the others, longest first
	any   Class   // the classes of all
}

type entry struct {
	words []string
	class Class
	key   string
}

// Add enters a phrase by its folded words (see PhraseWords), which it keeps.
func (p *Phrases) Add(words []string, class Class, key string) {
	switch len(words) {
	case 0:
		return
	case 1:
		p.addWord(words[0], class, key)
		return
	}
	o := p.openers.enter(words[0])
	o.any |= class
	at := 0
	for at < len(o.more) && len(o.more[at].words) >= len(words) {
		if slices.Equal(o.more[at].words, words) {
			o.more[at].class |= class
			return
		}
		at++
	}
	o.more = slices.Insert(o.more, at, entry{words, class, key})
}

func (p *Phrases) addWord(word string, class Class, key string) {
	o := p.openers.enter(word)
	o.any |= class
	m := &o.alone
	const named = NameClass | ActorClass
	if m.Length == 0 || class&named != 0 && m.Class&named == 0 { // only a name has a key that tells it from others
		m.Length, m.Key = 1, key
	}
	m.Class |= class
}

// At finds the longest phrase of any of the wanted classes that opens a row of
// folded words (see Fold).
func (p *Phrases) At(n int, word func(i int) string, want Class) (Match, bool) {
	if n == 0 {
		return Match{}, false
	}
	o := p.openers.find(word(0))
	if o == nil || o.any&want == 0 {
		return Match{}, false
	}
	for _, e := range o.more {
		if e.class&want == 0 || len(e.words) > n {
			continue
		}
		i := 1
		for i < len(e.words) && e.words[i] == word(i) {
			i++
		}
		if i == len(e.words) {
			return Match{e.class, i, e.key}, true
		}
	}
	return o.alone, o.alone.Class&want != 0
}

// Opens are the classes of the phrases that begin with a folded word: At finds none of
// others there.
func (p *Phrases) Opens(word string) Class {
	if o := p.openers.find(word); o != nil {
		return o.any
	}
	return 0
}

// Classes are the classes of a single folded word.
func (p *Phrases) Classes(word string) Class {
	if o := p.openers.find(word); o != nil {
		return o.alone.Class
	}
	return 0
}

// Fold gives a word for comparison: lower case, straight apostrophes, and one
// letter where several are one to the sense (see the file scripts.txt).
func Fold(word string) string {
	for i := 0; i < len(word); i++ {
		if c := word[i]; c >= utf8.RuneSelf {
			return sense(word)
		} else if 'A' <= c && c <= 'Z' {
			return foldASCII(word)
		}
	}
	return word
}

func foldASCII(word string) string {
	for i := 0; i < len(word); i++ {
		if word[i] >= utf8.RuneSelf {
			return sense(word)
		}
	}
	if len(word) > maxFold {
		return strings.ToLower(word)
	}
	var room [maxFold]byte
	return string(fold(room[:0], word)) // at half the cost of ToLower
}

// PhraseWords splits a phrase as texts are split: marks and brackets stand alone,
// and where words stand without spaces, they are cut as those of texts are.
func (l *Lexicon) PhraseWords(phrase string) []string {
	if l.unspaced {
		return l.cutPhrase(phrase)
	}
	if hasMarks(phrase) {
		phrase = aloneMarks.Replace(phrase)
	}
	return strings.Fields(Fold(phrase))
}

// hasMarks tells a phrase with marks or brackets that stand alone.
func hasMarks(phrase string) bool {
	for i := 0; i < len(phrase); i++ {
		if c := phrase[i]; c == ',' || c == '(' || c == ')' {
			return true
		}
	}
	return false
}

// cutPhrase splits a phrase of ideographs.
func (l *Lexicon) cutPhrase(phrase string) []string {
	var out []string
	for _, piece := range strings.FieldsFunc(phrase, func(r rune) bool { return r == ' ' }) {
		from := 0
		for _, end := range l.Cut(nil, piece) {
			out = append(out, Fold(piece[from:end]))
			from = end
		}
	}
	return out
}

// aloneMarks sets marks and brackets apart. It is built once: built for each
// phrase it took nine tenths of the start of a run.
var aloneMarks = strings.NewReplacer(",", " , ", "(", " ( ", ")", " ) ")

// IsReference tells the nouns that stand before the number of a paragraph.
func (l *Lexicon) IsReference(word string) bool {
	return l.Phrases().Classes(word)&ReferenceClass != 0
}

// MentionsReference tells whether a text may hold such a noun; it is quick,
// and errs on the side of yes.
func (l *Lexicon) MentionsReference(text string) bool {
	for _, row := range l.Table("references") {
		for _, noun := range row[1:] {
			if row[0] == "noun" && strings.Contains(text, noun) {
				return true
			}
		}
	}
	return false
}

// Synonyms are phrases of which drafters put one for another as style; the first of a
// row is the key of all. Never nil.
func (l *Lexicon) Synonyms() *Phrases {
	l.once.synonyms.Do(l.indexSynonyms)
	return &l.synonyms
}

// Pronoun tells a folded word that stands for what was named before: "they", "such".
func (l *Lexicon) Pronoun(word string) bool { return l.inAny("pronouns", word) }

// OpensTitle tells a folded word behind which the title of a document stands: "on",
// "entitled".
func (l *Lexicon) OpensTitle(word string) bool { return l.inAny("titles", word) }

// JoinsCompound tells a folded preposition that makes one thing part of another, so that
// both also stand side by side: "the lamps of the reef", "the reef lamps".
func (l *Lexicon) JoinsCompound(word string) bool { return l.inAny("compounding", word) }

// MakesPart tells the preposition that makes one thing a part of another: the first of
// those of compounds.
func (l *Lexicon) MakesPart(word string) bool {
	rows := l.Table("compounding")
	return len(rows) > 0 && rows[0][0] == word
}

// Report tells the nouns for what is submitted and noted: "report".
func (l *Lexicon) Report(word string) bool { return l.inAny("reports", word) }

// inAny tells whether a word stands in any row of a section.
// Venue tells a word of where and how an event was held: "held", "virtually".
func (l *Lexicon) Venue(word string) bool { return l.inAny("venues", word) }

// Estimates tells a word that makes the number behind it a rough one: "about".
func (l *Lexicon) Estimates(word string) bool { return l.inAny("estimates", word) }

// Defines tells a word behind which a text names what it has just described: "hereafter".
func (l *Lexicon) Defines(word string) bool { return l.inAny("defining", word) }

// Body tells the name of one who holds an office or of an organ, as against a group of
// many: "Working Group", not "States".
func (l *Lexicon) Body(name string) bool { return l.rowOf("actors", "body", name) }

// MarksObject tells a word behind the one to whom something is done, who may as well own
// what is done: "provide the keeper with oil", "provide the oil of the keeper".
func (l *Lexicon) MarksObject(word string) bool { return l.inAny("objects", word) }

// SameWork tells whether two verbs do one work with an object: "take measures" and
// "implement measures".
func (l *Lexicon) SameWork(a, b, object string) bool {
	return slices.ContainsFunc(l.Table("working"), func(row Row) bool {
		return row[0] == object && slices.Contains(row[1:], a) && slices.Contains(row[1:], b)
	})
}

func (l *Lexicon) inAny(section, word string) bool {
	return slices.ContainsFunc(l.Table(section), func(row Row) bool { return slices.Contains(row, word) })
}

// Phrases is the language's own set; never nil.
func (l *Lexicon) Phrases() *Phrases {
	l.once.phrases.Do(l.indexPhrases)
	return &l.phrases
}

// classSections are the sections whose every column is a phrase of one class; the
// row's first phrase is its key.
var classSections = []struct {
	name  string
	class Class
}{
	{"qualifiers", QualifierClass}, {"modality", ModalityClass}, {"intervals", IntervalClass},
	{"names", NameClass}, {"countries", ActorClass}, {"citing", CitingClass}, {"deadlines", DeadlineClass},
	{"grammar", GrammarClass}, {"listing", ListingClass},
}

// openersHint is about how many words open the phrases of a language.
const openersHint = 2000

func (l *Lexicon) indexPhrases() {
	l.phrases.openers = dictionaryOf[opener](openersHint)
	for _, f := range classSections {
		for _, row := range l.Table(f.name) {
			l.addRow(row, f.class)
		}
	}
	for _, row := range l.Table("actors") {
		l.addRow(row[1:], ActorClass)
	}
	references := map[string]Class{"noun": ReferenceClass, "here": HereClass, "series": SeriesClass, "same": SameSourceClass}
	for _, row := range l.Table("references") {
		l.addRow(row[1:], references[row[0]])
	}
	further := map[string]Class{"link": LinkClass, "noun": NounClass}
	for _, row := range l.Table("further") {
		l.addRow(row[1:], further[row[0]])
	}
	modifiers := map[string]Class{"sequence": SequenceClass, "intensity": IntensityClass}
	for _, row := range l.Table("modifiers") {
		if modifiers[row[0]] != 0 {
			l.phrases.Add(l.PhraseWords(row[1]), modifiers[row[0]], row[1])
		}
	}
	l.indexLeadWords()
}

func (l *Lexicon) indexSynonyms() {
	for _, row := range l.Table("synonyms") {
		for _, phrase := range row {
			l.synonyms.Add(l.PhraseWords(phrase), SynonymClass, Fold(row[0]))
		}
	}
}

// indexLeadWords enters the first word of each form of each lead; where words stand
// without spaces, leads are looked for by their first sign, and words are cut longer.
func (l *Lexicon) indexLeadWords() {
	x := &l.reading.leads
	if !l.unspaced {
		for _, e := range x.openers.entries {
			l.phrases.addWord(e.word, LeadClass, e.word)
		}
		return
	}
	for _, f := range x.forms {
		first, _, _ := strings.Cut(f.text, " ")
		first = Fold(first)
		l.phrases.addWord(first, LeadClass, first)
	}
}

func (l *Lexicon) addRow(row Row, class Class) {
	key := Fold(row[0])
	for _, phrase := range row {
		word := Fold(phrase)
		if l.Shouted(phrase) { // "WHO" is no "who"
			l.phrases.addWord(phrase, class, key)
			continue
		}
		if !l.unspaced && strings.IndexByte(word, ' ') < 0 && !hasMarks(word) {
			l.phrases.addWord(l.Spelt(word), class, key)
			continue
		}
		l.phrases.Add(l.spelt(phrase), class, key)
	}
}

// Shouted tells an abbreviation in capitals that in small letters is a stop word: "WHO".
// Among phrases it stands as it is written.
func (l *Lexicon) Shouted(word string) bool {
	return len(word) > 1 && strings.IndexFunc(word, smallASCII) < 0 && word == strings.ToUpper(word) && word != Fold(word) && l.inAny("stops", Fold(word))
}

func smallASCII(r rune) bool { return 'a' <= r && r <= 'z' }

// spelt brings a phrase to one spelling, as the words are that it is looked
// for in.
func (l *Lexicon) spelt(phrase string) []string {
	words := l.PhraseWords(phrase)
	for i := range words {
		words[i] = l.Spelt(words[i])
	}
	return words
}
