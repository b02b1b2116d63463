package align

// The features of a link as it was chosen, among its rivals.
const (
	tOdds  = iota // log odds of the two as a link
	tLead         // log odds ahead of the best exchange, up to maxLead
	tPart         // it joined a link of others
	tJoin         // log odds with which it did, 0 where it did not
	tOther        // the best log odds with which a clause left alone might have joined either
	tScore        // likeness of the words
	tFound        // how sure the links around are: what they say
	trustFeatureCount
)

// trustFeatures are their names in the model.
var trustFeatures = [trustFeatureCount]string{"odds", "lead", "part", "join", "other", "score", "support"}

// maxLead is a lead beyond which no rival matters.
const maxLead = 6 * nat

// doubtful is the log odds of a reader's agreement below which a link is marked
// uncertain.
const doubtful = 2 * nat

// trust is how sure a link of one or more clauses a side is.
type trust struct {
	odds odds // that a reader would agree with its least sure part
	lead odds // of its least sure part over the best other choice
}

// trustIn is the trust in a family's least sure part.
func (m *matcher) trustIn(f family) trust {
	least := trust{-hopeless, -hopeless}
	for _, i := range f.old {
		for _, j := range m.oldMates[i] {
			c, n := m.candAt(i, j)
			if c == nil {
				continue // of no candidates but joined by a pin
			}
			var v [trustFeatureCount]float64
			lead := m.trustFeatures(n, &v)
			least.odds = min(least.odds, m.model.weights[OfTrust].of(v[:]))
			least.lead = min(least.lead, lead)
		}
	}
	return least
}

// trustFeatures reads a chosen candidate, and says by how much it leads.
func (m *matcher) trustFeatures(n int32, f *[trustFeatureCount]float64) (lead odds) {
	c := &m.cands[n]
	f[tOdds] = float64(c.odds) / nat
	f[tScore], f[tFound] = c.score, c.support
	if c.joined {
		lead = c.asPart
		f[tPart], f[tJoin] = 1, float64(c.asPart)/nat
	} else {
		over := m.leadOverRivals(c)
		lead = min(c.odds, over)
		f[tLead] = float64(min(over, maxLead)) / nat
	}
	other := odds(hopeless)
	for _, k := range m.candsOf(family{old: []int32{c.old}, new: []int32{c.new}}) {
		if r := &m.cands[k]; !r.joined && !r.linked(m) {
			other = max(other, r.asPart)
		}
	}
	f[tOther] = float64(other) / nat
	return lead
}
