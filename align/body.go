package align

import (
	"reprise/resolution"
)

// body is one side of a comparison: the clauses that are aligned by content,
// in reading order, with the place of each.
type body struct {
	texts    []text
	section  []int32           // by clause: which section it stands in, counted from 0
	parent   []int32           // by clause: the clause whose point it is, or -1
	children map[int32][]int32 // by clause with points: these
	partner  []int32           // by clause: the clause of the other side, or -1
	settled  []bool            // by clause: nothing more to decide
	titles   map[uint64]bool   // quoted by open clauses
	how      []Evidence        // by settled clause
}

func newBody(clauses []*resolution.Clause) *body {
	b := &body{
		texts:   make([]text, len(clauses)),
		section: make([]int32, len(clauses)),
		parent:  make([]int32, len(clauses)),
		partner: make([]int32, len(clauses)),
		settled: make([]bool, len(clauses)),
		how:     make([]Evidence, len(clauses)),
	}
	section := int32(0)
	var byID map[string]int32
	for i, c := range clauses {
		b.texts[i].clause = c
		b.partner[i], b.parent[i] = none, none
		if i > 0 && startsSection(clauses[i-1], c) {
			section++
		}
		b.section[i] = section
		if c.Parent != "" {
			if byID == nil {
				byID = index(clauses)
			}
			if p, ok := byID[c.Parent]; ok {
				b.parent[i] = p
			}
		}
	}
	return b
}

// none stands for no clause.
const none = int32(-1)

func index(clauses []*resolution.Clause) map[string]int32 {
	byID := make(map[string]int32, len(clauses))
	for i, c := range clauses {
		byID[c.ID] = int32(i)
	}
	return byID
}

// startsSection tells whether a clause opens a section: it is a heading after
// text, or its number counts in another section than that of the clause before.
func startsSection(before, c *resolution.Clause) bool {
	if c.Kind == resolution.Heading && before.Kind != resolution.Heading {
		return true
	}
	return before.Kind != resolution.Heading && before.Section != c.Section
}

func (b *body) settle(i int32, how Evidence) { b.settled[i], b.how[i] = true, how }

func (b *body) places() map[*resolution.Clause]int32 {
	at := make(map[*resolution.Clause]int32, len(b.texts))
	for i := range b.texts {
		at[b.texts[i].clause] = int32(i)
	}
	return at
}

// points are the points of a clause that follow it, one level down.
func (b *body) points(i int32) []int32 {
	if b.children == nil {
		b.children = map[int32][]int32{}
		for p, parent := range b.parent {
			if parent != none {
				b.children[parent] = append(b.children[parent], int32(p))
			}
		}
	}
	return b.children[i]
}

// bytes is the length of all texts.
func (b *body) bytes() int {
	n := 0
	for i := range b.texts {
		n += len(b.texts[i].clause.Text)
	}
	return n
}
