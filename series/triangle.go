package series

import (
	"reprise/align"
	"reprise/resolution"
)

// check compares a version with the one two before it and marks the links
// that disagree as uncertain: where a clause became one clause by way of the
// version between and looks like another one directly. A clause that only one
// of the two ways finds again is no contradiction: it may have been reworded
// bit by bit.
func (s *Series) check(v int) {
	if v < 2 {
		return
	}
	for _, link := range align.Documents(s.Versions[v-2].Document, s.Versions[v].Document) {
		if len(link.Old) != 1 || len(link.New) != 1 || link.Uncertain {
			continue
		}
		s.compareWays(v, link.Old[0], link.New[0])
	}
}

// compareWays notes a triangle where the lineage of old has another clause in
// version v than the direct comparison says.
func (s *Series) compareWays(v int, old, direct *resolution.Clause) {
	l, other := s.at[old].lineage, s.at[direct].lineage
	if len(l.States) <= v || l == other || l.States[v-1].Clause == nil || related(l, other) {
		return
	}
	through := &l.States[v]
	if through.Clause == nil || !through.Clause.Counted() {
		return
	}
	s.Triangles = append(s.Triangles, Triangle{Version: v, Old: old, New: through.Clause, Direct: direct})
	through.Uncertain = true
	other.States[v].Uncertain = true
}

// related tells whether one lineage was split from the other, or went into it.
func related(a, b *Lineage) bool {
	return a.From == b || b.From == a || a.Into == b || b.Into == a
}
