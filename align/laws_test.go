package align

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"reprise/resolution"
	"reprise/resolution/clausetest"
)

// Words of no resolution, few enough that clauses look alike.
var lawWords = strings.Fields("kite tea lamp keeper shore wind cup string knot tide fog bell harbour oil wick rope sail gull pot leaf steam and of the in, to; with")

// anyDocument draws documents of every shape: repeats, empty texts, headings,
// points, sections, lines of the form.
func anyDocument(t *rapid.T, name string) *resolution.Document {
	text := rapid.Custom(func(t *rapid.T) string {
		return strings.Join(rapid.SliceOfN(rapid.SampledFrom(lawWords), 0, 12).Draw(t, "words"), " ")
	})
	clause := rapid.Custom(func(t *rapid.T) *resolution.Clause {
		return &resolution.Clause{
			Part: resolution.Part(rapid.IntRange(0, 4).Draw(t, "part")),
			Kind: resolution.Kind(rapid.SampledFrom([]int{0, 0, 0, 0, 1, 2}).Draw(t, "kind")),
			Text: text.Draw(t, "text"),
		}
	})
	d := &resolution.Document{Clauses: rapid.SliceOfN(clause, 0, 14).Draw(t, name)}
	section := ""
	for i, c := range d.Clauses {
		if rapid.IntRange(0, 9).Draw(t, "turn") == 0 {
			section = rapid.SampledFrom([]string{"", "I/", "II/", "annex/"}).Draw(t, "section")
		}
		id := fmt.Sprintf("%sc%d", section, i)
		if rapid.IntRange(0, 12).Draw(t, "formula") == 0 {
			id = fmt.Sprintf("f%d/formula", i)
		}
		clausetest.Place(c, id)
		if i > 0 && rapid.IntRange(0, 2).Draw(t, "point") == 0 {
			c.Parent = d.Clauses[i-1].ID
		}
	}
	return d
}

// edited draws a version of a document: clauses dropped, repeated, moved,
// joined and reworded.
func edited(t *rapid.T, d *resolution.Document) *resolution.Document {
	out := &resolution.Document{}
	for _, c := range d.Clauses {
		e := *c
		switch rapid.IntRange(0, 9).Draw(t, "edit") {
		case 0:
			continue
		case 1:
			e.Text += " " + rapid.SampledFrom(lawWords).Draw(t, "more")
		case 2:
			e.Text = rapid.SampledFrom(lawWords).Draw(t, "other")
		case 3:
			twice := *c
			twice.ID += "x"
			out.Clauses = append(out.Clauses, &twice)
		}
		out.Clauses = append(out.Clauses, &e)
	}
	if n := len(out.Clauses); n > 1 {
		a, b := rapid.IntRange(0, n-1).Draw(t, "from"), rapid.IntRange(0, n-1).Draw(t, "to")
		out.Clauses[a], out.Clauses[b] = out.Clauses[b], out.Clauses[a]
	}
	return out
}

func anyPair(t *rapid.T) (a, b *resolution.Document) {
	a = anyDocument(t, "a")
	if rapid.Bool().Draw(t, "related") {
		return a, edited(t, a)
	}
	return a, anyDocument(t, "b")
}

func TestLaw2AlignmentIsTotal(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := anyPair(t)
		checkTotal(t, a, b, Documents(a, b))
	})
}

func checkTotal(t rapid.TB, a, b *resolution.Document, links []Link) {
	seen := map[*resolution.Clause]int{}
	for _, l := range links {
		if len(l.Old)+len(l.New) == 0 {
			t.Fatal("a link joins nothing")
		}
		if !inOrder(l.Old, a.Clauses) || !inOrder(l.New, b.Clauses) {
			t.Fatal("a side of a link is not in reading order")
		}
		if l.Score < 0 || l.Score > 1 || l.Margin < 0 || l.Margin > 1 || l.Score != l.Score || l.Margin != l.Margin {
			t.Fatalf("score %v, margin %v", l.Score, l.Margin)
		}
		for _, c := range slices.Concat(l.Old, l.New) {
			seen[c]++
		}
	}
	for _, c := range slices.Concat(a.Clauses, b.Clauses) {
		if seen[c] != 1 {
			t.Fatalf("clause %s is in %d links", c.ID, seen[c])
		}
	}
}

func inOrder(part, whole []*resolution.Clause) bool {
	at := -1
	for _, c := range part {
		n := slices.Index(whole, c)
		if n <= at {
			return false
		}
		at = n
	}
	return true
}

func TestLaw5TheSameDocumentsGiveTheSameLinks(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := anyPair(t)
		first := Documents(a, b)
		for range 3 {
			if d := gocmp.Diff(first, Documents(a, b)); d != "" {
				t.Fatal(d)
			}
		}
	})
}

func TestLaw6ADocumentIsLinkedToItself(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a := anyDocument(t, "a")
		for i, l := range Documents(a, a) {
			c := a.Clauses[i]
			if len(l.Old) != 1 || len(l.New) != 1 || l.Old[0] != c || l.New[0] != c || l.Score != 1 || l.Moved || l.Uncertain {
				t.Fatalf("clause %s: %v", c.ID, l)
			}
		}
	})
}

func TestLaw6TheMirrorOfDocuments(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := anyPair(t)
		there, back := Documents(a, b), Documents(b, a)
		for i := range back {
			back[i] = back[i].turned()
		}
		sortLinks(there)
		sortLinks(back)
		if d := gocmp.Diff(there, back); d != "" {
			t.Fatal(d)
		}
	})
}

func sortLinks(links []Link) {
	key := func(l Link) string {
		s := ""
		for _, c := range l.Old {
			s += c.ID + " "
		}
		s += "|"
		for _, c := range l.New {
			s += c.ID + " "
		}
		return s
	}
	slices.SortFunc(links, func(a, b Link) int { return cmp.Compare(key(a), key(b)) })
}

// TestLaw7OnDocuments tests the law on whole alignments.
func TestLaw7OnDocuments(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := anyPair(t)
		at := map[*resolution.Clause]int{}
		for i, c := range a.Clauses {
			at[c] = i
		}
		last := -1
		for _, l := range Documents(a, b) {
			if len(l.Old) == 0 || len(l.New) == 0 || l.Evidence == Role {
				if l.Moved {
					t.Fatal("an added, removed or role link is moved")
				}
				continue
			}
			if l.Moved {
				continue
			}
			if at[l.Old[0]] <= last {
				t.Fatalf("%s stays but is out of order", l.Old[0].ID)
			}
			last = at[l.Old[0]]
		}
	})
}

// TestAssignmentIsTheBest compares with all choices.
func TestAssignmentIsTheBest(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		olds, news := rapid.IntRange(0, 5).Draw(t, "olds"), rapid.IntRange(0, 5).Draw(t, "news")
		m := newMatcher(newBody(make([]*resolution.Clause, 0)), newBody(nil), standardModel())
		m.old, m.new = emptyBody(olds), emptyBody(news)
		for i := range olds {
			for j := range news {
				if g := rapid.IntRange(-3, 9).Draw(t, "gain"); g > -3 {
					m.cands = append(m.cands, candidate{old: int32(i), new: int32(j), odds: odds(g) * nat})
				}
			}
		}
		m.index()
		m.assign()
		got := odds(0)
		for i, j := range m.old.partner {
			if j != none {
				got += m.gain(int32(i), j)
			}
		}
		if want := m.bestByTrial(0, map[int32]bool{}); got != want {
			t.Fatalf("gained %v, could have gained %v", got, want)
		}
	})
}

func emptyBody(n int) *body {
	var clauses []*resolution.Clause
	for range n {
		clauses = append(clauses, &resolution.Clause{})
	}
	return newBody(clauses)
}

// bestByTrial tries every column for every row from i on.
func (m *matcher) bestByTrial(i int32, taken map[int32]bool) odds {
	if int(i) == len(m.old.texts) {
		return 0
	}
	best := m.bestByTrial(i+1, taken)
	for n := m.byOld[i]; n < m.byOld[i+1]; n++ {
		if j := m.cands[n].new; !taken[j] {
			taken[j] = true
			best = max(best, m.cands[n].odds+m.bestByTrial(i+1, taken))
			delete(taken, j)
		}
	}
	return best
}
