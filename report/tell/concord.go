package tell

import (
	"cmp"

	"reprise/concord"
	"reprise/diff"
	"reprise/resolution"
)

// OfConcordance is the voice for two languages of one text: in the language that is
// asked for, or in that of the first text.
func OfConcordance(say string, c *concord.Concordance) Voice {
	return In(cmp.Or(say, c.Texts[0].Language))
}

// ConcordanceTitle names the text and its two languages, each in itself.
func (v Voice) ConcordanceTitle(c *concord.Concordance) string {
	d := c.Texts[0]
	if d.Symbol == "" {
		d = c.Texts[1]
	}
	return v.Say("concord-title", "text", v.Title(d), "first", languageName(c.Texts[0].Language), "second", languageName(c.Texts[1].Language))
}

// LanguageName is what the language of a text is called in itself.
func LanguageName(d *resolution.Document) string { return languageName(d.Language) }

// ConcordanceCounts says how many clauses were linked, and how much does not agree.
func (v Voice) ConcordanceCounts(c *concord.Concordance) []string {
	linked := 0
	for _, l := range c.Links {
		if l.Whole() {
			linked++
		}
	}
	out := []string{v.Counted("concord-linked", linked)}
	if len(c.Faults) == 0 {
		out = append(out, v.Say("concord-agree"))
	} else {
		out = append(out, v.Counted("concord-faults", len(c.Faults)))
	}
	if c.Unlike() {
		out = append(out, v.Say("concord-unlike"))
	}
	return out
}

// SameLanguage says of two texts that both are in one language.
func (v Voice) SameLanguage(a, b *resolution.Document) string {
	return v.Say("concord-same-language", "old", a.Reading.Name, "new", b.Reading.Name, "in-language", v.inLanguage(a.Language))
}

// inLanguage is "in Arabic" as the voice says it; a language without a phrase is named
// in itself.
func (v Voice) inLanguage(code string) string {
	return cmp.Or(v.Say("concord-in-"+code), languageName(code))
}

// FaultKind is what a fault is about, in a word or two.
func (v Voice) FaultKind(k concord.Kind) string { return v.Say("concord-kind-" + k.String()) }

// NoClause says that a language has no counterpart of a clause.
func (v Voice) NoClause(language string) string {
	return v.Say("concord-none", "in-first", v.inLanguage(language))
}

// Fault says what does not agree.
func (v Voice) Fault(c *concord.Concordance, f concord.Fault) Line {
	side := 0 // the language that is told first: the one that has what the other lacks
	if alone(f, 1) {
		side = 1
	}
	first, second := f.Places[side], f.Places[1-side]
	in := func(side int) Line { return plain(v.inLanguage(c.Texts[side].Language)) }
	return sentence(v.fill("concord-"+phraseOf(f, side),
		value{"clause", v.faultClause(f)}, value{"note", plain(first.Note)},
		value{"first", v.faultWords(f, first)}, value{"second", v.faultWords(f, second)},
		value{"in-first", in(side)}, value{"in-second", in(1 - side)}))
}

// alone tells whether a fault shows in one language only.
func alone(f concord.Fault, side int) bool {
	switch f.Kind {
	case concord.ClauseFault:
		return f.Places[1-side].Clause == nil
	case concord.ChangeFault:
		return f.Changes[side].Nature > f.Changes[1-side].Nature
	}
	return f.Places[1-side].Text == "" && f.Places[side].Text != ""
}

// phraseOf is the end of the name of the phrase for a fault that a side is told first of.
func phraseOf(f concord.Fault, side int) string {
	switch f.Kind {
	case concord.ClauseFault, concord.NoteFault, concord.PlaceFault:
		return f.Kind.String()
	case concord.LeadFault:
		return f.Strength.String()
	case concord.ChangeFault:
		return phraseOfChange(f, side)
	}
	if alone(f, side) {
		return "alone"
	}
	return "differ"
}

func phraseOfChange(f concord.Fault, side int) string {
	switch was, other := f.Changes[side], f.Changes[1-side]; {
	case was.Status == diff.Added:
		return "added"
	case was.Status == diff.Removed:
		return "removed"
	case other.Nature != diff.NoNature:
		return "substance"
	}
	return "changed"
}

// faultClause names the clause of a fault: both names where the languages differ in it,
// the field where it is of the whole text, the note where it stands in one.
func (v Voice) faultClause(f concord.Fault) Line {
	if f.Kind == concord.FieldFault {
		return plain(v.Say("concord-" + f.Field))
	}
	a, b := f.Places[0].Clause, f.Places[1].Clause
	name := v.clauseRun(cmp.Or(a, b))
	if a != nil && b != nil && v.Name(a) != v.Name(b) {
		name = v.fill("concord-both", value{"first", v.clauseRun(a)}, value{"second", v.clauseRun(b)})
	}
	if note := cmp.Or(f.Places[0].Note, f.Places[1].Note); note != "" && f.Kind != concord.NoteFault {
		return v.fill("concord-in-note", value{"clause", name}, value{"note", plain(note)})
	}
	return name
}

func (v Voice) clauseRun(c *resolution.Clause) Line { return Line{{Text: v.Name(c), Clause: c}} }

// faultWords are the words of a place in quotation marks; of a clause that stands
// elsewhere its name.
func (v Voice) faultWords(f concord.Fault, p concord.Place) Line {
	if f.Kind == concord.PlaceFault {
		return v.clauseRun(p.Clause)
	}
	return v.fill("quote", value{"text", Line{{Text: excerpt(p.Text, maxInside), Quote: true}}})
}
