package align

import (
	"math"

	"reprise/internal/chain"
)

// outlook is the provisional alignment seen from one side.
type outlook struct {
	to   []int32   // by clause: its partner, or none
	sure []float64 // by clause: how sure that is, 0 to 1
	rank []int32   // by clause: how many linked clauses stand before it
	prev []int32   // by clause: the nearest linked one before it, or -1
	next []int32   // by clause: the nearest linked one behind it, or the number of clauses
	done []float64 // by clause: weight of the backbone before it
}

// view is the provisional alignment that the context is read from.
type view struct{ old, new outlook }

// claims gives every candidate its share of all claims on its clauses. Those
// that the first look does not trust get none.
func (m *matcher) claims(trusted func(*candidate) bool) {
	olds, news := m.x.mem.floats.take(len(m.old.texts)), m.x.mem.floats.take(len(m.new.texts))
	for n := range m.cands {
		c := &m.cands[n]
		c.share = fourth(max(c.total, 0))
		olds[c.old] += c.share
		news[c.new] += c.share
	}
	for n := range m.cands {
		c := &m.cands[n]
		if c.share > 0 {
			c.share /= olds[c.old] + news[c.new] - c.share
		}
		if !trusted(c) {
			c.share = 0
		}
	}
}

// fourth is the fourth power: of two likenesses the greater claims nearly all.
func fourth(x float64) float64 { return float64(x * x * x * x) }

// firstTrust is what likeness and share of the claims must be at first, as a
// product: a clause of half the words (.5) that has a third of the claims.
const firstTrust = 0.15

// firstClaims are the claims by words alone.
func (m *matcher) firstClaims() {
	for n := range m.cands {
		m.cands[n].total = m.cands[n].score
	}
	m.claims(func(c *candidate) bool { return c.score*c.share >= firstTrust })
}

// consider gives every candidate its total: its score, and what the clauses
// around it say by the links that both their sides prefer at present.
func (m *matcher) consider() {
	v := m.look()
	affinity := m.sections(v)
	m.surround(v)
	for n := range m.cands {
		c := &m.cands[n]
		c.titles = m.titlesDisagree(&m.old.texts[c.old], &m.new.texts[c.new])
		c.total = c.score + float64((m.t.Support+float64(m.t.Short*m.shortness(c)))*c.support) - float64(m.t.Cross*c.cross) +
			m.place(v, c) + float64(m.t.Section*affinity[[2]int32{m.old.section[c.old], m.new.section[c.new]}]) - float64(m.t.Title*c.titles)
	}
	m.claims(func(c *candidate) bool { return c.total > m.t.Threshold })
}

// surround asks what the clauses around every candidate say.
func (m *matcher) surround(v *view) {
	for n := range m.cands {
		c := &m.cands[n]
		c.support = (ask(&v.old, &v.new, c.old, c.new) + ask(&v.new, &v.old, c.new, c.old)) / 2
		crossed := math.Abs(v.old.done[c.old] - v.new.done[c.new])
		c.cross = crossed / (crossed + halfCrossed)
	}
}

// shortness is 1 for clauses of no words, 0 from shortWords on: of three words
// one may well have changed, and the place says more than the other two.
func (m *matcher) shortness(c *candidate) float64 {
	n := max(len(m.old.texts[c.old].words), len(m.new.texts[c.new].words))
	return max(0, 1-float64(n)/shortWords)
}

// shortWords is the length of the shortest usual clause ("Recalling its
// resolution 73/58 of 5 December 2018").
const shortWords = 10

// halfCrossed is how many sure links a move must cross to lose half of what it
// can lose: to cross four or forty makes little difference.
const halfCrossed = 4

// look takes the settled links and the candidates that are the best of both
// their clauses.
func (m *matcher) look() *view {
	v := &view{m.outlook(m.old), m.outlook(m.new)}
	bestOld, bestNew := m.x.mem.nothing(len(m.old.texts)), m.x.mem.nothing(len(m.new.texts))
	better := func(best []int32, i, n int32) {
		if best[i] == none || m.cands[best[i]].total < m.cands[n].total {
			best[i] = n
		}
	}
	for n := range m.cands {
		if c := &m.cands[n]; c.share > 0 {
			better(bestOld, c.old, int32(n))
			better(bestNew, c.new, int32(n))
		}
	}
	for i, n := range bestOld {
		if n == none || bestNew[m.cands[n].new] != n {
			continue
		}
		c := &m.cands[n]
		v.old.to[i], v.new.to[c.new] = c.new, c.old
		v.old.sure[i], v.new.sure[c.new] = c.share*c.score, c.share*c.score
	}
	v.old.count()
	v.new.count()
	v.backbone()
	return v
}

func (m *matcher) outlook(b *body) outlook {
	o := outlook{
		to:   m.x.mem.ints.take(len(b.texts)),
		sure: m.x.mem.floats.take(len(b.texts)),
		rank: m.x.mem.ints.take(len(b.texts) + 1),
		prev: m.x.mem.ints.take(len(b.texts)),
		next: m.x.mem.ints.take(len(b.texts)),
		done: m.x.mem.floats.take(len(b.texts) + 1),
	}
	copy(o.to, b.partner)
	for i, j := range o.to {
		if j != none {
			o.sure[i] = 1
		}
	}
	return o
}

// nothing is a list of n times none.
func (m *memory) nothing(n int) []int32 {
	out := m.ints.take(n)
	for i := range out {
		out[i] = none
	}
	return out
}

func (o *outlook) count() {
	last := int32(-1)
	for i, j := range o.to {
		o.prev[i] = last
		o.rank[i+1] = o.rank[i]
		if j != none {
			o.rank[i+1]++
			last = int32(i)
		}
	}
	last = int32(len(o.to))
	for i := len(o.to) - 1; i >= 0; i-- {
		o.next[i] = last
		if o.to[i] != none {
			last = int32(i)
		}
	}
}

// nextLinked is the nearest linked clause in the direction of step, or the place
// just outside the text.
func (o *outlook) nextLinked(i, step int32) int32 {
	if step < 0 {
		return o.prev[i]
	}
	return o.next[i]
}

// backbone finds the heaviest chain of links in order and adds it up.
func (v *view) backbone() {
	items := make([]chain.Pair, 0, len(v.old.to))
	for i, j := range v.old.to {
		if j != none {
			items = append(items, chain.Pair{Old: int32(i), New: j, Weight: v.old.sure[i]})
		}
	}
	for n, keep := range chain.Heaviest(items, chain.Rising) {
		if keep {
			v.old.done[items[n].Old+1] = items[n].Weight
			v.new.done[items[n].New+1] = items[n].Weight
		}
	}
	for _, done := range [...][]float64{v.old.done, v.new.done} {
		for i := 1; i < len(done); i++ {
			done[i] += done[i-1]
		}
	}
}

const (
	// Two linked clauses are asked on either hand, the second with half a vote:
	// those further off know less of this place and more of others.
	asked = 2
	// Nobody is asked who stands more than six clauses away.
	reach = 6
	// That a text begins or ends here on both sides is half a vote.
	edgeVote = 0.5
)

// ask asks the linked clauses around clause i of one side whether their
// partners stand as near to clause j of the other: 0 none, 1 all. Clauses
// without a link in between do not count, so that insertions do no harm.
func ask(here, there *outlook, i, j int32) float64 {
	sum, votes := 0.0, 0.0
	for _, step := range [...]int32{-1, 1} {
		voters := 0
		for d := int32(1); d <= reach && voters < asked; d++ {
			n := i + step*d
			if n < 0 || n >= int32(len(here.to)) {
				if voters == 0 {
					votes += edgeVote
					if there.between(j, there.end(step)) == 0 {
						sum += edgeVote
					}
				}
				break
			}
			p := here.to[n]
			if p == none {
				continue
			}
			voters++
			vote := 1 / float64(voters)
			votes += vote
			if (p-j)*step > 0 {
				apart := there.between(j, p) - here.between(i, n)
				sum += float64(vote * (1 + here.sure[n]) / 2 / float64(1+max(apart, -apart)))
			}
		}
	}
	if votes == 0 {
		return 0
	}
	return sum / votes
}

// end is the place just outside the text in the direction of step.
func (o *outlook) end(step int32) int32 {
	if step < 0 {
		return -1
	}
	return int32(len(o.to))
}

// between counts the linked clauses strictly between two places.
func (o *outlook) between(a, b int32) int32 {
	a, b = min(a, b), max(a, b)
	if b-a <= 1 {
		return 0
	}
	return o.rank[b] - o.rank[a+1]
}
