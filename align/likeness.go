package align

// likeness is how like two texts are, by component, each 0 to 1.
type likeness struct {
	words   float64 // shared words, by rarity
	matter  float64 // shared words, boilerplate made light
	runs    float64 // shared pairs of neighbouring words
	passage float64 // the most that the two could share as a passage, see groups
}

// score is the likeness as one number, 0 to 1.
func (l likeness) score(t *thresholds) float64 {
	return min(1, float64(t.Words*l.words)+float64(t.Matter*l.matter)+float64(t.Runs*l.runs)+float64(t.Passage*l.passage))
}

// meter measures one text against many.
type meter struct {
	t     *thresholds
	x     *lexis
	held  *text
	words []int32 // by class: count in the text that is held
	pairs []int32
}

func newMeter(t *thresholds, x *lexis) *meter {
	return &meter{t: t, x: x, words: x.mem.ints.take(len(x.common)), pairs: x.mem.ints.take(len(x.pairOf))}
}

// hold takes a text to measure others against.
func (m *meter) hold(a *text) {
	if m.held != nil {
		for _, e := range m.held.bag {
			m.words[e.class] = 0
		}
		for _, e := range m.held.pairs {
			m.pairs[e.class] = 0
		}
	}
	m.held = a
	for _, e := range a.bag {
		m.words[e.class] = e.n
	}
	for _, e := range a.pairs {
		m.pairs[e.class] = e.n
	}
}

// to measures the text that is held against another. What is not shared adds
// nothing: to ask first would cost more, since no processor guesses the answer.
func (m *meter) to(b *text) likeness {
	var words, matter, runs, once float64
	for _, e := range b.bag {
		n := float64(min(m.words[e.class], e.n))
		words += float64(n * m.x.weight[e.class])
		matter += float64(n * m.x.matter[e.class])
	}
	for _, e := range b.pairs {
		n := float64(min(m.pairs[e.class], e.n))
		runs += float64(n * m.x.pairOf[e.class])
		once += float64(n * m.x.onceOf[e.class])
	}
	a := m.held
	l := likeness{
		words:  m.share(words, a.weight, b.weight),
		matter: m.share(matter, a.matter, b.matter),
		runs:   m.share(runs, a.runs, b.runs),
	}
	if once > 0 {
		l.passage = max(once/a.once+matter/a.matter, once/b.once+matter/b.matter) / 2
	}
	return l
}

// share is what two texts of the given weights have in common: Dice's
// coefficient, with growth forgiven in part.
func (m *meter) share(common, a, b float64) float64 {
	if a+b == 0 {
		return 0
	}
	return common / (float64((1-m.t.Growth)*(a+b)/2) + float64(m.t.Growth*min(a, b)))
}
