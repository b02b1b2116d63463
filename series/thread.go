package series

import (
	"reprise/align"
	"reprise/diff"
	"reprise/resolution"
)

// Tie says which clauses of a text became which of the next: their places in
// Document.Clauses. One side may be empty.
type Tie struct {
	Old []int `json:",omitempty"`
	New []int `json:",omitempty"`
}

// Ties links two texts, as Thread does with each and the one before it. The two must be
// resolution.Alike.
func Ties(old, new *resolution.Document) []Tie {
	from, to := placesIn(old), placesIn(new)
	var out []Tie
	for _, l := range align.Documents(old, new) {
		out = append(out, Tie{placed(l.Old, from), placed(l.New, to)})
	}
	return out
}

func placesIn(d *resolution.Document) map[*resolution.Clause]int {
	at := map[*resolution.Clause]int{}
	for i, c := range d.Clauses {
		at[c] = i
	}
	return at
}

func placed(clauses []*resolution.Clause, at map[*resolution.Clause]int) []int {
	var out []int
	for _, c := range clauses {
		out = append(out, at[c])
	}
	return out
}

// Thread finds the lineages that Follow finds, for who asks only which clauses are one
// (Series.Of, Lineage.States): no edits, natures or origins are found, and no triangles,
// which are nine tenths of the work. tied gives for a version the ties to it from the one
// before, where they were found before; a nil tied has them found here.
//
// Law: every clause of every version is in exactly one lineage, and the lineages are
// those of Follow.
func Thread(docs []*resolution.Document, tied func(version int) []Tie) *Series {
	docs = resolution.Alike(docs...)
	s := begun(docs)
	(&tracer{series: s}).run(docs, func(v int) *diff.Comparison {
		if tied == nil {
			return diff.Linked(docs[v-1], docs[v], align.Documents(docs[v-1], docs[v]))
		}
		var links []align.Link
		for _, t := range tied(v) {
			links = append(links, align.Link{Old: clausesAt(docs[v-1], t.Old), New: clausesAt(docs[v], t.New)})
		}
		return diff.Linked(docs[v-1], docs[v], links)
	})
	return s
}

func clausesAt(d *resolution.Document, places []int) []*resolution.Clause {
	var out []*resolution.Clause
	for _, p := range places {
		out = append(out, d.Clauses[p])
	}
	return out
}
