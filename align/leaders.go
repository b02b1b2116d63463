package align

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
