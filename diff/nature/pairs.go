package nature

import (
	"maps"
	"math"
	"slices"

	"reprise/internal/token"
	"reprise/resolution"
)

// Two limbs do the same work where what they open is mostly the same, whatever their
// verbs; without that, one verb in both is a beginning, and two verbs are two
// statements. (Cases: verbs of different statements.)
const (
	alikeShare  = 0.5 // of the content of both
	withinShare = 0.6 // of the content of the shorter, where the other goes on
	fewAlike    = 2   // words that must be shared for that
	sameVerb    = 0.3 // of the content of both, where the verb is the same
)

// pairLimbs pairs the limbs of two texts that do the same work: those of one verb
// about the same, then those about the same, then what is left of one verb, in order.
func (r *reading) pairLimbs(old, new []limb) {
	olds, news := r.objects(old, r.w.Old), r.objects(new, r.w.New)
	for _, fits := range []func(o, n int) bool{
		func(o, n int) bool { return old[o].act == new[n].act && olds[o].alike(news[n]) >= sameVerb },
		func(o, n int) bool {
			return olds[o].sameAs(news[n]) && (olds[o].alike(news[n]) >= alikeShare || r.bothAsk(old[o], new[n]) || r.opensAlike(old[o], new[n])) || r.citeOne(old[o], new[n])
		},
		func(o, n int) bool { return old[o].act == new[n].act },
	} {
		for {
			o, n := r.bestPair(old, new, fits, func(o, n int) float64 { return olds[o].alike(news[n]) })
			if o < 0 {
				break
			}
			old[o].pair, new[n].pair = n, o
		}
	}
}

// opensReach is how many words that tell something a limb opens with: its object.
const opensReach = 4

// opensAlike tells whether two limbs that share words open with one object: one of the first
// words of each is among those of the other. ("The news of the Lamp Bank", "the treaty on the
// Lamp Bank".)
func (r *reading) opensAlike(l, m limb) bool {
	first := func(us []unit, l limb) []string {
		var out []string
		for i := l.to; i < l.end && len(out) < opensReach; i++ {
			if tells(&us[i]) {
				out = append(out, us[i].Key)
			}
		}
		return out
	}
	a, b := first(r.w.Old, l), first(r.w.New, m)
	return slices.ContainsFunc(a, func(x string) bool {
		return slices.ContainsFunc(b, func(y string) bool { return x == y || r.lex.Inflected(x, y) })
	})
}

// bothAsk tells whether two limbs both ask someone to act: who is asked opens them.
func (r *reading) bothAsk(l, m limb) bool { return r.lex.Asks(l.act) && r.lex.Asks(m.act) }

// citeOne tells whether two limbs under verbs that say the same and ask nothing cite one
// document: what is noted of it goes on, in whatever words.
func (r *reading) citeOne(l, m limb) bool {
	if r.lex.Asks(l.act) || r.lex.Asks(m.act) || l.act != m.act && !r.lex.Neutral(l.act, m.act) {
		return false
	}
	for i := l.to; i < l.end; i++ {
		if u := &r.w.Old[i]; u.Kind == token.Citation && r.stands(r.w.New[m.to:m.end], u.Key) {
			return true
		}
	}
	return false
}

// bestPair is the likest pair of free limbs that fit, the first of equals; -1 for none.
func (r *reading) bestPair(old, new []limb, fits func(o, n int) bool, alike func(o, n int) float64) (bestOld, bestNew int) {
	best := -1.0
	bestOld = -1
	for o := range old {
		for n := range new {
			if old[o].pair >= 0 || new[n].pair >= 0 || !fits(o, n) {
				continue
			}
			if a := alike(o, n); a > best {
				best, bestOld, bestNew = a, o, n
			}
		}
	}
	return bestOld, bestNew
}

// content is how often a run has each word of its own, by sense.
type content struct {
	words map[string]int
	total int
}

// contentOf counts the content of some units.
func contentOf(us []unit) content {
	c := content{words: make(map[string]int, len(us))}
	for i := range us {
		if tells(&us[i]) {
			c.words[us[i].Key]++
			c.total++
		}
	}
	return c
}

// contentAt counts the content of the units at some places.
func contentAt(us []unit, at []int) content {
	c := content{words: map[string]int{}}
	for _, i := range at {
		if tells(&us[i]) {
			c.words[us[i].Key]++
			c.total++
		}
	}
	return c
}

// tells is a unit that says something of its own.
func tells(u *unit) bool { return ordered(u) && u.Kind != token.Space }

func (c content) shared(o content) int {
	n := 0
	for w, k := range c.words {
		n += min(k, o.words[w])
	}
	return n
}

// alike is the share of the content of both that both have; 1 for two empty ones.
func (c content) alike(o content) float64 {
	if c.total+o.total == 0 {
		return 1
	}
	return 2 * float64(c.shared(o)) / float64(c.total+o.total)
}

// sameAs tells whether two contents are about the same.
func (c content) sameAs(o content) bool {
	n, shorter := c.shared(o), min(c.total, o.total)
	return c.alike(o) >= alikeShare || n >= fewAlike && float64(n) >= withinShare*float64(shorter)
}

// cover is how much of a content another has.
func (c content) cover(by content) float64 {
	if c.total == 0 {
		return 0
	}
	return float64(c.shared(by)) / float64(c.total)
}

// objects are the contents of what limbs open.
func (r *reading) objects(limbs []limb, us []unit) []content {
	out := make([]content, len(limbs))
	for i, l := range limbs {
		out[i] = contentOf(us[l.to:l.end])
	}
	return out
}

// Words are found again elsewhere where a clause has nearly all of them, by weight, and
// they are more than any two clauses share. Where one has half of them, they may have
// gone there in other words: then they are neither told as dropped nor as kept. (Case: an
// ask carried into another clause.)
const (
	againShare = 0.7
	maybeShare = 0.45
	againWords = 5
)

// elsewhere is the clause of a text, none of those left out, that has most of the words
// of a content by weight, and how much; nil where the content is too small to tell, or
// where no clause has as much as maybeShare of it.
func (s *Setting) elsewhere(d *resolution.Document, c content, but []*resolution.Clause) (best *resolution.Clause, most float64) {
	if c.total < againWords {
		return nil, 0
	}
	words := s.weighed(c)
	passages := s.contents(d)
next:
	for _, i := range s.holders(d, words) {
		p := passages[i]
		for _, b := range but {
			if b == p.clause {
				continue next
			}
		}
		if share := words.in(p.content); share > most {
			best, most = p.clause, share
		}
	}
	return best, most
}

// holders are the clauses of a text, in order, that could have maybeShare of some words
// by weight: each has one at least of the rarest of them that weigh more than the rest
// may. To look at all clauses would cost the square of their number.
func (s *Setting) holders(d *resolution.Document, words weighedWords) []int32 {
	index := s.holderIndex(d)
	rarest := slices.Clone(words)
	slices.SortStableFunc(rarest, func(a, b weighedWord) int { return len(index[a.word]) - len(index[b.word]) })
	all := 0.0
	for _, w := range rarest {
		all += w.weight * float64(w.often)
	}
	var out []int32
	taken := 0.0
	for _, w := range rarest {
		out = append(out, index[w.word]...)
		if taken += w.weight * float64(w.often); taken > all*(1-maybeShare+roundedOff) {
			break
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// roundedOff is more than sums of floats differ by.
const roundedOff = 1e-9

// holderIndex tells for each word in which clauses of a text it stands.
func (s *Setting) holderIndex(d *resolution.Document) map[string][]int32 {
	index := &s.oldHolders
	if d == s.new {
		index = &s.newHolders
	}
	if *index == nil {
		*index = map[string][]int32{}
		for i, p := range s.contents(d) {
			for w := range p.content.words {
				(*index)[w] = append((*index)[w], int32(i))
			}
		}
	}
	return *index
}

// movedTo is the clause of a text that has a content now, where no other clause of the text
// that it comes from had it as well; nil for none. The clauses of the change are left out.
func (s *Setting) movedTo(c content, d *resolution.Document, but []*resolution.Clause, from *resolution.Document, own []*resolution.Clause) *resolution.Clause {
	at, share := s.elsewhere(d, c, but)
	if share < againShare {
		return nil
	}
	if _, had := s.elsewhere(from, c, own); had >= againShare {
		return nil
	}
	return at
}

// weighedWord is a word of a content, how often that has it, and what it weighs: less,
// the more clauses of the two texts have it.
type weighedWord struct {
	word   string
	often  int
	weight float64
}

type weighedWords []weighedWord

func (s *Setting) weighed(c content) weighedWords {
	out := make(weighedWords, 0, len(c.words))
	for _, w := range slices.Sorted(maps.Keys(c.words)) { // sums of floats depend on their order
		out = append(out, weighedWord{w, c.words[w], 1 / math.Sqrt(float64(max(1, s.clausesWith(w))))})
	}
	return out
}

// clausesWith is in how many clauses of both texts a word stands, by its sense.
func (s *Setting) clausesWith(word string) int {
	if s.spread == nil {
		s.spread = map[string]int{}
		for _, d := range []*resolution.Document{s.old, s.new} {
			for _, p := range s.contents(d) {
				for w := range p.content.words {
					s.spread[w]++
				}
			}
		}
	}
	return s.spread[word]
}

// in is the share of the words, by weight, that a content has.
func (ws weighedWords) in(by content) float64 {
	has, all := 0.0, 0.0
	for _, w := range ws {
		has += w.weight * float64(min(w.often, by.words[w.word]))
		all += w.weight * float64(w.often)
	}
	return has / all
}

// passage is a clause with its content.
type passage struct {
	clause  *resolution.Clause
	content content
	cited   int // latest year in which a document was adopted that it cites; 0 for none
}

// contents are the counted clauses of a text with their contents, read once.
func (s *Setting) contents(d *resolution.Document) []passage {
	read := &s.oldContents
	if d == s.new {
		read = &s.newContents
	}
	if *read == nil && d != nil {
		*read = make([]passage, 0, len(d.Clauses))
		for _, c := range d.Clauses {
			if c.Counted() {
				us := s.senses(c.Text)
				*read = append(*read, passage{c, contentOf(us), latestCited(us)})
			}
		}
	}
	return *read
}

// latestCited is the latest year that stands right behind a symbol.
func latestCited(us []unit) int {
	latest := 0
	for i := range us {
		if us[i].Kind == token.Date && citedBefore(us, i) != "" {
			latest = max(latest, yearOf(us[i].Text))
		}
	}
	return latest
}
