package concord

import (
	"strings"

	"reprise/internal/lexicon"
	"reprise/resolution"
)

// faults are what does not agree in a link.
func (x *pair) faults(l Link) []Fault {
	if !l.Whole() {
		f := Fault{Kind: ClauseFault}
		for side, clauses := range l.Sides {
			if len(clauses) > 0 {
				f.Places[side] = whole(clauses[0])
			}
		}
		return []Fault{f}
	}
	u, v := x.sides[0].unitOf(l.Sides[0][0]), x.sides[1].unitOf(l.Sides[1][0])
	var out []Fault
	if l.Moved {
		out = append(out, Fault{Kind: PlaceFault, Places: [2]Place{whole(u.clause), whole(v.clause)}})
	}
	out = append(out, x.leadFaults(u, v)...)
	out = append(out, factFaults([2]mentions{u.mentions(), v.mentions()})...)
	return append(out, noteFaults(u, v)...)
}

// whole is the place of all of a clause.
func whole(c *resolution.Clause) Place { return Place{Clause: c, To: len(c.Text), Text: c.Text} }

// leadFaults holds the leads of two clauses against each other.
func (x *pair) leadFaults(u, v *unit) []Fault {
	f := Fault{Kind: LeadFault}
	switch lexicon.CompareActs(u.acts, v.acts) {
	case lexicon.StrongerAct:
		f.Strength = Stronger
	case lexicon.WeakerAct:
		f.Strength = Weaker
	case lexicon.OtherAct:
		f.Strength = Other
	default:
		return nil
	}
	for side, one := range [2]*unit{u, v} {
		c := one.clause
		f.Places[side] = Place{Clause: c, To: len(c.Lead), Text: c.Lead}
	}
	return []Fault{f}
}

// mentions are facts of one text or note, and where they stand.
type mentions struct {
	clause *resolution.Clause
	note   string
	text   string
	facts  facts
	beside []facts // of what belongs to it and may answer the other language: the clause of a note, the notes of a clause
}

func (u *unit) mentions() mentions {
	m := mentions{clause: u.clause, text: u.clause.Text, facts: u.facts}
	for _, n := range u.notes {
		m.beside = append(m.beside, n.facts)
	}
	return m
}

func (u *unit) noteMentions(n note) mentions {
	return mentions{clause: u.clause, note: n.mark, text: n.text, facts: n.facts, beside: []facts{u.facts}}
}

// has tells whether a value stands in the facts, in figures or in words.
func (m mentions) has(value string) bool {
	for _, f := range append([]facts{m.facts}, m.beside...) {
		if f.words[value] {
			return true
		}
		for _, one := range f.list {
			for _, v := range one.values {
				if v == value {
					return true
				}
			}
		}
	}
	return false
}

// missing are the facts of one side with a value that the other has nowhere.
func missing(from, in mentions) []fact {
	var out []fact
	for _, one := range from.facts.list {
		for _, v := range one.values {
			if !in.has(v) {
				out = append(out, one)
				break
			}
		}
	}
	return out
}

// factFaults says which numbers, dates, citations and sessions one language has and the
// other has not: those of one kind are put side by side in their order.
func factFaults(m [2]mentions) []Fault {
	alone := [2][]fact{missing(m[0], m[1]), missing(m[1], m[0])}
	var out []Fault
	for _, one := range alone[0] {
		f := Fault{Kind: one.kind, Places: [2]Place{m[0].place(one), {Clause: m[1].clause, Note: m[1].note}}}
		if i := sameKind(alone[1], one.kind); i >= 0 {
			f.Places[1] = m[1].place(alone[1][i])
			alone[1] = append(alone[1][:i:i], alone[1][i+1:]...)
		}
		out = append(out, f)
	}
	for _, one := range alone[1] {
		out = append(out, Fault{Kind: one.kind, Places: [2]Place{{Clause: m[0].clause, Note: m[0].note}, m[1].place(one)}})
	}
	return out
}

func sameKind(list []fact, kind Kind) int {
	for i, one := range list {
		if one.kind == kind {
			return i
		}
	}
	return -1
}

func (m mentions) place(one fact) Place {
	return Place{Clause: m.clause, Note: m.note, From: one.from, To: one.to, Text: strings.TrimSpace(m.text[one.from:one.to])}
}

// noteFaults holds the notes of two clauses against each other, in their order: those
// that say the same facts first.
func noteFaults(u, v *unit) []Fault {
	var out []Fault
	for i := range max(len(u.notes), len(v.notes)) {
		switch {
		case i >= len(u.notes):
			out = append(out, Fault{Kind: NoteFault, Places: [2]Place{{Clause: u.clause}, v.notePlace(i)}})
		case i >= len(v.notes):
			out = append(out, Fault{Kind: NoteFault, Places: [2]Place{u.notePlace(i), {Clause: v.clause}}})
		default:
			out = append(out, factFaults([2]mentions{u.noteMentions(u.notes[i]), v.noteMentions(v.notes[i])})...)
		}
	}
	return out
}

func (u *unit) notePlace(i int) Place {
	n := u.notes[i]
	return Place{Clause: u.clause, Note: n.mark, To: len(n.text), Text: n.text}
}
