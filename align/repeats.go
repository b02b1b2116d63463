package align

import "slices"

// anchor settles clauses of the same words: those that stand once on either
// side, then their neighbours on either hand as long as these are of the same
// words too. What is left of clauses that stand often is a matter of context
// where they are few; where they are many they are paired in order, which
// keeps a text of a thousand like lines from costing a million steps.
func (m *matcher) anchor() {
	seats := m.seats()
	for i := range m.old.texts {
		s := seats[m.old.texts[i].same]
		if s != nil && len(s.old) == 1 && len(s.new) == 1 && s.old[0] == int32(i) && m.sameWords(s.old[0], s.new[0]) {
			m.settlePair(s.old[0], s.new[0])
		}
	}
	m.spread(1)
	m.spread(-1)
	for i := range m.old.texts {
		s := seats[m.old.texts[i].same]
		if s != nil && len(s.old)*len(s.new) > maxRepeats && s.old[0] == int32(i) {
			m.inOrder(s)
		}
	}
}

// maxRepeats is how many pairs of clauses of the same words are weighed by
// their context: eight by eight is more than real texts have, and costs little.
const maxRepeats = 64

// seat lists where one sequence of words stands.
type seat struct{ old, new []int32 }

func (m *matcher) seats() map[uint64]*seat {
	seats := make(map[uint64]*seat, len(m.old.texts))
	for i := range m.old.texts {
		if m.old.settled[i] {
			continue
		}
		s := seats[m.old.texts[i].same]
		if s == nil {
			s = &seat{}
			seats[m.old.texts[i].same] = s
		}
		s.old = append(s.old, int32(i))
	}
	for j := range m.new.texts {
		if s := seats[m.new.texts[j].same]; s != nil && !m.new.settled[j] {
			s.new = append(s.new, int32(j))
		}
	}
	return seats
}

func (m *matcher) sameWords(i, j int32) bool {
	return slices.Equal(m.old.texts[i].words, m.new.texts[j].words) && !m.forbidden[[2]int32{i, j}]
}

func (m *matcher) settlePair(i, j int32) {
	m.join(i, j)
	m.old.settle(i, Words)
	m.new.settle(j, Words)
}

// spread goes on from settled pairs in one direction.
func (m *matcher) spread(step int32) {
	n := int32(len(m.old.texts))
	i := int32(0)
	if step < 0 {
		i = n - 1
	}
	for ; i >= 0 && i < n; i += step {
		j := m.old.partner[i]
		a, b := i+step, j+step
		if j == none || a < 0 || a >= n || b < 0 || b >= int32(len(m.new.texts)) {
			continue
		}
		if !m.old.settled[a] && !m.new.settled[b] && m.sameWords(a, b) {
			m.settlePair(a, b)
		}
	}
}

// inOrder pairs what is open of a seat, first with first.
func (m *matcher) inOrder(s *seat) {
	j := 0
	for _, i := range s.old {
		for j < len(s.new) && m.new.settled[s.new[j]] {
			j++
		}
		if j < len(s.new) && !m.old.settled[i] && m.sameWords(i, s.new[j]) {
			m.settlePair(i, s.new[j])
		}
	}
}

// settleAll links every clause of a text to itself.
func (m *matcher) settleAll() {
	for i := range m.old.texts {
		m.settlePair(int32(i), int32(i))
	}
}
