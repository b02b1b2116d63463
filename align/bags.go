package align

// fill makes the bags of the clauses that are still open, and their weights.
func (m *matcher) fill() {
	open := m.open()
	words := 0
	for _, t := range open {
		words += len(t.words)
	}
	m.x.reservePairs(words)
	arena := m.x.mem.counts.take(2 * words)[:0]
	couples := m.x.mem.ints.take(words)[:0]
	for n, t := range open {
		stamp := int32(n + 1)
		start := len(arena)
		arena = bagOf(t.words, &m.x.wordMarks, stamp, arena)
		t.bag = arena[start:len(arena):len(arena)]
		couples = m.x.couples(t.words, couples[:0])
		start = len(arena)
		arena = bagOf(couples, &m.x.pairMarks, stamp, arena)
		t.pairs = arena[start:len(arena):len(arena)]
	}
	m.x.weighPairs(open)
	for _, t := range open {
		t.add(m.x)
	}
}

// add adds up the weights of the bags.
func (t *text) add(x *lexis) {
	for _, e := range t.bag {
		t.weight += float64(float64(e.n) * x.weight[e.class])
		t.matter += float64(float64(e.n) * x.matter[e.class])
	}
	for _, e := range t.pairs {
		t.runs += float64(float64(e.n) * x.pairOf[e.class])
		t.once += float64(float64(e.n) * x.onceOf[e.class])
	}
}

// marks are scratch by class for counting one text after the other.
type marks struct {
	seen []int32 // the stamp of the text that had the class last
	slot []int32 // and where it stands in that text's bag
}

func (m *memory) marks(classes int) marks {
	return marks{m.ints.take(classes), m.ints.take(classes)}
}

// bagOf counts the distinct classes of a text onto the end of a list of bags.
func bagOf(classes []int32, m *marks, stamp int32, bags []count) []count {
	for _, c := range classes {
		if m.seen[c] != stamp {
			m.seen[c], m.slot[c] = stamp, int32(len(bags))
			bags = append(bags, count{c, 0})
		}
		bags[m.slot[c]].n++
	}
	return bags
}

// reservePairs makes room for the pairs of so many words.
func (x *lexis) reservePairs(words int) {
	x.wordMarks, x.pairMarks = x.mem.marks(len(x.kind)), x.mem.marks(words)
	x.pairs.reserve(words, x.mem)
	x.pairOf = x.mem.floats.take(words)[:0]
}

// sort is the class by which a word stands in a pair: any number is like any
// other there, so that a clause rolled forward to the next year keeps its pairs.
func (x *lexis) sort(class int32) int32 {
	if kind := x.kind[class]; kind != plainWord {
		return int32(kind) - int32(citation) - 1
	}
	return class
}

// couples gives the classes of the pairs of neighbouring words.
func (x *lexis) couples(words, out []int32) []int32 {
	for i := 1; i < len(words); i++ {
		a, b := x.sort(words[i-1]), x.sort(words[i])
		at, known := x.pairs.slot(uint64(uint32(a))<<32 | uint64(uint32(b)))
		if !known {
			*at = int32(len(x.pairOf))
			x.pairOf = append(x.pairOf, (x.weight[words[i-1]]+x.weight[words[i]])/2)
		}
		out = append(out, *at)
	}
	return out
}

// weighPairs makes the pairs light that stand in many clauses: a name that all
// clauses use has not wandered from one to the other.
func (x *lexis) weighPairs(open []*text) {
	in := x.mem.ints.take(len(x.pairOf))
	for _, t := range open {
		for _, e := range t.pairs {
			in[e.class]++
		}
	}
	x.onceOf = x.mem.floats.take(len(x.pairOf))
	for c := range x.onceOf {
		x.onceOf[c] = x.pairOf[c] * min(1, 2/float64(max(1, in[c])))
	}
}
