package align

import (
	"cmp"
	"math"
	"slices"
)

// matcher aligns two bodies.
type matcher struct {
	k                  *knobs
	x                  *lexis
	old, new           *body
	cands              []candidate // by old, then new
	byOld              []int32     // where the candidates of each old clause start
	byNew              [][]int32   // the candidates of each new clause
	meter              *meter
	oldMates, newMates [][]int32
	forbidden          map[[2]int32]bool
	pinnedMates        [][2]int32
}

// candidate is a link under consideration.
type candidate struct {
	old, new int32
	like     likeness
	score    float64 // of the words alone
	share    float64 // how much of the claims on both clauses is this one's
	support  float64 // what the clauses around say, 0 to 1
	cross    float64 // how much of the order it breaks, 0 to 1
	place    float64 // part, section and parent
	slot     float64 // taken away for slots that disagree
	total    float64
	passage  float64
}

func newMatcher(old, new *body) *matcher {
	return &matcher{k: &standard, x: &lexis{}, old: old, new: new}
}

func (m *matcher) run() {
	m.readAll()
	m.anchor()
	m.x.weigh(m.k)
	m.fill()
	m.propose()
	m.provisional()
	for range contextRounds {
		m.context()
	}
	m.assign()
	m.groups()
}

const contextRounds = 2

func (m *matcher) readAll() {
	x := m.x
	for _, b := range []*body{m.old, m.new} {
		total := 0
		for i := range b.texts {
			total += len(b.texts[i].clause.Text)/4 + 4
		}
		arena := make([]int32, 0, total)
		for i := range b.texts {
			start := len(arena)
			arena = x.read(b.texts[i].clause.Text, arena)
			b.texts[i].words = arena[start:len(arena):len(arena)]
			b.texts[i].same = sequence(b.texts[i].words)
		}
	}
	x.clauses = len(m.old.texts) + len(m.new.texts)
	x.local = make([]int32, len(x.common))
	x.seen = make([]int32, len(x.common))
	for _, b := range []*body{m.old, m.new} {
		for i := range b.texts {
			x.stamp++
			for _, c := range b.texts[i].words {
				if x.seen[c] != x.stamp {
					x.seen[c] = x.stamp
					x.local[c]++
				}
			}
		}
	}
}

// sequence is a number for a sequence of words.
func sequence(words []int32) uint64 {
	h := uint64(14695981039346656037)
	for _, w := range words {
		h = (h ^ uint64(w)) * 1099511628211
		h ^= h >> 29
	}
	return h
}

func (m *matcher) join(i, j int32) { m.old.partner[i], m.new.partner[j] = j, i }

// fill makes the bags of the clauses that are still open.
func (m *matcher) fill() {
	x := m.x
	x.seen = make([]int32, len(x.common))
	x.slot = make([]int32, len(x.common))
	x.stamp = 0
	var scratch []int32
	for _, b := range []*body{m.old, m.new} {
		for i := range b.texts {
			if b.settled[i] {
				continue
			}
			t := &b.texts[i]
			x.stamp++
			t.bag = bagOf(t.words, x.seen, x.slot, x.stamp, nil)
			scratch = x.couples(t.words, scratch[:0])
			t.pairs = bagOf(scratch, x.pseen, x.pslot, x.stamp, nil)
			for _, e := range t.bag {
				t.weight += float64(e.n) * x.weight[e.class]
				t.matter += float64(e.n) * x.matter[e.class]
			}
			for _, e := range t.pairs {
				t.runs += float64(e.n) * x.pairOf[e.class]
				x.pairIn[e.class]++
			}
		}
	}
	x.onceOf = make([]float64, len(x.pairOf))
	for c := range x.onceOf {
		x.onceOf[c] = x.pairOf[c] * min(1, 2/float64(x.pairIn[c]))
	}
	for _, b := range []*body{m.old, m.new} {
		for i := range b.texts {
			t := &b.texts[i]
			for _, e := range t.pairs {
				t.once += float64(e.n) * x.onceOf[e.class]
			}
		}
	}
}

// couples gives the classes of the pairs of neighbouring words.
func (x *lexis) couples(words, out []int32) []int32 {
	for i := 1; i < len(words); i++ {
		a, b := words[i-1], words[i]
		at, known := x.pairs.slot(uint64(a)<<32 | uint64(uint32(b)))
		if !known {
			*at = int32(len(x.pairOf))
			x.pairOf = append(x.pairOf, (x.weight[a]+x.weight[b])/2)
			x.pseen = append(x.pseen, 0)
			x.pairIn = append(x.pairIn, 0)
			x.pslot = append(x.pslot, 0)
		}
		out = append(out, *at)
	}
	return out
}

const (
	maxPosting = 256
	maxRow     = 24
)

// propose finds the candidates: open clauses that share enough.
func (m *matcher) propose() {
	postings := make([][]count, len(m.x.common))
	for j := range m.new.texts {
		for _, e := range m.new.texts[j].bag {
			postings[e.class] = append(postings[e.class], count{int32(j), e.n})
		}
	}
	m.meter = newMeter(m.k, m.x)
	acc := make([]float64, len(m.new.texts))
	var touched []int32
	m.byOld = make([]int32, len(m.old.texts)+1)
	m.byNew = make([][]int32, len(m.new.texts))
	for i := range m.old.texts {
		m.byOld[i] = int32(len(m.cands))
		a := &m.old.texts[i]
		if m.old.settled[i] {
			continue
		}
		touched = touched[:0]
		for _, e := range a.bag {
			list := postings[e.class]
			if len(list) > maxPosting {
				continue
			}
			w := m.x.matter[e.class]
			for _, p := range list {
				if acc[p.class] == 0 {
					touched = append(touched, p.class)
				}
				acc[p.class] += w * float64(min(p.n, e.n))
			}
		}
		slices.Sort(touched)
		m.meter.hold(a)
		for _, j := range touched {
			shared := acc[j]
			acc[j] = 0
			b := &m.new.texts[j]
			if m.forbidden[[2]int32{int32(i), j}] {
				continue
			}
			if shared < m.k.MinCover*min(a.matter, b.matter) && 2*shared < m.k.MinLike*(a.matter+b.matter) {
				continue
			}
			l := m.meter.to(b)
			m.cands = append(m.cands, candidate{old: int32(i), new: j, like: l, score: l.score(m.k)})
		}
		m.trim(int(m.byOld[i]))
	}
	m.byOld[len(m.old.texts)] = int32(len(m.cands))
	for n, c := range m.cands {
		m.byNew[c.new] = append(m.byNew[c.new], int32(n))
	}
}

// trim keeps the best candidates of a row.
func (m *matcher) trim(start int) {
	row := m.cands[start:]
	if len(row) <= maxRow {
		return
	}
	slices.SortFunc(row, func(a, b candidate) int {
		return cmp.Or(cmp.Compare(b.score, a.score), cmp.Compare(a.new, b.new))
	})
	m.cands = m.cands[:start+maxRow]
	row = m.cands[start:]
	slices.SortFunc(row, func(a, b candidate) int { return cmp.Compare(a.new, b.new) })
}

// provisional links the clauses whose words claim each other before all others.
func (m *matcher) provisional() {
	sumOld, sumNew := make([]float64, len(m.old.texts)), make([]float64, len(m.new.texts))
	for i := range m.cands {
		c := &m.cands[i]
		q := math.Pow(c.score, m.k.Sharp)
		c.share = q
		sumOld[c.old] += q
		sumNew[c.new] += q
	}
	for i := range m.cands {
		c := &m.cands[i]
		q := c.share
		c.share = q / (sumOld[c.old] + sumNew[c.new] - q)
		c.total = c.score
		if c.score*c.share < .15 {
			c.share = 0
		}
	}
}

// view is the provisional alignment that the context is read from.
type view struct {
	oldTo, newTo     []int32   // best partner or none
	oldSure, newSure []float64 // and how sure
	oldRank, newRank []int32   // how many linked clauses stand before
	oldDone, newDone []float64 // backbone weight up to a clause
}

func (m *matcher) look() *view {
	v := &view{}
	v.oldTo, v.oldSure = m.bests(m.old, true)
	v.newTo, v.newSure = m.bests(m.new, false)
	// only links that both sides want
	for i, j := range v.oldTo {
		if j != none && v.newTo[j] != int32(i) {
			v.oldTo[i] = none
		}
	}
	for j, i := range v.newTo {
		if i != none && v.oldTo[i] != int32(j) {
			v.newTo[j] = none
		}
	}
	v.oldRank, v.newRank = ranks(v.oldTo), ranks(v.newTo)
	m.backbone(v)
	return v
}

func ranks(to []int32) []int32 {
	r := make([]int32, len(to)+1)
	for i, j := range to {
		r[i+1] = r[i]
		if j != none {
			r[i+1]++
		}
	}
	return r
}

func (m *matcher) bests(b *body, isOld bool) ([]int32, []float64) {
	to := make([]int32, len(b.texts))
	sure := make([]float64, len(b.texts))
	best := make([]float64, len(b.texts))
	for i := range to {
		to[i] = b.partner[i]
		if to[i] != none {
			sure[i], best[i] = 1, math.Inf(1)
		}
	}
	for n := range m.cands {
		c := &m.cands[n]
		i, j := c.old, c.new
		if !isOld {
			i, j = j, i
		}
		if c.share > 0 && c.total > best[i] {
			best[i], to[i], sure[i] = c.total, j, c.share*c.score
		}
	}
	return to, sure
}

// backbone finds the heaviest chain of provisional links in order.
func (m *matcher) backbone(v *view) {
	var items []item
	for i, j := range v.oldTo {
		if j != none {
			items = append(items, item{int32(i), j, v.oldSure[i]})
		}
	}
	keep := heaviest(items)
	v.oldDone = make([]float64, len(v.oldTo)+1)
	v.newDone = make([]float64, len(v.newTo)+1)
	for n, it := range items {
		if keep[n] {
			v.oldDone[it.old+1] += it.weight
			v.newDone[it.new+1] += it.weight
		}
	}
	for i := 1; i < len(v.oldDone); i++ {
		v.oldDone[i] += v.oldDone[i-1]
	}
	for j := 1; j < len(v.newDone); j++ {
		v.newDone[j] += v.newDone[j-1]
	}
}

// context gives every candidate its total from the provisional alignment.
func (m *matcher) context() {
	v := m.look()
	affinity := m.sections(v)
	for n := range m.cands {
		c := &m.cands[n]
		c.support = m.support(v, c)
		crossed := math.Abs(v.oldDone[c.old] - v.newDone[c.new])
		c.cross = crossed / (crossed + 4)
		c.place = m.place(v, affinity, c)
		c.total = c.score + m.k.Support*c.support - m.k.Cross*c.cross + c.place
	}
	m.claim()
}

func (m *matcher) claim() {
	sumOld, sumNew := make([]float64, len(m.old.texts)), make([]float64, len(m.new.texts))
	for i := range m.cands {
		c := &m.cands[i]
		q := math.Pow(max(c.total, 0), m.k.Sharp)
		c.share = q
		sumOld[c.old] += q
		sumNew[c.new] += q
	}
	for i := range m.cands {
		c := &m.cands[i]
		q := c.share
		if c.share = 0; q > 0 && c.total > m.k.Threshold {
			c.share = q / (sumOld[c.old] + sumNew[c.new] - q)
		}
	}
}

// support asks the linked clauses around, on both sides, whether their
// partners stand around the other clause too.
func (m *matcher) support(v *view, c *candidate) float64 {
	sum := m.ask(v.oldTo, v.oldSure, v.oldRank, v.newRank, c.old, c.new)
	sum += m.ask(v.newTo, v.newSure, v.newRank, v.oldRank, c.new, c.old)
	return sum / 2
}

const (
	askReach = 6
	askCount = 2
)

func (m *matcher) ask(to []int32, sure []float64, rank, otherRank []int32, i, j int32) float64 {
	sum, weight := 0.0, 0.0
	for _, step := range [2]int32{-1, 1} {
		asked := 0
		for d := int32(1); d <= askReach && asked < askCount; d++ {
			n := i + step*d
			if n < 0 || n >= int32(len(to)) {
				if asked == 0 { // the edge of the text: agree if the other is at its edge too
					weight += .5
					if between(otherRank, j, edge(step, len(otherRank)-1)) == 0 {
						sum += .5
					}
				}
				break
			}
			p := to[n]
			if p == none {
				continue
			}
			asked++
			w := 1 / float64(asked)
			weight += w
			if (p-j)*step <= 0 {
				continue
			}
			gap := between(otherRank, j, p) - between(rank, i, n)
			if gap < 0 {
				gap = -gap
			}
			sum += w * (.5 + .5*sure[n]) / float64(1+gap)
		}
	}
	if weight == 0 {
		return 0
	}
	return sum / weight
}

func edge(step int32, n int) int32 {
	if step < 0 {
		return -1
	}
	return int32(n)
}

// between counts the linked clauses strictly between two places.
func between(rank []int32, a, b int32) int32 {
	if a > b {
		a, b = b, a
	}
	if b-a <= 1 {
		return 0
	}
	return rank[b] - rank[a+1]
}

// sections gives the share of each old section's links that go to each new one.
func (m *matcher) sections(v *view) map[[2]int32]float64 {
	so, sn := m.old.section, m.new.section
	if len(so) == 0 || len(sn) == 0 || so[len(so)-1] == 0 && sn[len(sn)-1] == 0 {
		return nil
	}
	links := map[[2]int32]float64{}
	olds, news := map[int32]float64{}, map[int32]float64{}
	for i, j := range v.oldTo {
		if j != none {
			links[[2]int32{so[i], sn[j]}] += v.oldSure[i]
			olds[so[i]] += v.oldSure[i]
			news[sn[j]] += v.oldSure[i]
		}
	}
	for k, w := range links {
		links[k] = 2 * w / (olds[k[0]] + news[k[1]] + 1)
	}
	return links
}

func (m *matcher) place(v *view, affinity map[[2]int32]float64, c *candidate) float64 {
	a, b := m.old.texts[c.old].clause, m.new.texts[c.new].clause
	sum := 0.0
	if a.Part != b.Part {
		sum -= m.k.Part
	}
	if a.Kind != b.Kind {
		sum -= 2 * m.k.Part
	}
	if affinity != nil {
		sum += m.k.SectionGain * affinity[[2]int32{m.old.section[c.old], m.new.section[c.new]}]
	}
	p, q := m.old.parent[c.old], m.new.parent[c.new]
	switch {
	case p != none && q != none && v.oldTo[p] == q:
		sum += m.k.ParentGain
	case (p == none) != (q == none):
		sum -= m.k.Part
	}
	return sum
}
