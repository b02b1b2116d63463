package page

import (
	"slices"

	"reprise/diff"
	"reprise/diff/points"
	"reprise/report/tell"
	"reprise/resolution"
)

// kindCount is a kind of point and how many changes of the page are told of in one.
type kindCount struct {
	Key, Word string
	Count     int
}

// kindsOf marks the changes of the page by the kinds of the points that speak of
// them, and counts them: where nearly all is substantive, the kinds still tell
// mandates from money. Kinds that leave nothing out are not offered.
func kindsOf(v tell.Voice, c *diff.Comparison, parts []pagePart) []kindCount {
	kinds := map[*resolution.Clause][]points.Kind{}
	var order []points.Kind
	for _, p := range c.Points {
		for _, f := range p.Facts {
			for _, clause := range slices.Concat(f.Old, f.New) {
				kinds[clause] = append(kinds[clause], f.Kind)
			}
			if !slices.Contains(order, f.Kind) {
				order = append(order, f.Kind)
			}
		}
	}
	counts, all := map[points.Kind]int{}, 0
	for _, part := range parts {
		for _, it := range part.Items {
			if ch := it.Change; ch != nil && ch.Changed && ch.Counted() {
				all++
				for _, k := range ch.mark(kinds) {
					counts[k]++
				}
			}
		}
	}
	var out []kindCount
	for _, k := range order {
		if n := counts[k]; n > 0 && n < all && k != points.Other {
			out = append(out, kindCount{kindClass(k), v.Counted("point-kind-"+k.String(), n), n})
		}
	}
	return out
}

// mark gives a change the class names of the kinds of its points, each once.
func (p *pageChange) mark(kinds map[*resolution.Clause][]points.Kind) []points.Kind {
	var out []points.Kind
	for _, clause := range slices.Concat(p.Old, p.New) {
		for _, k := range kinds[clause] {
			if !slices.Contains(out, k) {
				out = append(out, k)
				p.State += " " + kindClass(k)
			}
		}
	}
	return out
}

func kindClass(k points.Kind) string { return "tells-" + k.String() }
