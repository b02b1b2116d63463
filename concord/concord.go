// Package concord holds two languages of one text against each other: it links
// their clauses and says what does not agree.
//
// Its main call is Texts; Versions does the same for two versions in two languages
// each. It knows no words of any language but through the lexicon, and translates
// nothing: clauses are linked by the form, by their numbers, dates, symbols and
// names, by their notes, their leads and their length, in one order.
package concord

import (
	"reprise/diff"
	"reprise/resolution"
)

// Concordance is two languages of one text, linked, and what does not agree.
type Concordance struct {
	Texts  [2]*resolution.Document // in the order given
	Before [2]*resolution.Document // the older versions that Versions was given; nil from Texts
	Links  []Link                  // in reading order
	Faults []Fault                 // those of the whole text first, then in the order of the links
}

// Link joins clauses that are one in two languages. Every clause that counts is in
// exactly one link, and so is every enacting formula; a side without clauses says
// that the language has no such clause.
type Link struct {
	Sides  [2][]*resolution.Clause // at most one on each side
	Moved  bool                    // they stand at different places of their texts
	Faults []Fault
}

// Whole tells a link with clauses on both sides.
func (l Link) Whole() bool { return len(l.Sides[0]) > 0 && len(l.Sides[1]) > 0 }

// Kind is what a fault is about.
type Kind int

// The kinds of faults.
const (
	ClauseFault   Kind = iota // a clause, heading or point stands in one language only
	NoteFault                 // a footnote stands in one language only
	NumberFault               // numbers differ
	DateFault                 // dates differ
	CitationFault             // symbols or numbers of documents differ
	SessionFault              // sessions differ
	LeadFault                 // the leads say another thing, or say it with another strength
	PlaceFault                // a clause stands at another place
	FieldFault                // the whole text: symbol, session, adoption, agenda item, vote
	ChangeFault               // one language was changed from one version to the next, the other was not
)

var kindNames = [...]string{"clause", "note", "number", "date", "citation", "session", "lead", "place", "field", "change"}

// String is the kind's name in JSON.
func (k Kind) String() string { return kindNames[k] }

// Fault is one thing that does not agree.
type Fault struct {
	Kind     Kind
	Places   [2]Place
	Field    string    // of FieldFault: "symbol", "session", "adopted", "agenda", "meeting", "vote"
	Strength Strength  // of LeadFault: how the second language stands to the first
	Changes  [2]Change // of ChangeFault: what became of the clause in each
}

// Place is where a fault shows in one language.
type Place struct {
	Clause   *resolution.Clause // nil where the language has none
	Note     string             // mark of the footnote that From and To count in; "" for the clause's text
	From, To int                // in bytes; equal where nothing stands there
	Text     string             // what stands there; "" where nothing does
}

// Strength is how one lead stands to another.
type Strength int

// The strengths.
const (
	Other    Strength = iota // they say different things
	Stronger                 // the second is stronger
	Weaker                   // the second is weaker
)

var strengthNames = [...]string{"other", "stronger", "weaker"}

// String is the strength's name in JSON.
func (s Strength) String() string { return strengthNames[s] }

// Change is what became of a clause from one version to the next.
type Change struct {
	Status diff.Status
	Nature diff.Nature // routine only where it went with the calendar: what is style has none
}

// Texts links two languages of one text and finds what does not agree.
//
// Law 5: the same texts give the same result.
// Law 11: Texts(b, a) mirrors Texts(a, b), by construction: always the same one is taken
// first, and the result is turned round.
func Texts(a, b *resolution.Document) *Concordance {
	turned := b.Language < a.Language
	if turned {
		a, b = b, a
	}
	x := newPair(a, b)
	c := &Concordance{Texts: x.texts(), Faults: fieldFaults(x)}
	c.Links = x.links()
	for i := range c.Links {
		c.Links[i].Faults = x.faults(c.Links[i])
	}
	c.gather()
	if turned {
		c.turn()
	}
	return c
}

// turn makes the second language the first.
func (c *Concordance) turn() {
	c.Texts[0], c.Texts[1] = c.Texts[1], c.Texts[0]
	for i := range c.Faults {
		c.Faults[i].turn()
	}
	for i := range c.Links {
		l := &c.Links[i]
		l.Sides[0], l.Sides[1] = l.Sides[1], l.Sides[0]
		for j := range l.Faults {
			l.Faults[j].turn()
		}
	}
}

func (f *Fault) turn() {
	f.Places[0], f.Places[1] = f.Places[1], f.Places[0]
	f.Changes[0], f.Changes[1] = f.Changes[1], f.Changes[0]
	switch f.Strength {
	case Stronger:
		f.Strength = Weaker
	case Weaker:
		f.Strength = Stronger
	}
}

// gather lists the faults of the links behind those of the whole text.
func (c *Concordance) gather() {
	for _, l := range c.Links {
		c.Faults = append(c.Faults, l.Faults...)
	}
}

// leastLinked is the share of clauses that two languages of one text have in common at
// the least: in texts that are none, lengths and numbers link some.
const leastLinked = 0.5

// Unlike tells whether so few clauses could be linked that the two are hardly one text.
func (c *Concordance) Unlike() bool {
	linked := 0
	for _, l := range c.Links {
		if l.Whole() {
			linked++
		}
	}
	return float64(linked) < leastLinked*float64(len(c.Links))
}
