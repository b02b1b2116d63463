package word

import (
	"sort"

	"reprise/align"
	"reprise/diff"
	"reprise/internal/chain"
	"reprise/resolution"
)

// A redline is both texts in one order: every paragraph of either, cut into
// pieces that stand on the old side, the new side or both. It is worked out
// here apart from any format, so that rejecting and accepting are a matter of
// leaving pieces out (law 4).
//
// How a link's edits become paragraphs: its texts are joined with newlines, so
// walking the edits tells for every piece which old and which new clause it
// belongs to. A stretch that belongs to one pair of clauses is a cell. The
// heaviest chain of cells that keeps both orders stays in place; in it, two
// cells of one old clause are a split in place, whose first paragraph mark is
// inserted, and two cells of one new clause a merge, whose first paragraph
// mark is deleted. Cells outside the chain, and all of a moved link, are shown
// twice: on the old side where they were, on the new side where they are.

// overlap is what one old clause and one new clause of a link share.
type overlap struct {
	old, new int // positions in the documents
	moved    bool
	only     bool // the only cell of its link
	pieces   []piece
}

// shares tells whether any text stands on both sides.
func (c *overlap) shares() bool {
	for _, p := range c.pieces {
		if p.op == diff.Equal {
			return true
		}
	}
	return false
}

// piece is a run of text. An equal piece stands on both sides.
type piece struct {
	op       diff.Op
	text     string
	old, new int // byte offsets in the texts of the cell's clauses
}

// weight is how much text a cell would show twice if it did not stay in place.
// One more, so that a clause replaced from end to end stays in place too.
func (c *overlap) weight() int {
	n := 1
	for _, p := range c.pieces {
		if p.op == diff.Equal {
			n += len(p.text)
		}
	}
	return n
}

// places finds clauses in their document.
type places map[*resolution.Clause]int

func placesOf(d *resolution.Document) places {
	at := make(places, len(d.Clauses))
	for i, c := range d.Clauses {
		at[c] = i
	}
	return at
}

// hold tells whether all the clauses are in the document, which a comparison
// made by hand may get wrong.
func (at places) hold(clauses []*resolution.Clause) bool {
	for _, c := range clauses {
		if _, ok := at[c]; !ok {
			return false
		}
	}
	return true
}

// overlapsOf cuts a change into its cells; none where a side is empty. Edits that
// break law 3 are taken as a replacement of the whole, so that the texts hold.
func overlapsOf(ch diff.Change, old, new places) []*overlap {
	if len(ch.Old) == 0 || len(ch.New) == 0 || !old.hold(ch.Old) || !new.hold(ch.New) {
		return nil
	}
	w := overlapWalk{ch: ch, old: cursor{clauses: ch.Old, at: old}, new: cursor{clauses: ch.New, at: new}}
	w.open()
	for _, e := range exactEdits(ch) {
		w.walk(e.Op, e.Text)
	}
	w.cells[0].only = len(w.cells) == 1
	return w.cells
}

// exactEdits are the edits of a change where they keep law 3, else the
// coarsest that do.
func exactEdits(ch diff.Change) []diff.Edit {
	var old, new string
	for _, e := range ch.Edits {
		if e.Op != diff.Insert {
			old += e.Text
		}
		if e.Op != diff.Delete {
			new += e.Text
		}
	}
	wantOld, wantNew := joinTexts(ch.Old), joinTexts(ch.New)
	switch {
	case old == wantOld && new == wantNew:
		return ch.Edits
	case wantOld == wantNew:
		return []diff.Edit{{Op: diff.Equal, Text: wantOld}}
	}
	return []diff.Edit{{Op: diff.Delete, Text: wantOld}, {Op: diff.Insert, Text: wantNew}}
}

func joinTexts(clauses []*resolution.Clause) string {
	text := ""
	for i, c := range clauses {
		if i > 0 {
			text += "\n"
		}
		text += c.Text
	}
	return text
}

// cursor walks the texts of one side of a link.
type cursor struct {
	clauses []*resolution.Clause
	at      places
	i, off  int
}

func (c *cursor) place() int { return c.at[c.clauses[c.i]] }

// left is how many bytes of the present clause are still to come.
func (c *cursor) left() int { return len(c.clauses[c.i].Text) - c.off }

// step goes on by the newline that joins two clauses.
func (c *cursor) step() { c.i, c.off = c.i+1, 0 }

type overlapWalk struct {
	ch       diff.Change
	old, new cursor
	cells    []*overlap
}

func (w *overlapWalk) open() {
	w.cells = append(w.cells, &overlap{old: w.old.place(), new: w.new.place(), moved: w.ch.Moved})
}

// walk adds one edit, cut where a clause ends on a side that it touches.
func (w *overlapWalk) walk(op diff.Op, text string) {
	for text != "" {
		n := len(text)
		if op != diff.Insert {
			n = min(n, w.old.left())
		}
		if op != diff.Delete {
			n = min(n, w.new.left())
		}
		if n > 0 {
			w.add(op, text[:n])
			text = text[n:]
			continue
		}
		w.boundary(op, text[:1])
		text = text[1:]
	}
}

func (w *overlapWalk) add(op diff.Op, text string) {
	c := w.cells[len(w.cells)-1]
	c.pieces = append(c.pieces, piece{op, text, w.old.off, w.new.off})
	if op != diff.Insert {
		w.old.off += len(text)
	}
	if op != diff.Delete {
		w.new.off += len(text)
	}
}

// boundary goes over a newline that ends a clause on one side at least. On the
// other it may be text of the clause: a table's rows are parted so.
func (w *overlapWalk) boundary(op diff.Op, newline string) {
	oldEnds := op != diff.Insert && w.old.left() == 0
	newEnds := op != diff.Delete && w.new.left() == 0
	if op == diff.Equal && !oldEnds {
		w.add(diff.Delete, newline)
	}
	if op == diff.Equal && !newEnds {
		w.add(diff.Insert, newline)
	}
	if oldEnds {
		w.old.step()
	}
	if newEnds {
		w.new.step()
	}
	w.open()
}

// keepInPlace gives the heaviest chain of cells in which neither side goes
// back. Cells of moved links stay out: law 7 has chosen them.
func keepInPlace(cells []*overlap) []*overlap {
	var stay []*overlap
	for _, c := range cells {
		if !c.moved && (c.only || c.shares()) {
			stay = append(stay, c)
		}
	}
	sort.SliceStable(stay, func(i, j int) bool {
		if stay[i].old != stay[j].old {
			return stay[i].old < stay[j].old
		}
		return stay[i].new < stay[j].new
	})
	pairs := make([]chain.Pair, len(stay))
	for i, c := range stay {
		pairs[i] = chain.Pair{Old: int32(c.old), New: int32(c.new), Weight: float64(c.weight())}
	}
	keep := chain.Heaviest(pairs, chain.NeverFalling)
	kept := stay[:0]
	for i, c := range stay {
		if keep[i] {
			kept = append(kept, c)
		}
	}
	return kept
}

// movable tells whether a moved link can be shown as a move: each of its sides
// is one block of neighbouring clauses.
func movable(l align.Link, old, new places) bool {
	return l.Moved && neighbours(l.Old, old) && neighbours(l.New, new)
}

func neighbours(clauses []*resolution.Clause, at places) bool {
	for i := 1; i < len(clauses); i++ {
		if at[clauses[i]] != at[clauses[i-1]]+1 {
			return false
		}
	}
	return len(clauses) > 0
}
