package negotiate

import (
	"reprise/align"
	"reprise/internal/lexicon"
	"reprise/resolution"
	"slices"
	"strings"
)

// finish makes the amended document of the draft, links the two and says who
// wrote what.
func (s *session) finish() {
	d, r := s.draft, s.result
	s.settleDepths()
	var alive []*node
	changed := false
	for _, n := range d.nodes {
		if n.gone == byDraft {
			alive = append(alive, n)
		}
		changed = changed || n.gone != byDraft || n.origin == nil || n.moved != byDraft || n.fixed
	}
	if changed {
		d.renumber(alive)
		nameAll(alive)
	}
	r.Credits = Credits{written: map[*resolution.Clause][]int16{}, deleted: map[*resolution.Clause][]int16{}, clause: map[*resolution.Clause]int{}}
	doc := *d.doc
	doc.Source, doc.Clauses = nil, nil
	if d.title != nil {
		doc.Title = strings.TrimPrefix(d.title.text.text, d.beforeTitle())
	}
	marks := d.marks(alive, &doc)
	var pins align.Pins
	for _, n := range d.nodes {
		if n.gone != byDraft {
			if n.origin != nil {
				pins = append(pins, align.Pin{Old: []string{n.origin.ID}, New: []string{}})
				r.Credits.clause[n.origin] = n.gone
			}
			continue
		}
		c := n.clause(d, marks)
		doc.Clauses = append(doc.Clauses, c)
		r.Credits.written[c] = n.text.by
		pin := align.Pin{Old: []string{}, New: []string{c.ID}}
		if n.origin != nil {
			pin.Old = []string{n.origin.ID}
			r.Credits.deleted[n.origin] = d.deleted[n.origin]
		} else {
			r.Credits.clause[c] = n.by
		}
		if c.Counted() {
			pins = append(pins, pin)
		}
	}
	r.Amended = &doc
	r.Links, _ = align.With(d.doc, &doc, align.Options{Pins: slices.DeleteFunc(pins, func(p align.Pin) bool { return !counted(d.doc, p.Old) })})
}

// beforeTitle is the number that the line of the title opens with; "" for none.
func (d *draft) beforeTitle() string {
	before, ok := strings.CutSuffix(d.title.origin.Text, d.doc.Title)
	if !ok {
		return ""
	}
	return before
}

// counted tells whether a pin may be made: lines of the form are linked by their
// role.
func counted(doc *resolution.Document, old []string) bool {
	for _, id := range old {
		if c := doc.Clause(id); c == nil || !c.Counted() {
			return false
		}
	}
	return true
}

// clause is the clause that became of a node.
func (n *node) clause(d *draft, marks []string) *resolution.Clause {
	c := n.Clause
	c.Text, c.Notes = n.text.text, nil
	for _, ref := range n.text.notes {
		if mark := marks[ref.note]; mark != "" {
			c.Notes = append(c.Notes, resolution.NoteRef{Mark: mark, At: ref.at})
		}
	}
	if n.origin == nil || n.origin.Text != c.Text {
		c.Lead = d.leadOf(n, c.Text)
	}
	if n.origin == nil {
		c.Page = 0
	}
	return &c
}

// leadOf is the lead phrase of a changed text.
func (d *draft) leadOf(n *node, text string) string {
	if n.Kind != resolution.Paragraph || !n.Counted() || n.origin != nil && n.origin.Lead == "" {
		return ""
	}
	if n.origin != nil && strings.HasPrefix(text, n.origin.Lead) {
		return n.origin.Lead
	}
	if lead, ok := lexicon.OrDefault(d.doc.Language).Lead(text); ok {
		return text[:lead.Length]
	}
	return ""
}

// marks gives the notes of the amended text their marks: those of the draft, or,
// where notes came or went, numbers in the order of the text. A note that nothing
// cites any more is left out.
func (d *draft) marks(alive []*node, doc *resolution.Document) []string {
	marks := make([]string, len(d.notes))
	had := map[int]bool{}
	for _, n := range d.nodes {
		if n.origin == nil {
			continue
		}
		for _, ref := range n.origin.Notes {
			had[d.noteMarked(ref.Mark)] = true
		}
	}
	var order []int
	seen := map[int]bool{}
	for _, n := range alive {
		for _, ref := range n.text.notes {
			if !seen[ref.note] && d.notes[ref.note].node.gone == byDraft {
				seen[ref.note] = true
				order = append(order, ref.note)
			}
		}
	}
	changed := false
	for i, n := range d.notes {
		changed = changed || had[i] != seen[i] || n.Mark == "" && seen[i]
	}
	number := 0
	for _, i := range order {
		marks[i] = d.notes[i].Mark
		if !d.notes[i].lost && (isNumber(marks[i]) || marks[i] == "") {
			number++
			if changed {
				marks[i] = decimal(number)
			}
		}
	}
	doc.Footnotes = nil
	if !changed {
		for i, n := range d.notes {
			if !n.lost && seen[i] || !n.lost && n.node.by == byDraft && n.node.gone == byDraft {
				doc.Footnotes = append(doc.Footnotes, resolution.Footnote{Mark: n.Mark, Text: n.node.text.text, Page: n.Page})
			}
			if marks[i] == "" {
				marks[i] = n.Mark
			}
		}
		return marks
	}
	for _, i := range order {
		n := d.notes[i]
		if n.lost {
			continue
		}
		doc.Footnotes = append(doc.Footnotes, resolution.Footnote{Mark: marks[i], Text: n.node.text.text, Page: n.Page})
	}
	for i, n := range d.notes { // those that nothing cited stay; their numbers follow
		if had[i] || n.lost || n.Mark == "" || n.node.gone != byDraft {
			continue
		}
		if marks[i] = n.Mark; isNumber(n.Mark) {
			number++
			marks[i] = decimal(number)
		}
		doc.Footnotes = append(doc.Footnotes, resolution.Footnote{Mark: marks[i], Text: n.node.text.text, Page: n.Page})
	}
	return marks
}

// noteMarked is the draft's first note of a mark; -1 for none.
func (d *draft) noteMarked(mark string) int {
	return slices.IndexFunc(d.notes, func(n *draftNote) bool { return n.Mark == mark })
}
