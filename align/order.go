package align

import (
	"cmp"
	"slices"
)

// item is a link as a place on either side and a weight.
type item struct {
	old, new int32
	weight   float64
}

// heaviest marks a chain of items, increasing strictly on both sides, of the
// greatest weight; of chains of one weight always the same one. It costs
// n log n steps.
func heaviest(items []item) []bool {
	order := make([]int, len(items))
	for n := range order {
		order[n] = n
	}
	slices.SortFunc(order, func(a, b int) int {
		// equal places on the old side must not follow each other in a chain
		return cmp.Or(cmp.Compare(items[a].old, items[b].old), cmp.Compare(items[b].new, items[a].new), cmp.Compare(a, b))
	})
	limit := int32(0)
	for _, it := range items {
		limit = max(limit, it.new+1)
	}
	tree := newMaxTree(int(limit))
	before := make([]int, len(items))
	last, top := -1, 0.0
	for _, n := range order {
		weight, prev := tree.upTo(int(items[n].new))
		before[n] = prev
		weight += items[n].weight
		tree.raise(int(items[n].new), weight, n)
		if weight > top {
			top, last = weight, n
		}
	}
	keep := make([]bool, len(items))
	for n := last; n >= 0; n = before[n] {
		keep[n] = true
	}
	return keep
}

// maxTree is a Fenwick tree of greatest weights over prefixes.
type maxTree struct {
	weight []float64
	item   []int
}

func newMaxTree(n int) *maxTree {
	t := &maxTree{make([]float64, n+1), make([]int, n+1)}
	for i := range t.item {
		t.item[i] = -1
	}
	return t
}

// upTo is the greatest weight at places below n, and the item that has it.
func (t *maxTree) upTo(n int) (float64, int) {
	weight, at := 0.0, -1
	for i := n; i > 0; i -= i & -i {
		if t.weight[i] > weight {
			weight, at = t.weight[i], t.item[i]
		}
	}
	return weight, at
}

func (t *maxTree) raise(place int, weight float64, item int) {
	for i := place + 1; i < len(t.weight); i += i & -i {
		if weight > t.weight[i] {
			t.weight[i], t.item[i] = weight, item
		}
	}
}
