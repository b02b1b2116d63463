package points

import (
	"cmp"
	"slices"
)

// Two clauses without a partner that open alike, or share this much of the weight of
// their words in the mean, are one clause to a reader, whatever the alignment found:
// neither came nor went. (Test: a recital of which the end changed.)
const (
	reunitedShare = 0.5
	openedShare   = 0.3 // where they open alike, or both make a mandate
)

// reunited makes one change of two that are no more than one clause written anew.
func (s *Texts) reunited(changes []Change) []Change {
	type pair struct {
		old, new int
		like     float64
	}
	changes = s.loosened(changes)
	var pairs []pair
	came := s.lonesOf(changes, s.new)
	for _, o := range s.lonesOf(changes, s.old).all {
		for _, n := range came.near(o.passage) {
			if n.clause.Part != o.clause.Part {
				continue
			}
			like := (held(o.words, n.bag) + held(n.words, o.bag)) / 2
			if like >= reunitedShare || like >= openedShare && (opensAlike(o.passage, n.passage) || s.bothMandate(o.passage, n.passage)) {
				pairs = append(pairs, pair{o.at, n.at, like})
			}
		}
	}
	slices.SortStableFunc(pairs, func(a, b pair) int { return cmp.Compare(b.like, a.like) })
	out := changes
	done := map[int]bool{}
	for _, p := range pairs {
		if done[p.old] || done[p.new] {
			continue
		}
		done[p.old], done[p.new] = true, true
		out[p.new].Old, out[p.new].Uncertain = out[p.old].Old, true
		out[p.old].Old = nil
	}
	return out
}

// loosened parts links of a clause that makes a mandate with one that makes none:
// they share the name of a body, not what is done.
func (s *Texts) loosened(changes []Change) []Change {
	var out []Change
	for _, ch := range changes {
		if len(ch.Old) == 1 && len(ch.New) == 1 && s.makesMandate(s.old.of[ch.Old[0]]) != s.makesMandate(s.new.of[ch.New[0]]) &&
			ch.Old[0].Part != ch.New[0].Part {
			gone, came := ch, ch
			gone.New, came.Old = nil, nil
			out = append(out, gone, came)
			continue
		}
		out = append(out, ch)
	}
	return out
}

func (s *Texts) makesMandate(p *passage) bool {
	return len(p.words) > 0 && s.kindOf(s.chief(p.acts), false) == Mandate
}

// bothMandate tells whether two clauses make, extend or end a mandate.
func (s *Texts) bothMandate(a, b *passage) bool {
	return s.makesMandate(a) && s.makesMandate(b)
}

// opensAlike tells whether the first words of either clause stand among the first of
// the other, nearly all.
func opensAlike(a, b *passage) bool {
	const first, among, nearly = 14, 24, 0.7 // words; words; share
	in := func(x, y *passage) bool {
		return heldWords(x.words[:min(first, len(x.words))], bagOf(y.words[:min(among, len(y.words))])) >= nearly
	}
	return in(a, b) && in(b, a)
}

// lone is the clause of a change that has it alone, in one of the texts; nil for any
// other change.
func (s *Texts) lone(ch Change, d *document) *passage {
	mine, others := ch.New, ch.Old
	if d.old {
		mine, others = others, mine
	}
	if len(mine) != 1 || len(others) > 0 || len(d.of[mine[0]].words) == 0 {
		return nil
	}
	return d.of[mine[0]]
}
