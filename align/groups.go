package align

// groups finds splits, merges and rearrangements: clauses that no link explains,
// or not wholly, and that stand in a clause of a link.
//
// A candidate joins a link where its log odds as a part are above 0; the best
// goes first, and its neighbours are asked anew. Between two parts of a text more
// must be shown (acrossLoss).
func (m *matcher) groups() {
	m.oldMates, m.newMates = mates(m.old), mates(m.new)
	for _, p := range m.pinnedMates {
		if m.old.partner[p[0]] != p[1] {
			m.mate(p[0], p[1])
		}
	}
	var q heap[part]
	enter := func(n int32) {
		c := &m.cands[n]
		c.asPart = m.oddsAsPart(n)
		if c.asPart > 0 {
			q.push(part{c.asPart, n})
		}
	}
	for n := range m.cands {
		enter(int32(n))
	}
	for len(q) > 0 {
		p := q.pop()
		c := &m.cands[p.cand]
		if c.joined || c.asPart != p.odds {
			continue // asked anew since
		}
		c.joined = true
		m.mate(c.old, c.new)
		for n := m.byOld[c.old]; n < m.byOld[c.old+1]; n++ {
			if !m.cands[n].joined {
				enter(n)
			}
		}
		for _, n := range m.byNew[c.new] {
			if !m.cands[n].joined {
				enter(n)
			}
		}
	}
	m.release()
}

// release takes back every link that the parts beside it have made needless: what
// the two share, those explain so far that it would not join them now.
func (m *matcher) release() {
	for n := range m.cands {
		c := &m.cands[n]
		i, j := c.old, c.new
		if m.old.partner[i] != j || len(m.oldMates[i])+len(m.newMates[j]) <= 2 {
			continue
		}
		if m.oddsBeside(int32(n)) >= 0 {
			continue
		}
		m.oldMates[i], m.newMates[j] = without(m.oldMates[i], j), without(m.newMates[j], i)
		m.old.partner[i], m.new.partner[j] = none, none
		m.promote(m.oldMates[i], func(k int32) (int32, int32) { return i, k })
		m.promote(m.newMates[j], func(k int32) (int32, int32) { return k, j })
	}
}

// oddsBeside are the log odds with which a chosen candidate would join the others
// of its clauses, if it had not yet.
func (m *matcher) oddsBeside(n int32) odds {
	i, j := m.cands[n].old, m.cands[n].new
	olds, news := m.oldMates[i], m.newMates[j]
	m.oldMates[i], m.newMates[j] = without(olds, j), without(news, i)
	z := m.oddsAsPart(n)
	m.oldMates[i], m.newMates[j] = olds, news
	return z
}

// promote makes the first of some parts a link of its own where both its clauses
// have none.
func (m *matcher) promote(mates []int32, link func(int32) (i, j int32)) {
	for _, k := range mates {
		if i, j := link(k); m.old.partner[i] == none && m.new.partner[j] == none {
			m.join(i, j)
			m.cand(i, j).joined = false
			return
		}
	}
}

// without is a list of its own of all clauses but one.
func without(clauses []int32, one int32) []int32 {
	out := make([]int32, 0, len(clauses))
	for _, i := range clauses {
		if i != one {
			out = append(out, i)
		}
	}
	return out
}

func (m *matcher) mate(i, j int32) {
	m.oldMates[i] = append(m.oldMates[i], j)
	m.newMates[j] = append(m.newMates[j], i)
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

// acrossLoss is what a part of another part of the text loses in log odds: the
// preamble names the subjects of the operative part, and that is no merge.
const acrossLoss = 1 * nat

// oddsAsPart are the log odds that a candidate joins a link.
func (m *matcher) oddsAsPart(n int32) odds {
	var f [groupFeatureCount]float64
	if !m.groupFeatures(n, &f) {
		return hopeless
	}
	z := m.model.weights[OfGroup].of(f[:])
	if f[gPart] == 0 {
		z -= acrossLoss
	}
	return z
}

// part is a candidate that may join a link.
type part struct {
	odds odds
	cand int32
}

// before puts the likeliest part first, of equals the first.
func (p part) before(o part) bool { return p.odds > o.odds || p.odds == o.odds && p.cand < o.cand }
