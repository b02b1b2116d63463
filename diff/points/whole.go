package points

import (
	"slices"

	"reprise/resolution"
)

// whole are the facts of a clause that has no partner: that it came, or went.
// None where the other text says most of it in one clause: then neither is true.
func (s *Texts) whole(here, there *document, p *passage) []Fact {
	if len(p.words) == 0 {
		return nil
	}
	a := s.chief(p.acts)
	if s.goesOn(there, p.words, a) {
		return nil
	}
	if a = s.untold(there, p, a); a == nil {
		return nil
	}
	f := Fact{Kind: s.kindOf(a, here.old)}
	at := place(p, a.words)
	if f.Kind == Mandate || f.Kind == Deadline {
		f.When = s.timing(a)
	}
	f.mass = mass(p.words)
	if here.old {
		f.Act, f.Was, f.Old = Went, at, []*resolution.Clause{p.clause}
	} else {
		f.Act, f.Now, f.New = Came, at, []*resolution.Clause{p.clause}
	}
	return []Fact{f}
}

// goesOn tells whether the other text has most of the words that an act stands for. A
// mandate goes on in clauses that make one, what is due where something is: "a report on
// the implementation of this resolution" is made of words that any text has.
func (s *Texts) goesOn(there *document, ws []word, a *act) bool {
	k := s.kindOf(a, false)
	if !heads(k) {
		return there.carries(ws, a.asks)
	}
	like := func(b act) bool { return s.kindOf(&b, false) == k }
	for _, p := range there.near(ws) {
		if p.holds(ws) && slices.ContainsFunc(p.acts, like) {
			return true
		}
	}
	return false
}

// untold is the act for which a clause is told, or the heaviest of the others where the
// other text says in one row of words or another what a short quote of that shows; nil
// where it says that of all.
func (s *Texts) untold(there *document, p *passage, a *act) *act {
	goesOn := func(a *act) bool {
		if heads(s.kindOf(a, false)) {
			return false
		}
		return there.carriesRows(a.quoted(), a.asks)
	}
	if !goesOn(a) {
		return a
	}
	var best *act
	for i := range p.acts {
		if b := &p.acts[i]; !goesOn(b) && (best == nil || mass(b.words) > mass(best.words)) {
			best = b
		}
	}
	return best
}

// chief is the act for which a clause is told: one that makes a mandate or is due,
// else the first that asks or blames and says as much as what stands before it
// ("invites States to do so" does not), else the first.
func (s *Texts) chief(acts []act) *act {
	best := &acts[0]
	weighs := func(a *act) bool { return a.asks || s.blames(a) }
	for i := range acts {
		a := &acts[i]
		if heads(s.kindOf(a, false)) {
			return a
		}
		if weighs(a) && !weighs(best) && mass(a.body) >= mass(best.body) {
			best = a
		}
	}
	return best
}

// heads tells the kinds that a delegate asks for before all others.
func heads(k Kind) bool { return k == Mandate || k == Deadline }

// kindOf is what an act that came, or went, is told as.
func (s *Texts) kindOf(a *act, gone bool) Kind {
	switch {
	case s.mandates(a):
		return Mandate
	case a.asks && (s.isDue(a) || s.has(a.body, moves) > 0):
		return Deadline
	case a.asks && s.paid(a.body):
		return Money
	case a.asks && gone:
		return AskDropped
	case a.asks:
		return AskNew
	case s.blames(a):
		return Condemn
	case s.has(a.body, instrument) > 0:
		return Legal
	}
	return Other
}

// paid tells whether words are about money: they speak of it twice, or early on.
func (s *Texts) paid(ws []word) bool {
	const early = 20 // words
	return s.has(ws, moneyed) > 1 || s.has(ws[:min(early, len(ws))], moneyed) > 0
}

// isDue tells whether an act asks for a report, or an act like it, by a time. A
// year alone is the aim of a plan.
func (s *Texts) isDue(a *act) bool {
	return s.has(a.body, reports) > 0 && slices.ContainsFunc(s.dues(a.body), func(w when) bool { return !w.year })
}

// timing is by when or how long an act is: the zero value where it does not say.
func (s *Texts) timing(a *act) Span {
	places := s.dues(a.words)
	if s.mandates(a) {
		places = append(s.terms(a.words), places...)
	}
	for _, w := range places {
		if !w.year {
			return place(a.passage, a.words[w.from:w.to])
		}
	}
	return Span{}
}
