package align

import (
	"cmp"
	"slices"
)

const (
	// seedShare is how much of a clause's runs another must hold to be its whole:
	// half, which no two clauses on one subject reach that are not parts.
	seedShare = 0.5
	// seedParts is of how many such parts a whole must be made.
	seedParts = 2
)

// seeds links the largest part of a clause that was cut into several, none of
// which is like enough to the whole to be linked alone; the others join it as
// parts. All must stand unlinked, and hold most of the whole together.
func (m *matcher) seeds() {
	parts := [2]map[int32][]int32{{}, {}} // by whole, old and new: the candidates that may be its parts
	for n := range m.cands {
		c := &m.cands[n]
		a, b := &m.old.texts[c.old], &m.new.texts[c.new]
		if m.old.partner[c.old] != none || m.new.partner[c.new] != none || c.odds <= unlikelyPart ||
			isHeading(a.clause) != isHeading(b.clause) || a.clause.Part != b.clause.Part {
			continue
		}
		m.meter.hold(a)
		shared := m.meter.runsShared(b)
		if shared >= float64(seedShare*b.once) && a.once > b.once {
			parts[0][c.old] = append(parts[0][c.old], int32(n))
		}
		if shared >= float64(seedShare*a.once) && b.once > a.once {
			parts[1][c.new] = append(parts[1][c.new], int32(n))
		}
	}
	for side := range parts {
		var wholes []int32
		for w := range parts[side] {
			wholes = append(wholes, w)
		}
		slices.Sort(wholes)
		for _, w := range wholes {
			m.seed(parts[side][w], side)
		}
	}
}

// seed links the largest of the parts where there are enough, and together they
// hold most of the whole.
func (m *matcher) seed(cands []int32, side int) {
	cands = slices.DeleteFunc(cands, func(n int32) bool {
		return m.old.partner[m.cands[n].old] != none || m.new.partner[m.cands[n].new] != none
	})
	if len(cands) < seedParts {
		return
	}
	whole, held := 0.0, 0.0
	for _, n := range cands {
		a, b := &m.old.texts[m.cands[n].old], &m.new.texts[m.cands[n].new]
		m.meter.hold(a)
		held += m.meter.runsShared(b)
		whole = a.once
		if side == 1 {
			whole = b.once
		}
	}
	if held < float64(seedShare*whole) {
		return
	}
	best := slices.MaxFunc(cands, func(x, y int32) int {
		return cmp.Or(cmp.Compare(m.cands[x].odds, m.cands[y].odds), cmp.Compare(y, x))
	})
	m.join(m.cands[best].old, m.cands[best].new)
}

// runsShared is the weight of the pairs of words that the held text and another
// have in common, those of many clauses made light.
func (m *meter) runsShared(b *text) float64 {
	sum := 0.0
	for _, e := range b.pairs {
		sum += float64(float64(min(m.pairs[e.class], e.n)) * m.x.onceOf[e.class])
	}
	return sum
}
