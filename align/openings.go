package align

import "math"

// weighOpenings lets the openings of clauses decide where the rest leaves it
// open.
//
// A drafter knows a clause by how it opens: what is done, who is asked, about
// what ("Requests the keepers to report on the foghorns"). The same words
// further in say less. So of two links that are near each other and want the
// same clause, the one whose openings agree better gains by the difference; and
// a link that falls just short of the threshold gains where it is lone.
func (m *matcher) weighOpenings() {
	olds, news := nobody(len(m.old.texts)), nobody(len(m.new.texts))
	for n := range m.cands {
		m.rank(&olds[m.cands[n].old], int32(n))
		m.rank(&news[m.cands[n].new], int32(n))
	}
	gains := m.x.mem.floats.take(len(m.cands))
	for n := range m.cands {
		c := &m.cands[n]
		byOld, byNew := olds[c.old].otherThan(int32(n)), news[c.new].otherThan(int32(n))
		switch {
		case c.total > m.t.Threshold:
			gains[n] = m.t.Opening * max(m.openingLead(int32(n), byOld), m.openingLead(int32(n), byNew))
		case c.total > m.t.Threshold-m.t.Lone && m.lone(int32(n), byOld, byNew):
			gains[n] = m.t.Lone
		}
	}
	for n, gain := range gains {
		m.cands[n].slot += gain
		m.cands[n].total += gain
	}
}

// lone tells whether a candidate opens alike, shares rare words and has no
// rival on either side that comes near: what is asked of whom stayed, and
// nothing else wants either clause.
func (m *matcher) lone(n, byOld, byNew int32) bool {
	c := &m.cands[n]
	if c.like.matter < loneMatter || m.openings(n) < loneOpenings {
		return false
	}
	for _, r := range [...]int32{byOld, byNew} {
		if r != none && m.cands[r].total > c.total-loneLead {
			return false
		}
	}
	return true
}

// leaders are the two best candidates of a clause, or none.
type leaders struct{ first, second int32 }

func nobody(n int) []leaders {
	out := make([]leaders, n)
	for i := range out {
		out[i] = leaders{none, none}
	}
	return out
}

// rank enters a candidate among the leaders of its clause; of equals the first
// stays ahead.
func (m *matcher) rank(l *leaders, n int32) {
	total := m.cands[n].total
	switch {
	case l.first == none || total > m.cands[l.first].total:
		l.first, l.second = n, l.first
	case l.second == none || total > m.cands[l.second].total:
		l.second = n
	}
}

// otherThan is the best candidate of a clause but for this one, or none.
func (l leaders) otherThan(n int32) int32 {
	if l.first == n {
		return l.second
	}
	return l.first
}

// openingLead is by how much the openings of a candidate agree better than
// those of a rival, if that is near and could be linked; else 0.
func (m *matcher) openingLead(n, rival int32) float64 {
	if rival == none {
		return 0
	}
	r := &m.cands[rival]
	if r.total <= m.t.Threshold || math.Abs(r.total-m.cands[n].total) >= m.t.Near {
		return 0
	}
	return max(0, m.openings(n)-m.openings(rival))
}

// openings is how well the first words of a candidate's clauses agree, 0 to 1:
// Dice's coefficient by the weight of words.
func (m *matcher) openings(n int32) float64 {
	a, b := opening(&m.old.texts[m.cands[n].old]), opening(&m.new.texts[m.cands[n].new])
	both, all := 0.0, 0.0
	var taken [openingWords]bool
	for _, w := range a {
		all += m.x.weight[w]
		for k, v := range b {
			if v == w && !taken[k] {
				taken[k] = true
				both += m.x.weight[w]
				break
			}
		}
	}
	for _, w := range b {
		all += m.x.weight[w]
	}
	if all == 0 {
		return 0
	}
	return 2 * both / all
}

func opening(t *text) []int32 { return t.words[:min(len(t.words), openingWords)] }
