package points

import (
	"slices"

	"reprise/internal/lexicon"
	"reprise/resolution"
)

// force is the fact of words that soften or harden an act and that only one text
// has, where both ask one body for one thing. One in place of another of its sort makes the act neither stronger nor
// weaker; of more than one a side nothing is said.
func (s *Texts) force(l *link, a, b *act) []Fact {
	if !a.asks || !b.asks || !sameObject(a, b) || s.alikeBut(a, b) < sameThing {
		return nil
	}
	gone, came := s.forcesOnly(a, s.new, l.whole().New, l.newBag), s.forcesOnly(b, s.old, l.whole().Old, l.oldBag)
	if len(gone)+len(came) == 1 && s.exchanged(l, a, b) {
		return nil
	}
	switch {
	case len(gone) == 0 && len(came) == 1 && !came[0].modal:
		return []Fact{s.forced(l, b, came[0], s.new)}
	case len(gone) == 1 && len(came) == 0 && !gone[0].modal:
		return []Fact{s.forced(l, a, gone[0], s.old)}
	case len(gone) == 1 && len(came) == 1 && gone[0].instead(&came[0]) && !s.oneForm(&gone[0], &came[0]):
		kind := Scope
		if gone[0].softens != came[0].softens {
			kind = Stronger
			if came[0].softens {
				kind = Weaker
			}
		}
		f := s.fact(l, kind, Reads)
		f.Was, f.Now = place(a.passage, gone[0].words), place(b.passage, came[0].words)
		f.mass = leadMass
		return []Fact{f}
	}
	return nil
}

// exchanged tells whether each act has a phrase of force that the other text does not
// have, whatever it stands beside: "where applicable" gave way to "where appropriate".
func (s *Texts) exchanged(l *link, a, b *act) bool {
	lacked := func(a *act, there *document, linked []*resolution.Clause) bool {
		return slices.ContainsFunc(s.forces(a.body), func(f force) bool { return !f.modal && !there.saysIn(linked, f.words) })
	}
	return lacked(a, s.new, l.whole().New) && lacked(b, s.old, l.whole().Old)
}

// alikeBut is how alike two acts are apart from their phrases of force.
func (s *Texts) alikeBut(a, b *act) float64 {
	but := func(ws []word) []word {
		out := slices.Clone(ws)
		for _, f := range s.forces(ws) {
			for i := range out {
				if out[i].from >= f.words[0].from && out[i].to <= f.words[len(f.words)-1].to {
					out[i].weight = 0
				}
			}
		}
		return out
	}
	x, y := but(a.body), but(b.body)
	return (held(x, bagOf(y)) + held(y, bagOf(x))) / 2
}

// forcesOnly are the phrases of force of an act that the linked clauses of the other
// text do not have. One that stands before a verb counts only where the other text
// has that verb, one that stands behind words only where it has them: "to consider
// increasing" softens "to increase", and "the harvest, as applicable," the harvest, but
// not what was never asked.
func (s *Texts) forcesOnly(a *act, there *document, linked []*resolution.Clause, bag map[string]bool) []force {
	return slices.DeleteFunc(s.forces(a.body), func(f force) bool {
		return there.saysIn(linked, f.words) || f.before && (f.next == nil || !s.inForm(f.next, bag)) || !f.before && !s.standsBeside(&f, bag)
	})
}

// standsBeside tells whether the other text has the word that a phrase of force stands
// behind, or, where it opens its act, the word before which it stands: in this form or
// another, but not as the noun of a verb.
func (s *Texts) standsBeside(f *force, bag map[string]bool) bool {
	w := f.behind
	if w == nil {
		w = f.next
	}
	if w == nil || w.weight == 0 || bag[w.key] {
		return true
	}
	for key := range bag {
		if s.Inflected(w.key, key) {
			return true
		}
	}
	return false
}

// force is a phrase that softens or hardens what is asked.
type force struct {
	words   []word
	softens bool
	modal   bool   // a verb: it says something only in the place of another ("may" for "shall")
	before  bool   // it stands before the verb that it softens
	ahead   string // the last word that carries something before it
	behind  *word  // that word; nil for none
	next    *word  // the word behind it; nil at the end
}

// instead tells whether one phrase stands in the place of another of its sort: the
// same word before both, or behind both.
func (f *force) instead(g *force) bool {
	samePlace := f.ahead != "" && f.ahead == g.ahead || f.next != nil && g.next != nil && f.next.weight > 0 && f.next.key == g.next.key
	return f.modal == g.modal && f.before == g.before && samePlace
}

// oneForm tells whether two phrases end in one word in two forms: "to consider",
// "considering".
func (l *language) oneForm(f, g *force) bool {
	return l.Inflected(f.words[len(f.words)-1].said, g.words[len(g.words)-1].said)
}

// forces are the phrases of force among words.
func (s *Texts) forces(ws []word) []force {
	var out []force
	for i := 0; i < len(ws); i++ {
		for _, role := range [...]lexicon.Class{softens, hedges, hardens, allows, obliges} {
			n := s.role(ws, i, role)
			if n == 0 {
				continue
			}
			f := force{words: ws[i : i+n], softens: role != hardens && role != obliges, modal: role == allows || role == obliges, before: role == hedges}
			if f.behind = lastCarrying(ws[:i]); f.behind != nil {
				f.ahead = f.behind.key
			}
			if i+n < len(ws) {
				f.next = &ws[i+n]
			}
			out = append(out, f)
			i += n - 1
			break
		}
	}
	return out
}

// lastCarrying is the last word that carries something; nil for none.
func lastCarrying(ws []word) *word {
	for i := len(ws) - 1; i >= 0; i-- {
		if ws[i].weight > 0 {
			return &ws[i]
		}
	}
	return nil
}

// forced is the fact that such a phrase came or went: what a softening one is
// put to is weaker, what it is taken from stronger, and the reverse.
func (s *Texts) forced(l *link, a *act, w force, d *document) Fact {
	f := s.fact(l, Weaker, Adds)
	if w.softens == d.old {
		f.Kind = Stronger
	}
	f.mass = leadMass
	at := place(a.passage, w.words)
	if d.old {
		f.Act, f.Was = Drops, at
	} else {
		f.Now = at
	}
	return f
}
