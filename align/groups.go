package align

import (
	"cmp"
	"slices"
)

// groups finds splits, merges and rearrangements: passages that a link does
// not explain and that stand in a clause of the other side.
//
// A passage is measured by the pairs of neighbouring words and by the words
// that both clauses have over and above what their partners explain, as a
// share of the clause that it makes up more of.
func (m *matcher) groups() {
	m.oldMates, m.newMates = mates(m.old), mates(m.new)
	for _, p := range m.pinnedMates {
		if m.old.partner[p[0]] != p[1] {
			m.oldMates[p[0]] = append(m.oldMates[p[0]], p[1])
			m.newMates[p[1]] = append(m.newMates[p[1]], p[0])
		}
	}
	m.loosen()
	for {
		best, at := passage{}, -1
		for n := range m.cands {
			p, ok := m.passage(n)
			if ok && (at < 0 || p.score > best.score) {
				best, at = p, n
			}
		}
		if at < 0 {
			return
		}
		c := &m.cands[at]
		c.passage = best.score
		m.oldMates[c.old] = append(m.oldMates[c.old], c.new)
		m.newMates[c.new] = append(m.newMates[c.new], c.old)
	}
}

func mates(b *body) [][]int32 {
	out := make([][]int32, len(b.texts))
	for i, p := range b.partner {
		if p != none {
			out[i] = []int32{p}
		}
	}
	return out
}

// loosen parts weak links of which a clause is better explained as a passage
// of another.
func (m *matcher) loosen() {
	var weak []int
	for n := range m.cands {
		c := &m.cands[n]
		if m.old.partner[c.old] == c.new && !m.old.settled[c.old] && c.total < m.k.FragLoose {
			weak = append(weak, n)
		}
	}
	slices.SortFunc(weak, func(a, b int) int {
		return cmp.Or(cmp.Compare(m.cands[a].total, m.cands[b].total), cmp.Compare(a, b))
	})
	for _, n := range weak {
		c := &m.cands[n]
		m.oldMates[c.old], m.newMates[c.new] = nil, nil
		if max(m.bestPassage(m.ofOld(c.old)), m.bestPassage(m.byNew[c.new])) >= m.k.FragFar {
			m.old.partner[c.old], m.new.partner[c.new] = none, none
			continue
		}
		m.oldMates[c.old], m.newMates[c.new] = []int32{c.new}, []int32{c.old}
	}
}

func (m *matcher) ofOld(i int32) []int32 {
	var out []int32
	for n := m.byOld[i]; n < m.byOld[i+1]; n++ {
		out = append(out, n)
	}
	return out
}

func (m *matcher) bestPassage(cands []int32) float64 {
	best := 0.0
	for _, n := range cands {
		if p, ok := m.passage(int(n)); ok {
			best = max(best, p.score)
		}
	}
	return best
}

type passage struct {
	score float64
	mass  float64
}

// passage measures what a candidate's clauses share beyond their links; ok
// tells whether it is enough to group them.
func (m *matcher) passage(n int) (passage, bool) {
	c := &m.cands[n]
	i, j := c.old, c.new
	olds, news := m.oldMates[i], m.newMates[j]
	if len(olds) == 0 && len(news) == 0 || slices.Contains(olds, j) {
		return passage{}, false
	}
	a, b := &m.old.texts[i], &m.new.texts[j]
	if a.runs == 0 || b.runs == 0 {
		return passage{}, false
	}
	runs := m.rest(a.pairs, b.pairs, olds, news, true)
	matter := m.rest(a.bag, b.bag, olds, news, false)
	p := passage{mass: runs}
	p.score = max(runs/a.once+matter/a.matter, runs/b.once+matter/b.matter) / 2
	if runs < m.k.FragMin {
		return p, false
	}
	if len(olds) > 0 && len(news) > 0 {
		return p, p.score >= m.k.FragBoth && runs >= m.k.FragMass
	}
	return p, p.score >= m.k.FragNear
}

func (m *matcher) rest(a, b []count, olds, news []int32, pairs bool) float64 {
	sum := 0.0
	for _, e := range a {
		other := find(b, e.class)
		if other == 0 {
			continue
		}
		n := e.n
		for _, j := range olds {
			n -= find(bagAt(&m.new.texts[j], pairs), e.class)
		}
		for _, i := range news {
			other -= find(bagAt(&m.old.texts[i], pairs), e.class)
		}
		if n = min(n, other); n > 0 {
			w := m.x.matter
			if pairs {
				w = m.x.onceOf
			}
			sum += float64(n) * w[e.class]
		}
	}
	return sum
}

func bagAt(t *text, pairs bool) []count {
	if pairs {
		return t.pairs
	}
	return t.bag
}

func find(bag []count, class int32) int32 {
	for _, e := range bag {
		if e.class == class {
			return e.n
		}
	}
	return 0
}
