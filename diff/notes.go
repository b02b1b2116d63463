package diff

import (
	"reprise/align"
	"reprise/diff/nature"
	"reprise/diff/redline"
	"reprise/resolution"
)

// noteChanges lists the footnotes of a link's clauses that differ. Notes of
// the same text are one note, whatever their marks; the others pair in order. A
// text that prints no notes at all (many files leave them out) says nothing
// about them.
func (s *setting) noteChanges(l align.Link) []NoteChange {
	if len(l.Old) == 0 || len(l.New) == 0 || len(s.old.Footnotes) == 0 || len(s.new.Footnotes) == 0 {
		return nil
	}
	old, new := footnotesOf(s.old, l.Old), footnotesOf(s.new, l.New)
	if len(old) == 0 && len(new) == 0 {
		return nil
	}
	old, new = dropSame(old, new)
	var out []NoteChange
	for i := range max(len(old), len(new)) {
		var a, b resolution.Footnote
		if i < len(old) {
			a = old[i]
		}
		if i < len(new) {
			b = new[i]
		}
		out = append(out, NoteChange{a.Mark, b.Mark, redline.In(a.Text, b.Text, s.lex)})
	}
	return out
}

// footnotesOf are the footnotes that clauses refer to, each once, in order. A mark
// without a note says nothing that could change.
func footnotesOf(d *resolution.Document, clauses []*resolution.Clause) []resolution.Footnote {
	var out []resolution.Footnote
	seen := ""
	for _, c := range clauses {
		for _, ref := range c.Notes {
			note := d.Footnote(ref.Mark)
			if note != nil && ref.Mark != seen {
				out = append(out, *note)
				seen = ref.Mark
			}
		}
	}
	return out
}

// dropSame takes the notes that both sides have out of both.
func dropSame(old, new []resolution.Footnote) (oldRest, newRest []resolution.Footnote) {
	used := make([]bool, len(new))
next:
	for _, o := range old {
		for i, n := range new {
			if !used[i] && o.Text == n.Text {
				used[i] = true
				continue next
			}
		}
		oldRest = append(oldRest, o)
	}
	for i, n := range new {
		if !used[i] {
			newRest = append(newRest, n)
		}
	}
	return oldRest, newRest
}

// notesOf are the changed notes of a change as the passes of nature read them.
func (s *setting) notesOf(ch *Change) []nature.Note {
	out := make([]nature.Note, len(ch.Notes))
	for i, n := range ch.Notes {
		out[i] = nature.Note{Old: noteSpan(s.old, ch.Old, n.OldMark), New: noteSpan(s.new, ch.New, n.NewMark)}
	}
	return out
}

// noteSpan is the whole text of the note to which a mark in some clauses points;
// the zero Span for no mark.
func noteSpan(d *resolution.Document, clauses []*resolution.Clause, mark string) nature.Span {
	for _, c := range clauses {
		for _, ref := range c.Notes {
			if note := d.Footnote(mark); mark != "" && ref.Mark == mark && note != nil {
				return nature.Span{Clause: c, Note: note, To: len(note.Text)}
			}
		}
	}
	return nature.Span{}
}
