package negotiate

import (
	"reprise/align"
	"reprise/resolution"
)

// Result is a draft with amendments applied to it.
type Result struct {
	Draft, Amended *resolution.Document
	Amendments     []*Amendment
	Outcomes       []Outcome // of every operation, in the order applied
	Collisions     []Collision
	Links          []align.Link // between Draft and Amended
	Credits        Credits
}

// Refused tells whether an operation could not be applied.
func (r *Result) Refused() bool {
	for _, o := range r.Outcomes {
		if o.State == Refused {
			return true
		}
	}
	for _, a := range r.Amendments {
		if len(a.Unread) > 0 || len(a.Operations) == 0 {
			return true
		}
	}
	return false
}

// Outcome is what became of one operation.
type Outcome struct {
	Amendment int // its place, from 0
	Operation *Operation
	State     State
	Refusal   *Refusal
	Clauses   []string // IDs of the draft's clauses that it touched, in the order touched; "" for new ones
	Added     int      // clauses that it brought
	Places    int      // how often words were changed
}

// State is what became of an operation.
type State int

// The states.
const (
	Applied   State = iota
	Fulfilled       // an earlier operation did what it asks for
	Refused
)

var stateNames = [...]string{"applied", "fulfilled", "refused"}

// String is the state's name in JSON.
func (s State) String() string { return stateNames[s] }

// Refusal is why an operation was not applied.
type Refusal struct {
	Reason Reason
	Place  Target // where it was sought
	Clause string // ID of the draft's clause, where there is one
	Words  string // what was sought
	Near   string // the nearest words, or places, that there are
	Found  string // ID of another clause that has the words
	Times  int    // how often the words stand there
	Author int    // place of the amendment that changed the place before, from 1; 0 for none
	Other  string // of OtherDraft: the draft that is amended
}

// Reason is the kind of a refusal.
type Reason int

// The reasons.
const (
	NoSuchPlace   Reason = iota // no such paragraph
	SeveralPlaces               // several paragraphs are called so
	WordsMissing                // the words are not there
	WordsTwice                  // they are there more than once
	GoneBefore                  // another operation deleted the place
	NothingGiven                // no text follows that it brings
	OtherDraft                  // the amendment is to another draft
	NotUnderstood
)

var reasonNames = [...]string{"no-such-place", "several-places", "words-missing", "words-twice", "gone-before", "nothing-given", "other-draft", "not-understood"}

// String is the reason's name in JSON.
func (r Reason) String() string { return reasonNames[r] }

// Collision is a place on which two amendments do not agree.
type Collision struct {
	Kind          CollisionKind
	Clause        string // ID of the draft's clause; "" for a new one
	First, Second int    // the amendments by their place, from 0, in the order applied
	Words         string // of the first, that the second touched
}

// CollisionKind is what sort of collision it is.
type CollisionKind int

// The kinds of collision.
const (
	SameWords     CollisionKind = iota // both touch the same words
	DeletesChange                      // the second deletes a clause that the first changed
	ChangesGone                        // the second changes a clause that the first deleted
)

var collisionNames = [...]string{"same-words", "deletes-change", "changes-deleted"}

// String is the kind's name in JSON.
func (k CollisionKind) String() string { return collisionNames[k] }

// Credits say who wrote and who deleted what.
type Credits struct {
	written map[*resolution.Clause][]int16 // by byte of the amended text's clauses
	deleted map[*resolution.Clause][]int16 // by byte of the draft's
	clause  map[*resolution.Clause]int     // who brought or deleted a whole clause
}

// Writer is the place, from 1, of the amendment that wrote a byte of the amended
// text, or that deleted one of the draft; 0 for none.
func (c Credits) Writer(clause *resolution.Clause, at int) int {
	if by := c.clause[clause]; by > 0 {
		return by
	}
	for _, side := range []map[*resolution.Clause][]int16{c.written, c.deleted} {
		if list, ok := side[clause]; ok && at >= 0 && at < len(list) {
			return int(list[at])
		}
	}
	return 0
}

// Main is the amendment that changed most of a clause; 0 for none.
func (c Credits) Main(clause *resolution.Clause) int {
	if by := c.clause[clause]; by > 0 {
		return by
	}
	counts := map[int16]int{}
	best := int16(0)
	for _, side := range []map[*resolution.Clause][]int16{c.written, c.deleted} {
		for _, by := range side[clause] {
			if by == 0 {
				continue
			}
			counts[by]++
			if best == 0 || counts[by] > counts[best] {
				best = by
			}
		}
	}
	return int(best)
}
