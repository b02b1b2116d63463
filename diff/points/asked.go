package points

import (
	"reprise/internal/lexicon"
)

// An ask names who is asked before it says what for: "Calls upon keepers and bakers to".

// asked is how many words of an act stand before what it asks for; 0 for an act that asks
// nothing, or where the language does not say by which words that is told.
func (l *language) asked(a *act) int {
	if !a.asks || a.lead.Base == "" {
		return 0
	}
	for i := len(a.words) - len(a.body); i < len(a.words); i++ {
		if l.role(a.words, i, toDo) > 0 {
			return i
		}
	}
	return 0
}

// others is the fact that an act asks another: nothing but names stands before what both
// acts ask for, and no word of them is the same.
func (s *Texts) others(l *link, a, b *act) []Fact {
	named := func(a *act) []word {
		lead, to := len(a.words)-len(a.body), s.asked(a)
		if to <= lead {
			return nil
		}
		for _, w := range a.words[lead:to] {
			if w.said == "," || w.weight > 0 && !w.capital {
				return nil
			}
		}
		return a.words[lead:to]
	}
	was, is := named(a), named(b)
	if mass(was) == 0 || mass(is) == 0 || held(was, bagOf(is)) > 0 || alike(a, b) < sameThing {
		return nil
	}
	f := s.fact(l, Actor, Reads)
	f.Was, f.Now = place(a.passage, was), place(b.passage, is)
	f.mass = leadMass
	return []Fact{f}
}

// apart parts hunks where those who are asked end and what they are asked for begins, so
// that each is told for what it is.
func (l *language) apart(a, b *act, hunks []hunk) []hunk {
	var out []hunk
	for _, h := range hunks {
		was, is := ahead(h.was, a.words[:l.asked(a)]), ahead(h.is, b.words[:l.asked(b)])
		if n, m := len(was), len(is); l.actors(was)+l.actors(is) > 0 {
			out = append(out, hunk{was: was, is: is, asked: true})
			h = hunk{was: h.was[n:], is: h.is[m:]}
		}
		if len(h.was)+len(h.is) > 0 {
			out = append(out, h)
		}
	}
	return out
}

// ahead are the first of these words that are among others, by their places.
func ahead(ws, among []word) []word {
	n := 0
	for n < len(ws) && len(among) > 0 && ws[n].from <= among[len(among)-1].from {
		n++
	}
	return ws[:n]
}

// actorShare is the share of the words of a fact, by weight, that names of actors take at
// least for the fact to be told as one on who is named, where no word tells who is asked.
// (Test: a report of the bakers is no baker.)
const actorShare = 0.5

// newlyAsked tells whether words that came or went are actors: some of those who are
// asked, or actors for the most part.
func (l *language) newlyAsked(a *act, ws []word) bool {
	if !a.asks || len(ws) == 0 {
		return false
	}
	if n := l.asked(a); n > 0 {
		return l.actors(ahead(ws, a.words[:n])) > 0
	}
	actors := l.actors(ws)
	return actors > 0 && actors >= actorShare*mass(ws)
}

// actors is the weight of words that name actors: groups, bodies, States that are no
// places.
func (l *language) actors(ws []word) float64 {
	sum := 0.0
	for i := 0; i < len(ws); i++ {
		m, ok := l.Phrases().At(len(ws)-i, func(k int) string { return ws[i+k].said }, lexicon.ActorClass)
		if !ok {
			continue
		}
		if i == 0 || !l.OpensAdverbial(ws[i-1].said) || !l.State(ws[i].said) {
			sum += mass(ws[i : i+m.Length])
		}
		i += m.Length - 1
	}
	return sum
}
