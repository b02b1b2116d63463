package align

import (
	"cmp"
	"slices"
)

// leaders are the two best candidates of a clause, or none.
type leaders struct{ first, second int32 }

// otherThan is the best candidate of a clause but for this one, or none.
func (l leaders) otherThan(n int32) int32 {
	if l.first == n {
		return l.second
	}
	return l.first
}

// leadersBy finds the leaders of every clause of both sides by what a candidate
// is worth; of equals the first stays ahead.
func leadersBy[T cmp.Ordered](m *matcher, worth func(*candidate) T) (out [2][]leaders) {
	for side, b := range [...]*body{m.old, m.new} {
		out[side] = make([]leaders, len(b.texts))
		for i := range out[side] {
			out[side][i] = leaders{none, none}
		}
	}
	for n := range m.cands {
		c := &m.cands[n]
		w := worth(c)
		for _, l := range [...]*leaders{&out[0][c.old], &out[1][c.new]} {
			switch {
			case l.first == none || w > worth(&m.cands[l.first]):
				l.first, l.second = int32(n), l.first
			case l.second == none || w > worth(&m.cands[l.second]):
				l.second = int32(n)
			}
		}
	}
	return out
}

// ranks tells of every candidate how many are ahead of it by their totals, on
// its old clause and on its new one. A clause that thousands want is sorted once.
func (m *matcher) ranks() (ofOld, ofNew []int32) {
	ofOld, ofNew = m.x.mem.ints.take(len(m.cands)), m.x.mem.ints.take(len(m.cands))
	var list []int32
	enter := func(ahead []int32) {
		slices.SortFunc(list, func(a, b int32) int { return cmp.Compare(m.cands[b].total, m.cands[a].total) })
		for k, n := range list {
			ahead[n] = int32(k)
			if k > 0 && m.cands[list[k-1]].total == m.cands[n].total {
				ahead[n] = ahead[list[k-1]]
			}
		}
	}
	for i := range m.old.texts {
		list = list[:0]
		for n := m.byOld[i]; n < m.byOld[i+1]; n++ {
			list = append(list, n)
		}
		enter(ofOld)
	}
	for j := range m.new.texts {
		list = append(list[:0], m.byNew[j]...)
		enter(ofNew)
	}
	return ofOld, ofNew
}
