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
	l.Score = m.scoreOf(f)
	switch {
	case m.old.how[f.old[0]] == Pinned:
		l.Evidence, l.Margin = Pinned, 1
		return
	case m.old.settled[f.old[0]]:
		l.Evidence, l.Margin = Words, 1
		if l.Old[0].Text == l.New[0].Text {
			l.Evidence = Identical
		}
		return
	}
	lead := m.leadOf(f)
	l.Margin = max(0, min(lead.alone, lead.rival, lead.passage))
	l.Evidence = m.evidenceOf(l, f)
	l.Uncertain = lead.alone < m.t.Unsure || lead.rival < m.t.UnsureRival || lead.passage < m.t.UnsurePassage
	l.Rivals = m.rivalsOf(f)
}

// judgeAlone judges an added or removed clause.
func (m *matcher) judgeAlone(l *Link, f family) {
	l.Margin = 1
	if len(f.old) > 0 && m.old.how[f.old[0]] == Pinned || len(f.new) > 0 && m.new.how[f.new[0]] == Pinned {
		l.Evidence = Pinned
		return
	}
	for _, n := range m.candsOf(f) {
		c := &m.cands[n]
		free := len(m.oldMates[c.old]) == 0 && len(m.newMates[c.new]) == 0
		if free {
			l.Margin = min(l.Margin, max(0, m.t.Threshold-c.total))
		}
	}
	l.Uncertain = l.Margin < m.t.Unsure
	if l.Uncertain {
		l.Rivals = m.rivalsOf(f)
	}
}

// cand is the candidate that joins two clauses, or nil.
func (m *matcher) cand(i, j int32) *candidate {
	row := m.cands[m.byOld[i]:m.byOld[i+1]]
	for n := range row { // a handful, so nothing is won by halving
		if row[n].new == j {
			return &row[n]
		}
	}
	return nil
}

// scoreOf is the likeness of a family: for each clause its likest mate, by
// words.
func (m *matcher) scoreOf(f family) float64 {
	sum, weight := 0.0, 0.0
	add := func(words int, best float64) {
		sum += float64(max(1, words)) * best
		weight += float64(max(1, words))
	}
	for _, i := range f.old {
		best := 0.0
		for _, j := range f.new {
			best = max(best, m.likeOf(i, j))
		}
		add(len(m.old.texts[i].words), best)
	}
	for _, j := range f.new {
		best := 0.0
		for _, i := range f.old {
			best = max(best, m.likeOf(i, j))
		}
		add(len(m.new.texts[j].words), best)
	}
	return sum / weight
}

// topScore is the likeness of texts that differ in punctuation only.
const topScore = 0.99

func (m *matcher) likeOf(i, j int32) float64 {
	if m.old.texts[i].clause.Text == m.new.texts[j].clause.Text {
		return 1
	}
	if c := m.cand(i, j); c != nil {
		return min(topScore, max(c.score, c.passage))
	}
	return min(topScore, wordDice(m.old.texts[i].words, m.new.texts[j].words))
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

// lead is by how much a choice beats the best others.
type lead struct {
	alone   float64 // to part the clauses
	rival   float64 // to give one to a rival, and what the rival leaves to the other
	passage float64 // to leave a passage alone
}

// leadOf is the least lead of the links of a family.
func (m *matcher) leadOf(f family) lead {
	least := lead{1, 1, 1}
	for _, i := range f.old {
		for _, j := range m.oldMates[i] {
			c := m.cand(i, j)
			if c == nil {
				continue
			}
			if c.passage > 0 {
				least.passage = min(least.passage, c.passage-m.passageNeeded(c))
			} else {
				least.alone = min(least.alone, c.total-m.t.Threshold)
				least.rival = min(least.rival, m.leadOverRivals(c))
			}
		}
	}
	return least
}

// leadOverRivals is by how much a link beats the best exchange of one of its
// clauses.
func (m *matcher) leadOverRivals(c *candidate) float64 {
	least := 1.0
	for _, n := range m.candsOf(family{old: []int32{c.old}, new: []int32{c.new}}) {
		r := &m.cands[n]
		if r.old == c.old && r.new == c.new {
			continue
		}
		lost, won := c.total-m.t.Threshold, r.total-m.t.Threshold
		var other, left int32 // the link that r would break, and the clause that it leaves
		if r.old == c.old {
			other, left = m.new.partner[r.new], c.new
			if other != none {
				lost += m.gain(other, r.new)
				won += max(0, m.gain(other, left))
			}
		} else {
			other, left = m.old.partner[r.old], c.old
			if other != none {
				lost += m.gain(r.old, other)
				won += max(0, m.gain(left, other))
			}
		}
		least = min(least, lost-won)
	}
	return least
}

// gain is what a link adds to the whole.
func (m *matcher) gain(i, j int32) float64 {
	if c := m.cand(i, j); c != nil {
		return c.total - m.t.Threshold
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
		total    float64
		old, new int32
	}
	var rivals []rival
	for _, n := range m.candsOf(f) {
		c := &m.cands[n]
		if slices.Contains(f.old, c.old) && slices.Contains(f.new, c.new) || c.total < m.t.Threshold-m.t.Unsure {
			continue
		}
		rivals = append(rivals, rival{Rival{m.old.texts[c.old].clause, m.new.texts[c.new].clause, min(1, c.score)}, c.total, c.old, c.new})
	}
	slices.SortFunc(rivals, func(a, b rival) int {
		return cmp.Or(cmp.Compare(b.total, a.total), cmp.Compare(a.old, b.old), cmp.Compare(a.new, b.new))
	})
	var out []Rival
	for _, r := range rivals[:min(len(rivals), maxRivals)] {
		out = append(out, r.Rival)
	}
	return out
}

// evidenceOf says what decided a link: a slot, where without slots a rival
// would be ahead; the words, where they alone would have; else what speaks most
// for it over the rival that the words prefer.
func (m *matcher) evidenceOf(l *Link, f family) Evidence {
	if len(l.Old) == 1 && len(l.New) == 1 && l.Old[0].Text == l.New[0].Text {
		return Identical
	}
	c := m.cand(f.old[0], f.new[0])
	if c == nil || len(f.old)+len(f.new) > 2 {
		return Words
	}
	if c.slot > 0 && c.total-c.slot < m.t.Threshold {
		return Slot
	}
	best := candidate{score: m.t.Threshold}
	for _, n := range m.candsOf(f) {
		r := m.cands[n]
		if r.old == c.old && r.new == c.new {
			continue
		}
		if c.total >= r.total && c.total-c.slot < r.total-r.slot {
			return Slot
		}
		if r.score > best.score {
			best = r
		}
	}
	if c.score >= best.score {
		return Words
	}
	around := m.t.Support*(c.support-best.support) - m.t.Cross*(c.cross-best.cross)
	place, slot := c.place-best.place, c.slot-best.slot
	switch {
	case slot > around && slot > place:
		return Slot
	case place > around:
		return Section
	}
	return Neighbours
}
