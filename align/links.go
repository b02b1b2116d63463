package align

import (
	"slices"

	"reprise/internal/chain"
	"reprise/resolution"
)

// links makes the links of all clauses from what the matcher found, turns them
// back and puts them into order.
func (p *pair) links() []Link {
	links := p.matcher.links()
	links = headlines(append(links, p.roles...))
	if p.turned {
		p.old, p.new = p.new, p.old
		for i := range links {
			links[i] = links[i].turned()
		}
	}
	return inReadingOrder(links, p.old, p.new)
}

func (l Link) turned() Link {
	l.Old, l.New = l.New, l.Old
	for i, r := range l.Rivals {
		l.Rivals[i] = Rival{Old: r.New, New: r.Old, Score: r.Score}
	}
	return l
}

// inReadingOrder puts links into the order that Documents promises.
func inReadingOrder(links []Link, old, new []*resolution.Clause) []Link {
	holder := make(map[*resolution.Clause]int, len(old)+len(new))
	for n, l := range links {
		for _, c := range l.Old {
			holder[c] = n
		}
		for _, c := range l.New {
			holder[c] = n
		}
	}
	removed := map[int][]int{} // by link, or head: the removed clauses right behind it
	behind := head
	for _, c := range old {
		n := holder[c]
		switch l := &links[n]; {
		case len(l.New) == 0:
			if behind == head || links[behind].New[0].Part != c.Part {
				behind = lastBefore(c.Part, new, holder)
			}
			removed[behind] = append(removed[behind], n)
		case !l.Moved && l.New[0].Part == c.Part:
			behind = n
		}
	}
	out := make([]Link, 0, len(links))
	put := func(at int) {
		for _, r := range removed[at] {
			out = append(out, links[r])
		}
	}
	put(head)
	for _, c := range new {
		n := holder[c]
		if links[n].New[0] != c {
			continue
		}
		out = append(out, links[n])
		put(n)
	}
	return out
}

// head is the place before all links.
const head = -1

// lastBefore is the link of the last new clause of the parts before one: where
// what was removed from that part stands if nothing of it was kept before it.
func lastBefore(part resolution.Part, new []*resolution.Clause, holder map[*resolution.Clause]int) int {
	last := head
	for _, c := range new {
		if c.Part < part {
			last = holder[c]
		}
	}
	return last
}

// links gives the links of the body, in no order that matters.
func (m *matcher) links() []Link {
	families := m.families()
	units := make([]chain.Pair, 0, len(families))
	links := make([]Link, 0, len(families))
	clauses := make([]*resolution.Clause, 0, len(m.old.texts)+len(m.new.texts))
	for _, f := range families {
		links = append(links, m.link(f, &clauses))
		if len(f.old) > 0 && len(f.new) > 0 {
			units = append(units, chain.Pair{Old: f.old[0], New: f.new[0], Weight: m.wordsOf(f)})
		}
	}
	keep := chain.Heaviest(units, chain.Rising)
	n := 0
	for i, f := range families {
		if len(f.old) > 0 && len(f.new) > 0 {
			links[i].Moved = !keep[n]
			n++
		}
	}
	return links
}

// family is the clauses that one link joins, in reading order.
type family struct{ old, new []int32 }

// families are the clauses that hang together by their mates.
func (m *matcher) families() []family {
	out := make([]family, 0, len(m.old.texts))
	olds, news := m.x.mem.ints.take(len(m.old.texts))[:0], m.x.mem.ints.take(len(m.new.texts))[:0]
	oldSeen, newSeen := make([]bool, len(m.old.texts)), make([]bool, len(m.new.texts))
	var grow, growNew func(int32)
	grow = func(i int32) {
		if oldSeen[i] {
			return
		}
		oldSeen[i] = true
		olds = append(olds, i)
		for _, j := range m.oldMates[i] {
			growNew(j)
		}
	}
	growNew = func(j int32) {
		if newSeen[j] {
			return
		}
		newSeen[j] = true
		news = append(news, j)
		for _, i := range m.newMates[j] {
			grow(i)
		}
	}
	for i := range m.old.texts {
		if !oldSeen[i] {
			o, n := len(olds), len(news)
			grow(int32(i))
			f := family{olds[o:len(olds):len(olds)], news[n:len(news):len(news)]}
			slices.Sort(f.old)
			slices.Sort(f.new)
			out = append(out, f)
		}
	}
	for j := range m.new.texts {
		if !newSeen[j] {
			news = append(news, int32(j))
			out = append(out, family{new: news[len(news)-1:]})
		}
	}
	return out
}

// wordsOf is the weight of a family in moves: its words on both sides. A
// clause without words weighs a little too, or it could not stay in order.
func (m *matcher) wordsOf(f family) float64 {
	n := 0
	for _, i := range f.old {
		n += max(1, len(m.old.texts[i].words))
	}
	for _, j := range f.new {
		n += max(1, len(m.new.texts[j].words))
	}
	return float64(n)
}

// link makes the link of a family; its clauses are listed at the end of a
// list of clauses that all links share.
func (m *matcher) link(f family, list *[]*resolution.Clause) Link {
	l := Link{Old: m.old.named(f.old, list), New: m.new.named(f.new, list)}
	m.judge(&l, f)
	return l
}

// named gives clauses by their places; nil for none.
func (b *body) named(places []int32, list *[]*resolution.Clause) []*resolution.Clause {
	if len(places) == 0 {
		return nil
	}
	start := len(*list)
	for _, i := range places {
		*list = append(*list, b.texts[i].clause)
	}
	return (*list)[start:len(*list):len(*list)]
}
