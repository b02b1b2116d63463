package word

import "reprise/resolution"

// clearOfNotes takes cells out of the chain where the words before a paragraph
// mark that comes or goes would run on into a paragraph with a footnote. Word,
// LibreOffice and this project read that as it is meant, but pandoc (2.17, and
// its source still) carries the open words into the first paragraph that it
// meets, which is the footnote's own. So only one of the two clauses stays in
// place, the one that shares more, and the other is shown on both places.
func (b *docxBuilder) clearOfNotes(chain []*overlap) []*overlap {
	var clear []*overlap
	for _, next := range chain {
		for next != nil && len(clear) > 0 && b.runsIntoNote(clear[len(clear)-1], next) {
			if last := len(clear) - 1; next.weight() > clear[last].weight() {
				clear = clear[:last]
			} else {
				next = nil
			}
		}
		if next != nil {
			clear = append(clear, next)
		}
	}
	return clear
}

// runsIntoNote tells whether two cells in place are joined on a side whose
// clause cites a footnote after the mark between them.
func (b *docxBuilder) runsIntoNote(prev, next *overlap) bool {
	if len(next.pieces) == 0 {
		return false
	}
	start := next.pieces[0]
	return prev.new == next.new && b.notes.new.citesAfter(b.new.doc.Clauses[next.new], start.new) ||
		prev.old == next.old && b.notes.old.citesAfter(b.old.doc.Clauses[next.old], start.old)
}

// citesAfter tells whether a footnote of Word's comes after an offset of a clause.
func (s *noteSide) citesAfter(c *resolution.Clause, off int) bool {
	for i := range c.Notes {
		if ref := &c.Notes[i]; s.first[ref] && ref.At > off {
			return true
		}
	}
	return false
}
