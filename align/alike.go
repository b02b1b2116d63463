package align

import "reprise/resolution"

// Alike tells how like the words of a clause are to those of each of some others, 0
// to 1, whatever stands around them: the score that Documents begins with. A word
// weighs by how few resolutions use it and, less, by how few of these clauses do.
func Alike(c *resolution.Clause, others []*resolution.Clause) []float64 {
	m := newMatcher(newBody([]*resolution.Clause{c}), newBody(others), standardModel())
	m.readAll()
	m.x.lookUp(m.open())
	m.x.weigh(m.t)
	m.fill()
	one := newMeter(m.t, m.x)
	one.hold(&m.old.texts[0])
	out := make([]float64, len(others))
	for i := range others {
		out[i] = one.to(&m.new.texts[i]).score(m.t)
	}
	m.x.mem.release()
	return out
}
