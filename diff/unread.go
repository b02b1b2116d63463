package diff

import "reprise/resolution"

// gapWarnings warn of the places where text of a document is known to be missing.
func gapWarnings(d *resolution.Document, inNew bool) []Warning {
	kinds := map[resolution.GapKind]WarningKind{
		resolution.PictureGap: UnreadPage, resolution.DamagedGap: DamagedPage, resolution.NumberGap: NumberJump,
	}
	var out []Warning
	for _, g := range d.Reading.Gaps {
		if kind, told := kinds[g.Kind]; told {
			out = append(out, Warning{Kind: kind, Gap: g, InNew: inNew})
		}
	}
	return out
}

// markUnread marks what is on one side only where text of the other side is known
// to be missing: its clauses were dropped by the file, it may be, and not by the
// drafters.
func markUnread(c *Comparison) {
	mark(c, c.New.Reading.Gaps, Removed, side{
		clauses: c.Old.Clauses, others: c.New.Clauses,
		of: func(ch *Change) ([]*resolution.Clause, []*resolution.Clause) { return ch.Old, ch.New },
	})
	mark(c, c.Old.Reading.Gaps, Added, side{
		clauses: c.New.Clauses, others: c.Old.Clauses,
		of: func(ch *Change) ([]*resolution.Clause, []*resolution.Clause) { return ch.New, ch.Old },
	})
}

// side is a text seen from the one that lacks something.
type side struct {
	clauses, others []*resolution.Clause // the others lack something
	of              func(*Change) (own, other []*resolution.Clause)
}

func mark(c *Comparison, gaps []resolution.Gap, status Status, s side) {
	if len(gaps) == 0 {
		return
	}
	place := map[*resolution.Clause]int{}
	for i, o := range s.others {
		place[o] = i
	}
	change, partner := map[*resolution.Clause]*Change{}, map[*resolution.Clause]int{}
	for i := range c.Changes {
		own, other := s.of(&c.Changes[i])
		for _, o := range own {
			change[o] = &c.Changes[i]
			if len(other) > 0 {
				partner[o] = place[other[0]]
			}
		}
	}
	for i, o := range s.clauses {
		if ch := change[o]; ch != nil && ch.Status == status && inGap(gaps, s, partner, i) {
			ch.Unread = true
		}
	}
}

// inGap tells whether a gap lies between the partners of the clauses around one.
func inGap(gaps []resolution.Gap, s side, partner map[*resolution.Clause]int, at int) bool {
	from, to := -1, len(s.others)
	for i := at - 1; i >= 0; i-- {
		if p, ok := partner[s.clauses[i]]; ok {
			from = p
			break
		}
	}
	for i := at + 1; i < len(s.clauses); i++ {
		if p, ok := partner[s.clauses[i]]; ok {
			to = p
			break
		}
	}
	for _, g := range gaps {
		first, last := reach(g, s.others)
		if g.Kind != resolution.EmptyGap && from <= last && first < to {
			return true
		}
	}
	return false
}

// reach tells behind which clauses a gap may lie: from the first to the last of
// them, -1 for the beginning. What is missing of a damaged page may stand anywhere
// on it.
func reach(g resolution.Gap, clauses []*resolution.Clause) (first, last int) {
	first, last = -1, -1
	for i, c := range clauses {
		switch {
		case g.Page == 0 && c.ID == g.After:
			return i, i
		case g.Page > 0 && c.Page > g.Page:
			return first, last
		case c.Page < g.Page:
			first = i
		}
		last = i
	}
	return first, last
}
