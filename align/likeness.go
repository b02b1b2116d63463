package align

import "math"

// bagOf counts the distinct classes of a text; seen and slot are scratch by class.
func bagOf(words []int32, seen, slot []int32, stamp int32, bag []count) []count {
	for _, c := range words {
		if seen[c] != stamp {
			seen[c], slot[c] = stamp, int32(len(bag))
			bag = append(bag, count{c, 0})
		}
		bag[slot[c]].n++
	}
	return bag
}

// likeness is how like two texts are, by component.
type likeness struct {
	words, matter, runs, order float64
	cover                      float64 // matter shared by the lighter text
}

// meter measures one text against many.
type meter struct {
	k     *knobs
	x     *lexis
	have  []int32 // by class: count in the text at hand
	pairs []int32
	masks []uint64 // by class and block: where it stands in the text at hand
	block int
	a     *text
	rows  []uint64
}

func newMeter(k *knobs, x *lexis) *meter {
	return &meter{k: k, x: x, have: make([]int32, len(x.common)), pairs: make([]int32, len(x.pairOf))}
}

// hold takes a text to measure others against.
func (m *meter) hold(a *text) {
	if m.a != nil {
		for _, e := range m.a.bag {
			m.have[e.class] = 0
		}
		for _, e := range m.a.pairs {
			m.pairs[e.class] = 0
		}
	}
	m.a = a
	for _, e := range a.bag {
		m.have[e.class] = e.n
	}
	for _, e := range a.pairs {
		m.pairs[e.class] = e.n
	}
}

func (m *meter) to(b *text) likeness {
	var shared, matter, runs float64
	for _, e := range b.bag {
		if n := min(m.have[e.class], e.n); n > 0 {
			shared += float64(n) * m.x.weight[e.class]
			matter += float64(n) * m.x.matter[e.class]
		}
	}
	for _, e := range b.pairs {
		if n := min(m.pairs[e.class], e.n); n > 0 {
			runs += float64(n) * m.x.pairOf[e.class]
		}
	}
	a := m.a
	l := likeness{
		words:  m.share(shared, a.weight, b.weight),
		matter: m.share(matter, a.matter, b.matter),
		runs:   m.share(runs, a.runs, b.runs),
	}
	if low := min(a.matter, b.matter); low > 0 {
		l.cover = matter / low
	}
	return l
}

// share is what two texts of the given weights have in common, 0 to 1.
// Growth is forgiven in part: a clause that gained a half-sentence is still
// the same clause.
func (m *meter) share(common, a, b float64) float64 {
	if a+b == 0 {
		return 0
	}
	return common / ((1-m.k.Growth)*(a+b)/2 + m.k.Growth*math.Min(a, b))
}

func (l likeness) score(k *knobs) float64 {
	return min(1, k.WWords*l.words+k.WMatter*l.matter+k.WRuns*l.runs)
}
