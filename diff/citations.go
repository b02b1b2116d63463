package diff

import (
	"slices"

	"reprise/diff/nature"
)

// citationChanges lists the documents that only one text cites, and those that
// were rolled forward, in the order of the changes. A citation that another
// clause keeps is no change.
func (s *setting) citationChanges(changes []Change) []CitationChange {
	var out []CitationChange
	add := func(old, new, clause string) {
		for i := range out {
			if out[i].Old == old && out[i].New == new {
				if !slices.Contains(out[i].Clauses, clause) {
					out[i].Clauses = append(out[i].Clauses, clause)
				}
				return
			}
		}
		out = append(out, CitationChange{old, new, []string{clause}})
	}
	for i := range changes {
		ch := &changes[i]
		if ch.Status == Kept || !ch.Counted() {
			continue
		}
		gone := s.onlyIn(s.nature.Cites(s.old, ch.Old), s.nature.NewBody())
		came := s.onlyIn(s.nature.Cites(s.new, ch.New), s.nature.OldBody())
		for _, r := range ch.Reasons {
			if r.Kind() != nature.CitationKind || r.Old.Empty() || r.New.Empty() {
				continue
			}
			o, n := citeIn(gone, r.Old), citeIn(came, r.New)
			if o >= 0 && n >= 0 {
				add(gone[o].Symbol, came[n].Symbol, came[n].Clause)
				gone, came = slices.Delete(gone, o, o+1), slices.Delete(came, n, n+1)
			}
		}
		for _, c := range gone {
			add(c.Symbol, "", c.Clause)
		}
		for _, c := range came {
			add("", c.Symbol, c.Clause)
		}
	}
	return out
}

// onlyIn leaves out the citations that a body of text has too.
func (s *setting) onlyIn(cites []nature.Cite, other string) []nature.Cite {
	return slices.DeleteFunc(cites, func(c nature.Cite) bool { return nature.StandsIn(other, c.Printed) })
}

// citeIn finds the first citation that stands in the span of a reason.
func citeIn(cites []nature.Cite, span nature.Span) int {
	return slices.IndexFunc(cites, func(c nature.Cite) bool {
		return c.Clause == span.Clause.ID && span.From <= c.At && c.At < span.To
	})
}
