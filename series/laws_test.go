package series

import (
	"fmt"
	"reflect"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"reprise/diff"
	"reprise/resolution"
	"reprise/resolution/symbol"
)

// randomSeries draws a made series: any seed, gentle or rough.
func randomSeries(t *rapid.T) []*resolution.Document {
	how := rapid.SampledFrom([]editing{typical, rough}).Draw(t, "editing")
	n := rapid.IntRange(1, 5).Draw(t, "versions")
	return makeSeries(rapid.Uint64Range(0, 1<<20).Draw(t, "seed"), how, n).docs
}

// strangeSeries makes documents of any lines: one clause a line, a form feed
// between versions.
func strangeSeries(text string) []*resolution.Document {
	var docs []*resolution.Document
	for v, version := range strings.Split(text, "\f") {
		d := &resolution.Document{Language: "en"}
		if v%3 == 0 {
			d.Symbol = symbol.Symbol(fmt.Sprintf("A/RES/%d/1", 201+v))
		}
		for i, line := range strings.Split(version, "\n") {
			part := resolution.Part(len(line) % 5)
			d.Clauses = append(d.Clauses, &resolution.Clause{ID: fmt.Sprintf("x%d", i), Part: part, Text: line})
		}
		docs = append(docs, d)
	}
	return docs
}

// checkLaws checks every law of Follow on a series.
func checkLaws(t interface{ Fatalf(string, ...any) }, docs []*resolution.Document) {
	s := Follow(docs)
	checkTotal(t, s)
	checkWords(t, s)
	checkThread(t, s, Thread(docs, nil))
	alike := resolution.Alike(docs...)
	checkThread(t, s, Thread(docs, func(v int) []Tie { return Ties(alike[v-1], alike[v]) }))
	if !reflect.DeepEqual(outline(s), outline(Follow(docs))) {
		t.Fatalf("the same documents give another series")
	}
	for n := range docs {
		checkStable(t, Follow(docs[:n]), s)
	}
}

// checkTotal: every clause of every version is in exactly one lineage.
func checkTotal(t interface{ Fatalf(string, ...any) }, s *Series) {
	ids := map[string]bool{}
	seen := map[*resolution.Clause]int{}
	for _, l := range s.Lineages {
		if ids[l.ID] {
			t.Fatalf("two lineages are called %s", l.ID)
		}
		ids[l.ID] = true
		if len(l.States) != len(s.Versions) {
			t.Fatalf("%s has %d states in %d versions", l.ID, len(l.States), len(s.Versions))
		}
		for v, st := range l.States {
			if st.Clause == nil {
				continue
			}
			seen[st.Clause]++
			if at := s.at[st.Clause]; at.lineage != l || at.version != v {
				t.Fatalf("%s is found elsewhere", st.Clause.ID)
			}
		}
	}
	for _, v := range s.Versions {
		for _, c := range v.Document.Clauses {
			if seen[c] != 1 {
				t.Fatalf("%s/%s is in %d lineages", v.Name, c.ID, seen[c])
			}
		}
	}
}

// checkThread: the lineages of Thread are those of Follow.
func checkThread(t interface{ Fatalf(string, ...any) }, s, thread *Series) {
	if len(thread.Lineages) != len(s.Lineages) {
		t.Fatalf("%d threads, %d lineages", len(thread.Lineages), len(s.Lineages))
	}
	for i, l := range s.Lineages {
		one := thread.Lineages[i]
		if one.ID != l.ID {
			t.Fatalf("thread %s, lineage %s", one.ID, l.ID)
		}
		for v := range l.States {
			if one.States[v].Clause != l.States[v].Clause || one.States[v].Status != l.States[v].Status {
				t.Fatalf("%s in version %d is another clause", l.ID, v)
			}
		}
	}
}

// checkWords: the runs of origins joined are the text, the edits lead to it,
// and no word is younger than its version.
func checkWords(t interface{ Fatalf(string, ...any) }, s *Series) {
	for _, l := range s.Lineages {
		for v, st := range l.States {
			if st.Clause == nil {
				continue
			}
			if got := textOf(st.Words); got != st.Clause.Text {
				t.Fatalf("%s in %d: runs say %q, text %q", l.ID, v, got, st.Clause.Text)
			}
			for _, o := range st.Words {
				if o.First > v || o.Dropped > v || o.Dropped > 0 && o.Dropped <= o.First {
					t.Fatalf("%s in %d: impossible origin %+v", l.ID, v, o)
				}
			}
			if st.Status != New && !strings.Contains(after(st.Edits), st.Clause.Text) {
				t.Fatalf("%s in %d: edits lead to %q, text %q", l.ID, v, after(st.Edits), st.Clause.Text)
			}
		}
	}
}

func after(edits []diff.Edit) string {
	text := ""
	for _, e := range edits {
		if e.Op != diff.Delete {
			text += e.Text
		}
	}
	return text
}

// checkStable: a lineage's ID never changes when later versions are added.
func checkStable(t interface{ Fatalf(string, ...any) }, before, now *Series) {
	for c, p := range before.at {
		if got := now.Of(c); got == nil || got.ID != p.lineage.ID {
			t.Fatalf("%s was of lineage %s and is of another with a version more", c.ID, p.lineage.ID)
		}
	}
}

// outline is what must be the same on every run.
func outline(s *Series) []string {
	var out []string
	for _, l := range s.Lineages {
		line := l.ID
		for _, st := range l.States {
			line += fmt.Sprint(" ", st.Status, st.Moved, st.Uncertain, st.Words)
		}
		out = append(out, line)
	}
	return append(out, fmt.Sprint(len(s.Triangles)))
}

func TestFollowLaws(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) { checkLaws(t, randomSeries(t)) })
}

func FuzzFollow(f *testing.F) {
	f.Add("one clause\nand another\fone clause\nand one more\n\fand another\none clause")
	f.Add("a b c d e f g\fa b c\nd e f g\fa b c d e f g\f\fa b c")
	f.Add("\f\f")
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 2000 || strings.Count(text, "\f") > 8 {
			t.Skip("small series find the same faults")
		}
		checkLaws(t, strangeSeries(text))
	})
}

func TestFollowOneDocumentTwice(t *testing.T) {
	d := makeSeries(1, typical, 1).docs[0]
	s := Follow([]*resolution.Document{d, d, d})
	for _, l := range s.Lineages {
		for v, st := range l.States {
			if want := Kept; v > 0 && st.Status != want {
				t.Errorf("%s in version %d: %v, want %v", l.ID, v, st.Status, want)
			}
		}
	}
}

func TestFollowNothing(t *testing.T) {
	if s := Follow(nil); len(s.Versions) != 0 || len(s.Lineages) != 0 {
		t.Errorf("got %+v", s)
	}
}
