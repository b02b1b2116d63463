package align

import "reprise/resolution"

// sections tells how much the links of two sections are links with each other;
// nil where neither text has more than one.
func (m *matcher) sections(v *view) map[[2]int32]float64 {
	olds, news := m.old.section, m.new.section
	if len(olds) == 0 || len(news) == 0 || olds[len(olds)-1] == 0 && news[len(news)-1] == 0 {
		return nil
	}
	shared := map[[2]int32]float64{}
	ofOld, ofNew := map[int32]float64{}, map[int32]float64{}
	for i, j := range v.old.to {
		if j != none {
			sure := v.old.sure[i]
			shared[[2]int32{olds[i], news[j]}] += sure
			ofOld[olds[i]] += sure
			ofNew[news[j]] += sure
		}
	}
	for at, sure := range shared {
		shared[at] = 2 * sure / (ofOld[at[0]] + ofNew[at[1]] + 1) // a single link proves little
	}
	return shared
}

// place is what a candidate gains or loses by part, kind, chapeau and points.
func (m *matcher) place(v *view, c *candidate) float64 {
	a, b := m.old.texts[c.old].clause, m.new.texts[c.new].clause
	sum := float64(m.t.Points * m.pointsLinked(v, c))
	if a.Part != b.Part {
		sum -= m.t.Part
	}
	switch {
	case isHeading(a) != isHeading(b):
		sum -= m.t.Heading
	case a.Kind != b.Kind:
		sum -= float64(2 * m.t.Part)
	}
	p, q := m.old.parent[c.old], m.new.parent[c.new]
	switch {
	case p != none && q != none && v.old.to[p] == q:
		sum += m.t.Parent
	case (p == none) != (q == none):
		sum -= m.t.Part
	}
	return sum
}

func isHeading(c *resolution.Clause) bool { return c.Kind == resolution.Heading }

// pointsLinked is the share of the points of both clauses that are linked with
// each other: a chapeau goes where its points go.
func (m *matcher) pointsLinked(v *view, c *candidate) float64 {
	olds, news := m.old.points(c.old), m.new.points(c.new)
	if len(olds) == 0 || len(news) == 0 {
		return 0
	}
	linked := 0
	for _, i := range olds {
		if j := v.old.to[i]; j != none && m.new.parent[j] == c.new {
			linked++
		}
	}
	return 2 * float64(linked) / float64(len(olds)+len(news))
}
