package lexicon

import (
	"strconv"
	"strings"

	"golang.org/x/text/feature/plural"
	"golang.org/x/text/language"
)

// Sentence fills a sentence or phrase of the sections of what is said: each {name} gives way to the value that follows the name. One
// that the language has not yet is said in the default language; "" for one that
// that has not either.
func (l *Lexicon) Sentence(name string, values ...string) string {
	text := l.sentence(name)
	if text == "" && l.code != Default {
		if first, err := Language(Default); err == nil {
			text = first.sentence(name)
		}
	}
	if len(values) == 0 || text == "" {
		return text
	}
	pairs := make([]string, len(values))
	for i, v := range values {
		if pairs[i] = v; i%2 == 0 {
			pairs[i] = "{" + v + "}"
		}
	}
	return strings.NewReplacer(pairs...).Replace(text) // in one go: a value may have braces too
}

// Counted is Sentence with a number in it, {n}: in the form NAME-1 for exactly
// one, which may say it in a word, else in that which the language has for the
// number, NAME-one, NAME-few and so on by the rules of Unicode, else in NAME.
func (l *Lexicon) Counted(name string, n int, values ...string) string {
	for _, form := range []string{strconv.Itoa(n), l.pluralForm(n)} {
		if l.sentence(name+"-"+form) != "" {
			name += "-" + form
			break
		}
	}
	return l.Sentence(name, append(values, "n", strconv.Itoa(n))...)
}

// pluralNames are the forms of Unicode's rules as the data files write them.
var pluralNames = map[plural.Form]string{
	plural.Zero: "zero", plural.One: "one", plural.Two: "two", plural.Few: "few", plural.Many: "many", plural.Other: "other",
}

// NumberForms are the ends of names that tell a form of number: those of Unicode's
// rules, and "1" for exactly one.
func NumberForms() []string { return []string{"1", "zero", "one", "two", "few", "many"} }

// pluralForm is the name of the form that the language has for a number.
func (l *Lexicon) pluralForm(n int) string {
	return pluralNames[plural.Cardinal.MatchPlural(language.Make(l.code), n, 0, 0, 0, 0)]
}

// saidSections are the sections of what is said, whose names are one set.
var saidSections = []string{"sentences", "whys", "forms", "series", "library", "concord", "outline", "reading", "explained", "page", "room", "amendment", "amended"}

// sentence is a sentence or phrase as it stands in the data, "" for none.
func (l *Lexicon) sentence(name string) string {
	l.once.sentences.Do(l.indexSentences)
	return l.sentences.of(name)
}

func (l *Lexicon) indexSentences() {
	for _, section := range saidSections {
		for _, row := range l.Table(section) {
			*l.sentences.enter(row[0]) = row[1]
		}
	}
}
