package align

import "reprise/resolution"

// Sample is one thing that a question is asked of, with what decides it.
type Sample struct {
	Old, New *resolution.Clause
	Values   []float64 // of Question.Features, in their order
}

// Samples lists what a question is asked of two documents, for bench/train and
// for whoever wants to look. The answers to the questions before it are given by
// the options' model.
func Samples(old, new *resolution.Document, q Question, opts Options) ([]Sample, error) {
	p, err := prepare(old, new, opts)
	if err != nil {
		return nil, err
	}
	m := p.matcher
	m.firstLook()
	m.secondLook()
	if q != OfLink {
		m.assign()
		m.seeds()
	}
	switch q {
	case OfGroup:
		m.oldMates, m.newMates = mates(m.old), mates(m.new)
	case OfTrust:
		m.groups()
	}
	var out []Sample
	for n := range m.cands {
		if v := m.sample(int32(n), q); v != nil {
			c := &m.cands[n]
			s := Sample{m.old.texts[c.old].clause, m.new.texts[c.new].clause, v}
			if p.turned {
				s.Old, s.New = s.New, s.Old
			}
			out = append(out, s)
		}
	}
	return out, nil
}

// sample gives the values by which a question is decided of a candidate; nil
// where it is not asked.
func (m *matcher) sample(n int32, q Question) []float64 {
	c := &m.cands[n]
	switch q {
	case OfLink:
		var f [linkFeatureCount]float64
		if c.total < unlikely || !m.mayMatch(c) {
			return nil
		}
		m.closer.features(n, &f)
		return f[:]
	case OfGroup:
		var f [groupFeatureCount]float64
		if !m.groupFeatures(n, &f) {
			return nil
		}
		return f[:]
	}
	var f [trustFeatureCount]float64
	if !c.linked(m) {
		return nil
	}
	m.trustFeatures(n, &f)
	return f[:]
}
