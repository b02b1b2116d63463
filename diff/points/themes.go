package points

import (
	"cmp"
	"maps"
	"math"
	"slices"
	"strings"

	"reprise/internal/token"
	"reprise/resolution"
)

// group is items that say one thing, the weightiest first, and the phrase that
// all of them say, by its keys; "" for one that stands alone.
type group struct {
	items []*item
	term  string
}

// The bounds of a group. More clauses a side are a list and no point any more. How
// rare, by weight, a theme and each of its words must be: a word that one
// resolution in thirty uses is a theme, one that half of them use part of none. And
// what more clauses say than a sixth of both texts, four at least, is their common
// matter. (docs/points.md: several clauses that say one thing, a new block on one theme, are
// one item.)
const (
	maxSide     = 6
	maxItems    = 6
	leastPart   = 0.7
	leastTheme  = 2.5
	leastWord   = 3.5
	commonShare = 6
	common      = 4
)

// withPoints takes the points of a clause that came or went whole with it: a
// chapeau speaks for its points.
func (s *Texts) withPoints(items []*item) []*item {
	speaks := map[string]*item{}
	var out []*item
	for _, it := range items {
		f := &it.facts[0]
		if f.Act != Came && f.Act != Went {
			out = append(out, it)
			continue
		}
		clause, side := it.clauseOf()
		if parent := speaks[side+clause.Parent]; clause.Parent != "" && parent != nil {
			speaks[side+clause.ID] = parent
			parent.weight += it.weight / pointShare
			continue
		}
		speaks[side+clause.ID] = it
		out = append(out, it)
	}
	return out
}

// pointShare is how many points add as much to the weight of their chapeau as a
// clause of their own would have.
const pointShare = 6

func (it *item) clauseOf() (clause *resolution.Clause, side string) {
	if len(it.old) > 0 {
		return it.old[0].clause, "old "
	}
	return it.new[0].clause, "new "
}

// themes groups items, the weightiest first: each takes those that share with it
// the phrase which says most about the group and least about the rest.
func (s *Texts) themes(items []*item) []group {
	byWeight := slices.Clone(items)
	slices.SortStableFunc(byWeight, func(a, b *item) int { return cmp.Compare(b.weight, a.weight) })
	t := s.newTerms(byWeight)
	taken := map[*item]bool{}
	var out []group
	for _, it := range byWeight {
		if taken[it] {
			continue
		}
		taken[it] = true
		g := s.around(it, taken, t)
		for _, other := range g.items[1:] {
			taken[other] = true
		}
		out = append(out, g)
	}
	return out
}

// around is the group of an item: the phrase that it shares with items that are
// like it in what changed, and that says most.
func (s *Texts) around(seed *item, taken map[*item]bool, t *terms) group {
	best, most := group{items: []*item{seed}}, 0.0
	for _, term := range t.of[seed] {
		if t.common[term] || seed.hides(term) {
			continue
		}
		members := []*item{seed}
		old, new := len(seed.Old), len(seed.New)
		value := 0.0
		for _, it := range t.items[term] {
			if it == seed || taken[it] || !seed.mayTake(it) || len(members) == maxItems ||
				old+len(it.Old) > maxSide || new+len(it.New) > maxSide {
				continue
			}
			if t.alike(seed, it) < leastAlike || it.hides(term) {
				continue
			}
			members = append(members, it)
			old, new = old+len(it.Old), new+len(it.New)
			value += it.weight
		}
		if value *= t.weight(term); len(members) > 1 && value > most {
			best, most = group{items: members, term: term}, value
		}
	}
	return best
}

// mayTake tells whether an item may stand behind another in one point: what is
// argued not behind what is asked, and a mandate or a date behind its like only.
func (it *item) mayTake(other *item) bool {
	a, b := it.facts[0].Kind, other.facts[0].Kind
	return it.argued == other.argued && (!heads(b) || heads(a))
}

// terms are the phrases that items say in what changed of them.
type terms struct {
	of   map[*item][]string // sorted
	says map[string]int     // how many items have a word in what changed of them
	norm map[*item]float64
	rare map[string]float64 // of a term: how few clauses of both texts say it

	common map[string]bool    // too many do
	items  map[string][]*item // the weightiest first
	all    int
}

func (s *Texts) newTerms(items []*item) *terms {
	t := &terms{of: map[*item][]string{}, items: map[string][]*item{}, says: map[string]int{}, norm: map[*item]float64{}, rare: map[string]float64{}, common: map[string]bool{}, all: len(items)}
	for _, it := range items {
		for key := range it.changed {
			t.says[key]++
		}
	}
	for _, it := range items {
		t.norm[it] = t.dot(it, it)
	}
	defer s.countTerms(t)
	for _, it := range items {
		seen := map[string]bool{}
		for _, p := range slices.Concat(it.old, it.new) {
			eachTerm(p.words, func(from, to int) {
				term := termKey(p.words[from:to])
				if !seen[term] && it.changes(p.words[from:to]) {
					seen[term] = true
					t.of[it] = append(t.of[it], term)
					t.items[term] = append(t.items[term], it)
				}
			})
		}
		slices.Sort(t.of[it])
	}
	return t
}

// countTerms counts in how many clauses of both texts the terms stand. It looks each
// run of words of a clause up among the terms: to look for each term in each clause
// would cost the square of their number.
func (s *Texts) countTerms(t *terms) {
	longest := 0 // of the terms, in words
	for term := range t.items {
		longest = max(longest, 1+strings.Count(term, " "))
	}
	in, last := map[string]int{}, map[string]int{} // clauses that have a term, and the last of them
	all := 0
	for _, d := range [...]*document{s.old, s.new} {
		for _, p := range d.passages {
			all++
			eachRun(p.row, longest, func(run string) {
				if t.items[run] != nil && last[run] != all {
					last[run] = all
					in[run]++
				}
			})
		}
	}
	for term := range t.items {
		t.common[term] = in[term] > max(common, all/commonShare)
		t.rare[term] = math.Log(float64(all+1) / float64(in[term]+1))
	}
}

// eachRun calls back for each run of at most so many words of a row, which stand
// between spaces.
func eachRun(row string, longest int, visit func(run string)) {
	for from := strings.IndexByte(row, ' ') + 1; from > 0 && from < len(row); {
		to := from
		for range longest {
			end := strings.IndexByte(row[to:], ' ')
			if end < 0 {
				break
			}
			visit(row[from : to+end])
			to += end + 1
		}
		next := strings.IndexByte(row[from:], ' ')
		if next < 0 {
			break
		}
		from += next + 1
	}
}

// changes tells whether one text of the item only has all these words.
func (it *item) changes(ws []word) bool {
	for i := range ws {
		if !it.changed[ws[i].key] {
			return false
		}
	}
	return true
}

// leastAlike is how alike two items must be in what changed of them, 0 to 1, to
// say one thing: a word that they share by chance makes no theme.
const leastAlike = 0.05

// alike is the cosine of the words that changed of two items, each weighed by how
// rare it is at large and among the items.
func (t *terms) alike(a, b *item) float64 {
	return t.dot(a, b) / math.Sqrt(t.norm[a]*t.norm[b]+1e-9)
}

func (t *terms) dot(a, b *item) float64 {
	sum := 0.0
	for _, key := range slices.Sorted(maps.Keys(a.changed)) { // in order, so that sums are the same on every run
		if b.changed[key] {
			w := rarity(key) * math.Log(float64(t.all+1)/float64(t.says[key]))
			sum += w * w
		}
	}
	return sum
}

// maxTermWords is the longest phrase of a theme.
const maxTermWords = 3

// eachTerm calls back for each phrase of words that carry something, marks and
// small words between them barred.
func eachTerm(ws []word, visit func(from, to int)) {
	for from := range ws {
		sum := 0.0
		for to := from + 1; to <= len(ws) && to <= from+maxTermWords; to++ {
			w := &ws[to-1]
			if w.kind != token.Word || w.weight < leastPart || w.leads || !w.letter {
				break
			}
			sum += w.weight
			if least := [...]float64{leastWord, leastTheme}[min(to-from, 2)-1]; sum >= least && !cutsName(ws, from, to) && !ws[from].hangs && !w.hangs {
				visit(from, to)
			}
		}
	}
}

// cutsName tells whether a phrase is part of a longer name: "Nations" of "United
// Nations".
func cutsName(ws []word, from, to int) bool {
	return from > 0 && ws[from-1].capital && ws[from].capital || to < len(ws) && ws[to].capital && ws[to-1].capital
}

func termKey(ws []word) string {
	var b strings.Builder
	for i := range ws {
		if i > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(ws[i].key)
	}
	return b.String()
}

// weight is how much a phrase says about few of the items: rare at large, and
// rare in both texts. A phrase of several words says more than one.
func (t *terms) weight(term string) float64 {
	sum := 0.0
	for key := range strings.FieldsSeq(term) {
		sum += rarity(key)
	}
	return math.Sqrt(sum) * t.rare[term]
}

// says is where the clauses of a fact say a phrase first, the new ones before the old;
// nil where none does.
func (it *item) says(f *Fact, term string) []Span {
	for _, clauses := range [...][]*resolution.Clause{f.New, f.Old} {
		for _, p := range slices.Concat(it.new, it.old) {
			if !slices.Contains(clauses, p.clause) {
				continue
			}
			var at []Span
			eachTerm(p.words, func(from, to int) {
				if at == nil && termKey(p.words[from:to]) == term {
					at = []Span{{Clause: p.clause, From: p.words[from].from, To: p.words[to-1].to}}
				}
			})
			if at != nil {
				return at
			}
		}
	}
	return nil
}
