package diff

import (
	"strings"

	"reprise/internal/lexicon"
	"reprise/resolution"
)

// lead explains a change of the phrase that opens the clause, and takes its
// units out of what the other passes see.
func (r *reading) lead(old, new *resolution.Clause) {
	a, okOld := r.lex.Lead(old.Text)
	b, okNew := r.lex.Lead(new.Text)
	if !okOld || !okNew {
		return
	}
	r.asking = r.asks(b) || r.asks(a)
	was, is := old.Text[:a.Length], new.Text[:b.Length]
	if was == is {
		return
	}
	respelled := a.Base != b.Base && r.spelt(a.Base) == r.spelt(b.Base)
	if respelled {
		b.Base = a.Base
	}
	oldLead, newLead := spanTo(r.w.old, a.Length), spanTo(r.w.new, b.Length)
	r.oldLead, r.newLead = len(oldLead), len(newLead)
	r.mark(oldLead, newLead)
	switch {
	case a.Base != b.Base:
		r.add(r.leadCause(a, b), was, is)
	case a.Intensity != b.Intensity:
		r.add(leadIntensity, was, is)
	case a.Manner != b.Manner:
		r.add(r.mannerCause(a, b), was, is)
	case a.Sequence != b.Sequence:
		r.add(sequenceWord, was, is)
	case lexicon.Fold(was) == lexicon.Fold(is):
		r.add(capitals, was, is)
	case respelled:
		r.add(respelt, was, is)
	default:
		r.add(inflected, was, is)
	}
}

// spelt is a phrase in one spelling.
func (r *reading) spelt(phrase string) string {
	words := strings.Fields(lexicon.Fold(phrase))
	for i, w := range words {
		words[i] = r.lex.Spelt(w)
	}
	return strings.Join(words, " ")
}

// leadCause is the cause of a change of verb: with a direction inside one
// family of the scale, without one across families.
func (r *reading) leadCause(a, b lexicon.Lead) cause {
	switch r.scale.Compare(ranked(a), ranked(b)) {
	case lexicon.Stronger:
		return leadStronger
	case lexicon.Weaker:
		return leadWeaker
	case lexicon.Sideways:
		return leadSideways
	}
	return leadVerb
}

func (r *reading) mannerCause(a, b lexicon.Lead) cause {
	if c := r.leadCause(a, b); c != leadVerb && c != leadSideways {
		return c
	}
	return leadManner
}

// ranked is a lead as scales name it: the bare verb with its manner.
func ranked(l lexicon.Lead) string {
	return strings.TrimSpace(l.Base + " " + l.Manner)
}

// asks tells whether a lead asks someone to act: its verb stands in a family
// with the one that the language marks so.
func (r *reading) asks(l lexicon.Lead) bool {
	return r.lex.Asks(l.Base)
}

// spanTo lists the units that begin before a byte offset.
func spanTo(us []unit, end int) []int {
	n := 0
	for n < len(us) && us[n].At < end {
		n++
	}
	return span(0, n)
}
