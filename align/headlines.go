package align

import "reprise/resolution"

// headlines links lines of the masthead that nothing is linked with to headings
// of the other text that are nearly the same words: one reading took a title for
// a part of the form, the other for a heading. Each is taken once, in order.
func headlines(links []Link) []Link {
	var fronts, heads [2][]int // by side: places of links of one clause
	for n, l := range links {
		side, c := 0, (*resolution.Clause)(nil)
		switch {
		case len(l.Old) == 1 && len(l.New) == 0:
			c = l.Old[0]
		case len(l.New) == 1 && len(l.Old) == 0:
			side, c = 1, l.New[0]
		default:
			continue
		}
		switch {
		case c.Part == resolution.Front:
			fronts[side] = append(fronts[side], n)
		case isHeading(c):
			heads[side] = append(heads[side], n)
		}
	}
	gone := map[int]bool{}
	pairUp := func(olds, news []int) {
		if len(olds) == 0 || len(news) == 0 || len(olds)*len(news) > maxRoleTable {
			return
		}
		like := lineLikeness(clausesAt(links, olds), clausesAt(links, news))
		for i, o := range olds {
			for j, n := range news {
				if score := like(i, j); score >= nearlySame && !gone[o] && !gone[n] {
					links[o].New, links[o].Score, links[o].Margin, links[o].Evidence = links[n].New, score, 1, Role
					links[o].Uncertain, links[o].Rivals = false, nil
					gone[n] = true
					break
				}
			}
		}
	}
	pairUp(fronts[0], heads[1])
	pairUp(heads[0], fronts[1])
	if len(gone) == 0 {
		return links
	}
	var out []Link
	for n, l := range links {
		if !gone[n] {
			out = append(out, l)
		}
	}
	return out
}

func clausesAt(links []Link, places []int) []*resolution.Clause {
	var out []*resolution.Clause
	for _, n := range places {
		out = append(out, append(links[n].Old, links[n].New...)...)
	}
	return out
}
