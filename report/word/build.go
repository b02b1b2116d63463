package word

import (
	"slices"
	"strconv"

	"reprise/diff"
	"reprise/internal/wordml"
	"reprise/report/tell"
	"reprise/resolution"
)

// docxBuilder turns a comparison into the paragraphs of a tracked document.
type docxBuilder struct {
	form     Docx
	c        *diff.Comparison
	voice    tell.Voice
	old, new docxSide
	chain    []*overlap
	body     []wordml.Block
	notes    docxNotes
	open     wordml.Paragraph // being filled
}

// docxSide is one of the two texts.
type docxSide struct {
	doc    *resolution.Document
	change []int        // by place of a clause: index of its change, -1 where it is in none
	cells  [][]*overlap // by place of a clause: its cells in order
	move   []string     // by place of a clause: the name of its move, "" where it is shown in another way
	next   int          // place of the first clause that is not yet written
}

func newDocxBuilder(form Docx, c *diff.Comparison) *docxBuilder {
	b := &docxBuilder{form: form, c: c, voice: tell.Of(form.Say, c), old: sideOf(c.Old), new: sideOf(c.New)}
	oldAt, newAt := placesOf(c.Old), placesOf(c.New)
	var cells []*overlap
	for i, ch := range c.Changes {
		b.old.note(i, ch.Old, oldAt)
		b.new.note(i, ch.New, newAt)
		if form.MoveStyle == MovesAsMoves && movable(ch.Link, oldAt, newAt) {
			b.old.name(i, ch.Old, oldAt)
			b.new.name(i, ch.New, newAt)
		}
		cells = append(cells, overlapsOf(ch, oldAt, newAt)...)
	}
	for _, cell := range cells {
		b.old.cells[cell.old] = append(b.old.cells[cell.old], cell)
		b.new.cells[cell.new] = append(b.new.cells[cell.new], cell)
	}
	b.notes = newDocxNotes(c)
	b.chain = b.clearOfNotes(keepInPlace(cells))
	return b
}

func sideOf(d *resolution.Document) docxSide {
	n := len(d.Clauses)
	s := docxSide{doc: d, change: make([]int, n), cells: make([][]*overlap, n), move: make([]string, n)}
	for i := range s.change {
		s.change[i] = -1
	}
	return s
}

func (s *docxSide) note(change int, clauses []*resolution.Clause, at places) {
	for _, c := range clauses {
		if i, ok := at[c]; ok {
			s.change[i] = change
		}
	}
}

func (s *docxSide) name(change int, clauses []*resolution.Clause, at places) {
	for _, c := range clauses {
		if i, ok := at[c]; ok {
			s.move[i] = "move" + strconv.Itoa(change+1)
		}
	}
}

// build writes both texts in one order, along the cells that stay in place.
func (b *docxBuilder) build() ([]wordml.Block, []wordml.Note) {
	var prev *overlap
	for _, next := range append(b.chain, nil) {
		b.leave(prev, next)
		b.enter(prev, next)
		prev = next
	}
	b.uncitedNotes()
	typedAtEnd(b.body)
	keepApart(b.body)
	b.lastMark()
	return b.body, b.notes.list
}

// leave ends the paragraph of a cell in place: what its clauses have beside
// it, then the mark, which is kept where both clauses end here.
func (b *docxBuilder) leave(prev, next *overlap) {
	if prev == nil {
		return
	}
	b.oldCells(prev.old, prev, next)
	b.newCells(prev.new, prev, next)
	switch {
	case next != nil && next.old == prev.old:
		b.end(wordml.Inserted, nil, b.new.doc.Clauses[prev.new])
		b.new.next = prev.new + 1
	case next != nil && next.new == prev.new:
		b.end(wordml.Deleted, b.old.doc.Clauses[prev.old], nil)
		b.old.next = prev.old + 1
	default:
		b.end(wordml.Same, b.old.doc.Clauses[prev.old], b.new.doc.Clauses[prev.new])
		b.old.next, b.new.next = prev.old+1, prev.new+1
	}
}

// enter writes the clauses that stand on one side only, then opens the
// paragraph of the next cell in place and writes that cell.
func (b *docxBuilder) enter(prev, next *overlap) {
	untilOld, untilNew := len(b.old.doc.Clauses), len(b.new.doc.Clauses)
	if next != nil {
		untilOld, untilNew = next.old, next.new
	}
	for ; b.old.next < untilOld; b.old.next++ {
		b.oldOnly(b.old.next)
	}
	for ; b.new.next < untilNew; b.new.next++ {
		b.newOnly(b.new.next)
	}
	if next == nil {
		return
	}
	var old, new *resolution.Clause
	if prev == nil || prev.old != next.old {
		old = b.old.doc.Clauses[next.old]
	}
	if prev == nil || prev.new != next.new {
		new = b.new.doc.Clauses[next.new]
	}
	b.start(old, new, wordml.Same)
	if old != nil {
		b.oldCells(next.old, nil, next)
	}
	if new != nil {
		b.newCells(next.new, nil, next)
		b.comment(b.new.change[next.new], new)
	}
	for _, p := range next.pieces {
		b.piece(p, changeOfOp[p.op], next)
	}
}

// changeOfOp is how an edit in place is tracked.
var changeOfOp = [...]wordml.Change{diff.Equal: wordml.Same, diff.Delete: wordml.Deleted, diff.Insert: wordml.Inserted}

// typedAtEnd lets paragraphs that were inserted after words inserted at the
// end of a paragraph look as if they had been typed there: the mark that was
// there moves to the end of what is new. Both sides stay the same, and
// LibreOffice, which takes the words and the paragraphs for one insertion,
// would else take the mark between them away with it.
func typedAtEnd(body []wordml.Block) {
	for i := range body {
		p := body[i].(wordml.Paragraph)
		if n := len(p.Runs); p.Mark != wordml.Same || n == 0 || p.Runs[n-1].Change != wordml.Inserted {
			continue
		}
		last := i
		for last+1 < len(body) && whollyInserted(body[last+1].(wordml.Paragraph)) {
			last++
		}
		if last == i {
			continue
		}
		end := body[last].(wordml.Paragraph)
		p.Mark, end.Mark = wordml.Inserted, wordml.Same
		end.OldStyle, p.OldStyle = oldStyle(p), ""
		if end.OldStyle == end.Style {
			end.OldStyle = ""
		}
		body[i], body[last] = p, end
	}
}

func whollyInserted(p wordml.Paragraph) bool {
	for _, r := range p.Runs {
		if r.Change != wordml.Inserted {
			return false
		}
	}
	return p.Mark == wordml.Inserted
}

func oldStyle(p wordml.Paragraph) string {
	if p.OldStyle != "" {
		return p.OldStyle
	}
	return p.Style
}

// keepApart turns words replaced at the end of a paragraph round, the new
// before the old, where the next one begins with new words: LibreOffice would
// take the insertions on both sides of a mark that stays for one. Where nothing
// was deleted there, the mark is told as formatted anew, which parts them too.
func keepApart(body []wordml.Block) {
	for i := 1; i < len(body); i++ {
		p, next := body[i-1].(wordml.Paragraph), body[i].(wordml.Paragraph)
		if p.Mark != wordml.Same || len(next.Runs) == 0 || next.Runs[0].Change != wordml.Inserted {
			continue
		}
		end := len(p.Runs)
		added := before(p.Runs, end, wordml.Inserted)
		gone := before(p.Runs, added, wordml.Deleted)
		switch {
		case added == end:
			continue
		case gone == added || cites(p.Runs[gone:added]) && cites(p.Runs[added:]): // notes are numbered by their place
			p.Restyled = true
		default:
			p.Runs = slices.Concat(p.Runs[:gone], p.Runs[added:], p.Runs[gone:added])
		}
		body[i-1] = p
	}
}

// before is where the runs of one change begin that end at a place.
func before(runs []wordml.Run, end int, c wordml.Change) int {
	for end > 0 && runs[end-1].Change == c {
		end--
	}
	return end
}

func cites(runs []wordml.Run) bool {
	return slices.ContainsFunc(runs, func(r wordml.Run) bool { return r.Note > 0 })
}
