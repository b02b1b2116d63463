package nature

import (
	"slices"

	"reprise/internal/lexicon"
)

// maxReferent is how many content words a pronoun may stand for; more is a statement.
const maxReferent = 5

// referents explains a hunk that says on one side by a pronoun what the other names, all
// of which the clause has named before: "until the question is resolved", "until it is".
func (r *reading) referents(h hunk) []claim {
	old, new := r.oldRun(h).left(everything), r.newRun(h).left(everything)
	if r.standsFor(r.w.Old, old, r.w.New, new) || r.standsFor(r.w.New, new, r.w.Old, old) {
		return r.take(old, new, Referent)
	}
	return nil
}

// standsFor tells whether some units are a pronoun with words of grammar, and those of
// the other text name what both have named before.
func (r *reading) standsFor(us []unit, at []int, other []unit, named []int) bool {
	pronoun := func(i int) bool { return r.lex.Pronoun(us[i].Key) }
	if !slices.ContainsFunc(at, pronoun) || slices.ContainsFunc(at, func(i int) bool { return saying(&us[i]) && !pronoun(i) }) {
		return false
	}
	before := r.clauseBefore(us)
	n := 0
	for _, i := range named {
		u := &other[i]
		if !saying(u) {
			continue
		}
		here := namedBefore(us[:at[0]], u.Key) && namedBefore(other[:named[0]], u.Key)
		if n++; u.Class&(lexicon.ModalityClass|lexicon.QualifierClass) != 0 || !here && !namedBefore(before, u.Key) {
			return false
		}
	}
	return 0 < n && n <= maxReferent
}

// clauseBefore are the units of the clause before that of a text: what a pronoun that
// names nothing of its own clause points back to.
func (r *reading) clauseBefore(us []unit) []unit {
	d, own := r.Setting.new, r.newClauses
	if r.isOld(us) {
		d, own = r.Setting.old, r.oldClauses
	}
	if len(own) == 0 {
		return nil
	}
	at := slices.Index(d.Clauses, own[0])
	if at <= 0 {
		return nil
	}
	return r.senses(d.Clauses[at-1].Text)
}

// pointsBack explains words that came or went alone and only point back, by a pronoun that
// tells which, to what the clause has named: "the lights of keepers [by such keepers]".
func (r *reading) pointsBack(h hunk) []claim {
	back := func(in run) bool {
		pointed, n := false, 0
		pronoun := func(u unit) bool { return u.Class&lexicon.GrammarClass != 0 && r.lex.Pronoun(u.Key) }
		if in.to-in.from > 2*maxReferent || !slices.ContainsFunc(in.us[in.from:in.to], pronoun) {
			return false
		}
		for i := in.from; i < in.to; i++ {
			u := &in.us[i]
			pointed = pointed || r.lex.Pronoun(u.Key) && u.Class&lexicon.GrammarClass != 0 && i+1 < in.to && namedBefore(in.us[:in.from], in.us[i+1].Key)
			if u.Class&(lexicon.ModalityClass|lexicon.QualifierClass) != 0 || saying(u) && !namedBefore(in.us[:in.from], u.Key) {
				return false
			}
			n += one(saying(u))
		}
		return pointed && 0 < n && n <= maxReferent
	}
	switch {
	case h.N0 == h.N1 && back(r.oldRun(h)):
		return r.take(span(h.O0, h.O1), nil, Referent)
	case h.O0 == h.O1 && back(r.newRun(h)):
		return r.take(nil, span(h.N0, h.N1), Referent)
	case h.N0 == h.N1 && r.saidAgain(r.oldRun(h)):
		return r.take(span(h.O0, h.O1), nil, Referent)
	case h.O0 == h.O1 && r.saidAgain(r.newRun(h)):
		return r.take(nil, span(h.N0, h.N1), Referent)
	}
	return nil
}

// saidReach is how many units before a noun it stands that is said again for the next
// member: "thefts and losses of lamps and [losses of] bells".
const saidReach = 12

// saidAgain tells whether a run behind a word that joins says again what the member before
// it is of.
func (r *reading) saidAgain(in run) bool {
	if in.from == 0 || in.from == in.to || in.us[in.from-1].Class&lexicon.ListingClass == 0 || !r.lex.JoinsCompound(in.us[in.to-1].Key) {
		return false
	}
	n := 0
	for i := in.from; i < in.to; i++ {
		if u := &in.us[i]; saying(u) {
			if n++; u.Class&(lexicon.ModalityClass|lexicon.QualifierClass|lexicon.ActorClass) != 0 || !namedBefore(in.us[max(0, in.from-saidReach):in.from], u.Key) {
				return false
			}
		}
	}
	return n == 1
}

// whoseReach is how many units before what something belongs to its pronoun stands: "[the]
// full participation [of women]", "their full participation".
const whoseReach = 6

// whose explains what one text names behind its thing and the other puts a pronoun for
// before it, where the clause has named it before: "the rest of bakers", "their rest".
func (r *reading) whose(h hunk) []claim {
	switch {
	case h.N0 == h.N1 && r.belongs(r.oldRun(h), r.w.New, h.N0):
		return r.take(span(h.O0, h.O1), nil, Referent)
	case h.O0 == h.O1 && r.belongs(r.newRun(h), r.w.Old, h.O0):
		return r.take(nil, span(h.N0, h.N1), Referent)
	}
	return nil
}

// belongs tells whether a run says whose something is, by words that stand before in its
// text, and the other text has a changed pronoun shortly before the same place.
func (r *reading) belongs(in run, other []unit, at int) bool {
	if in.from == in.to || !r.lex.JoinsCompound(in.us[in.from].Key) {
		return false
	}
	n := 0
	for i := in.from; i < in.to; i++ {
		if u := &in.us[i]; saying(u) {
			if n++; u.Class&(lexicon.ModalityClass|lexicon.QualifierClass) != 0 || !namedBefore(in.us[:in.from], u.Key) && !namedBefore(other[:at], u.Key) {
				return false
			}
		}
	}
	if n == 0 || n > maxReferent {
		return false
	}
	for i := at - 1; i >= max(0, at-whoseReach); i-- {
		if r.lex.Pronoun(other[i].Key) && r.touched(r.isOld(other), i, i+1) {
			return true
		}
	}
	return false
}

func namedBefore(us []unit, key string) bool {
	return slices.ContainsFunc(us, func(u unit) bool { return u.Key == key })
}
