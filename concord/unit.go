package concord

import (
	"maps"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"reprise/internal/lexicon"
	"reprise/internal/numeral"
	"reprise/internal/token"
	"reprise/resolution"
)

// unit is a clause with what can be held against one of another language.
type unit struct {
	clause *resolution.Clause
	facts  facts
	notes  []note          // in the order of their marks in the text
	values []string        // the numbers and months of its text and notes, each once, sorted
	says   map[string]bool // the same, and those that stand there in words
	names  map[string]bool
	acts   []lexicon.Act
	length int // in characters
	place  int // what its number or letter counts to; 0 for none
	parent int // the same of the clause whose point it is
}

// note is a footnote at its mark.
type note struct {
	mark  string
	at    int
	text  string
	facts facts
}

// text is one side of a pair, ready to be linked.
type text struct {
	document *resolution.Document
	lex      *lexicon.Lexicon
	units    []*unit
}

func newText(d *resolution.Document) text {
	t := text{document: d, lex: lexicon.OrDefault(d.Language)}
	places := map[string]int{}
	for _, c := range d.Clauses {
		if !c.Counted() && !c.IsFormula() {
			continue
		}
		u := t.unit(c)
		u.parent = places[c.Parent]
		places[c.ID] = u.place
		t.units = append(t.units, u)
	}
	return t
}

func (t *text) unit(c *resolution.Clause) *unit {
	u := &unit{clause: c, facts: factsOf(c.Text, t.lex), length: utf8.RuneCountInString(c.Text), place: placeOf(c.Number), names: map[string]bool{}}
	for _, ref := range c.Notes {
		n := note{mark: ref.Mark, at: ref.At}
		if f := t.document.Footnote(ref.Mark); f != nil {
			n.text, n.facts = f.Text, factsOf(f.Text, t.lex)
		}
		u.notes = append(u.notes, n)
	}
	u.gather()
	if lead, ok := t.lex.FurtherLead(c.Text); ok && c.Lead != "" {
		u.acts = t.lex.Acts(lead)
	}
	for _, tok := range token.Split(c.Text, t.lex) {
		if tok.Kind == token.Word {
			if name := latinName(tok.Text); name != "" {
				u.names[name] = true
			}
		}
	}
	return u
}

// gather gathers the values of a clause and of its notes.
func (u *unit) gather() {
	u.says = map[string]bool{}
	inFigures := map[string]bool{}
	for _, f := range u.allFacts() {
		for _, one := range f.list {
			for _, v := range one.values {
				u.says[v], inFigures[v] = true, true
			}
		}
		for v := range f.words {
			u.says[v] = true
		}
	}
	u.values = slices.Sorted(maps.Keys(inFigures))
}

// allFacts are those of the clause and of its notes.
func (u *unit) allFacts() []facts {
	out := []facts{u.facts}
	for _, n := range u.notes {
		out = append(out, n.facts)
	}
	return out
}

// shortestName is the least that a name in Latin script has: two letters are Roman
// figures, points and abbreviations as often as names.
const shortestName = 3

// latinName is a word of Latin letters with a capital, without its accents, in small
// letters: names stand in their own script in Arabic, Chinese and Russian texts too, and
// many of them in one spelling in English, French and Spanish. "" for any other word.
func latinName(word string) string {
	first, _ := utf8.DecodeRuneInString(word)
	if utf8.RuneCountInString(word) < shortestName || !unicode.IsUpper(first) || !unicode.Is(unicode.Latin, first) {
		return ""
	}
	return lexicon.Fold(lexicon.WithoutAccents(word))
}

// placeOf is what a number of a clause counts to: 4 for "4", 2 for "b", "ب" and "（二）",
// 3 for "iii"; 0 for none.
func placeOf(number string) int {
	number = strings.Trim(lexicon.PlainDigits(number), "().'`（） ")
	if n := numeral.Value(number[:numeral.Digits(number)]); n > 0 {
		return n
	}
	if n := numeral.Roman(strings.ToLower(number)); n > 0 && len(number) > 1 {
		return n
	}
	r, size := utf8.DecodeRuneInString(number)
	if size == 0 || size != len(number) {
		return 0
	}
	if place, _ := lexicon.ListLetter(r); place > 0 {
		return place
	}
	if n := lexicon.Numeral(r); n > 0 {
		return n
	}
	if r = unicode.ToLower(r); r >= 'a' && r <= 'z' {
		return int(r-'a') + 1
	}
	return 0
}
