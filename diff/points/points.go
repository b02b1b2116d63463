// Package points finds what a reader of a comparison must hear first: typed
// facts with their places in the texts, each checked against both whole texts,
// those that say one thing together, the weightiest first.
//
// Its main call is Texts.Find. It puts nothing into words and does not align.
package points

import (
	"slices"

	"reprise/diff/nature"
	"reprise/resolution"
)

// Kind is what sort of thing a point tells (docs/points.md).
type Kind int

// The kinds.
const (
	Other      Kind = iota
	Mandate         // created, extended, ended, of another length
	Deadline        // a report or act due, put off, dropped
	Money           // funding, ceilings, staff, troops
	AskNew          // newly asked
	AskDropped      // no longer asked
	Stronger        // verb, modality, qualifier
	Weaker          //
	Actor           // who must act, who is named
	Legal           // an instrument, court or obligation cited or dropped
	Scope           // what is covered
	Condemn         // blame or concern newly voiced or dropped
)

var kindNames = [...]string{"other", "mandate", "deadline", "money", "ask-new", "ask-dropped", "stronger", "weaker", "actor", "legal", "scope", "condemn"}

// String is the kind's name in JSON.
func (k Kind) String() string { return kindNames[k] }

// Act is what a fact says has happened.
type Act int

// The acts. What is said of old words or new ones is in Fact.Was and Fact.Now.
const (
	Came      Act = iota // the clause is new: no clause of the old text says most of it
	Went                 // the clause is gone: no clause of the new text says most of it
	Asks                 // the clause says a further thing: the new one opens with Now
	Unasks               // the clause no longer says a thing: the old one opens with Was
	Verb                 // the same thing under another lead, Now in place of Was
	Lowered              // from operative to preamble
	Raised               // from preamble to operative
	Reads                // Now in place of Was, which do the same work
	Adds                 // Now has come into the clause
	Drops                // Was has gone from the clause
	Rewritten            // the clause is written anew, opening with Now where it opened with Was
)

var actNames = [...]string{"came", "went", "asks", "unasks", "verb", "lowered", "raised", "reads", "adds", "drops", "rewritten"}

// String is the act's name in JSON and in the names of sentences.
func (a Act) String() string { return actNames[a] }

// Span is a place in a clause.
type Span = nature.Span

// Fact is one thing that is true of the clauses of one link.
type Fact struct {
	Kind     Kind
	Act      Act
	Old, New []*resolution.Clause // those of the link, in reading order
	Was, Now Span                 // the words; the zero value where the act has none
	When     Span                 // by when or how long, of a mandate or deadline that came or went
	Beside   bool                 // not about the theme of its point: its clause is named only
	mass     float64              // weight of the words that it tells of
}

// Point is what a reader must hear: facts that say one thing.
type Point struct {
	Kind     Kind
	Old, New []*resolution.Clause // those that it speaks of, in reading order
	Theme    []Span               // one phrase, where each of its links says it; nil for a point on one link, or where what weighs most is not about it
	Facts    []Fact               // the weightiest first; at least one a link
	Weight   float64              // by which points are ranked; of one comparison only
}

// Spans are the places of all words that are told of a point, on the side that it
// says. Law 11: every number, date, name and quoted word of a point stands in
// them.
func (p *Point) Spans() []Span {
	out := slices.Clone(p.Theme)
	for _, f := range p.Facts {
		for _, s := range [...]Span{f.Was, f.Now, f.When} {
			if s.Clause != nil {
				out = append(out, s)
			}
		}
	}
	return out
}

// Change is a link as the comparison describes it.
type Change struct {
	Old, New  []*resolution.Clause // in reading order; one side empty where the clause came or went
	Matters   bool                 // changed in substance
	Reasons   []nature.Reason      // of the change; dates and sessions that they call routine are no point
	Uncertain bool                 // the link is in doubt
}
