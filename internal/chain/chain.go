// Package chain finds what stays in order between two sequences: of pairs of
// places, the heaviest chain that goes on in both. What is left out has moved.
//
// Its main call is Heaviest. It knows nothing of what stands at the places.
package chain

import (
	"cmp"
	"slices"
)

// Pair is a place in the old sequence and one in the new, both from 0, and what
// it weighs to keep them in order, 0 or more.
type Pair struct {
	Old, New int32
	Weight   float64
}

// Step is how a chain goes on from one pair to the next.
type Step int

// The steps.
const (
	Rising       Step = iota // either place is greater than the one before
	NeverFalling             // either place is as great or greater
)

// Heaviest marks the pairs of a chain of the greatest weight. Of chains of one
// weight it always takes the same one. It costs n log n steps.
func Heaviest(pairs []Pair, step Step) []bool {
	tree := newMaxima(pairs)
	before := make([]int, len(pairs)) // by pair: the one before it in its best chain, or -1
	last, most := -1, -1.0
	for _, n := range inOrder(pairs, step) {
		below := int(pairs[n].New)
		if step == NeverFalling {
			below++
		}
		weight, prev := tree.below(below)
		before[n] = prev
		weight += pairs[n].Weight
		tree.raise(int(pairs[n].New), weight, n)
		if weight > most {
			most, last = weight, n
		}
	}
	keep := make([]bool, len(pairs))
	for n := last; n >= 0; n = before[n] {
		keep[n] = true
	}
	return keep
}

// inOrder lists the pairs in the order in which they can follow each other. Of
// pairs that share an old place a rising chain must meet the later new one
// first, so that it takes one of them only.
func inOrder(pairs []Pair, step Step) []int {
	order := make([]int, len(pairs))
	for n := range order {
		order[n] = n
	}
	slices.SortFunc(order, func(a, b int) int {
		byNew := cmp.Compare(pairs[a].New, pairs[b].New)
		if step == Rising {
			byNew = -byNew
		}
		return cmp.Or(cmp.Compare(pairs[a].Old, pairs[b].Old), byNew, cmp.Compare(a, b))
	})
	return order
}

// maxima is a Fenwick tree: the greatest weight of a chain that ends below a
// new place, and the pair that it ends with.
type maxima struct {
	weight []float64
	pair   []int // -1 for none
}

func newMaxima(pairs []Pair) *maxima {
	places := int32(0)
	for _, p := range pairs {
		places = max(places, p.New+1)
	}
	t := &maxima{make([]float64, places+1), make([]int, places+1)}
	for i := range t.pair {
		t.pair[i] = -1
	}
	return t
}

// below is the greatest weight at new places below n and the pair that has it;
// 0 and -1 where there is none.
func (t *maxima) below(n int) (weight float64, pair int) {
	pair = -1
	for i := n; i > 0; i -= i & -i {
		if t.pair[i] >= 0 && (pair < 0 || t.weight[i] > weight) {
			weight, pair = t.weight[i], t.pair[i]
		}
	}
	return weight, pair
}

// raise notes a chain that ends at a new place.
func (t *maxima) raise(place int, weight float64, pair int) {
	for i := place + 1; i < len(t.weight); i += i & -i {
		if t.pair[i] < 0 || weight > t.weight[i] {
			t.weight[i], t.pair[i] = weight, pair
		}
	}
}
