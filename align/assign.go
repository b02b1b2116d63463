package align

// assign chooses the links whose log odds above nothing add up to the most, each
// clause in one at most: the likeliest of all choices of links.
//
// Every row takes what it gains most by, as long as that is free; the others
// are added one by one along the shortest augmenting path (Jonker and
// Volgenant's method on sparse rows); every row has a place of its own at cost
// nothing, which is to stay alone. Log odds are whole numbers, so no
// rounding can decide.
func (m *matcher) assign() {
	a := &assignment{
		byOld: m.byOld,
		cands: m.cands,
		gain:  make([]int64, len(m.cands)),
		rowOf: make([]int32, len(m.new.texts)+len(m.old.texts)),
		colOf: make([]int32, len(m.old.texts)),
		price: make([]int64, len(m.new.texts)+len(m.old.texts)),
		news:  len(m.new.texts),
	}
	for n := range m.cands {
		a.gain[n] = int64(m.cands[n].odds)
	}
	a.solve()
	for i, n := range a.colOf {
		if n >= 0 && n < int32(a.news) {
			m.join(int32(i), n)
		}
	}
}

type assignment struct {
	byOld []int32
	cands []candidate
	gain  []int64
	rowOf []int32 // by column: its row, or none
	colOf []int32 // by row: its column; news+row is to stay alone
	price []int64 // by column
	news  int
	dist  []int64
	from  []int32 // by column: the row that reached it
	state []uint8 // by column: 0 unseen, 1 reached, 2 done
	queue heap[column]
}

func (a *assignment) solve() {
	n := len(a.rowOf)
	a.dist, a.from, a.state = make([]int64, n), make([]int32, n), make([]uint8, n)
	for c := range a.rowOf {
		a.rowOf[c] = none
	}
	for r := range a.colOf {
		a.colOf[r] = none
	}
	for r := range a.colOf {
		a.takeBest(int32(r))
	}
	for r := range a.colOf {
		if a.colOf[r] == none && a.byOld[r] != a.byOld[r+1] {
			a.augment(int32(r))
		}
	}
}

// takeBest gives a row the column that it gains most by, if that is free. At
// prices of nothing that is right until another row asks for it.
func (a *assignment) takeBest(r int32) {
	best, gain := int32(a.news)+r, int64(0)
	for n := a.byOld[r]; n < a.byOld[r+1]; n++ {
		if a.gain[n] > gain {
			best, gain = a.cands[n].new, a.gain[n]
		}
	}
	if a.rowOf[best] == none {
		a.rowOf[best], a.colOf[r] = r, best
	}
}

// augment finds the cheapest way to give the row a column, moving others.
func (a *assignment) augment(row int32) {
	a.queue = a.queue[:0]
	var touched []int32
	r, base := row, int64(0)
	end := none
	for end == none {
		own := a.slack(r)
		touched = a.relax(r, base-own, touched)
		at := a.queue.pop()
		for a.state[at.id] == 2 {
			at = a.queue.pop()
		}
		a.state[at.id] = 2
		base = at.dist
		if a.rowOf[at.id] == none {
			end = at.id
		} else {
			r = a.rowOf[at.id]
		}
	}
	for _, c := range touched {
		if a.state[c] == 2 && c != end {
			a.price[c] += a.dist[c] - base
		}
	}
	a.flip(row, end)
	for _, c := range touched {
		a.state[c] = 0
	}
}

// slack is the reduced cost of a row's present column.
func (a *assignment) slack(r int32) int64 {
	c := a.colOf[r]
	if c == none {
		return 0
	}
	return a.cost(r, c) - a.price[c]
}

func (a *assignment) cost(r, c int32) int64 {
	if c >= int32(a.news) {
		return 0
	}
	for n := a.byOld[r]; n < a.byOld[r+1]; n++ {
		if a.cands[n].new == c {
			return -a.gain[n]
		}
	}
	return 0
}

func (a *assignment) relax(r int32, base int64, touched []int32) []int32 {
	for n := a.byOld[r]; n < a.byOld[r+1]; n++ {
		if a.gain[n] > 0 {
			touched = a.reach(a.cands[n].new, base-a.gain[n], r, touched)
		}
	}
	return a.reach(int32(a.news)+r, base, r, touched)
}

func (a *assignment) reach(c int32, cost int64, r int32, touched []int32) []int32 {
	d := cost - a.price[c]
	if a.state[c] == 2 || a.state[c] == 1 && a.dist[c] <= d {
		return touched
	}
	if a.state[c] == 0 {
		touched = append(touched, c)
	}
	a.state[c], a.dist[c], a.from[c] = 1, d, r
	a.queue.push(column{d, c})
	return touched
}

func (a *assignment) flip(row, end int32) {
	for c := end; ; {
		r := a.from[c]
		c, a.colOf[r], a.rowOf[c] = a.colOf[r], c, r
		if r == row {
			return
		}
	}
}

type column struct {
	dist int64
	id   int32
}

// before puts the nearest column first, of equals the first.
func (c column) before(o column) bool { return c.dist < o.dist || c.dist == o.dist && c.id < o.id }
