// Package align finds which clause became which between two versions of a
// resolution: pairs, moves, splits and merges, with score, margin and evidence.
//
// Its main call is Documents. It does not say how the words differ (package
// diff does) and knows no output format.
package align

import "reprise/resolution"

// Link joins the clauses of the old text to those of the new that a drafter
// would have edited them into.
//
// Law 2: alignment is total. Every clause of either side is in exactly one
// link: one with an empty side was added or removed, one with several clauses
// on a side was split (1 to n), merged (n to 1) or rearranged.
type Link struct {
	Old, New  []*resolution.Clause // each in reading order
	Score     float64              // likeness, 0 to 1; 1 is identical text
	Margin    float64              // lead over the best rival, 0 to 1
	Evidence  Evidence             // what decided it
	Moved     bool                 // see law 7 at Documents
	Uncertain bool                 // a rival is near, or the score is near the threshold
	Rivals    []Rival              // clauses that could also be meant, best first; at most three
}

// Rival is a link that was considered and lost.
type Rival struct {
	Old, New *resolution.Clause
	Score    float64
}

// Evidence is what decided a link.
type Evidence int

// The kinds of evidence.
const (
	None       Evidence = iota // added or removed: nothing spoke for a partner
	Identical                  // the same text
	Words                      // likeness of words
	Neighbours                 // the clauses around it
	Section                    // its heading or section
	Slot                       // a title, addressee or citation that tells look-alikes apart
	Pinned                     // the user said so
	Role                       // masthead and meeting lines: the same line of the form
)

var evidenceNames = [...]string{"none", "identical", "words", "neighbours", "section", "slot", "pinned", "role"}

// String is the evidence's name in JSON.
func (e Evidence) String() string { return evidenceNames[e] }

// Documents links every clause of two documents. Links come in the reading
// order of the new text; a removed clause stands in its part of the text, after
// the link of the nearest clause before it that kept its place.
//
// Law 5: the same documents give the same links.
// Law 6: Documents(A, A) links every clause to itself; Documents(B, A) mirrors
// Documents(A, B).
// Law 7: Moved is the lightest set of links (by words) whose removal leaves
// the rest in order.
func Documents(old, new *resolution.Document) []Link {
	links, _ := With(old, new, Options{})
	return links
}
