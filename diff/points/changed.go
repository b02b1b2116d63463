package points

import (
	"cmp"
	"slices"

	"reprise/internal/token"
	"reprise/resolution"
)

// link is a change with what both texts say in it.
type link struct {
	Change
	old, new       []*passage
	oldBag, newBag map[string]bool
	linked         *link // that of which it tells some clauses only; nil for all of them
}

// of is the link as facts of two of its acts tell it: of a clause that was split
// nothing is said of the half in which they do not stand. Nil for an act of all clauses
// of that side.
func (l *link) of(a, b *act) *link {
	part := *l
	part.linked = l
	if a != nil {
		part.Old = []*resolution.Clause{a.passage.clause}
	}
	if b != nil {
		part.New = []*resolution.Clause{b.passage.clause}
	}
	return &part
}

// whole is the link with all its clauses.
func (l *link) whole() *link {
	if l.linked != nil {
		return l.linked
	}
	return l
}

// sameAct is how alike two acts must be, in the weight of what both say, to be
// one act that was reworded. Below it, one came and the other went. (Test: a
// lead is compared with the lead that took its object.)
const sameAct = 0.4

// changed are the facts of clauses that have a partner.
func (s *Texts) changed(l *link) []Fact {
	pairs, gone, came := s.pairActs(actsOf(l.old), actsOf(l.new))
	var out []Fact
	out = append(out, s.parts(l)...)
	for _, p := range pairs {
		out = append(out, s.within(l.of(p[0], p[1]), p[0], p[1])...)
	}
	if len(pairs) == 0 && s.related(l) {
		return append(out, s.rewritten(l)...)
	}
	if len(pairs) == 0 {
		for _, p := range l.old {
			out = append(out, s.whole(s.old, s.new, p)...)
		}
		for _, p := range l.new {
			out = append(out, s.whole(s.new, s.old, p)...)
		}
		return out
	}
	for _, a := range came {
		out = append(out, s.further(l.of(nil, a), a, s.new, s.old, l.oldBag)...)
	}
	for _, a := range gone {
		out = append(out, s.further(l.of(a, nil), a, s.old, s.new, l.newBag)...)
	}
	return out
}

func actsOf(ps []*passage) []*act {
	var out []*act
	for _, p := range ps {
		for i := range p.acts {
			if len(p.acts[i].words) > 0 {
				out = append(out, &p.acts[i])
			}
		}
	}
	return out
}

// sameLead is the like for acts under one lead: they share less where the subject
// changed ("Welcomes the reports on wicks", "on lamps").
const sameLead = 0.15

// otherLead is the like for acts under other leads that open with other words: an
// ask of one body is not the ask of another.
const otherLead = 0.6

// askedOn is the like for an act that asks and one that does not, which welcomes what was
// asked at most. (Test: an ask that went, and a welcome that came.)
const askedOn = 0.6

// askedBoth is the share that each must hold of the other then: a short welcome is made
// of words that a long ask has, too.
const askedBoth = 0.4

// pairActs pairs the acts that say most of the same, the most alike first, and
// lists the others.
func (s *Texts) pairActs(old, new []*act) (pairs [][2]*act, gone, came []*act) {
	type candidate struct {
		o, n int
		like float64
	}
	var all []candidate
	for o := range old {
		for n := range new {
			least := sameAct
			switch {
			case sameOpening(old[o], new[n]):
				least = sameLead
			case old[o].lead.Base == "" || new[n].lead.Base == "":
			case old[o].lead.Base == new[n].lead.Base:
				least = sameLead
			case !sameObject(old[o], new[n]):
				least = otherLead
			}
			if old[o].asks != new[n].asks {
				least = max(least, askedOn)
			}
			if old[o].asks != new[n].asks && bothHold(old[o], new[n]) < askedBoth {
				continue
			}
			like := alike(old[o], new[n])
			if s.citeOne(old[o], new[n]) {
				like = max(like, least)
			}
			if like >= least {
				all = append(all, candidate{o, n, like})
			}
		}
	}
	slices.SortStableFunc(all, func(a, b candidate) int { return cmp.Compare(b.like, a.like) })
	oldDone, newDone := make([]bool, len(old)), make([]bool, len(new))
	for _, c := range all {
		if !oldDone[c.o] && !newDone[c.n] {
			oldDone[c.o], newDone[c.n] = true, true
			pairs = append(pairs, [2]*act{old[c.o], new[c.n]})
		}
	}
	for o, done := range oldDone {
		if !done {
			gone = append(gone, old[o])
		}
	}
	for n, done := range newDone {
		if !done {
			came = append(came, new[n])
		}
	}
	return pairs, gone, came
}

// citeOne tells whether two acts under verbs that say the same and ask nothing cite one
// document: what is noted of it goes on, in whatever words.
func (s *Texts) citeOne(a, b *act) bool {
	if a.asks || b.asks || a.lead.Base != b.lead.Base && !s.Neutral(a.lead.Base, b.lead.Base) {
		return false
	}
	return slices.ContainsFunc(a.body, func(w word) bool {
		return w.kind == token.Citation && slices.ContainsFunc(b.body, func(o word) bool { return o.kind == token.Citation && o.key == w.key })
	})
}

// alike is the weight of the words that two acts share behind their leads, as a
// share of the lighter one's and the heavier one's in the mean.
func alike(a, b *act) float64 {
	if none := mass(a.body) == 0; none != (mass(b.body) == 0) {
		return 0
	}
	return (b.holds(a) + a.holds(b)) / 2
}

// bothHold is the share of either act, by weight, that the other has at least.
func bothHold(a, b *act) float64 {
	return min(b.holds(a), a.holds(b))
}

func (s *Texts) fact(l *link, k Kind, act Act) Fact {
	return Fact{Kind: k, Act: act, Old: l.Old, New: l.New}
}

// rewrittenShare is how alike two acts must be for a clause to be one that was written
// anew. Below it, whatever links the clauses, one went and another came to its place.
// (Test: two recitals of which only the first words are alike.)
const rewrittenShare = 0.35

// rewrittenLeast is the share of the longer one that the shorter one holds, at least: a
// point of a list is not the paragraph that named its matter.
const rewrittenLeast = 0.2

// related tells whether an act of the old clauses says something of what one of the new
// ones says.
func (s *Texts) related(l *link) bool {
	for _, a := range actsOf(l.old) {
		for _, b := range actsOf(l.new) {
			if (a.asks == b.asks || sameObject(a, b)) && alike(a, b) >= rewrittenShare && bothHold(a, b) >= rewrittenLeast {
				return true
			}
		}
	}
	return false
}

// rewritten is the fact of a clause of which no act goes on.
func (s *Texts) rewritten(l *link) []Fact {
	o, n := &l.old[0].acts[0], &l.new[0].acts[0]
	f := s.fact(l, s.kindOf(n, false), Rewritten)
	f.Was, f.Now = place(o.passage, o.words), place(n.passage, n.words)
	f.mass = mass(l.old[0].words) + mass(l.new[0].words)
	return []Fact{f}
}

// parts is the fact of clauses that went from arguing to asking or back.
func (s *Texts) parts(l *link) []Fact {
	allIn := func(clauses []*resolution.Clause, part resolution.Part) bool {
		return !slices.ContainsFunc(clauses, func(c *resolution.Clause) bool { return c.Part != part })
	}
	var f Fact
	switch o, n := &l.old[0].acts[0], &l.new[0].acts[0]; {
	case alike(o, n) < sameThing:
		return nil
	case allIn(l.Old, resolution.Operative) && allIn(l.New, resolution.Preamble):
		f = s.fact(l, Weaker, Lowered)
	case allIn(l.Old, resolution.Preamble) && allIn(l.New, resolution.Operative):
		f = s.fact(l, Stronger, Raised)
	default:
		return nil
	}
	f.mass = leadMass
	return []Fact{f}
}

// within are the facts of an act that goes on.
func (s *Texts) within(l *link, a, b *act) []Fact {
	var out []Fact
	out = append(out, s.verb(l, a, b)...)
	out = append(out, s.moved(l, a, b)...)
	out = append(out, s.timings(l, a, b)...)
	out = append(out, s.amounts(l, a, b)...)
	return append(out, s.wordings(l, a, b)...)
}

// leadMass is the weight of another verb: as much as a phrase of five words.
const leadMass = 20

// sameThing is how alike two acts must be for their numbers to count one thing ("an
// additional amount" is no "unencumbered balance"), for their verbs to be those of
// one act, and for one to be the other in another part.
const sameThing = 0.5
