package diff

import (
	"slices"
)

// A reference is a number by which a clause points to another of its own text:
// the 5 of "paragraph 5 above".

// staleReferences warns of references that were kept while the clause that
// they mean was renumbered or removed.
func (s *setting) staleReferences(changes []Change) []Warning {
	if !s.anyRenumbered(changes) {
		return nil
	}
	var out []Warning
	for i := range changes {
		ch := &changes[i]
		if len(ch.Old) != 1 || len(ch.New) != 1 || !ch.Counted() {
			continue
		}
		old, new := s.nature.References(ch.Old[0].Text), s.nature.References(ch.New[0].Text)
		for k := range min(len(old), len(new)) {
			if !slices.Equal(old[k], new[k]) {
				continue // the drafter has looked at it
			}
			for _, meant := range new[k] {
				out = append(out, s.checkReference(changes, ch, meant)...)
			}
		}
	}
	return out
}

func (s *setting) anyRenumbered(changes []Change) bool {
	for i := range changes {
		if changes[i].Renumbered || changes[i].Status != Kept && changes[i].Status != Reworded {
			return true
		}
	}
	return false
}

// checkReference finds what a number meant in the old text and warns if that
// clause has another number now.
func (s *setting) checkReference(changes []Change, at *Change, meant string) []Warning {
	for i := range changes {
		ch := &changes[i]
		for _, c := range ch.Old {
			if c.Depth > 0 || c.Part != at.Old[0].Part || c.Section != at.Old[0].Section || c.Number != meant {
				continue
			}
			if len(ch.New) == 0 {
				return []Warning{{Kind: LostReference, Clause: at.New[0], Number: meant}}
			}
			now := ch.New[0].Number
			for _, n := range ch.New {
				if now == "" || n.Number == meant {
					return nil
				}
			}
			return []Warning{{Kind: StaleReference, Clause: at.New[0], Number: meant, Now: now}}
		}
	}
	return nil
}
