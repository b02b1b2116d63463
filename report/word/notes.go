package word

import (
	"strings"

	"reprise/diff"
	"reprise/internal/wordml"
	"reprise/resolution"
)

// docxNotes ties footnotes to their places. A mark's first citation is a
// footnote of Word's; a further one is the mark as raised text, since Word
// knows no second reference to a footnote.
//
// A reference stands after the text that it follows. It waits until text of
// its own side comes, so that the old and the new reference of a replaced word
// meet and are seen to be one.
type docxNotes struct {
	old, new noteSide
	edits    map[[2]string][]diff.Edit // by old and new mark
	list     []wordml.Note
}

type noteSide struct {
	doc   *resolution.Document
	notes map[string]*resolution.Footnote // by mark
	first map[*resolution.NoteRef]bool    // first citation of a footnote that is there
	cited map[string]bool
	queue []waitingNote
}

type waitingNote struct {
	ref *resolution.NoteRef
	how wordml.Change
}

func newDocxNotes(c *diff.Comparison) docxNotes {
	n := docxNotes{old: noteSideOf(c.Old), new: noteSideOf(c.New), edits: map[[2]string][]diff.Edit{}}
	for _, ch := range c.Changes {
		for _, note := range ch.Notes {
			n.edits[[2]string{note.OldMark, note.NewMark}] = note.Edits
		}
	}
	return n
}

func noteSideOf(d *resolution.Document) noteSide {
	s := noteSide{doc: d, notes: map[string]*resolution.Footnote{}, first: map[*resolution.NoteRef]bool{}, cited: map[string]bool{}}
	for i := range d.Footnotes {
		if n := &d.Footnotes[i]; s.notes[n.Mark] == nil {
			s.notes[n.Mark] = n
		}
	}
	for _, c := range d.Clauses {
		for i := range c.Notes {
			ref := &c.Notes[i]
			if ref.At < 0 || ref.At > len(c.Text) {
				continue
			}
			s.first[ref] = !s.cited[ref.Mark] && s.notes[ref.Mark] != nil
			s.cited[ref.Mark] = true
		}
	}
	return s
}

// oldAt lets the old references at an offset wait for their place.
func (n *docxNotes) oldAt(c *resolution.Clause, off int, how wordml.Change) { n.old.at(c, off, how) }

// newAt is the mirror of oldAt.
func (n *docxNotes) newAt(c *resolution.Clause, off int, how wordml.Change) { n.new.at(c, off, how) }

func (s *noteSide) at(c *resolution.Clause, off int, how wordml.Change) {
	for i := range c.Notes {
		if c.Notes[i].At == off {
			s.queue = append(s.queue, waitingNote{&c.Notes[i], how})
		}
	}
}

// waiting tells whether references must be written before text of a change.
func (n *docxNotes) waiting(how wordml.Change) bool {
	return how.InOld() && len(n.old.queue) > 0 || how.InNew() && len(n.new.queue) > 0
}

// flush writes the references that wait, those of both sides together where
// they are one.
func (n *docxNotes) flush() []wordml.Run {
	var runs []wordml.Run
	for len(n.old.queue) > 0 && len(n.new.queue) > 0 {
		old, new := n.old.pop(), n.new.pop()
		if run, ok := n.both(old, new); ok {
			runs = append(runs, run)
			continue
		}
		runs = append(runs, n.one(&n.old, old, wordml.Deleted), n.one(&n.new, new, wordml.Inserted))
	}
	for len(n.old.queue) > 0 {
		runs = append(runs, n.one(&n.old, n.old.pop(), wordml.Deleted))
	}
	for len(n.new.queue) > 0 {
		runs = append(runs, n.one(&n.new, n.new.pop(), wordml.Inserted))
	}
	return runs
}

func (s *noteSide) pop() waitingNote {
	w := s.queue[0]
	s.queue = s.queue[1:]
	return w
}

// both is the run of a reference that both sides have.
func (n *docxNotes) both(old, new waitingNote) (wordml.Run, bool) {
	oldFirst, newFirst := n.old.first[old.ref], n.new.first[new.ref]
	switch {
	case oldFirst && newFirst && typedMark(old.ref.Mark) == typedMark(new.ref.Mark):
		return n.shared(old.ref.Mark, new.ref.Mark)
	case !oldFirst && !newFirst && old.ref.Mark == new.ref.Mark:
		return raised(old.ref.Mark, wordml.Same), true
	}
	return wordml.Run{}, false
}

// shared is a footnote of both texts, its changed words tracked.
func (n *docxNotes) shared(oldMark, newMark string) (wordml.Run, bool) {
	old, new := n.old.notes[oldMark].Text, n.new.notes[newMark].Text
	edits, changed := n.edits[[2]string{oldMark, newMark}]
	if !changed && old != new {
		return wordml.Run{}, false
	}
	return n.add(newMark, noteRuns(edits, old, new), wordml.Same), true
}

// noteRuns are the edits of a note where they are exact (law 3), else its
// texts replaced as a whole.
func noteRuns(edits []diff.Edit, old, new string) []wordml.Run {
	var runs []wordml.Run
	var gotOld, gotNew strings.Builder
	for _, e := range edits {
		how := changeOfOp[e.Op]
		if how.InOld() {
			gotOld.WriteString(e.Text)
		}
		if how.InNew() {
			gotNew.WriteString(e.Text)
		}
		runs = append(runs, wordml.Run{Text: e.Text, Change: how})
	}
	if gotOld.String() != old || gotNew.String() != new {
		return replaced(old, new, wordml.Format{})
	}
	return runs
}

// one is a reference of one side. A moved one keeps that its text only moved.
func (n *docxNotes) one(s *noteSide, w waitingNote, how wordml.Change) wordml.Run {
	if w.how == wordml.MovedFrom || w.how == wordml.MovedTo {
		how = w.how
	}
	if !s.first[w.ref] {
		return raised(w.ref.Mark, how)
	}
	inside := how
	if how == wordml.MovedFrom || how == wordml.MovedTo {
		inside = wordml.Same // it comes and goes with its reference
	}
	return n.add(w.ref.Mark, []wordml.Run{{Text: s.notes[w.ref.Mark].Text, Change: inside}}, how)
}

func raised(mark string, how wordml.Change) wordml.Run {
	return wordml.Run{Text: mark, Change: how, Format: wordml.Format{Raised: true}}
}

func (n *docxNotes) add(mark string, runs []wordml.Run, how wordml.Change) wordml.Run {
	n.list = append(n.list, wordml.Note{Runs: runs, Mark: typedMark(mark)})
	return wordml.Run{Note: len(n.list), Mark: typedMark(mark), Change: how}
}

// typedMark is a mark that Word would not give by itself: a star.
func typedMark(mark string) string {
	if strings.Trim(mark, "0123456789") == "" {
		return ""
	}
	return mark
}

// uncitedNotes writes the footnotes that no clause cites, after the text, so
// that no word is lost.
func (b *docxBuilder) uncitedNotes() {
	old, new := b.notes.old.uncited(), b.notes.new.uncited()
	for _, text := range old {
		if i := indexOf(new, text); i >= 0 {
			for _, added := range new[:i] {
				b.noteParagraph(added, wordml.Inserted)
			}
			b.noteParagraph(text, wordml.Same)
			new = new[i+1:]
			continue
		}
		b.noteParagraph(text, wordml.Deleted)
	}
	for _, text := range new {
		b.noteParagraph(text, wordml.Inserted)
	}
}

func (b *docxBuilder) noteParagraph(text string, how wordml.Change) {
	b.body = append(b.body, wordml.Paragraph{
		Style: "FootnoteText", Mark: how, Runs: []wordml.Run{{Text: text, Change: how}}})
}

// uncited are the footnotes without a citation, mark and text as a paragraph.
func (s *noteSide) uncited() []string {
	var list []string
	for _, f := range s.doc.Footnotes {
		if !s.cited[f.Mark] {
			list = append(list, f.Mark+"\t"+f.Text)
		}
	}
	return list
}

func indexOf(list []string, text string) int {
	for i, t := range list {
		if t == text {
			return i
		}
	}
	return -1
}
