package series

import (
	"cmp"
	"slices"
	"strings"

	"reprise/resolution"
)

// What makes one text the successor of another. Likeness is the share of the
// wording of the smaller text that both have (see sketch). Successive versions
// share from a fifth (a text rewritten after a summit) to nearly all;
// resolutions of one organ on unlike matters share below a twentieth.
const (
	likenessTitled = 0.04 // with the same title: enough to tell a homonym ("Election of judges") apart
	likenessCited  = 0.15 // with the earlier text cited in the preamble
	likenessAlone  = 0.40 // with nothing else: a text without citations, or a retitled one
)

// grouping joins members, sorted by time, into series.
type grouping struct {
	texts  []*member
	titles []string       // folded
	last   map[string]int // folded title and organ -> the latest text that has it
	first  map[string]int // folded title and organ -> the earliest
	at     map[resolution.Symbol]int
	parent []int // of the union; a root is its own
}

func newGrouping(texts []*member) *grouping {
	g := &grouping{texts: texts, last: map[string]int{}, first: map[string]int{}, at: map[resolution.Symbol]int{}}
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
	return g.texts[i].doc.Organ.String() + " " + g.titles[i]
}

// foldTitle keeps the letters and digits of a title, in lower case.
func foldTitle(title string) string {
	return strings.Join(strings.FieldsFunc(strings.ToLower(title), outside), " ")
}

// candidate is an earlier text that may be a text's predecessor.
type candidate struct {
	text   int
	weight float64
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
			w := g.weigh(i, c, cited[c.text])
			if w > best.weight || w == best.weight && w > 0 && c.text > best.text {
				best = candidate{c.text, w}
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
func (g *grouping) weigh(i int, c candidate, cited bool) float64 {
	if !g.mayFollow(i, c.text) {
		return 0
	}
	titled := g.titles[i] != "" && g.titles[i] == g.titles[c.text]
	switch {
	case titled && (cited || c.weight >= likenessTitled):
		return 2 + c.weight
	case cited && c.weight >= likenessCited && g.retitled(i, c.text):
		return 1 + c.weight
	case c.weight >= likenessAlone && g.retitled(i, c.text):
		return c.weight
	}
	return 0
}

// mayFollow tells whether two texts can be versions of one: of one organ (or
// one that is not known) and not adopted on one day.
func (g *grouping) mayFollow(i, before int) bool {
	a, b := g.texts[before], g.texts[i]
	unknown := a.doc.Organ == resolution.OrganUnknown || b.doc.Organ == resolution.OrganUnknown
	if a.doc.Organ != b.doc.Organ && !unknown {
		return false
	}
	return a.when.day != b.when.day || a.doc.Draft || b.doc.Draft
}

// retitled tells whether text i may take over from an earlier one under
// another title: the old title is not used again, the new one was not before.
// Texts without a title may always.
func (g *grouping) retitled(i, before int) bool {
	if g.titles[i] == "" || g.titles[before] == "" {
		return true
	}
	return g.titles[i] == g.titles[before] || g.last[g.key(before)] < i && g.first[g.key(i)] == i
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
