package main

import (
	"cmp"
	"fmt"
	"slices"

	"reprise/align"
	"reprise/internal/chain"
)

// links are pairs of paragraphs, old and new.
type links map[[2]int]bool

// tally counts what was found right, found wrong and missed.
type tally struct{ right, wrong, missed int }

func (t *tally) add(o tally) { t.right += o.right; t.wrong += o.wrong; t.missed += o.missed }

// f1 is the mean of precision and recall; 1 where nothing was asked or said.
func (t tally) f1() float64 {
	if t.right+t.wrong+t.missed == 0 {
		return 1
	}
	return 2 * float64(t.right) / float64(2*t.right+t.wrong+t.missed)
}

// figures are those of the scoring tool beside the gold pairs.
type figures struct {
	hard         tally // links of paragraphs whose words differ
	move         tally // links outside the longest chain
	several      tally // links of splits and merges
	exact, asked int   // paragraphs all of whose links are right, and all
	linked       int   // hard links found
	marked       int   // of these, uncertain
	silent       int   // wrong and not marked
	scores       []scored
}

// scored is a hard link with its score, and whether it is right.
type scored struct {
	score float64
	right bool
}

func (f *figures) add(o figures) {
	f.hard.add(o.hard)
	f.move.add(o.move)
	f.several.add(o.several)
	f.exact += o.exact
	f.asked += o.asked
	f.linked += o.linked
	f.marked += o.marked
	f.silent += o.silent
	f.scores = append(f.scores, o.scores...)
}

func sum(each []figures) (f figures) {
	for _, o := range each {
		f.add(o)
	}
	return f
}

func share(n, of int) float64 { return float64(n) / float64(max(1, of)) }

// named are the figures that are shares, by the names of .ci/floors.
func (f figures) named() map[string]float64 {
	return map[string]float64{
		"hard": f.hard.f1(), "move": f.move.f1(), "n:m": f.several.f1(), "exact": share(f.exact, f.asked),
		"uncertain": share(f.marked, f.linked), "silent": share(f.silent, f.linked-f.marked),
	}
}

var figureNames = []string{"hard", "move", "n:m", "exact", "uncertain", "silent"}

func (f figures) String() string {
	return fmt.Sprintf("hard %.4f (%d right, %d wrong, %d missed)  move %.4f  n:m %.4f (%d, %d, %d)  exact %.4f  uncertain %.4f  wrong among the others %d of %d",
		f.hard.f1(), f.hard.right, f.hard.wrong, f.hard.missed, f.move.f1(),
		f.several.f1(), f.several.right, f.several.wrong, f.several.missed, share(f.exact, f.asked), share(f.marked, f.linked), f.silent, f.linked-f.marked)
}

// measure scores the links of a pair.
func (p *pair) measure(found []align.Link) figures {
	mine, unsure, scores := p.linksOf(found)
	all := union(p.sure, p.exact)
	hard := without(mine, p.exact)
	f := figures{
		hard:    compare(hard, p.sure, p.possible),
		several: compare(severals(hard), both(p.several, p.sure), p.possible),
		move:    compare(moved(without(mine, p.possible)), moved(all), p.possible),
		linked:  len(hard),
		marked:  len(both(hard, unsure)),
	}
	wrong := without(without(hard, p.sure), p.possible)
	f.silent = len(without(wrong, unsure))
	for l := range hard {
		if !p.possible[l] {
			f.scores = append(f.scores, scored{scores[l], !wrong[l]})
		}
	}
	p.countExact(&f, mine, all)
	return f
}

func (p *pair) linksOf(found []align.Link) (mine, unsure links, score map[[2]int]float64) {
	mine, unsure, score = links{}, links{}, map[[2]int]float64{}
	for _, l := range found {
		for _, o := range l.Old {
			for _, n := range l.New {
				i, okOld := p.at[o]
				j, okNew := p.at[n]
				if !okOld || !okNew {
					continue
				}
				at := [2]int{i, j}
				mine[at], score[at] = true, l.Score
				if l.Uncertain {
					unsure[at] = true
				}
			}
		}
	}
	return mine, unsure, score
}

// countExact counts the paragraphs whose whole set of partners is right.
func (p *pair) countExact(f *figures, mine, all links) {
	for side, n := range [2]int{len(p.OldParagraphs), len(p.NewParagraphs)} {
		disputed, bad := map[int]bool{}, map[int]bool{}
		for l := range p.possible {
			disputed[l[side]] = true
		}
		for l := range union(without(mine, all), without(all, mine)) {
			bad[l[side]] = true
		}
		for k := range n {
			if !disputed[k] {
				f.asked++
				if !bad[k] {
					f.exact++
				}
			}
		}
	}
}

// compare counts got against want; what is possible is never wrong.
func compare(got, want, possible links) tally {
	right := len(both(got, want))
	return tally{right, len(without(without(got, want), possible)), len(want) - right}
}

func without(a, b links) links {
	out := links{}
	for l := range a {
		if !b[l] {
			out[l] = true
		}
	}
	return out
}

func union(a, b links) links {
	out := links{}
	for _, s := range [...]links{a, b} {
		for l := range s {
			out[l] = true
		}
	}
	return out
}

func both(a, b links) links { return without(a, without(a, b)) }

// severals are the links of which a paragraph has another one too.
func severals(a links) links {
	count := [2]map[int]int{{}, {}}
	for l := range a {
		count[0][l[0]]++
		count[1][l[1]]++
	}
	out := links{}
	for l := range a {
		if count[0][l[0]] > 1 || count[1][l[1]] > 1 {
			out[l] = true
		}
	}
	return out
}

// sorted lists links by old, then new place.
func sorted(a links) [][2]int {
	var out [][2]int
	for l := range a {
		out = append(out, l)
	}
	slices.SortFunc(out, func(a, b [2]int) int { return cmp.Or(cmp.Compare(a[0], b[0]), cmp.Compare(a[1], b[1])) })
	return out
}

// moved are the links whose unit, all that hangs together, lies outside one
// longest chain of units.
func moved(a links) links {
	all := sorted(a)
	unit := make([]int, len(all)) // by link: the first link that it hangs together with
	for n := range unit {
		unit[n] = n
	}
	for changed := true; changed; {
		changed = false
		for n := range all {
			for m := range all {
				if (all[n][0] == all[m][0] || all[n][1] == all[m][1]) && unit[n] > unit[m] {
					unit[n], changed = unit[m], true
				}
			}
		}
	}
	first := map[int][2]int{}
	for n, u := range unit {
		at, known := first[u]
		if !known {
			at = all[n]
		}
		first[u] = [2]int{min(at[0], all[n][0]), min(at[1], all[n][1])}
	}
	var units []int
	for n, u := range unit {
		if n == u {
			units = append(units, u)
		}
	}
	places := make([]chain.Pair, len(units))
	for k, u := range units {
		places[k] = chain.Pair{Old: int32(first[u][0]), New: int32(first[u][1]), Weight: 1}
	}
	stays := map[int]bool{}
	for k, keep := range chain.Heaviest(places, chain.Rising) {
		stays[units[k]] = keep
	}
	out := links{}
	for n, u := range unit {
		if !stays[u] {
			out[all[n]] = true
		}
	}
	return out
}
