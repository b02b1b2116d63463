package align

// heap is a priority queue: what comes before all others is on top.
type heap[T ranked[T]] []T

// ranked is what knows which of two comes out first.
type ranked[T any] interface{ before(T) bool }

var (
	_ ranked[column] = column{}
	_ ranked[part]   = part{}
)

func (q *heap[T]) push(x T) {
	*q = append(*q, x)
	h := *q
	for i := len(h) - 1; i > 0; {
		up := (i - 1) / 2
		if !h[i].before(h[up]) {
			return
		}
		h[i], h[up] = h[up], h[i]
		i = up
	}
}

func (q *heap[T]) pop() T {
	h := *q
	top, last := h[0], len(h)-1
	h[0] = h[last]
	h = h[:last]
	*q = h
	for i := 0; ; {
		down := 2*i + 1
		if down >= last {
			return top
		}
		if down+1 < last && h[down+1].before(h[down]) {
			down++
		}
		if !h[down].before(h[i]) {
			return top
		}
		h[i], h[down] = h[down], h[i]
		i = down
	}
}
