// Package rolling reads rolling texts as people write them, and compares two
// readings of one: what is in brackets, who wants what, what was agreed since.
//
// Its main calls are Read and Compare. It reads no files (package read does), and
// puts nothing into words.
package rolling

import (
	"reprise/resolution"
)

// Text is a rolling text.
type Text struct {
	Doc      *resolution.Document
	Clauses  []*Clause  // those that carry the matter, in reading order
	Parties  []string   // all who want something, in the order in which they are first named
	Loose    []Loose    // brackets that are not closed, or not opened
	brackets []*Bracket // all, in the order in which they open
}

// Clause is a clause of a rolling text.
type Clause struct {
	Clause    *resolution.Clause
	Pieces    []Piece
	Agreement Agreement
	For       []string // who propose it as a whole, where the text says so
	Against   []string // who want it deleted as a whole
	Reserved  []string // who have not made up their minds about it
	Struck    bool     // it is to go as a whole, and the text does not say who wants that
	Alt       bool     // it is another wording of the one before it ("OP3 alt")
}

// Piece is words of a clause, or a bracket with the pieces in it.
type Piece struct {
	Text    string   // words outside brackets; "" for a bracket
	Bracket *Bracket // nil for words
	Inner   []Piece
}

// Bracket is what stands in square brackets, or is struck through. One that goes
// across clauses is one bracket, with pieces in each.
type Bracket struct {
	Kind     Kind
	For      []string // who propose it; nil where the text does not say
	Against  []string // who want it deleted
	Reserved []string // who have not made up their minds
	Across   int      // clauses that it goes across, 1 or more
	Said     string   // of a Remark: what it says
	nameless bool     // a wish that does not say whose it is
	loose    bool     // it is not closed
}

// Kind is what a bracket is.
type Kind int

// The kinds of bracket.
const (
	Disputed    Kind = iota // words that are not agreed
	Proposed                // words that somebody proposes
	Struck                  // words that are struck through: they are to go
	Placeholder             // something is to be filled in
	Remark                  // said of the text, and no part of it
	wish                    // says only who wants what is before it deleted or kept
)

var kindNames = [...]string{"disputed", "proposed", "struck", "placeholder", "remark", "wish"}

// String is the kind's name in JSON.
func (k Kind) String() string { return kindNames[k] }

// Agreement is what a text says of the state of a clause.
type Agreement int

// The states of agreement.
const (
	Open   Agreement = iota // it says nothing
	AdRef                   // agreed ad referendum: capitals have to confirm
	Agreed                  // agreed
)

var agreementNames = [...]string{"open", "ad-ref", "agreed"}

// String is the agreement's name in JSON.
func (a Agreement) String() string { return agreementNames[a] }

// Loose is a bracket without its other half. It is read as if it ended with its
// clause, or not at all.
type Loose struct {
	Clause *resolution.Clause
	Opens  bool
}

// Brackets are the brackets of a text in the order in which they open, without
// remarks.
func (t *Text) Brackets() []*Bracket {
	var out []*Bracket
	for _, b := range t.brackets {
		if b.Kind != Remark {
			out = append(out, b)
		}
	}
	return out
}

// HasBrackets tells whether something in a clause is not agreed.
func (c *Clause) HasBrackets() bool {
	open := c.isWished()
	walk(c.Pieces, func(b *Bracket) { open = open || b.Kind != Remark })
	return open
}

// isWished tells whether somebody wants something of the clause as a whole.
func (c *Clause) isWished() bool {
	return c.Struck || len(c.Against)+len(c.For)+len(c.Reserved) > 0
}

// walk calls f for each bracket of pieces, outer ones first.
func walk(pieces []Piece, f func(*Bracket)) {
	for _, p := range pieces {
		if p.Bracket != nil {
			f(p.Bracket)
			walk(p.Inner, f)
		}
	}
}

// IsRolling tells whether a text is a rolling text: somebody proposes or objects to
// something in brackets, a clause stands beside another as "bis" or "alt" or is said
// to be agreed, or words are in brackets in several places.
func (t *Text) IsRolling() bool {
	if len(t.Parties) > 0 {
		return true
	}
	disputed := 0
	for _, c := range t.Clauses {
		if c.Agreement != Open || c.Alt {
			return true
		}
		walk(c.Pieces, func(b *Bracket) {
			if b.Kind == Disputed || b.Kind == Struck {
				disputed++
			}
		})
	}
	return disputed >= leastDisputed
}

// leastDisputed is how many places in brackets make a rolling text where nobody is
// named: resolutions have one or two that are no dispute ("[sic]", a number).
const leastDisputed = 3
