package series

import (
	"cmp"
	"reprise/resolution/symbol"
	"slices"
	"strings"
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
	titles []string       // folded
	last   map[string]int // folded title and organ -> the latest text that has it
	first  map[string]int // folded title and organ -> the earliest
	at     map[symbol.Symbol]int
	parent []int // of the union; a root is its own
}

func newGrouping(texts []*member) *grouping {
	g := &grouping{texts: texts, last: map[string]int{}, first: map[string]int{}, at: map[symbol.Symbol]int{}}
	for i, m := range texts {
		title := foldTitle(m.doc.Title)
		g.titles = append(g.titles, title)
		g.parent = append(g.parent, i)
		if m.doc.Symbol != "" {
			g.at[m.doc.Symbol] = i
		}
		key := g.key(i)
		g.last[key] = i
		if _, seen := g.first[key]; !seen {
			g.first[key] = i
		}
	}
	return g
}

// key names a title within its organ.
func (g *grouping) key(i int) string {
	return g.texts[i].doc.Body.String() + " " + g.titles[i]
}

// foldTitle keeps the letters and digits of a title, in lower case.
func foldTitle(title string) string {
	return strings.Join(strings.FieldsFunc(strings.ToLower(title), outside), " ")
}

// candidate is an earlier text that may be a text's predecessor.
type candidate struct {
	text   int
	weight float64 // share of the smaller text's hashes
	both   float64 // share of both texts' hashes
	shared int     // hashes in common
	cited  bool    // by the text whose predecessor is looked for
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
		best := candidate{text: -1}
		for _, c := range alike.before(i) {
			c.cited = cited[c.text]
			w := g.weigh(i, c)
			if w > best.weight || w == best.weight && w > 0 && c.text > best.text {
				best = candidate{text: c.text, weight: w}
			}
		}
		if best.text >= 0 {
			g.join(i, best.text)
		}
	}
}

// weigh says how well an earlier text fits as predecessor of text i, by its
// likeness and more for a title in common and for being cited; 0 where it
// cannot be.
func (g *grouping) weigh(i int, c candidate) float64 {
	if !g.mayFollow(i, c.text) {
		return 0
	}
	if g.titles[i] == "" || g.titles[c.text] == "" {
		return c.grade(c.weight, citedUntitled, likenessUntitled)
	}
	if g.titles[i] == g.titles[c.text] {
		if c.cited || c.weight >= likenessTitled {
			return 2 + c.weight
		}
		return 0
	}
	if !g.retitled(i, c.text) {
		return 0
	}
	if overlap(g.titles[i], g.titles[c.text]) >= titleLike {
		return c.grade(c.both, citedRetitled, likenessRetitled)
	}
	return c.grade(c.both, citedRenamed, likenessRenamed)
}

// grade puts a likeness that is enough among the others: one that a citation
// bears out first. 0 where it is not enough.
func (c candidate) grade(likeness, withCitation, without float64) float64 {
	switch {
	case c.cited && likeness >= withCitation:
		return 1 + likeness
	case likeness >= without && c.shared >= sharedLeast:
		return likeness
	}
	return 0
}

// overlap is the share of words that two folded titles have in common.
func overlap(a, b string) float64 {
	x, y := strings.Fields(a), strings.Fields(b)
	common := 0
	for _, w := range x {
		if slices.Contains(y, w) {
			common++
		}
	}
	return 2 * float64(common) / float64(len(x)+len(y))
}

// mayFollow tells whether two texts can be versions of one: of one organ (or
// one that is not known) and not adopted on one day.
func (g *grouping) mayFollow(i, before int) bool {
	a, b := g.texts[before], g.texts[i]
	unknown := a.doc.Body == symbol.NoBody || b.doc.Body == symbol.NoBody
	if a.doc.Body != b.doc.Body && !unknown {
		return false
	}
	return a.when.day != b.when.day || a.doc.Draft || b.doc.Draft
}

// retitled tells whether text i may take over from an earlier one under
// another title: the old title is not used again, the new one was not before.
func (g *grouping) retitled(i, before int) bool {
	return g.last[g.key(before)] < i && g.first[g.key(i)] == i
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
