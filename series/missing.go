package series

import (
	"slices"

	"reprise/resolution"
	"reprise/resolution/symbol"
)

// missingFrom names the predecessors that the texts of a series, in order of
// time, cite and that were not given. A cited resolution is taken for a
// predecessor where it stands in one list with another text of the series
// ("65/49 of ..., 67/31 of ... and 69/36 of ..."), for a text recalls its
// predecessors in one breath and other matters elsewhere.
func missingFrom(group []*member) []Missing {
	given := map[symbol.Symbol]bool{}
	for _, m := range group {
		given[m.doc.Symbol] = true
	}
	var out []Missing
	at := map[symbol.Symbol]int{}
	for v, m := range group {
		runs := predecessorRuns(m, given)
		for _, c := range m.cites {
			if _, known := at[c.symbol]; !known && !given[c.symbol] && runs[c.run] && sameOrgan(c.symbol, m.doc) {
				at[c.symbol] = len(out)
				out = append(out, Missing{Symbol: c.symbol, Before: v})
			}
		}
	}
	for _, m := range group {
		for _, c := range m.cites {
			if i, ok := at[c.symbol]; ok && !slices.Contains(out[i].CitedBy, m.doc) {
				out[i].CitedBy = append(out[i].CitedBy, m.doc)
			}
		}
	}
	locate(out, group)
	return out
}

// predecessorRuns are the lists of a text that name another text of its series.
func predecessorRuns(m *member, given map[symbol.Symbol]bool) map[int]bool {
	runs := map[int]bool{}
	for _, c := range m.cites {
		if given[c.symbol] {
			runs[c.run] = true
		}
	}
	return runs
}

// sameOrgan tells whether a cited symbol is one of the document's own organ.
func sameOrgan(s symbol.Symbol, d *resolution.Document) bool {
	return s.Body() == d.Body && d.Body != symbol.NoBody
}

// locate says before which version each missing text stood, and sorts them by
// time.
func locate(missing []Missing, group []*member) {
	when := func(m Missing) Moment {
		organ := m.CitedBy[0].Body
		return momentOf(&resolution.Document{Symbol: m.Symbol, Body: organ})
	}
	for i, m := range missing {
		for v := range m.Before {
			if symbolBefore(m.Symbol, group[v].doc) {
				missing[i].Before = v
				break
			}
		}
	}
	slices.SortStableFunc(missing, func(a, b Missing) int {
		if a.Before != b.Before {
			return a.Before - b.Before
		}
		return when(a).Compare(when(b))
	})
}

// symbolBefore tells whether a symbol was given out before that of a document
// of the same organ.
func symbolBefore(s symbol.Symbol, d *resolution.Document) bool {
	if d.Symbol == "" {
		return false
	}
	a := momentOf(&resolution.Document{Symbol: s, Body: d.Body})
	b := momentOf(&resolution.Document{Symbol: d.Symbol, Body: d.Body})
	return a.Compare(b) < 0
}
