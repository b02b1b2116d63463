package pdf

import "math"

const (
	// A table has at least this many rows with cells side by side; a
	// masthead has fewer.
	tableMinRows = 3
	// Cells of one column line up at the left, at the right or in the
	// middle to within this.
	tableAlign = 4.0
	// Rows of a table are at most this many lines apart.
	tableGap = 3.2
	// A cell is parted from the next by at least this.
	cellGapEm = 1.0
	// Spaces in a line that was stretched differ by less than this, in parts of
	// the size of the letters: the letters beside them lean.
	stretchedAlike = 0.35
	// Fewer spaces may be alike by chance.
	stretchedSpaces = 2
)

// pdfRegion is a stretch of a page: text, or a table.
type pdfRegion struct {
	rows  []pdfRow
	table bool
}

// regions parts the tables of a page from its text.
func regions(rows []pdfRow, c *pdfComposer) []pdfRegion {
	var out []pdfRegion
	text := 0
	for i := 0; i < len(rows); {
		end := tableEnd(rows, i, c)
		if end == i {
			i++
			continue
		}
		if i > text {
			out = append(out, pdfRegion{rows: rows[text:i]})
		}
		out = append(out, pdfRegion{rows[i:end], true})
		i, text = end, end
	}
	if text < len(rows) {
		out = append(out, pdfRegion{rows: rows[text:]})
	}
	return out
}

// tableEnd is the end of the table that begins at rows[start]; start where
// none does.
func tableEnd(rows []pdfRow, start int, c *pdfComposer) int {
	if !c.hasCells(rows[start]) {
		return start
	}
	end, celled := start, 0
	for i := start; i < len(rows); i++ {
		if i > start && rows[i-1].base-rows[i].base > tableGap*c.leading {
			break
		}
		if c.hasCells(rows[i]) {
			if celled > 0 && !lineUp(rows[start:end], rows[i]) {
				break
			}
			celled++
			end = i + 1
		} else if c.fullLine(rows[i]) {
			break
		}
	}
	if celled < tableMinRows {
		return start
	}
	return end
}

// fullLine tells a line of text that fills the page; what goes on in the last
// cell of a row begins further right.
func (c *pdfComposer) fullLine(r pdfRow) bool {
	left, right := c.left[r.frame], c.right[r.frame]
	return r.x1 > right-2*c.size && r.x0 < (left+right)/2 && r.size >= noteSize*c.size
}

// hasCells tells whether a row has cells side by side, a number and its text
// aside.
func (c *pdfComposer) hasCells(r pdfRow) bool {
	cells := cellsOf(r)
	if len(cells) < 2 || c.stretched(r) {
		return false
	}
	return len(cells) > 2 || labelOf(r) == ""
}

// stretched tells a line of text whose spaces were made wide to fill a narrow
// column: all of them are alike, but for the one after a number.
func (c *pdfComposer) stretched(r pdfRow) bool {
	if r.x1 < c.right[r.frame]-fitEm*r.size {
		return false
	}
	low, high, n := math.Inf(1), 0.0, 0
	for i := len([]rune(labelOf(r))) + 1; i < len(r.glyphs); i++ {
		if g := r.glyphs[i]; g.r == ' ' {
			low, high, n = math.Min(low, g.x1-g.x0), math.Max(high, g.x1-g.x0), n+1
		}
	}
	return n >= stretchedSpaces && high-low < stretchedAlike*r.size
}

func cellsOf(r pdfRow) []pdfPiece {
	var cells []pdfPiece
	for _, p := range r.pieces {
		if n := len(cells); n > 0 && p.x0-cells[n-1].x1 <= cellGapEm*r.size {
			cells[n-1].x1, cells[n-1].to = p.x1, p.to
			continue
		}
		cells = append(cells, p)
	}
	return cells
}

// lineUp tells whether a cell of the row, the first aside, stands under one of
// the rows before.
func lineUp(rows []pdfRow, r pdfRow) bool {
	for _, cell := range cellsOf(r)[1:] {
		for _, above := range rows {
			for _, a := range cellsOf(above) {
				if math.Abs(a.x0-cell.x0) < tableAlign || math.Abs(a.x1-cell.x1) < tableAlign ||
					math.Abs(a.x0+a.x1-cell.x0-cell.x1) < 2*tableAlign {
					return true
				}
			}
		}
	}
	return false
}
