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
	open := m.passages()
	m.loosen()
	for n := range open {
		open[n].passage, open[n].ok = m.passage(open[n].cand)
	}
	for {
		at := -1
		for n, o := range open {
			if o.ok && (at < 0 || o.score > open[at].score) {
				at = n
			}
		}
		if at < 0 {
			return
		}
		c := &m.cands[open[at].cand]
		c.passage = open[at].score
		m.oldMates[c.old] = append(m.oldMates[c.old], c.new)
		m.newMates[c.new] = append(m.newMates[c.new], c.old)
		for n, o := range open {
			if near := &m.cands[o.cand]; near.old == c.old || near.new == c.new {
				open[n].passage, open[n].ok = m.passage(o.cand)
			}
		}
	}
}

// openPassage is a candidate that may be a passage.
type openPassage struct {
	passage
	cand int
	ok   bool
}

// passages lists the candidates that share enough for a passage, whatever
// their partners explain.
func (m *matcher) passages() []openPassage {
	var open []openPassage
	for n := range m.cands {
		if m.cands[n].like.passage >= min(m.t.PassageAlone, m.t.PassageLinked) {
			open = append(open, openPassage{cand: n})
		}
	}
	return open
}

func mates(b *body) [][]int32 {
	out := make([][]int32, len(b.texts))
	for i, p := range b.partner {
		if p != none {
			out[i] = b.partner[i : i+1 : i+1]
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
		if m.old.partner[c.old] == c.new && !m.old.settled[c.old] && c.total < m.t.WeakLink {
			weak = append(weak, n)
		}
	}
	slices.SortFunc(weak, func(a, b int) int {
		return cmp.Or(cmp.Compare(m.cands[a].total, m.cands[b].total), cmp.Compare(a, b))
	})
	for _, n := range weak {
		c := &m.cands[n]
		m.oldMates[c.old], m.newMates[c.new] = nil, nil
		if max(m.bestPassage(m.ofOld(c.old)), m.bestPassage(m.byNew[c.new])) >= m.t.PassageStrong {
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

// passage is what two clauses share beyond their links.
type passage struct {
	score float64 // share of the clause that it makes up more of, 0 to 1
}

// passage measures what a candidate's clauses share beyond their links; ok
// tells whether it is enough to group them.
func (m *matcher) passage(n int) (passage, bool) {
	c := &m.cands[n]
	i, j := c.old, c.new
	olds, news := m.oldMates[i], m.newMates[j]
	if len(olds) == 0 && len(news) == 0 || c.like.passage < min(m.t.PassageAlone, m.t.PassageLinked) || slices.Contains(olds, j) {
		return passage{}, false
	}
	a, b := &m.old.texts[i], &m.new.texts[j]
	if a.runs == 0 || b.runs == 0 {
		return passage{}, false
	}
	matter := m.unexplained(c, func(t *text) []count { return t.bag }, m.x.matter)
	runs := m.unexplained(c, func(t *text) []count { return t.pairs }, m.x.onceOf)
	p := passage{score: max(runs/a.once+matter/a.matter, runs/b.once+matter/b.matter) / 2}
	switch {
	case runs < m.t.LeastMass:
		return p, false
	case isHeading(a.clause) != isHeading(b.clause):
		return p, false
	case len(olds) > 0 && len(news) > 0:
		return p, p.score >= max(m.t.PassageLinked, m.passageNeeded(c)) && runs >= m.t.LinkedMass
	}
	return p, p.score >= m.passageNeeded(c)
}

// passageNeeded is from where on a passage groups two clauses. From one part to
// another it must be nearly half a clause: the preamble names the subjects of
// the operative part, and that is no merge.
func (m *matcher) passageNeeded(c *candidate) float64 {
	if m.old.texts[c.old].clause.Part != m.new.texts[c.new].clause.Part {
		return m.t.PassageAcross
	}
	return m.t.PassageAlone
}

// unexplained is the weight of what the clauses of a candidate share of a bag
// over and above what they share with their mates.
func (m *matcher) unexplained(c *candidate, bag func(*text) []count, weight []float64) float64 {
	m.leftOld, m.leftNew = m.x.mem.grown(m.leftOld, len(weight)), m.x.mem.grown(m.leftNew, len(weight))
	tally := func(left []int32, t *text, sign int32) {
		for _, e := range bag(t) {
			left[e.class] += sign * e.n
		}
	}
	both := func(sign int32) {
		tally(m.leftOld, &m.old.texts[c.old], sign)
		tally(m.leftNew, &m.new.texts[c.new], sign)
		for _, j := range m.oldMates[c.old] {
			tally(m.leftOld, &m.new.texts[j], -sign)
		}
		for _, i := range m.newMates[c.new] {
			tally(m.leftNew, &m.old.texts[i], -sign)
		}
	}
	both(1)
	sum := 0.0
	for _, e := range bag(&m.old.texts[c.old]) {
		if n := min(m.leftOld[e.class], m.leftNew[e.class]); n > 0 {
			sum += float64(n) * weight[e.class]
		}
	}
	both(-1)
	return sum
}

// grown is scratch of at least this size.
func (m *memory) grown(s []int32, size int) []int32 {
	if len(s) < size {
		return m.ints.take(size)
	}
	return s
}
