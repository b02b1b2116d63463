package align

import (
	"cmp"
	"slices"
)

// judge says how sure a link is, what decided it and what else was possible.
func (m *matcher) judge(l *Link, f family) {
	if len(l.Old) == 0 || len(l.New) == 0 {
		m.judgeAlone(l, f)
		return
	}
	switch {
	case m.old.how[f.old[0]] == Pinned:
		l.Evidence, l.Score, l.Margin = Pinned, 1, 1
		return
	case m.old.settled[f.old[0]]:
		l.Evidence, l.Score, l.Margin = Words, topScore, 1
		if l.Old[0].Text == l.New[0].Text {
			l.Evidence, l.Score = Identical, 1
		}
		return
	}
	t := m.trustIn(f)
	l.Score, l.Margin = t.odds.share(), t.lead.margin()
	l.Evidence = m.evidenceOf(l, f)
	l.Uncertain = t.odds < doubtful
	l.Rivals = m.rivalsOf(f)
}

// margin is a lead as a number from 0 to 1: how much likelier the choice is than
// the best other.
func (z odds) margin() float64 { return max(0, float64(2*z.share())-1) }

// topScore is the score of texts that differ in punctuation only.
const topScore = 0.99

// judgeAlone judges an added or removed clause: how near it was to being linked.
func (m *matcher) judgeAlone(l *Link, f family) {
	l.Margin = 1
	if len(f.old) > 0 && m.old.how[f.old[0]] == Pinned || len(f.new) > 0 && m.new.how[f.new[0]] == Pinned {
		l.Evidence = Pinned
		return
	}
	best := odds(hopeless)
	for _, n := range m.candsOf(f) {
		c := &m.cands[n]
		if len(m.oldMates[c.old]) == 0 && len(m.newMates[c.new]) == 0 {
			best = max(best, c.odds)
		}
	}
	l.Margin = (-best).margin()
	if l.Uncertain = best > nearLink; l.Uncertain {
		l.Rivals = m.rivalsOf(f)
	}
}

// nearLink is the log odds from which a clause that was left alone is marked: a
// link that readers would make one time in four.
const nearLink = -1 * nat

// cand is the candidate that joins two clauses, or nil.
func (m *matcher) cand(i, j int32) *candidate {
	c, _ := m.candAt(i, j)
	return c
}

// candAt is cand with its place in the list, or none.
func (m *matcher) candAt(i, j int32) (*candidate, int32) {
	for n := m.byOld[i]; n < m.byOld[i+1]; n++ { // a handful, so nothing is won by halving
		if m.cands[n].new == j {
			return &m.cands[n], n
		}
	}
	return nil, none
}

// wordDice is the plain likeness of two lists of words.
func wordDice(a, b []int32) float64 {
	if slices.Equal(a, b) {
		return 1
	}
	have := make(map[int32]int, len(a))
	for _, w := range a {
		have[w]++
	}
	shared := 0
	for _, w := range b {
		if have[w] > 0 {
			have[w]--
			shared++
		}
	}
	return 2 * float64(shared) / float64(len(a)+len(b))
}

// leadOverRivals is by how much a link beats the best exchange of one of its
// clauses: to give it to a rival, and the rival's to whom is left.
func (m *matcher) leadOverRivals(c *candidate) odds {
	least := odds(-hopeless)
	for _, n := range m.candsOf(family{old: []int32{c.old}, new: []int32{c.new}}) {
		r := &m.cands[n]
		if r.old == c.old && r.new == c.new {
			continue
		}
		lost, won := c.odds, r.odds
		var other int32 // of the link that r would break
		if r.old == c.old {
			if other = m.new.partner[r.new]; other != none {
				lost += m.gain(other, r.new)
				won += max(0, m.gain(other, c.new))
			}
		} else {
			if other = m.old.partner[r.old]; other != none {
				lost += m.gain(r.old, other)
				won += max(0, m.gain(c.old, other))
			}
		}
		least = min(least, lost-won)
	}
	return least
}

// gain is what a link adds to the whole.
func (m *matcher) gain(i, j int32) odds {
	if c := m.cand(i, j); c != nil {
		return c.odds
	}
	return 0
}

// candsOf lists the candidates of the clauses of a family, until the next call.
func (m *matcher) candsOf(f family) []int32 {
	out := m.listed[:0]
	defer func() { m.listed = out }()
	for _, i := range f.old {
		for n := m.byOld[i]; n < m.byOld[i+1]; n++ {
			out = append(out, n)
		}
	}
	for _, j := range f.new {
		out = append(out, m.byNew[j]...)
	}
	return out
}

const maxRivals = 3

// rivalsOf lists the links that were possible and lost, best first.
func (m *matcher) rivalsOf(f family) []Rival {
	type rival struct {
		Rival
		odds     odds
		old, new int32
	}
	var rivals []rival
	for _, n := range m.candsOf(f) {
		c := &m.cands[n]
		if slices.Contains(f.old, c.old) && slices.Contains(f.new, c.new) || max(c.odds, c.asPart) < nearLink {
			continue
		}
		rivals = append(rivals, rival{Rival{m.old.texts[c.old].clause, m.new.texts[c.new].clause, max(c.odds, c.asPart).share()}, max(c.odds, c.asPart), c.old, c.new})
	}
	slices.SortFunc(rivals, func(a, b rival) int {
		return cmp.Or(cmp.Compare(b.odds, a.odds), cmp.Compare(a.old, b.old), cmp.Compare(a.new, b.new))
	})
	var out []Rival
	for _, r := range rivals[:min(len(rivals), maxRivals)] {
		out = append(out, r.Rival)
	}
	return out
}

// evidenceOf says what decided a link: the words, where they alone would have;
// else what speaks most for it over the rival that the words prefer.
func (m *matcher) evidenceOf(l *Link, f family) Evidence {
	if len(l.Old) == 1 && len(l.New) == 1 && l.Old[0].Text == l.New[0].Text {
		return Identical
	}
	c, at := m.candAt(f.old[0], f.new[0])
	if c == nil || len(f.old)+len(f.new) > 2 {
		return Words
	}
	best := none
	for _, n := range m.candsOf(f) {
		if n != at && m.cands[n].score > c.score && (best == none || m.cands[n].score > m.cands[best].score) {
			best = n
		}
	}
	if best == none && c.score >= m.t.Threshold {
		return Words
	}
	mine, theirs := m.aspects(at), [aspects]odds{}
	if best != none {
		theirs = m.aspects(best)
	}
	most := Words
	lead := odds(0)
	for a, z := range mine {
		if e := Aspect(a).evidence(); e != Words && z-theirs[a] > lead {
			most, lead = e, z-theirs[a]
		}
	}
	return most
}
