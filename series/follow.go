package series

import (
	"fmt"

	"reprise/diff"
	"reprise/internal/lexicon"
	"reprise/resolution"
)

// Follow traces every clause through the versions, given in order of time
// (see Order). It never fails; no documents give an empty series.
//
// Law: every clause of every version is in exactly one lineage.
// Law: a lineage's ID never changes when later versions are added.
// Law 5: the same documents give the same series.
func Follow(docs []*resolution.Document) *Series {
	docs = resolution.Alike(docs...)
	s := begun(docs)
	(&tracer{series: s, each: s.trace, close: s.check}).run(docs, func(v int) *diff.Comparison {
		c, _ := diff.CompareWith(docs[v-1], docs[v], diff.Options{Bare: true}) // only a leads file can be wrong
		return c
	})
	return s
}

func begun(docs []*resolution.Document) *Series {
	s := &Series{at: map[*resolution.Clause]place{}, words: map[string][]word{}}
	if len(docs) > 0 {
		s.lex = lexicon.OrDefault(docs[0].Language)
	}
	return s
}

// draftName is the name of a version that has no symbol yet.
const draftName = "draft"

// nameOf gives a name that no version before has.
func nameOf(d *resolution.Document, before []Version) string {
	base := string(d.Symbol)
	if base == "" {
		base = draftName
	}
	name := base
	for n := 2; taken(name, before); n++ {
		name = fmt.Sprintf("%s %d", base, n)
	}
	return name
}

func taken(name string, versions []Version) bool {
	for _, v := range versions {
		if v.Name == name {
			return true
		}
	}
	return false
}

// tracer carries what the next version needs to know of the ones before.
type tracer struct {
	series  *Series
	gone    []*Lineage // dropped or merged away by now, in the order they went
	version int
	each    func(l *Lineage, v int) // what is said of each state; nil for nothing
	close   func(v int)             // what is said of each version; nil for nothing
}

// run gives every clause of every document its lineage. compare gives what became of a
// version since the one before.
func (t *tracer) run(docs []*resolution.Document, compare func(v int) *diff.Comparison) {
	s := t.series
	for v, d := range docs {
		s.Versions = append(s.Versions, Version{Name: nameOf(d, s.Versions), Document: d})
		if v > 0 {
			s.Versions[v].Comparison = compare(v)
		}
		t.step(v)
	}
	s.words = nil
	s.fill(len(docs))
	s.order()
}

// step gives every clause of version v its lineage.
func (t *tracer) step(v int) {
	t.version = v
	ver := &t.series.Versions[v]
	if ver.Comparison == nil {
		for _, c := range ver.Document.Clauses {
			t.begin(c, State{Clause: c, Status: New, Nature: diff.Substantive, Since: -1}, nil)
		}
		return
	}
	var fresh []*diff.Change
	for i := range ver.Comparison.Changes {
		ch := &ver.Comparison.Changes[i]
		if ch.Status == diff.Added {
			fresh = append(fresh, ch)
			continue
		}
		t.follow(ch)
	}
	t.revive(fresh)
	if t.close != nil {
		t.close(v)
	}
}

// begin opens a lineage at a clause, with the lineage it was split from, if any.
func (t *tracer) begin(c *resolution.Clause, st State, from *Lineage) {
	s := t.series
	l := &Lineage{ID: s.Versions[t.version].Name + "/" + c.ID, From: from}
	s.Lineages = append(s.Lineages, l)
	t.put(l, st)
}

// put sets the lineage's state in the current version and traces its words.
func (t *tracer) put(l *Lineage, st State) {
	l.pad(t.version)
	l.States = append(l.States, st)
	if st.Clause != nil {
		t.series.at[st.Clause] = place{t.version, l}
		if t.each != nil {
			t.each(l, t.version)
		}
	}
}

// pad fills a lineage's states up to version v with absence.
func (l *Lineage) pad(v int) {
	for len(l.States) < v {
		l.States = append(l.States, State{Since: -1})
	}
}

// fill gives every lineage a state in each of n versions.
func (s *Series) fill(n int) {
	for _, l := range s.Lineages {
		l.pad(n)
	}
}

// order puts the lineages into the reading order of the latest version; one
// that it does not have stands behind the clause that stood before it when it
// was last there. A clause that went over to another part later, such as from
// an annex to the preamble, does not take its old neighbours along.
func (s *Series) order() {
	var first *Lineage // stands for the place before the first
	next := map[*Lineage]*Lineage{}
	placed := map[*Lineage]bool{}
	for v := len(s.Versions) - 1; v >= 0; v-- {
		before := first
		for _, l := range s.inVersion(v) {
			if !placed[l] {
				placed[l] = true
				next[l], next[before] = next[before], l
			}
			if l.States[l.last(len(l.States))].Clause.Part == l.States[v].Clause.Part {
				before = l
			}
		}
	}
	s.Lineages = s.Lineages[:0]
	for l := next[first]; l != nil; l = next[l] {
		s.Lineages = append(s.Lineages, l)
	}
}

// inVersion lists the lineages of a version's clauses in reading order.
func (s *Series) inVersion(v int) []*Lineage {
	at := map[*resolution.Clause]*Lineage{}
	for _, l := range s.Lineages {
		if c := l.States[v].Clause; c != nil {
			at[c] = l
		}
	}
	var out []*Lineage
	for _, c := range s.Versions[v].Document.Clauses {
		out = append(out, at[c])
	}
	return out
}
