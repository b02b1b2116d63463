package series

// Points are the lineages of the points that a clause has or once had, (a) and
// its (i), in the order of Lineages; without the clause's own.
func (s *Series) Points(l *Lineage) []*Lineage {
	below := map[*Lineage]bool{}
	for v, st := range l.States {
		if st.Clause == nil {
			continue
		}
		inside := map[string]bool{st.Clause.ID: true}
		for _, c := range s.Versions[v].Document.Clauses {
			if c.Parent != "" && inside[c.Parent] {
				inside[c.ID] = true
				below[s.Of(c)] = true
			}
		}
	}
	var out []*Lineage
	for _, one := range s.Lineages {
		if below[one] && one != l {
			out = append(out, one)
		}
	}
	return out
}
