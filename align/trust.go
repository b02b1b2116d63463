package align

// The features of a link as it was chosen, among its rivals.
const (
	tOdds       = iota // log odds of the two as a link
	tOther             // the best log odds with which either might be linked with a clause left alone
	tPlainWords        // the rest are features of the link once more: what is enough to choose it is not enough to be sure of it
	tVoteWorse         //
	tOpening20         //
	trustFeatureCount
)

// trustFeatures are their names in the model.
var trustFeatures = [trustFeatureCount]string{"odds", "other", "plain-words", "vote-worse", "opening-20"}

// mostOther bounds the odds of a clause left alone: beyond, it is no rival, or one
// as good as any.
const mostOther = 6 * nat

// doubtful is the log odds of a reader's agreement below which a link is marked
// uncertain: seven in eight. At nine in ten a tenth of all links would be marked,
// for two more of those that are wrong.
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
			least.odds = min(least.odds, m.sure(n))
			least.lead = min(least.lead, m.leadOf(c))
		}
	}
	return least
}

// sure is the log odds that a reader would agree with a chosen candidate; those
// of the link itself where no second look was taken.
func (m *matcher) sure(n int32) odds {
	if m.closer == nil {
		return m.cands[n].odds
	}
	var v [trustFeatureCount]float64
	m.trustFeatures(n, &v)
	return m.model.weights[OfTrust].of(v[:])
}

// trustFeatures reads a chosen candidate.
func (m *matcher) trustFeatures(n int32, f *[trustFeatureCount]float64) {
	c := &m.cands[n]
	var link [linkFeatureCount]float64
	m.closer.features(n, &link)
	f[tOdds] = float64(c.odds) / nat
	f[tOther] = float64(max(-mostOther, min(mostOther, m.bestLeftAlone(c)))) / nat
	f[tPlainWords], f[tVoteWorse], f[tOpening20] = link[fPlainWords], link[fVoteWorse], link[fOpening20]
}

// bestLeftAlone is the best log odds with which either clause of a candidate
// might be linked with a clause that no link holds.
func (m *matcher) bestLeftAlone(c *candidate) odds {
	best := odds(hopeless)
	for _, k := range m.candsOf(family{old: []int32{c.old}, new: []int32{c.new}}) {
		r := &m.cands[k]
		if r.old == c.old && len(m.newMates[r.new]) == 0 || r.new == c.new && len(m.oldMates[r.old]) == 0 {
			best = max(best, r.odds)
		}
	}
	return best
}

// leadOf is by how much a chosen candidate leads: as a part over being left out,
// else over being none or the best exchange.
func (m *matcher) leadOf(c *candidate) odds {
	if c.joined {
		return c.asPart
	}
	return min(c.odds, m.leadOverRivals(c))
}
