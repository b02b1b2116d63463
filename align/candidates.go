package align

import (
	"cmp"
	"slices"
)

const (
	maxPosting = 256
	maxRow     = 24
)

// postings tells for every class which open clauses of the new text have it,
// and how often.
type postings struct {
	start []int32
	list  []count // class is the clause
}

func (p *postings) of(class int32) []count { return p.list[p.start[class]:p.start[class+1]] }

func (m *matcher) postings() *postings {
	p := &postings{start: make([]int32, len(m.x.common)+2)}
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
	p.list = make([]count, total)
	for j := range m.new.texts {
		for _, e := range m.new.texts[j].bag {
			p.list[p.start[e.class+1]] = count{int32(j), e.n}
			p.start[e.class+1]++
		}
	}
	return p
}

// propose finds the candidates: open clauses that share enough.
func (m *matcher) propose() {
	postings := m.postings()
	m.meter = newMeter(m.t, m.x)
	acc := make([]float64, len(m.new.texts))
	var touched []int32
	for i := range m.old.texts {
		start := len(m.cands)
		a := &m.old.texts[i]
		if m.old.settled[i] {
			continue
		}
		touched = touched[:0]
		for _, e := range a.bag {
			list := postings.of(e.class)
			if len(list) > maxPosting {
				continue
			}
			w := m.x.matter[e.class]
			for _, p := range list {
				if acc[p.class] == 0 {
					touched = append(touched, p.class)
				}
				acc[p.class] += w * float64(min(p.n, e.n))
			}
		}
		slices.Sort(touched)
		m.meter.hold(a)
		for _, j := range touched {
			shared := acc[j]
			acc[j] = 0
			b := &m.new.texts[j]
			if m.forbidden[[2]int32{int32(i), j}] {
				continue
			}
			if shared < m.t.ShareOfLighter*min(a.matter, b.matter) && 2*shared < m.t.ShareOfBoth*(a.matter+b.matter) {
				continue
			}
			l := m.meter.to(b)
			m.cands = append(m.cands, candidate{old: int32(i), new: j, like: l, score: l.score(m.t)})
		}
		m.trim(start)
	}
}

// proposeChapeaux adds clauses whose points are linked or alike, whatever the
// two chapeaux say.
func (m *matcher) proposeChapeaux() {
	known := map[[2]int32]bool{}
	propose := func(i, j int32) {
		p, q := m.old.parent[i], m.new.parent[j]
		at := [2]int32{p, q}
		if p == none || q == none || m.old.settled[p] || m.new.settled[q] || known[at] || m.forbidden[at] {
			return
		}
		known[at] = true
		if !slices.ContainsFunc(m.cands, func(c candidate) bool { return c.old == p && c.new == q }) {
			m.meter.hold(&m.old.texts[p])
			l := m.meter.to(&m.new.texts[q])
			m.cands = append(m.cands, candidate{old: p, new: q, like: l, score: l.score(m.t)})
		}
	}
	for i, j := range m.old.partner {
		if j != none {
			propose(int32(i), j)
		}
	}
	for _, c := range m.cands {
		if c.score >= m.t.Threshold {
			propose(c.old, c.new)
		}
	}
	if len(known) > 0 {
		slices.SortFunc(m.cands, func(a, b candidate) int {
			return cmp.Or(cmp.Compare(a.old, b.old), cmp.Compare(a.new, b.new))
		})
	}
}

// index notes where the candidates of each clause stand.
func (m *matcher) index() {
	m.byOld = make([]int32, len(m.old.texts)+1)
	m.byNew = make([][]int32, len(m.new.texts))
	for n, c := range m.cands {
		m.byOld[c.old+1] = int32(n + 1)
		m.byNew[c.new] = append(m.byNew[c.new], int32(n))
	}
	for i := 1; i < len(m.byOld); i++ {
		m.byOld[i] = max(m.byOld[i], m.byOld[i-1])
	}
}

// trim keeps the best candidates of a row.
func (m *matcher) trim(start int) {
	row := m.cands[start:]
	if len(row) <= maxRow {
		return
	}
	slices.SortFunc(row, func(a, b candidate) int {
		return cmp.Or(cmp.Compare(b.score, a.score), cmp.Compare(a.new, b.new))
	})
	m.cands = m.cands[:start+maxRow]
	row = m.cands[start:]
	slices.SortFunc(row, func(a, b candidate) int { return cmp.Compare(a.new, b.new) })
}
