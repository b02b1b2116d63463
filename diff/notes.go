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
	old, new := footnotesOf(s.oldNotes, l.Old), footnotesOf(s.newNotes, l.New)
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
func footnotesOf(notes map[string]*resolution.Footnote, clauses []*resolution.Clause) []resolution.Footnote {
	var out []resolution.Footnote
	seen := ""
	for _, c := range clauses {
		for _, ref := range c.Notes {
			note := notes[ref.Mark]
			if note != nil && ref.Mark != seen {
				out = append(out, *note)
				seen = ref.Mark
			}
		}
	}
	return out
}

// byMark are the footnotes of a document by their marks; of several with one mark the
// first, as Document.Footnote gives it.
func byMark(d *resolution.Document) map[string]*resolution.Footnote {
	notes := make(map[string]*resolution.Footnote, len(d.Footnotes))
	for i := range d.Footnotes {
		if n := &d.Footnotes[i]; notes[n.Mark] == nil {
			notes[n.Mark] = n
		}
	}
	return notes
}

// dropSame takes the notes that both sides have out of both.
func dropSame(old, new []resolution.Footnote) (oldRest, newRest []resolution.Footnote) {
	has := map[string]int{} // how many notes of a text the new side has that no old one took
	for _, n := range new {
		has[n.Text]++
	}
	same := map[string]int{} // how many of a text both have
	for _, o := range old {
		if has[o.Text] > 0 {
			has[o.Text]--
			same[o.Text]++
		} else {
			oldRest = append(oldRest, o)
		}
	}
	for _, n := range new {
		if same[n.Text] > 0 {
			same[n.Text]--
		} else {
			newRest = append(newRest, n)
		}
	}
	return oldRest, newRest
}

// notesOf are the changed notes of a change as the passes of nature read them.
func (s *setting) notesOf(ch *Change) []nature.Note {
	if len(ch.Notes) == 0 {
		return nil
	}
	old, new := citing(ch.Old), citing(ch.New)
	out := make([]nature.Note, len(ch.Notes))
	for i, n := range ch.Notes {
		out[i] = nature.Note{Old: noteSpan(s.oldNotes[n.OldMark], old[n.OldMark]), New: noteSpan(s.newNotes[n.NewMark], new[n.NewMark])}
	}
	return out
}

// citing is the first of some clauses that refers to each mark.
func citing(clauses []*resolution.Clause) map[string]*resolution.Clause {
	out := map[string]*resolution.Clause{}
	for _, c := range clauses {
		for _, ref := range c.Notes {
			if ref.Mark != "" && out[ref.Mark] == nil {
				out[ref.Mark] = c
			}
		}
	}
	return out
}

// noteSpan is the whole text of a note that a clause refers to; the zero Span where
// there is no such clause, or no note.
func noteSpan(note *resolution.Footnote, c *resolution.Clause) nature.Span {
	if note == nil || c == nil {
		return nature.Span{}
	}
	return nature.Span{Clause: c, Note: note, To: len(note.Text)}
}
