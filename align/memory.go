package align

import "sync"

// memory is the scratch of one comparison. It is kept for the next one, since
// to ask for it anew and to clear it away cost a quarter of all time. Nothing
// in it points to a clause, and no link points into it.
type memory struct {
	ints   arena[int32]
	floats arena[float64]
	counts arena[count]
	slots  arena[entry]
	cands  arena[candidate]
	forms  arena[form]
}

var memories = sync.Pool{New: func() any { return &memory{} }}

// release gives the memory back; whoever took from it must be done.
func (m *memory) release() {
	m.ints.empty()
	m.floats.empty()
	m.counts.empty()
	m.slots.empty()
	m.cands.empty()
	m.forms.empty()
	memories.Put(m)
}

// arena hands out lists of cleared values from one large block.
type arena[T any] struct {
	block []T
	used  int // of the block
	asked int // in all, the block or not
}

// take gives a list of n cleared values.
func (a *arena[T]) take(n int) []T {
	a.asked += n
	if len(a.block)-a.used < n {
		return make([]T, n)
	}
	out := a.block[a.used : a.used+n : a.used+n]
	a.used += n
	clear(out)
	return out
}

// largestBlock is the most values that are kept: those of a text of some
// hundred clauses. What a longer one needs is a small part of its time.
const largestBlock = 1 << 17

// empty takes everything back and makes the block as large as was asked for.
func (a *arena[T]) empty() {
	if a.asked > len(a.block) && a.asked <= largestBlock {
		a.block = make([]T, a.asked)
	}
	a.used, a.asked = 0, 0
}
