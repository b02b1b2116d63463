package align

import (
	"slices"

	"reprise/internal/lexicon"
)

// matcher aligns two bodies. It is used once: settle what is pinned, then run.
type matcher struct {
	t         *thresholds
	model     *Model
	x         *lexis
	old, new  *body
	meter     *meter
	offices   [2]offices          // of the old and the new text
	names     map[string]string   // short names and the long ones that they stand for
	symbols   [2]string           // of the old and the new text; "" where it prints none
	lexicons  [2]*lexicon.Lexicon // of the old and the new text; nil where their language has none
	likeliest [2][]leaders        // of every clause by log odds, once the second look is taken
	closer    *closer             // once the second look is taken

	cands []candidate // by old, then new
	byOld []int32     // where the candidates of each old clause start
	byNew [][]int32   // the candidates of each new clause

	// by clause: those of the other side that it is linked with
	oldMates, newMates [][]int32

	forbidden   map[[2]int32]bool // pairs that a pin rules out
	pinnedMates [][2]int32        // pairs that a pin joins

	leftOld, leftNew []int32    // scratch by class, see unexplained
	listed           []int32    // scratch, see candsOf
	ranked           []standing // scratch, see trim
}

// candidate is a link under consideration.
type candidate struct {
	old, new int32
	like     likeness
	score    float64 // of the words alone
	share    float64 // how much of the claims on both clauses is this one's
	support  float64 // what the clauses around say, 0 to 1
	cross    float64 // how much of the order it breaks, 0 to 1
	titles   float64 // how much the titles that both quote disagree, 0 to 1
	total    float64 // the first look's: score with what the context adds and takes
	odds     odds    // the second look's
	asPart   odds    // that it joins a link of others
	joined   bool    // it did
}

func newMatcher(old, new *body, model *Model) *matcher {
	return &matcher{t: &standard, model: model, x: &lexis{mem: memories.Get().(*memory)}, old: old, new: new}
}

// run links all clauses that are not settled.
func (m *matcher) run() {
	m.firstLook()
	m.secondLook()
	m.assign()
	m.seeds()
	m.groups()
}

// firstLook finds the candidates and gives each a total by a rule of thumb, from
// which the second look learns who stands where.
func (m *matcher) firstLook() {
	m.readAll()
	m.anchor()
	m.x.lookUp(m.open())
	m.x.weigh(m.t)
	m.fill()
	m.findTitles()
	m.propose()
	m.offices = [2]offices{officesOf(m.old, m.lexicons[0]), officesOf(m.new, m.lexicons[1])}
	m.proposeMore()
	m.index()
	m.firstClaims()
	m.consider()
}

// secondLook gives every candidate its log odds.
func (m *matcher) secondLook() {
	m.closer = m.newCloser()
	var f [linkFeatureCount]float64
	for n := range m.cands {
		c := &m.cands[n]
		c.odds = hopeless
		if c.total >= unlikely && m.mayMatch(c) {
			m.closer.features(int32(n), &f)
			c.odds = m.model.weights[OfLink].of(f[:])
		}
	}
	m.favourOwn()
	m.likeliest = leadersBy(m, func(c *candidate) odds { return c.odds })
}

// mayMatch tells whether a candidate's kinds let it be linked.
func (m *matcher) mayMatch(c *candidate) bool {
	return isHeading(m.old.texts[c.old].clause) == isHeading(m.new.texts[c.new].clause) || c.score >= nearlySame
}

// readAll reads every text into classes of words.
func (m *matcher) readAll() {
	m.names = longNames(m.old, m.new)
	m.x.reserve((m.old.bytes() + m.new.bytes()) / bytesPerForm)
	m.readBody(m.old, nil)
	m.readBody(m.new, m.old.texts)
	m.countClauses()
}

// readBody reads the texts of one side. A text that stands as it is among
// those read before is not read again, if it stands close behind the last such.
func (m *matcher) readBody(b *body, before []text) {
	arena := m.x.mem.ints.take(b.bytes() / bytesPerWord)[:0]
	for i := range b.texts {
		t := &b.texts[i]
		if n := sameText(t, before); n >= 0 {
			t.words, t.same, t.quotes = before[n].words, before[n].same, before[n].quotes
			before = before[n+1:]
			continue
		}
		start := len(arena)
		arena = m.x.read(m.named(t.clause.Text), arena)
		t.words = arena[start:len(arena):len(arena)]
		t.same, t.quotes = sequence(t.words), m.x.quotes
	}
}

// sameText is which of the next few texts is the same to the letter, or -1.
func sameText(t *text, next []text) int {
	return slices.IndexFunc(next[:min(len(next), fewTexts)], func(o text) bool { return o.clause.Text == t.clause.Text })
}

// fewTexts is more than are dropped or added in one place, mostly.
const fewTexts = 8

// countClauses counts for every class in how many clauses it stands.
func (m *matcher) countClauses() {
	x := m.x
	x.clauses = len(m.old.texts) + len(m.new.texts)
	x.local = x.mem.ints.take(len(x.kind))
	seen := x.mem.ints.take(len(x.kind))
	stamp := int32(0)
	for _, b := range [...]*body{m.old, m.new} {
		for i := range b.texts {
			stamp++
			for _, c := range b.texts[i].words {
				if seen[c] != stamp {
					seen[c] = stamp
					x.local[c]++
				}
			}
		}
	}
}

// open lists the texts that are not settled.
func (m *matcher) open() []*text {
	var out []*text
	for _, b := range [...]*body{m.old, m.new} {
		for i := range b.texts {
			if !b.settled[i] {
				out = append(out, &b.texts[i])
			}
		}
	}
	return out
}

// sequence is a number for a sequence of words, taken two at a time.
func sequence(words []int32) uint64 {
	h := uint64(14695981039346656037)
	for ; len(words) > 1; words = words[2:] {
		h = (h ^ uint64(words[0])<<32 ^ uint64(words[1])) * 1099511628211
		h ^= h >> 29
	}
	if len(words) > 0 {
		h = (h ^ uint64(words[0])) * 1099511628211
	}
	return h
}

func (m *matcher) join(i, j int32) { m.old.partner[i], m.new.partner[j] = j, i }
