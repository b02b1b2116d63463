package rolling

import "slices"

// Mover is one party with what it did between two readings.
type Mover struct {
	Party string
	Moves []Move // in reading order
}

// Move is one thing that a party did.
type Move struct {
	Kind MoveKind
	Pair int    // place in Pairs
	Text string // the words that it is about
}

// MoveKind is what a party did, as far as the two readings show it.
type MoveKind int

// The kinds of move.
const (
	Withdrew MoveKind = iota // words that it proposed are gone
	Accepted                 // words that it wanted deleted, or had reserves about, stand without brackets
	Released                 // it no longer objects to words that are still in brackets
	Joins                    // it proposes what others proposed
	Leaves                   // it no longer proposes what others still do
	Objects                  // it wants deleted, or has reserves about, what stood there before
	Proposes                 // it brings new words
	Gains                    // its words stand without brackets, or what it wanted deleted is gone
)

var moveNames = [...]string{"withdrew", "accepted", "released", "joins", "leaves", "objects", "proposes", "gains"}

// String is the kind's name in JSON.
func (k MoveKind) String() string { return moveNames[k] }

// Yielded tells whether somebody came nearer to the others.
func (k MoveKind) Yielded() bool { return k <= Joins }

// findMovers collects who did what.
func (c *Comparison) findMovers() {
	parties := append(slices.Clone(c.Old.Parties), without(c.New.Parties, c.Old.Parties)...)
	moves := map[string][]Move{}
	for i, p := range c.Pairs {
		for _, ch := range p.Changes {
			ch.moves(func(party string, kind MoveKind, text string) {
				for _, known := range parties {
					if len(without([]string{party}, []string{known})) == 0 {
						party = known
					}
				}
				moves[party] = append(moves[party], Move{kind, i, text})
			})
		}
	}
	for _, p := range parties {
		if len(moves[p]) > 0 {
			c.Movers = append(c.Movers, Mover{p, moves[p]})
		}
	}
}

// moves tells who did what with one bracket.
func (ch Change) moves(say func(party string, kind MoveKind, text string)) {
	each := func(names []string, kind MoveKind, text string) {
		for _, n := range names {
			say(n, kind, text)
		}
	}
	opponents := func(s Sides) []string { return append(slices.Clone(s.Against), s.Reserved...) }
	switch ch.Fate {
	case Changed:
		each(ch.Joined.For, Joins, ch.NewText)
		each(ch.Left.For, Leaves, ch.NewText)
		each(without(opponents(ch.Joined), opponents(sidesOf(ch.Old))), Objects, ch.NewText)
		each(without(opponents(ch.Left), opponents(sidesOf(ch.New))), Released, ch.NewText)
	case Lifted:
		if ch.Old.Kind == Struck { // what was to go stays
			each(ch.Left.Against, Accepted, ch.OldText)
			return
		}
		each(opponents(ch.Left), Accepted, ch.OldText)
		each(ch.Left.For, Gains, ch.OldText)
	case Dropped:
		each(ch.Left.For, Withdrew, ch.OldText)
		each(ch.Left.Against, Gains, ch.OldText)
	case Put:
		each(opponents(ch.Joined), Objects, ch.NewText)
		each(ch.Joined.For, Proposes, ch.NewText)
	case Brought:
		each(ch.Joined.For, Proposes, ch.NewText)
		each(opponents(ch.Joined), Objects, ch.NewText)
	}
}
