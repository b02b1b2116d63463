package align

// The features of a candidate that would join a link of others. The part is the
// clause that would be added, the whole the one that it would share with the
// whole's mates.
const (
	gOdds     = iota // log odds of the two as a link
	gRest            // share of the part's matter that the whole has beyond its mates'
	gRunsPart        // share of the part's runs
	gRunsAll         // share of the whole's runs
	gMass            // what runs they share, in all
	gFree            // the part has no mate
	gBoth            // where it has: both shares of runs
	gNear            // how near the part stands to the whole's mates
	gLead            // log odds ahead of the part's other candidates
	gLength          // length of the part over that of the whole
	gSupport         // what the clauses around say
	gOpening         // share of the part's opening that the whole has beyond its mates'
	gPart            // of one part
	groupFeatureCount
)

// groupFeatures are their names in the model.
var groupFeatures = [groupFeatureCount]string{
	"odds", "rest", "runs-part", "runs-whole", "mass", "free", "both", "near", "lead", "length", "support", "opening", "part",
}

// unlikelyPart is the log odds of a link below which a candidate is no part
// either: none that readers gave lies there.
const unlikelyPart = -5.5 * nat

// joining is a candidate on its way into a link: which clause is the part.
type joining struct {
	part, whole *text
	at          int32   // of the part in its text
	mates       []int32 // of the whole, in the part's text
	best        leaders // of the part
}

// groupFeatures reads a candidate as a part and a whole; ok tells whether it can
// be one.
func (m *matcher) groupFeatures(n int32, f *[groupFeatureCount]float64) (ok bool) {
	c := &m.cands[n]
	a, b := &m.old.texts[c.old], &m.new.texts[c.new]
	olds, news := m.oldMates[c.old], m.newMates[c.new]
	if len(olds) == 0 && len(news) == 0 || c.linked(m) || c.odds <= unlikelyPart ||
		a.runs == 0 || b.runs == 0 || isHeading(a.clause) != isHeading(b.clause) {
		return false
	}
	rest := m.unexplained(c, bagOfText, m.x.matter)
	runs := m.unexplained(c, pairsOfText, m.x.onceOf)
	j := joining{a, b, c.old, news, m.likeliest[0][c.old]}
	partIsOld := len(olds) == 0 || len(news) > 0 && rest*b.matter >= rest*a.matter
	if !partIsOld {
		j = joining{b, a, c.new, olds, m.likeliest[1][c.new]}
	}
	f[gOdds] = float64(c.odds) / nat
	f[gRest] = rest / max(1, j.part.matter)
	f[gRunsPart], f[gRunsAll] = runs/max(1, j.part.once), runs/max(1, j.whole.once)
	f[gMass] = ln1p(runs)
	f[gFree], f[gBoth] = 1, 0
	if len(olds) > 0 && len(news) > 0 {
		f[gFree], f[gBoth] = 0, f[gRunsPart]+f[gRunsAll]
	}
	f[gNear] = nearness(j.at, j.mates)
	f[gLead] = float64(c.odds-m.oddsOf(j.best.otherThan(n))) / nat
	f[gLength] = ln(float64(len(j.part.words)+1) / float64(len(j.whole.words)+1))
	f[gSupport] = c.support
	f[gOpening] = m.openingInRest(c, j.part)
	f[gPart] = one(a.clause.Part == b.clause.Part)
	return true
}

func bagOfText(t *text) []count   { return t.bag }
func pairsOfText(t *text) []count { return t.pairs }

// linked tells whether a candidate's clauses are mates.
func (c *candidate) linked(m *matcher) bool {
	for _, j := range m.oldMates[c.old] {
		if j == c.new {
			return true
		}
	}
	return false
}

// nearness is 1 for a clause beside one of the others, 1/2 for the next but
// one, and so on.
func nearness(at int32, others []int32) float64 {
	nearest := int32(farOff)
	for _, o := range others {
		nearest = min(nearest, max(o-at, at-o))
	}
	return 1 / float64(max(1, nearest))
}

// farOff is a distance at which nearness is nothing, as good as.
const farOff = 99

// oddsOf are the log odds of a candidate, the least there are of none.
func (m *matcher) oddsOf(n int32) odds {
	if n == none {
		return hopeless
	}
	return m.cands[n].odds
}

// openingInRest is the share of the part's first words, by weight, that both
// clauses have beyond what their mates explain: a clause that was cut out of
// another one says at its beginning what that one says further in.
func (m *matcher) openingInRest(c *candidate, part *text) float64 {
	both, all := 0.0, 0.0
	m.tallyRest(c, bagOfText, 1)
	words := part.words[:min(len(part.words), openings[0])]
	for k, w := range words {
		all += m.x.weight[w]
		if min(m.leftOld[w], m.leftNew[w]) > countBefore(words[:k], w) {
			both += m.x.weight[w]
		}
	}
	m.tallyRest(c, bagOfText, -1)
	if all == 0 {
		return 0
	}
	return both / all
}

func countBefore(words []int32, w int32) int32 {
	n := int32(0)
	for _, v := range words {
		if v == w {
			n++
		}
	}
	return n
}

// unexplained is the weight of what the clauses of a candidate share of a bag
// over and above what they share with their mates.
func (m *matcher) unexplained(c *candidate, bag func(*text) []count, weight []float64) float64 {
	m.leftOld, m.leftNew = m.x.mem.grown(m.leftOld, len(weight)), m.x.mem.grown(m.leftNew, len(weight))
	m.tallyRest(c, bag, 1)
	sum := 0.0
	for _, e := range bag(&m.old.texts[c.old]) {
		if n := min(m.leftOld[e.class], m.leftNew[e.class]); n > 0 {
			sum += float64(float64(n) * weight[e.class])
		}
	}
	m.tallyRest(c, bag, -1)
	return sum
}

// tallyRest adds what is left of either clause without its mates to leftOld and
// leftNew, or takes it away again.
func (m *matcher) tallyRest(c *candidate, bag func(*text) []count, sign int32) {
	tally(m.leftOld, bag(&m.old.texts[c.old]), sign)
	tally(m.leftNew, bag(&m.new.texts[c.new]), sign)
	for _, j := range m.oldMates[c.old] {
		tally(m.leftOld, bag(&m.new.texts[j]), -sign)
	}
	for _, i := range m.newMates[c.new] {
		tally(m.leftNew, bag(&m.old.texts[i]), -sign)
	}
}

func tally(left []int32, bag []count, sign int32) {
	for _, e := range bag {
		left[e.class] += sign * e.n
	}
}

// grown is scratch of at least this size.
func (m *memory) grown(s []int32, size int) []int32 {
	if len(s) < size {
		return m.ints.take(size)
	}
	return s
}
