package align

import (
	"cmp"
	"math/bits"
	"slices"

	"reprise/internal/lexicon"
)

// postings tells for every class which open clauses of the new text have it,
// and how often.
type postings struct {
	start []int32
	list  []count // class is the clause
}

func (p *postings) of(class int32) []count { return p.list[p.start[class]:p.start[class+1]] }

func (m *matcher) postings() *postings {
	p := &postings{start: m.x.mem.ints.take(len(m.x.common) + 2)}
	total := 0
	for j := range m.new.texts {
		for _, e := range m.new.texts[j].bag {
			p.start[e.class+2]++
		}
		total += len(m.new.texts[j].bag)
	}
	for c := 2; c < len(p.start); c++ {
		p.start[c] += p.start[c-1]
	}
	p.list = m.x.mem.counts.take(total)
	for j := range m.new.texts {
		for _, e := range m.new.texts[j].bag {
			p.list[p.start[e.class+1]] = count{int32(j), e.n}
			p.start[e.class+1]++
		}
	}
	return p
}

const (
	// A word that stands in more clauses of the new text than this tells none
	// of them apart; to follow it would cost the square of their number.
	maxPosting = 256
	// A clause keeps so many candidates. Real ones have four or five.
	maxRow = 24
)

// candidatesPerClause is how many to make room for; more cost time only.
const candidatesPerClause = 12

// proposal is the search for the candidates of one old clause after the other.
type proposal struct {
	*matcher
	postings *postings
	shared   []float64 // by new clause: matter shared, crowded words left out
	met      []uint64  // the new clauses that share any, a bit each
	rare     []float64 // by new clause: its matter, crowded words left out

	before, behind []int32 // by old clause: the nearest settled ones
}

// propose finds the candidates: open clauses that share enough.
func (m *matcher) propose() {
	m.meter = newMeter(m.t, m.x)
	p := &proposal{matcher: m, postings: m.postings(), shared: m.x.mem.floats.take(len(m.new.texts))}
	p.rare = m.x.mem.floats.take(len(m.new.texts))
	p.met = make([]uint64, len(m.new.texts)/64+1)
	p.cands = m.x.mem.cands.take(candidatesPerClause * len(m.old.texts))[:0]
	for j := range m.new.texts {
		p.rare[j], _ = p.rareMatter(&m.new.texts[j])
	}
	p.nearestSettled()
	for i := range m.old.texts {
		if !m.old.settled[i] {
			p.row(int32(i))
		}
	}
}

// rareMatter is the matter of a text without its crowded words; crowded tells
// whether it has any.
func (p *proposal) rareMatter(t *text) (matter float64, crowded bool) {
	for _, e := range t.bag {
		if len(p.postings.of(e.class)) > maxPosting {
			crowded = true
			continue
		}
		matter += float64(float64(e.n) * p.x.matter[e.class])
	}
	return matter, crowded
}

func (p *proposal) row(i int32) {
	start := len(p.cands)
	a := &p.old.texts[i]
	p.meet(a)
	p.meter.hold(a)
	rare, crowded := p.rareMatter(a)
	for n, some := range p.met {
		p.met[n] = 0
		for ; some != 0; some &= some - 1 {
			j := n*64 + bits.TrailingZeros64(some)
			shared := p.shared[j]
			p.shared[j] = 0
			if shared >= p.t.ShareOfLighter*min(rare, p.rare[j]) || 2*shared >= p.t.ShareOfBoth*(rare+p.rare[j]) {
				p.add(i, int32(j))
			}
		}
	}
	if crowded {
		p.byPlace(i, start)
	}
	p.trim(start)
}

// meet adds up what every new clause shares with a text.
func (p *proposal) meet(a *text) {
	for _, e := range a.bag {
		list := p.postings.of(e.class)
		if len(list) > maxPosting {
			continue
		}
		matter := p.x.matter[e.class]
		for _, q := range list {
			p.met[q.class/64] |= 1 << (q.class % 64)
			p.shared[q.class] += float64(matter * float64(min(q.n, e.n)))
		}
	}
}

// add measures a pair and makes it a candidate; the meter holds the old
// clause.
func (p *proposal) add(i, j int32) {
	if p.forbidden[[2]int32{i, j}] {
		return
	}
	l := p.meter.to(&p.new.texts[j])
	p.cands = append(p.cands, candidate{old: i, new: j, like: l, score: l.score(p.t)})
}

// byPlace adds the clauses at the place where an old clause is to be expected:
// of a thousand clauses that differ in a number only, nothing else tells.
func (p *proposal) byPlace(i int32, start int) {
	row := p.cands[start:]
	for _, at := range [...]int32{p.expected(i, -1), p.expected(i, 1)} {
		for j := at - 1; j <= at+1; j++ {
			known := slices.ContainsFunc(row, func(c candidate) bool { return c.new == j })
			if j >= 0 && int(j) < len(p.new.texts) && !p.new.settled[j] && !known {
				p.add(i, j)
				row = p.cands[start:]
			}
		}
	}
	slices.SortFunc(row, func(a, b candidate) int { return cmp.Compare(a.new, b.new) })
}

// expected is the place as far from the partner of the nearest settled clause,
// or from the edge of the text, as the clause is from that.
func (p *proposal) expected(i, step int32) int32 {
	n := p.before[i]
	if step > 0 {
		n = p.behind[i]
	}
	switch {
	case n >= 0 && n < int32(len(p.old.texts)):
		return p.old.partner[n] + i - n
	case step < 0:
		return i
	}
	return int32(len(p.new.texts)) - (n - i)
}

// nearestSettled notes for every old clause the nearest one before it and behind
// it that is settled and linked, or the places just outside the text.
func (p *proposal) nearestSettled() {
	n := int32(len(p.old.texts))
	p.before, p.behind = p.x.mem.ints.take(int(n)), p.x.mem.ints.take(int(n))
	last := int32(-1)
	for i := range n {
		if p.old.settled[i] && p.old.partner[i] != none {
			last = i
		}
		p.before[i] = last
	}
	last = n
	for i := n - 1; i >= 0; i-- {
		if p.old.settled[i] && p.old.partner[i] != none {
			last = i
		}
		p.behind[i] = last
	}
}

// proposeMore adds clauses that belong together whatever their words say:
// chapeaux whose points are linked or alike, and recallings of the other text.
func (m *matcher) proposeMore() {
	known := map[[2]int32]bool{}
	for _, c := range m.cands {
		if m.old.points(c.old) != nil || m.offices[0].of[c.old] == lexicon.Recalls {
			known[[2]int32{c.old, c.new}] = true
		}
	}
	before := len(m.cands)
	propose := func(i, j int32) {
		at := [2]int32{i, j}
		if m.old.settled[i] || m.new.settled[j] || known[at] || m.forbidden[at] {
			return
		}
		known[at] = true
		m.meter.hold(&m.old.texts[i])
		l := m.meter.to(&m.new.texts[j])
		m.cands = append(m.cands, candidate{old: i, new: j, like: l, score: l.score(m.t)})
	}
	m.chapeaux(propose)
	m.ownRecalls(propose)
	if len(m.cands) > before {
		slices.SortFunc(m.cands, func(a, b candidate) int {
			return cmp.Or(cmp.Compare(a.old, b.old), cmp.Compare(a.new, b.new))
		})
	}
}

// chapeaux calls f for the chapeaux of points that are linked or alike.
func (m *matcher) chapeaux(f func(i, j int32)) {
	above := func(i, j int32) {
		if p, q := m.old.parent[i], m.new.parent[j]; p != none && q != none {
			f(p, q)
		}
	}
	for i, j := range m.old.partner {
		if j != none {
			above(int32(i), j)
		}
	}
	for _, c := range m.cands {
		if c.score >= m.t.Threshold {
			above(c.old, c.new)
		}
	}
}

// index notes where the candidates of each clause stand.
func (m *matcher) index() {
	m.byOld = m.x.mem.ints.take(len(m.old.texts) + 1)
	m.byNew = make([][]int32, len(m.new.texts))
	each := m.x.mem.ints.take(len(m.new.texts))
	for n := range m.cands {
		m.byOld[m.cands[n].old+1] = int32(n + 1)
		each[m.cands[n].new]++
	}
	list := m.x.mem.ints.take(len(m.cands))
	for j, n := range each {
		m.byNew[j], list = list[:0:n], list[n:]
	}
	for n := range m.cands {
		j := m.cands[n].new
		m.byNew[j] = append(m.byNew[j], int32(n))
	}
	for i := 1; i < len(m.byOld); i++ {
		m.byOld[i] = max(m.byOld[i], m.byOld[i-1])
	}
}

// trim keeps the best candidates of a row, in their order.
func (m *matcher) trim(start int) {
	row := m.cands[start:]
	if len(row) <= maxRow {
		return
	}
	best := m.ranked[:0] // a candidate is nine times as long as what decides here
	for n := range row {
		best = append(best, standing{row[n].score, row[n].new})
	}
	m.ranked = best
	slices.SortFunc(best, standing.compare)
	least := best[maxRow-1]
	kept := start
	for n := range row {
		if least.compare(standing{row[n].score, row[n].new}) >= 0 {
			m.cands[kept] = row[n]
			kept++
		}
	}
	m.cands = m.cands[:kept]
}

// standing is what ranks the candidates of one clause.
type standing struct {
	score float64
	new   int32
}

// compare puts the likest first, of equals the first in the text.
func (s standing) compare(o standing) int {
	switch {
	case s.score > o.score:
		return -1
	case s.score < o.score:
		return 1
	}
	return int(s.new - o.new)
}
