package align

import (
	"reprise/internal/chain"
	"reprise/resolution"
)

// linkRoles links masthead lines, formulas and meeting lines: each kind with
// its own, in order, by likeness and by ID. They are never moved and never
// linked with the body.
func linkRoles(old, new []*resolution.Clause) []Link {
	var links []Link
	for role := frontRole; role <= backRole; role++ {
		links = append(links, linkRole(ofRole(old, role), ofRole(new, role))...)
	}
	return links
}

type role int

const (
	frontRole role = iota
	formulaRole
	backRole
)

func ofRole(clauses []*resolution.Clause, want role) []*resolution.Clause {
	var out []*resolution.Clause
	for _, c := range clauses {
		if roleOf(c) == want {
			out = append(out, c)
		}
	}
	return out
}

func roleOf(c *resolution.Clause) role {
	switch {
	case c.IsFormula():
		return formulaRole
	case c.Part == resolution.Back:
		return backRole
	}
	return frontRole
}

func linkRole(old, new []*resolution.Clause) []Link {
	var links []Link
	join := func(o, n *resolution.Clause, score float64) {
		links = append(links, Link{
			Old: []*resolution.Clause{o}, New: []*resolution.Clause{n},
			Score: score, Margin: 1, Evidence: Role,
		})
	}
	for len(old) > 0 && len(new) > 0 && old[0].Text == new[0].Text {
		join(old[0], new[0], 1)
		old, new = old[1:], new[1:]
	}
	for len(old) > 0 && len(new) > 0 && old[len(old)-1].Text == new[len(new)-1].Text {
		join(old[len(old)-1], new[len(new)-1], 1)
		old, new = old[:len(old)-1], new[:len(new)-1]
	}
	for _, l := range linesInOrder(old, new) {
		join(old[l.Old], new[l.New], l.Weight)
	}
	return append(links, alone(old, new, links)...)
}

// alone gives the clauses that no link holds a link each.
func alone(old, new []*resolution.Clause, links []Link) []Link {
	linked := map[*resolution.Clause]bool{}
	for _, l := range links {
		for _, c := range l.Old {
			linked[c] = true
		}
		for _, c := range l.New {
			linked[c] = true
		}
	}
	var out []Link
	for _, c := range old {
		if !linked[c] {
			out = append(out, Link{Old: []*resolution.Clause{c}})
		}
	}
	for _, c := range new {
		if !linked[c] {
			out = append(out, Link{New: []*resolution.Clause{c}})
		}
	}
	return out
}

const (
	// A line of the form keeps its ID from one text to the next, but not always
	// its place: two words in five must agree where the ID does not.
	roleLikeness = 0.4
	sameIDGain   = 0.5
	// A masthead has a dozen lines. Where a fault of reading made thousands of
	// them, only those of one ID are linked, since a table of all pairs would
	// be too large.
	maxRoleTable = 250_000
)

// linesInOrder is the chain of line pairs, in order on both sides, of the
// greatest likeness; weight is the likeness.
func linesInOrder(old, new []*resolution.Clause) []chain.Pair {
	if len(old) == 0 || len(new) == 0 {
		return nil
	}
	var items []chain.Pair
	gain := func(like float64, o, n *resolution.Clause) float64 {
		if o.ID == n.ID {
			return like + sameIDGain
		}
		return like
	}
	if len(old)*len(new) > maxRoleTable {
		at := index(new)
		for i, o := range old {
			if j, ok := at[o.ID]; ok {
				items = append(items, chain.Pair{Old: int32(i), New: j, Weight: sameIDGain})
			}
		}
	} else {
		likeLines := lineLikeness(old, new)
		for i, o := range old {
			for j, n := range new {
				like := likeLines(i, j)
				if like >= roleLikeness || o.ID == n.ID {
					items = append(items, chain.Pair{Old: int32(i), New: int32(j), Weight: gain(like, o, n)})
				}
			}
		}
	}
	var kept []chain.Pair
	for n, keep := range chain.Heaviest(items, chain.Rising) {
		if keep {
			it := items[n]
			if old[it.Old].ID == new[it.New].ID {
				it.Weight -= sameIDGain
			}
			kept = append(kept, it)
		}
	}
	return kept
}

// lineLikeness measures short lines by the words they share.
func lineLikeness(old, new []*resolution.Clause) func(i, j int) float64 {
	x := &lexis{mem: &memory{}}
	read := func(clauses []*resolution.Clause) [][]int32 {
		words := make([][]int32, len(clauses))
		for i, c := range clauses {
			words[i] = x.read(c.Text, nil)
		}
		return words
	}
	olds, news := read(old), read(new)
	have := make([]int, len(x.common))
	return func(i, j int) float64 {
		shared := 0
		for _, w := range olds[i] {
			have[w]++
		}
		for _, w := range news[j] {
			if have[w] > 0 {
				have[w]--
				shared++
			}
		}
		for _, w := range olds[i] {
			have[w] = 0
		}
		return 2 * float64(shared) / float64(max(1, len(olds[i])+len(news[j])))
	}
}
