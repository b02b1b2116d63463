package concord

import (
	"slices"

	"reprise/diff"
	"reprise/diff/nature"
	"reprise/resolution"
)

// Versions links two languages of the new version of a text like Texts, and says what
// was changed from the old version to the new in one language and not in the other: a
// clause that was reworded, added or removed, a change of substance where the other
// language only went with the calendar. What is another spelling or style is no change,
// for translators mend what nobody voted on. Both take the languages in one order.
func Versions(old, new [2]*resolution.Document) *Concordance {
	c := Texts(new[0], new[1])
	c.Before = old
	before := Texts(old[0], old[1])
	v := versions{partners: partnersOf(before)}
	for side := range v.changes {
		v.changes[side] = changesOf(diff.Compare(old[side], new[side]))
	}
	c.Faults = c.Faults[:len(c.Faults)-c.ofLinks()]
	for i := range c.Links {
		c.Links[i].Faults = v.faults(c.Links[i])
	}
	c.gather()
	return c
}

// ofLinks is how many faults the links have.
func (c *Concordance) ofLinks() int {
	n := 0
	for _, l := range c.Links {
		n += len(l.Faults)
	}
	return n
}

// versions is what happened to the clauses of both languages.
type versions struct {
	partners map[*resolution.Clause]*resolution.Clause // of the old versions, in the other language
	changes  [2]changes
}

// changes are the changes of one language by clause, old and new.
type changes map[*resolution.Clause]*diff.Change

func changesOf(c *diff.Comparison) changes {
	out := changes{}
	for i := range c.Changes {
		ch := &c.Changes[i]
		for _, side := range [2][]*resolution.Clause{ch.Old, ch.New} {
			for _, clause := range side {
				out[clause] = ch
			}
		}
	}
	return out
}

func partnersOf(c *Concordance) map[*resolution.Clause]*resolution.Clause {
	out := map[*resolution.Clause]*resolution.Clause{}
	for _, l := range c.Links {
		if l.Whole() {
			a, b := l.Sides[0][0], l.Sides[1][0]
			out[a], out[b] = b, a
		}
	}
	return out
}

// faults adds to those of a link what was not carried over. A clause that stands in one
// language alone, because the change that made it so was not made in the other, is told
// as that change.
func (v versions) faults(l Link) []Fault {
	if !l.Whole() {
		if f, ok := v.lonely(l); ok {
			return []Fault{f}
		}
		return l.Faults
	}
	a, b := l.Sides[0][0], l.Sides[1][0]
	was := [2]Change{changeOf(v.changes[0][a]), changeOf(v.changes[1][b])}
	if carried(was) {
		return l.Faults
	}
	return append([]Fault{{Kind: ChangeFault, Places: [2]Place{whole(a), whole(b)}, Changes: was}}, l.Faults...)
}

// lonely tells of a clause that stands in one language alone whether it was added
// there, or removed in the other.
func (v versions) lonely(l Link) (Fault, bool) {
	side := 0
	if len(l.Sides[0]) == 0 {
		side = 1
	}
	clause := l.Sides[side][0]
	f := Fault{Kind: ChangeFault}
	f.Places[side] = whole(clause)
	ch := v.changes[side][clause]
	if ch == nil {
		return Fault{}, false
	}
	f.Changes[side] = changeOf(ch)
	if ch.Status == diff.Added {
		return f, true
	}
	for _, old := range ch.Old {
		there := v.changes[1-side][v.partners[old]]
		if there != nil && there.Status == diff.Removed {
			f.Places[1-side] = whole(v.partners[old])
			f.Changes = [2]Change{}
			f.Changes[1-side] = changeOf(there)
			return f, true
		}
	}
	return Fault{}, false
}

func changeOf(ch *diff.Change) Change {
	if ch == nil {
		return Change{}
	}
	out := Change{Status: ch.Status, Nature: ch.Nature}
	if ch.Nature == diff.Routine && !slices.ContainsFunc(ch.Reasons, ofCalendar) {
		out.Nature = diff.NoNature
	}
	return out
}

// calendarKinds are of what moves with the calendar, in every language at once; the other
// routine reasons are of style, which each language has its own of.
var calendarKinds = []nature.Kind{nature.CitationKind, nature.DateKind, nature.SessionKind, nature.OrdinalKind, nature.EventKind, nature.ListKind}

func ofCalendar(r diff.Reason) bool { return slices.Contains(calendarKinds, r.Kind()) }

// carried tells whether both languages changed alike, or neither did: in substance, with
// the calendar, or not to speak of. A clause that one of them had before and the other
// has now is mended, not changed.
func carried(was [2]Change) bool {
	return was[0].Status == diff.Added || was[1].Status == diff.Added || was[0].Nature == was[1].Nature
}
