package report

import (
	"io"

	"reprise/negotiate/rolling"
)

// ReadingsRenderer writes what changed between two readings of a rolling text in one
// form.
type ReadingsRenderer interface {
	RenderReadings(w io.Writer, c *rolling.Comparison) error
}

// Moved are the clauses of two readings on which there is something to say; asBefore
// those that are in brackets as they were. What is settled and was is in neither.
func Moved(c *rolling.Comparison) (moved, asBefore []rolling.Pair) {
	for _, p := range c.Pairs {
		changed := p.Reworded || p.Agreement() != rolling.Open || p.Status != rolling.Settled && p.Status != rolling.StillOpen
		for _, ch := range p.Changes {
			changed = changed || ch.Fate != rolling.Stays
		}
		switch {
		case changed:
			moved = append(moved, p)
		case p.Status == rolling.StillOpen:
			asBefore = append(asBefore, p)
		}
	}
	return moved, asBefore
}

// ShowsBrackets tells whether a clause is shown as the new reading has it, with its
// brackets: while it has some, and what changed outside them is not the matter.
func ShowsBrackets(p rolling.Pair) bool {
	return !p.Reworded && (p.Status == rolling.StillOpen || p.Status == rolling.Reopened || p.Status == rolling.Came)
}
