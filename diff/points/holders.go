package points

import "slices"

// holders are the places of the clauses that have a word, among many; nil among
// few, where all are looked at.
type holders map[string][]int

// Up to so many clauses all are looked at; of more, those that share a word which no
// more than maxHolders of them have. No adopted text has so many; each against each
// of forty thousand would take minutes.
const (
	fewClauses = 1_000
	maxHolders = 64
)

// holdersOf notes which of n clauses have which words.
func holdersOf(n int, of func(i int) *passage) holders {
	if n <= fewClauses {
		return nil
	}
	h := holders{}
	for i := range n {
		for word := range of(i).bag {
			h[word] = append(h[word], i)
		}
	}
	return h
}

// near are the places of the clauses that share a rare word with these, in order.
func (h holders) near(ws []word) []int {
	var at []int
	for _, w := range ws {
		if places := h[w.key]; len(places) <= maxHolders {
			at = append(at, places...)
		}
	}
	slices.Sort(at)
	return slices.Compact(at)
}

// withAll are the places of clauses among which are all that have all these words;
// false where any may: the words are too small to be noted.
func (h holders) withAll(ws []word) (places []int, ok bool) {
	for _, w := range ws {
		if w.weight > 0 && (!ok || len(h[w.key]) < len(places)) {
			places, ok = h[w.key], true
		}
	}
	return places, ok
}

// near are the clauses of the text that most of these words may stand in.
func (d *document) near(ws []word) []*passage {
	if d.holders == nil {
		return d.passages
	}
	return d.at(d.holders.near(ws))
}

// withAll are clauses of the text, among them all that have all these words.
func (d *document) withAll(ws []word) []*passage {
	if d.holders != nil {
		if places, ok := d.holders.withAll(ws); ok {
			return d.at(places)
		}
	}
	return d.passages
}

func (d *document) at(places []int) []*passage {
	out := make([]*passage, len(places))
	for i, at := range places {
		out[i] = d.passages[at]
	}
	return out
}
