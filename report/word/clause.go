package word

import (
	"sort"
	"unicode/utf8"

	"reprise/diff"
	"reprise/internal/wordml"
	"reprise/resolution"
)

// oldCells writes what an old clause has between two of its cells in place and
// that is shown elsewhere on the new side. A nil after means from its start; a
// before that is nil or of another clause means to its end.
func (b *docxBuilder) oldCells(i int, after, before *overlap) {
	for _, k := range between(b.old.cells[i], after, before) {
		b.side(k, diff.Insert, wordml.Deleted, wordml.Deleted)
	}
}

// newCells is the mirror of oldCells.
func (b *docxBuilder) newCells(i int, after, before *overlap) {
	for _, k := range between(b.new.cells[i], after, before) {
		b.side(k, diff.Delete, wordml.Inserted, wordml.Inserted)
	}
}

func between(cells []*overlap, after, before *overlap) []*overlap {
	start, end := 0, len(cells)
	for i, k := range cells {
		if k == after {
			start = i + 1
		}
		if k == before {
			end = i
		}
	}
	return cells[start:end]
}

// side writes one side of a cell, leaving out the other side's pieces. Text
// that the sides share gets the one change, text of this side alone the other.
func (b *docxBuilder) side(k *overlap, without diff.Op, shared, own wordml.Change) {
	for _, p := range k.pieces {
		switch p.op {
		case without:
		case diff.Equal:
			b.piece(p, shared, k)
		default:
			b.piece(p, own, k)
		}
	}
}

// oldOnly writes a clause where it stood in the old text only.
func (b *docxBuilder) oldOnly(i int) {
	c, how := b.old.doc.Clauses[i], wordml.Deleted
	if b.old.move[i] != "" {
		how, b.open.Move = wordml.MovedFrom, b.old.move[i]
	}
	b.start(c, nil, how)
	if at := b.old.change[i]; at >= 0 && len(b.c.Changes[at].New) == 0 {
		b.comment(at, c)
	}
	if len(b.old.cells[i]) == 0 {
		b.piece(piece{op: diff.Delete, text: c.Text}, how, &overlap{old: i})
	}
	for _, k := range b.old.cells[i] {
		b.side(k, diff.Insert, how, wordml.Deleted)
	}
	b.end(how, c, nil)
}

// newOnly writes a clause where it stands in the new text only.
func (b *docxBuilder) newOnly(i int) {
	c, how := b.new.doc.Clauses[i], wordml.Inserted
	if b.new.move[i] != "" {
		how, b.open.Move = wordml.MovedTo, b.new.move[i]
	}
	b.start(nil, c, how)
	b.comment(b.new.change[i], c)
	if len(b.new.cells[i]) == 0 {
		b.piece(piece{op: diff.Insert, text: c.Text}, how, &overlap{new: i})
	}
	for _, k := range b.new.cells[i] {
		b.side(k, diff.Delete, how, wordml.Inserted)
	}
	b.end(how, nil, c)
}

// start writes the label of a paragraph as typed text, and the notes that
// stand before the first word.
func (b *docxBuilder) start(old, new *resolution.Clause, how wordml.Change) {
	switch {
	case old != nil && new != nil:
		b.open.Runs = append(b.open.Runs, labelled(old.Label, new.Label)...)
		b.notesAt(old, new, 0, 0)
	case old != nil:
		if how == wordml.Same {
			how = wordml.Deleted
		}
		b.label(old.Label, how)
		b.notes.oldAt(old, 0, how)
	case new != nil:
		if how == wordml.Same {
			how = wordml.Inserted
		}
		b.label(new.Label, how)
		b.notes.newAt(new, 0, how)
	}
}

func (b *docxBuilder) notesAt(old, new *resolution.Clause, oldOff, newOff int) {
	b.notes.oldAt(old, oldOff, wordml.Same)
	b.notes.newAt(new, newOff, wordml.Same)
}

func (b *docxBuilder) label(text string, how wordml.Change) {
	if text != "" {
		b.open.Runs = append(b.open.Runs, wordml.Run{Text: text + "\t", Change: how, Label: true})
	}
}

// labelled are the runs of a label in place; the tabulator after it stays
// where both sides have one.
func labelled(old, new string) []wordml.Run {
	runs := labelRuns(old, new)
	for i := range runs {
		runs[i].Label = true
	}
	return runs
}

func labelRuns(old, new string) []wordml.Run {
	if old == "" || new == "" {
		tab := func(s string) string {
			if s == "" {
				return ""
			}
			return s + "\t"
		}
		return replaced(tab(old), tab(new), wordml.Format{})
	}
	return append(replaced(old, new, wordml.Format{}), wordml.Run{Text: "\t"})
}

// end closes the paragraph. It looks as its clause does in the new text; where
// it looked otherwise in the old, that is tracked too.
func (b *docxBuilder) end(mark wordml.Change, old, new *resolution.Clause) {
	b.flushNotes()
	b.open.Mark = mark
	if mark != wordml.Same {
		b.open.Author = b.markAuthor(mark, old, new)
	}
	switch {
	case new == nil:
		b.open.Style = docxStyle(b.old.doc, old)
	case old == nil:
		b.open.Style = docxStyle(b.new.doc, new)
	default:
		b.open.Style, b.open.OldStyle = docxStyle(b.new.doc, new), docxStyle(b.old.doc, old)
	}
	b.body = append(b.body, b.open)
	b.open = wordml.Paragraph{}
}

// piece writes a run of text, cut where its look changes and where notes stand.
func (b *docxBuilder) piece(p piece, how wordml.Change, k *overlap) {
	var old, new *resolution.Clause
	if how.InOld() {
		old = b.old.doc.Clauses[k.old]
	}
	if how.InNew() {
		new = b.new.doc.Clauses[k.new]
	}
	from := 0
	for _, to := range cuts(p, old, new) {
		b.credited(p, from, to, wordml.Run{Format: wordml.Format{Italic: inLead(p, from, old, new)}, Change: how}, k)
		if old != nil {
			b.notes.oldAt(old, p.old+to, how)
		}
		if new != nil {
			b.notes.newAt(new, p.new+to, how)
		}
		from = to
	}
}

// cuts are the offsets in a piece at which a stretch ends: at notes, at the
// end of a lead, at its own end.
func cuts(p piece, old, new *resolution.Clause) []int {
	at := map[int]bool{len(p.text): true}
	mark := func(c *resolution.Clause, start int) {
		if c == nil {
			return
		}
		for _, n := range c.Notes {
			at[n.At-start] = true
		}
		at[len(c.Lead)-start] = true
	}
	mark(old, p.old)
	mark(new, p.new)
	var list []int
	for n := range at {
		if n > 0 && n <= len(p.text) {
			list = append(list, n)
		}
	}
	sort.Ints(list)
	return list
}

// inLead tells whether a stretch is part of the lead, which is set in italics.
// Of text that stayed, the old clause tells.
func inLead(p piece, off int, old, new *resolution.Clause) bool {
	if old != nil {
		return p.old+off < len(old.Lead)
	}
	return p.new+off < len(new.Lead)
}

// text adds a run, behind the notes that stand before it.
func (b *docxBuilder) text(r wordml.Run) {
	if r.Text == "" {
		return
	}
	if b.notes.waiting(r.Change) {
		b.flushNotes()
	}
	b.open.Runs = append(b.open.Runs, r)
}

// credited writes a stretch of a piece, in runs of one author each.
func (b *docxBuilder) credited(p piece, from, to int, like wordml.Run, k *overlap) {
	if b.form.Credit == nil || like.Change == wordml.Same {
		like.Text = p.text[from:to]
		b.text(like)
		return
	}
	for from < to {
		author, end := b.author(p, from, like.Change, k), from+1
		for end < to && (!utf8.RuneStart(p.text[end]) || b.author(p, end, like.Change, k) == author) {
			end++
		}
		like.Text, like.Author = p.text[from:end], author
		b.text(like)
		from = end
	}
}

// author is who made the change of a byte of a piece.
func (b *docxBuilder) author(p piece, off int, how wordml.Change, k *overlap) string {
	if how.InNew() {
		return b.form.Credit(b.new.doc.Clauses[k.new], p.new+off)
	}
	return b.form.Credit(b.old.doc.Clauses[k.old], p.old+off)
}

// markAuthor is who brought or deleted a paragraph's mark: whoever changed the end
// of its text.
func (b *docxBuilder) markAuthor(mark wordml.Change, old, new *resolution.Clause) string {
	switch {
	case b.form.Credit == nil:
		return ""
	case mark.InNew() && new != nil:
		return b.form.Credit(new, len(new.Text)-1)
	case mark.InOld() && old != nil:
		return b.form.Credit(old, len(old.Text)-1)
	}
	return ""
}

func (b *docxBuilder) flushNotes() {
	b.open.Runs = append(b.open.Runs, b.notes.flush()...)
}

// lastMark makes sure that the last paragraph mark stays on both sides: Word
// cannot take away the last one of a document.
func (b *docxBuilder) lastMark() {
	if n := len(b.body); n == 0 || b.body[n-1].(wordml.Paragraph).Mark != wordml.Same {
		b.body = append(b.body, wordml.Paragraph{})
	}
}

// comment puts the remark on a change on the open paragraph, where the clause
// is the first of the change and there is something to say.
func (b *docxBuilder) comment(change int, c *resolution.Clause) {
	if change < 0 {
		return
	}
	ch := b.c.Changes[change]
	if !ch.Counted() || len(ch.New) > 0 && ch.New[0] != c || len(ch.New) == 0 && ch.Old[0] != c {
		return
	}
	if b.form.Comments == WithComments {
		b.open.Comment = append(b.open.Comment, b.voice.Remark(ch)...)
	}
	b.open.Comment = append(b.open.Comment, b.form.on[c]...)
	b.open.Comment = append(b.open.Comment, b.voice.Reviewed(b.form.Review.On(change))...)
}
