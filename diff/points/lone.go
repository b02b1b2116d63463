package points

import "slices"

// lone is a clause without a partner, and the place of its change.
type lone struct {
	*passage
	at int
}

// lones are clauses of one text without a partner, in the order of their changes.
type lones struct {
	all    []lone
	byWord map[string][]int // places in all; nil where they are few
}

// Up to so many clauses without a partner all are looked at; of more, those that
// share a word which no more than maxHolders of them have. No adopted text has a
// tenth of that; each against each of forty thousand would take minutes.
const (
	fewLones   = 1_000
	maxHolders = 64
)

// lonesOf are the clauses of one of the texts that stand alone in their changes.
func (s *Texts) lonesOf(changes []Change, d *document) lones {
	var out lones
	for i, ch := range changes {
		if p := s.lone(ch, d); p != nil {
			out.all = append(out.all, lone{p, i})
		}
	}
	if len(out.all) > fewLones {
		out.byWord = map[string][]int{}
		for i, l := range out.all {
			for word := range l.bag {
				out.byWord[word] = append(out.byWord[word], i)
			}
		}
	}
	return out
}

// near gives those that may be a clause written anew, in order.
func (l lones) near(p *passage) []lone {
	if l.byWord == nil {
		return l.all
	}
	var at []int
	for word := range p.bag {
		if holders := l.byWord[word]; len(holders) <= maxHolders {
			at = append(at, holders...)
		}
	}
	slices.Sort(at)
	var out []lone
	for _, i := range slices.Compact(at) {
		out = append(out, l.all[i])
	}
	return out
}
