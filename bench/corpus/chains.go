package main

import (
	"fmt"

	"reprise/align"
	"reprise/resolution"
)

// known is two texts whose links are known through the texts between them.
type known struct {
	old, new *resolution.Document
	to       trail
}

// trail says which clause of a later text an earlier text's clause became.
type trail map[*resolution.Clause]*resolution.Clause

const (
	// Texts further apart than this (years) are no neighbours in a series.
	maxYearsApart = 4
	// A chain of fewer clauses than this proves nothing of the two texts.
	leastClauses = 4
	// So many neighbours are followed at most.
	maxHops = 6
	// A link of less likeness than this is no step of a chain.
	leastScore = 0.5
)

// sayChains measures the links of texts two to six versions apart against those
// that follow, without a doubt, from the versions between: a test on texts that
// no reader has marked. Clauses whose words stayed the same are not counted.
func sayChains(pairs []pair) {
	chains := chainsOf(pairs)
	var right, wrong, wrongMarked, missed int
	for _, k := range chains {
		from := trail{}
		for o, n := range k.to {
			from[n] = o
		}
		linked := map[*resolution.Clause]bool{}
		for _, l := range align.Documents(k.old, k.new) {
			for _, o := range l.Old {
				for _, n := range l.New {
					switch {
					case k.to[o] == n:
						linked[o] = true
					case len(l.Old)+len(l.New) == 2 && (k.to[o] != nil || from[n] != nil):
						wrong++
						if l.Uncertain {
							wrongMarked++
						}
					}
				}
			}
		}
		for o, n := range k.to {
			switch {
			case o.Text == n.Text:
			case linked[o]:
				right++
			default:
				missed++
			}
		}
	}
	fmt.Printf("%d pairs two to six versions apart: %d links right, %d wrong (%d of them marked), %d missed\n",
		len(chains), right, wrong, wrongMarked, missed)
}

// chainsOf follows each pair through its successors.
func chainsOf(pairs []pair) []known {
	steps, next := map[pair]trail{}, map[*resolution.Document]*resolution.Document{}
	for _, p := range pairs {
		if p.new.Adopted.Year-p.old.Adopted.Year > maxYearsApart {
			continue
		}
		if to := certain(p); len(to) >= leastClauses {
			steps[p] = to
			if next[p.old] == nil {
				next[p.old] = p.new
			}
		}
	}
	var chains []known
	for _, p := range pairs {
		to, at := steps[p], p.new
		for hop := 2; hop <= maxHops && next[at] != nil && next[at] != p.old; hop++ {
			to = to.then(steps[pair{at, next[at]}])
			at = next[at]
			if len(to) < leastClauses {
				break
			}
			chains = append(chains, known{p.old, at, to})
		}
	}
	return chains
}

// certain are the links of two neighbours that leave no doubt.
func certain(p pair) trail {
	to := trail{}
	for _, l := range align.Documents(p.old, p.new) {
		if len(l.Old) == 1 && len(l.New) == 1 && !l.Uncertain && l.Evidence != align.Role && l.Score > leastScore {
			to[l.Old[0]] = l.New[0]
		}
	}
	return to
}

func (t trail) then(next trail) trail {
	out := trail{}
	for o, between := range t {
		if n := next[between]; n != nil {
			out[o] = n
		}
	}
	return out
}
