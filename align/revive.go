package align

import "reprise/resolution"

// Revive links fresh clauses to dropped ones of earlier versions that they
// bring back. There is no order between the two lists, so the words alone
// decide and must say more than in Documents. Only links between one dropped
// and one fresh clause are given, in the order of fresh; each clause is in one
// link at most.
func Revive(dropped, fresh []*resolution.Clause) []Link {
	m := newMatcher(newBody(dropped), newBody(fresh), standardModel())
	t := *m.t
	t.Support, t.Short, t.Cross, t.Part, t.Section, t.Parent, t.Points = 0, 0, 0, 0, 0, 0, 0
	t.Threshold += reviveRaise
	m.t = &t
	m.firstLook()
	for n := range m.cands {
		c := &m.cands[n]
		c.odds = odds(fixed((c.total-t.Threshold)/totalOfNat)) * digits
	}
	m.assign()
	m.oldMates, m.newMates = mates(m.old), mates(m.new)
	var links []Link
	var list []*resolution.Clause
	for j, i := range m.new.partner {
		if i == none {
			continue
		}
		f := family{old: []int32{i}, new: []int32{int32(j)}}
		l := m.link(f, &list)
		if c := m.cand(i, int32(j)); c != nil && !m.old.settled[i] {
			l.Score = min(topScore, c.score)
			l.Uncertain = min(c.odds, m.leadOverRivals(c)) < reviveDoubt
		}
		links = append(links, l)
	}
	m.x.mem.release()
	return links
}

const (
	// reviveRaise is how much more alike a clause and its revival must be than
	// two neighbours in successive texts: nothing but the words speaks for them.
	// The prototype behind the guide chose it on series of eight versions.
	reviveRaise = 0.12
	// totalOfNat is how much of a total is worth a nat of log odds, about, and
	// reviveDoubt what a revival must lead by to be beyond doubt.
	totalOfNat  = 0.06
	reviveDoubt = 1.5 * nat
)
