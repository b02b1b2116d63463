package series

import (
	"fmt"
	"math/rand/v2"
	"strings"

	"reprise/resolution"
	"reprise/resolution/symbol"
)

// A made series with known truth: every clause knows its lineage, every word
// the version that first had it. The words are made of syllables; no constant
// is shared with the aligner.

// editing is how roughly drafters work on a version.
type editing struct {
	name                                          string
	light, heavy                                  float64 // share of clauses edited a little, or a lot
	drop, add, move, split, merge, revive, recall float64 // share of clauses; revive: of those gone
	heavyWords                                    float64 // share of words replaced in a heavy edit
}

var (
	typical = editing{"typical", .30, .04, .05, .05, .04, .02, .02, .15, .04, .30}
	rough   = editing{"rough", .40, .15, .08, .10, .08, .04, .04, .20, .06, .45}
)

type madeWord struct {
	text  string
	first int
}

type madeClause struct {
	lineage int
	words   []madeWord
	part    resolution.Part
	cut     []madeWord // the longest phrase that was taken out lately
}

type maker struct {
	rng     *rand.Rand
	how     editing
	next    int
	clauses []*madeClause
	gone    []*madeClause
	version int
	vocab   []string

	docs    []*resolution.Document
	lineage map[*resolution.Clause]int
	truth   map[*resolution.Clause][]madeWord
	revived map[*resolution.Clause]bool
}

// make8 makes a series of n versions.
func makeSeries(seed uint64, how editing, n int) *maker {
	m := &maker{
		rng: rand.New(rand.NewPCG(seed, 1)), how: how,
		lineage: map[*resolution.Clause]int{}, truth: map[*resolution.Clause][]madeWord{},
		revived: map[*resolution.Clause]bool{},
	}
	for range 4000 {
		m.vocab = append(m.vocab, m.coin())
	}
	size := 14 + m.rng.IntN(30)
	for i := range size {
		m.clauses = append(m.clauses, m.fresh(i*2/size))
	}
	m.print()
	for m.version = 1; m.version < n; m.version++ {
		m.edit()
		m.print()
	}
	return m
}

var syllables = strings.Fields("ba be bi bo bu da de di do fa fe fi ga go ka ke ki ko la le li lo lu ma me mi mo na ne ni no pa pe po ra re ri ro sa se si so ta te ti to va ve vi vo")

func (m *maker) coin() string {
	w := ""
	for range 2 + m.rng.IntN(3) {
		w += syllables[m.rng.IntN(len(syllables))]
	}
	return w
}

var small = []string{"the", "of", "and", "to", "in", "the", "of", "the", "and", "for", "on", "with", "its", "all", "that", "by"}

// formulas are phrases that many clauses share.
var formulas = []string{
	"the Secretary-General", "the United Nations", "in this regard", "Member States",
	"the relevant entities of the United Nations system", "inter alia", "the keepers of lighthouses",
	"international cooperation", "the General Assembly", "in accordance with", "sustainable development",
}

// phrase makes about n new words.
func (m *maker) phrase(n int) []madeWord {
	var out []madeWord
	for len(out) < n {
		switch p := m.rng.Float64(); {
		case p < .40:
			out = append(out, madeWord{small[m.rng.IntN(len(small))], m.version})
		case p < .46:
			for _, w := range strings.Fields(formulas[m.rng.IntN(len(formulas))]) {
				out = append(out, madeWord{w, m.version})
			}
		default: // rare words are drawn less often than common ones
			i := int(float64(len(m.vocab)) * m.rng.Float64() * m.rng.Float64())
			out = append(out, madeWord{m.vocab[i], m.version})
		}
	}
	return out
}

var preambular = []string{"Recalling", "Noting", "Reaffirming", "Welcoming", "Recognizing", "Emphasizing"}
var operative = []string{"Requests", "Urges", "Invites", "Welcomes", "Decides", "Encourages", "Reaffirms"}

func (m *maker) fresh(half int) *madeClause {
	c := &madeClause{lineage: m.next, part: resolution.Preamble + resolution.Part(half)}
	leads := preambular
	if half == 1 {
		leads = operative
	}
	m.next++
	c.words = append([]madeWord{{leads[m.rng.IntN(len(leads))], m.version}}, m.phrase(8+m.rng.IntN(60))...)
	return c
}

// edit makes the next version.
func (m *maker) edit() {
	gone := m.gone
	m.gone = nil
	var next []*madeClause
	for _, c := range m.clauses {
		if m.chance(m.how.drop) {
			m.gone = append(m.gone, c)
			continue
		}
		next = append(next, m.work(c))
		if m.chance(m.how.split) && len(c.words) > 30 {
			next = append(next, m.splitOff(next[len(next)-1]))
		}
	}
	m.clauses = next
	m.mergeSome()
	for range len(m.clauses) {
		if m.chance(m.how.add) {
			m.insert(m.fresh(m.rng.IntN(2)))
		}
		if m.chance(m.how.move) {
			m.moveOne()
		}
	}
	for _, c := range gone {
		if !m.chance(m.how.revive) {
			m.gone = append(m.gone, c)
			continue
		}
		back := m.copy(c)
		if m.chance(.6) {
			back = m.lightly(back)
		}
		m.insert(back)
	}
}

func (m *maker) chance(p float64) bool { return m.rng.Float64() < p }

func (m *maker) copy(c *madeClause) *madeClause {
	d := *c
	d.words = append([]madeWord(nil), c.words...)
	return &d
}

func (m *maker) work(c *madeClause) *madeClause {
	switch p := m.rng.Float64(); {
	case p < m.how.recall && len(c.cut) > 0:
		return m.putBack(c)
	case p < m.how.recall+m.how.light:
		return m.lightly(c)
	case p < m.how.recall+m.how.light+m.how.heavy:
		return m.heavily(c)
	}
	return m.copy(c)
}

// lightly replaces, adds or takes out one to three phrases.
func (m *maker) lightly(c *madeClause) *madeClause {
	d := m.copy(c)
	for range 1 + m.rng.IntN(3) {
		at := 1 + m.rng.IntN(len(d.words)-1)
		n := min(1+m.rng.IntN(4), len(d.words)-at)
		if m.chance(.2) {
			n = min(6+m.rng.IntN(4), len(d.words)-at)
		}
		var in []madeWord
		if m.chance(.7) {
			in = m.phrase(1 + m.rng.IntN(5))
		}
		if m.chance(.4) {
			n = 0
		}
		if len(d.words)-n+len(in) < 8 {
			continue
		}
		if n >= 6 && len(in) == 0 {
			d.cut = append([]madeWord(nil), d.words[at:at+n]...)
		}
		d.words = splice(d.words, at, n, in)
	}
	return d
}

func splice(words []madeWord, at, n int, in []madeWord) []madeWord {
	out := append([]madeWord(nil), words[:at]...)
	out = append(out, in...)
	return append(out, words[at+n:]...)
}

func (m *maker) heavily(c *madeClause) *madeClause {
	d := m.copy(c)
	for todo := int(m.how.heavyWords * float64(len(d.words))); todo > 0; {
		at := 1 + m.rng.IntN(len(d.words)-1)
		n := min(2+m.rng.IntN(6), len(d.words)-at)
		d.words = splice(d.words, at, n, m.phrase(n))
		todo -= n
	}
	return d
}

func (m *maker) putBack(c *madeClause) *madeClause {
	d := m.copy(c)
	d.words = splice(d.words, 1+m.rng.IntN(len(d.words)-1), 0, d.cut)
	d.cut = nil
	return d
}

// splitOff takes the end of a clause into one of its own. The part with most
// words of the version before goes on with the lineage.
func (m *maker) splitOff(c *madeClause) *madeClause {
	at := len(c.words) * 6 / 10
	part := &madeClause{lineage: m.next, part: c.part}
	m.next++
	part.words = append([]madeWord{{operative[m.rng.IntN(len(operative))], m.version}}, c.words[at:]...)
	c.words = c.words[:at]
	if m.older(part.words) > m.older(c.words) {
		c.lineage, part.lineage = part.lineage, c.lineage
	}
	return part
}

// older counts the words that the version before had.
func (m *maker) older(words []madeWord) int {
	n := 0
	for _, w := range words {
		if w.first < m.version {
			n++
		}
	}
	return n
}

// mergeSome joins neighbours; the one that brings most words of the version
// before lives on.
func (m *maker) mergeSome() {
	for i := 0; i+1 < len(m.clauses); i++ {
		a, b := m.clauses[i], m.clauses[i+1]
		if !m.chance(m.how.merge) || a.part != b.part || m.older(a.words) == m.older(b.words) {
			continue
		}
		joined := m.copy(a)
		if m.older(b.words) > m.older(a.words) {
			joined.lineage = b.lineage
		}
		joined.words = append(joined.words, m.phrase(1)...)
		joined.words = append(joined.words, b.words[1:]...)
		m.clauses = append(m.clauses[:i], append([]*madeClause{joined}, m.clauses[i+2:]...)...)
	}
}

// insert puts a clause somewhere in its part.
func (m *maker) insert(c *madeClause) {
	first := 0
	for first < len(m.clauses) && m.clauses[first].part < c.part {
		first++
	}
	last := first
	for last < len(m.clauses) && m.clauses[last].part == c.part {
		last++
	}
	at := first + m.rng.IntN(last-first+1)
	m.clauses = append(m.clauses[:at], append([]*madeClause{c}, m.clauses[at:]...)...)
}

func (m *maker) moveOne() {
	at := m.rng.IntN(len(m.clauses))
	c := m.clauses[at]
	m.clauses = append(m.clauses[:at:at], m.clauses[at+1:]...)
	m.insert(c)
}

// print turns the clauses into a document and notes their truth.
func (m *maker) print() {
	d := &resolution.Document{
		Symbol: symbol.Symbol(fmt.Sprintf("A/RES/%d/%d", 201+2*m.version, 40+m.version)),
		Body:   symbol.GeneralAssembly, Title: "Keeping of lighthouses",
		Session: fmt.Sprint(201 + 2*m.version), Language: "en",
	}
	d.Clauses = append(d.Clauses, &resolution.Clause{ID: "formula", Role: resolution.FormulaRole, Part: resolution.Preamble, Text: "The General Assembly,"})
	n := map[resolution.Part]int{}
	for _, c := range m.clauses {
		n[c.part]++
		out := &resolution.Clause{Part: c.part, ID: fmt.Sprintf("pp%d", n[c.part])}
		if c.part == resolution.Operative {
			out.ID, out.Label = fmt.Sprintf("op%d", n[c.part]), fmt.Sprintf("%d.", n[c.part])
		}
		var texts []string
		for _, w := range c.words {
			texts = append(texts, w.text)
		}
		out.Text, out.Lead = strings.Join(texts, " "), texts[0]
		d.Clauses = append(d.Clauses, out)
		m.lineage[out], m.truth[out] = c.lineage, c.words
	}
	m.docs = append(m.docs, d)
}
