package series

import (
	"cmp"
	"slices"

	"reprise/resolution/symbol"
)

// What makes one text the successor of another, by how their titles stand to
// each other. Likeness is the share of wording that both have (see sketch):
// of the smaller text where the title is no evidence against it, of both
// together where it is, for an omnibus holds a little of everything. Measured
// on 2,100 titled texts: below .25 without a citation nineteen of twenty pairs
// with other titles are on other matters, above .5 most are one series.
const (
	likenessTitled   = 0.04 // one title: enough to tell a homonym ("Election of judges")
	likenessUntitled = 0.40 // no titles
	citedUntitled    = 0.12 // no titles, the earlier text is cited
	likenessRetitled = 0.30 // titles of like words ("... on its twenty-third session")
	citedRetitled    = 0.15 // the same, cited
	likenessRenamed  = 0.60 // titles with little in common
	citedRenamed     = 0.25 // the same, cited
	titleLike        = 0.50 // share of their words that make two titles alike
	sharedLeast      = 25   // hashes in common where no citation helps: fewer are a formula ("Recommends that ... be admitted")
)

// grouping joins members, sorted by time, into series.
type grouping struct {
	texts  []*member
	cards  []Card         // without citations and hashes
	last   map[string]int // folded title and organ -> the latest text that has it
	first  map[string]int // folded title and organ -> the earliest
	at     map[symbol.Symbol]int
	parent []int // of the union; a root is its own
}

func newGrouping(texts []*member) *grouping {
	g := &grouping{texts: texts, last: map[string]int{}, first: map[string]int{}, at: map[symbol.Symbol]int{}}
	for i, m := range texts {
		g.cards = append(g.cards, m.card())
		g.parent = append(g.parent, i)
		if m.doc.Symbol != "" {
			g.at[m.doc.Symbol] = i
		}
		key := g.cards[i].TitleKey()
		g.last[key] = i
		if _, seen := g.first[key]; !seen {
			g.first[key] = i
		}
	}
	return g
}

// link joins every text to its best predecessor.
func (g *grouping) link() {
	alike := newSketches(g.texts)
	cited := make(map[int]bool)
	for i := range g.texts {
		clear(cited)
		for _, c := range g.texts[i].cites {
			if j, ok := g.at[c.symbol]; ok {
				cited[j] = true
			}
		}
		best, fits := -1, 0.0
		for _, c := range alike.before(i) {
			c.Cited, c.Free = cited[c.text], g.retitled(i, c.text)
			if w := c.Fit(&g.cards[i], &g.cards[c.text]); w > fits || w == fits && w > 0 {
				best, fits = c.text, w
			}
		}
		if best >= 0 {
			g.join(i, best)
		}
	}
}

// retitled tells whether text i may take over from an earlier one under
// another title: the old title is not used again, the new one was not before.
func (g *grouping) retitled(i, before int) bool {
	return g.first[g.cards[i].TitleKey()] == i && g.last[g.cards[before].TitleKey()] < i
}

func (g *grouping) root(i int) int {
	for g.parent[i] != i {
		g.parent[i] = g.parent[g.parent[i]]
		i = g.parent[i]
	}
	return i
}

func (g *grouping) join(i, j int) { g.parent[g.root(i)] = g.root(j) }

// groups gives the series, in the order of the first document given of each.
func (g *grouping) groups() [][]*member {
	byRoot := map[int][]*member{}
	for i, m := range g.texts {
		byRoot[g.root(i)] = append(byRoot[g.root(i)], m)
	}
	var all [][]*member
	for i := range g.texts {
		if g.root(i) == i {
			all = append(all, byRoot[i])
		}
	}
	firstGiven := func(group []*member) int {
		return slices.MinFunc(group, func(a, b *member) int { return cmp.Compare(a.given, b.given) }).given
	}
	slices.SortFunc(all, func(a, b []*member) int { return cmp.Compare(firstGiven(a), firstGiven(b)) })
	return all
}
