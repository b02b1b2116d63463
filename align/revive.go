package align

import "reprise/resolution"

// Revive links fresh clauses to dropped ones of earlier versions that they
// bring back. There is no order between the two lists, so the words alone
// decide and must say more than in Documents. Only links between one dropped
// and one fresh clause are given, in the order of fresh; each clause is in one
// link at most.
func Revive(dropped, fresh []*resolution.Clause) []Link {
	m := newMatcher(newBody(dropped), newBody(fresh))
	t := *m.t
	t.Support, t.Short, t.Cross, t.Part, t.Section, t.Parent, t.Points = 0, 0, 0, 0, 0, 0, 0
	t.Threshold += reviveRaise
	m.t = &t
	m.run()
	var links []Link
	var list []*resolution.Clause
	for j, i := range m.new.partner {
		if i == none {
			continue
		}
		l := m.link(family{old: []int32{i}, new: []int32{int32(j)}}, &list)
		links = append(links, l)
	}
	m.x.mem.release()
	return links
}

// reviveRaise is how much more alike a clause and its revival must be than two
// neighbours in successive texts: nothing but the words speaks for them. The
// prototype behind the guide chose it on series of eight versions.
const reviveRaise = 0.12
