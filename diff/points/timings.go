package points

import (
	"slices"

	"reprise/diff/nature"
	"reprise/internal/lexicon"
)

// moved is the fact that an act now puts a date off, or brings it forward.
func (s *Texts) moved(l *link, a, b *act) []Fact {
	if !b.asks || s.has(a.words, moves) > 0 {
		return nil
	}
	for i := range b.words {
		if s.role(b.words, i, moves) == 0 {
			continue
		}
		f := s.fact(l, Deadline, Adds)
		f.Now = place(b.passage, b.words[i:])
		f.mass = mass(b.words[i:])
		for _, w := range s.dues(b.words[i:]) {
			f.When = place(b.passage, b.words[i+w.from:i+w.to]) // the last: from one session "to its forty-seventh"
		}
		return []Fact{f}
	}
	return nil
}

// timings are the terms and dates of one act that came, went or moved. Two are
// set against each other only where each text has one.
func (s *Texts) timings(l *link, a, b *act) []Fact {
	if s.mandates(a) && s.mandates(b) {
		return append(s.timed(l, a, b, Mandate, s.terms(a.words), s.terms(b.words)), s.goesOnOrEnds(l, a, b)...)
	}
	if !l.Matters || !a.asks && !b.asks {
		return nil
	}
	was, is := s.dues(a.words), s.dues(b.words)
	if s.has(a.body, reports)+s.has(b.body, reports) == 0 && len(was)+len(is) != 1 {
		return nil // of what is no report it counts that a day was set, or no longer is
	}
	return s.timed(l, a, b, Deadline, was, is)
}

// goesOnOrEnds is the fact that a mandate which one text made is extended in the other,
// or one that was extended ended.
func (s *Texts) goesOnOrEnds(l *link, a, b *act) []Fact {
	done := func(a *act) (lexicon.Class, int) {
		for i := range a.words {
			for _, role := range [...]lexicon.Class{extends, creates, ends} {
				if s.role(a.words, i, role) > 0 {
					return role, i
				}
			}
		}
		return 0, 0
	}
	was, i := done(a)
	is, k := done(b)
	if was == is || was == 0 || is == 0 {
		return nil
	}
	f := s.fact(l, Mandate, Verb)
	f.Was, f.Now = place(a.passage, a.words[i:i+s.role(a.words, i, was)]), place(b.passage, b.words[k:k+s.role(b.words, k, is)])
	f.mass = leadMass
	return []Fact{f}
}

func (s *Texts) timed(l *link, a, b *act, kind Kind, was, is []when) []Fact {
	if kind == Deadline && (slices.ContainsFunc(was, isAim) || slices.ContainsFunc(is, isAim)) {
		kind = Scope
	}
	f := s.fact(l, kind, Reads)
	f.mass = leadMass
	switch {
	case len(was) == 1 && len(is) == 1 && was[0].key != is[0].key && (kind == Mandate || sameEvent(a, b, was[0], is[0])):
		f.Was, f.Now = place(a.passage, a.words[was[0].from:was[0].to]), place(b.passage, b.words[is[0].from:is[0].to])
		if kind != Mandate && l.rolled(f.Now) {
			return nil
		}
	case kind != Mandate && alike(a, b) < sameThing: // what was due went with its ask
		return nil
	case len(was) == 0 && len(is) == 1 && b.asks && !s.old.saysIn(l.whole().Old, b.words[is[0].from:is[0].to]):
		f.Act, f.Now = Adds, place(b.passage, b.words[is[0].from:is[0].to])
	case len(was) == 1 && len(is) == 0 && a.asks && !s.new.saysIn(l.whole().New, a.words[was[0].from:was[0].to]):
		f.Act, f.Was = Drops, place(a.passage, a.words[was[0].from:was[0].to])
	default:
		return nil
	}
	return []Fact{f}
}

// rolled tells whether a date moved with the calendar only.
func (l *link) rolled(now Span) bool {
	return slices.ContainsFunc(l.Reasons, func(r nature.Reason) bool {
		return r.Nature() == nature.Routine && r.New.Note == nil && r.New.Clause == now.Clause && r.New.From < now.To && now.From < r.New.To
	})
}

// isAim tells a year alone, the aim of a plan.
func isAim(w when) bool { return w.year }

// sameEvent tells whether two dates date one thing: the same word that carries
// something stands before both, or behind both.
func sameEvent(a, b *act, was, is when) bool {
	same := func(x, y string) bool { return x != "" && x == y }
	return same(near(a.words[:was.from], -1), near(b.words[:is.from], -1)) || same(near(a.words[was.to:], 1), near(b.words[is.to:], 1))
}

// near is the last or first word that carries something; "" for none.
func near(ws []word, step int) string {
	for k := range ws {
		i := k
		if step < 0 {
			i = len(ws) - 1 - k
		}
		if ws[i].weight > 0 {
			return ws[i].key
		}
	}
	return ""
}
