package pdf

import (
	"math"
	"sort"
	"unicode"
)

// Bound volumes print a page in two columns. Such a page is cut into frames,
// each of which is read from top to bottom like a page of its own: what stands
// over both columns, the left column, the right one, what stands below both.
// Tables, too, have white bands from top to bottom; columns of text differ from
// them in three ways: most lines fill their column, both columns are about as
// wide, and paragraphs open in one without regard to the other.

const (
	// The gutter is looked for in the middle of the text: columns of text are
	// equally wide, give or take.
	gutterFrom, gutterTo = 0.4, 0.6
	// What stands over both columns may cross the gutter with this share of the
	// ink that the middle line has elsewhere.
	gutterInk = 0.3
	// A gutter is at least this wide, in parts of the size of the letters.
	gutterEm = 0.8
	// A column has at least this many full lines: fewer say nothing.
	columnMinRows = 8
	// On a page beside others in columns, such as the last, two are enough.
	columnLeastRows = 2
	// A line is full that takes this share of its column ...
	columnFull = 0.75
	// ... and at least this share of the lines beside the gutter are.
	columnFullShare = 0.5
	// The narrower column has at least this share of the wider one's width.
	columnLike = 0.7
	// Rows of a table open side by side: more than this share of the wider gaps
	// between lines are the same in both columns.
	rowsOpenTogether = 0.5
)

// pdfFrame is a page, or the part of a page that is read by itself.
type pdfFrame struct {
	page pdfPage
	rows []pdfRow
}

// gutter is the white band between two columns, in points from the left.
type gutter struct{ x0, x1 float64 }

// frames cuts pages that are printed in two columns into frames and tells how
// many were; any other page is one frame.
func frames(pages []pdfPage) (out []pdfFrame, inColumns int) {
	sides := make([][]twoSides, len(pages))
	least := columnMinRows
	for i, p := range pages {
		if sides[i] = columnsOf(p, columnMinRows); sides[i] != nil {
			least = columnLeastRows
		}
	}
	for i, p := range pages {
		if sides[i] == nil && least < columnMinRows {
			sides[i] = columnsOf(p, least)
		}
		if sides[i] == nil {
			out = append(out, pdfFrame{p, p.rows})
			continue
		}
		inColumns++
		out = append(out, cutFrames(p, sides[i])...)
	}
	for i := range out {
		for j := range out[i].rows {
			out[i].rows[j].frame = i
		}
	}
	return out, inColumns
}

// twoSides is a row of a page with a gutter: its part left of it and its part
// right of it; only the whole where it crosses the gutter.
type twoSides struct {
	whole, left, right *pdfRow
}

// columnsOf parts the rows of a page at its gutter; nil where the page is not
// printed in two columns of at least that many full rows.
func columnsOf(p pdfPage, least int) []twoSides {
	if !p.hasBand {
		return nil
	}
	sides := make([]twoSides, len(p.rows))
	var left, right []pdfRow
	for i, r := range p.rows {
		sides[i] = p.band.part(r)
		if l := sides[i].left; l != nil {
			left = append(left, *l)
		}
		if r := sides[i].right; r != nil {
			right = append(right, *r)
		}
	}
	if min(fullRows(left), fullRows(right)) < least || !columnsOfText(left, right) {
		return nil
	}
	return sides
}

// findGutter looks for a band in the middle of a page that hardly any letter
// touches.
func findGutter(p pdfPage) (gutter, bool) {
	ink, size := inkAcross(p)
	from, to := 0, len(ink)
	for from < to && ink[from] == 0 {
		from++
	}
	for to > from && ink[to-1] == 0 {
		to--
	}
	if to-from < 2 {
		return gutter{}, false
	}
	sorted := append([]int{}, ink[from:to]...)
	sort.Ints(sorted)
	most := gutterInk * float64(sorted[len(sorted)/2])
	var best gutter
	low := from + int(gutterFrom*float64(to-from))
	high := from + int(gutterTo*float64(to-from))
	for x := low; x < high; x++ {
		start := x
		for x < high && float64(ink[x]) <= most {
			x++
		}
		if float64(x-start) > best.x1-best.x0 {
			best = gutter{float64(start), float64(x)}
		}
	}
	return best, best.x1-best.x0 >= gutterEm*size
}

// inkAcross counts for each point of a page's width how many letters stand
// over it, and gives the size of most letters.
func inkAcross(p pdfPage) (ink []int, size float64) {
	ink = make([]int, max(0, min(int(p.width)+1, maxPageWidth)))
	sizes := map[float64]int{}
	for _, g := range p.glyphs {
		if g.made || unicode.IsSpace(g.r) {
			continue
		}
		sizes[math.Round(g.size*2)/2]++
		for x := max(0, int(g.x0)); x <= int(g.x1) && x < len(ink); x++ {
			ink[x]++
		}
	}
	return ink, commonest(sizes)
}

// maxPageWidth in points: PDF pages are at most 200 inches wide.
const maxPageWidth = 14_400

// part cuts a row where a gap lies in the gutter.
func (g gutter) part(r pdfRow) twoSides {
	n := 0 // pieces left of the gutter
	middle := (g.x0 + g.x1) / 2
	for n < len(r.pieces) && r.pieces[n].x0+r.pieces[n].x1 < 2*middle {
		n++
	}
	if n > 0 && r.pieces[n-1].x1 > g.x1 || n < len(r.pieces) && r.pieces[n].x0 < g.x0 {
		return twoSides{whole: &r}
	}
	var s twoSides
	if n > 0 {
		left := r.part(0, n-1)
		s.left = &left
	}
	if n < len(r.pieces) {
		right := r.part(n, len(r.pieces)-1)
		s.right = &right
	}
	return s
}

// columnsOfText tells two columns of text from the columns of a table.
func columnsOfText(left, right []pdfRow) bool {
	for _, rows := range [][]pdfRow{left, right} {
		if float64(fullRows(rows)) < columnFullShare*float64(len(rows)) {
			return false
		}
	}
	a, b := rightEdge(left)-leftEdge(left), rightEdge(right)-leftEdge(right)
	return math.Min(a, b) >= columnLike*math.Max(a, b) && !openTogether(left, right)
}

// fullRows counts the rows that fill their column.
func fullRows(rows []pdfRow) int {
	n := 0
	width := rightEdge(rows) - leftEdge(rows)
	for _, r := range rows {
		if r.x1-r.x0 >= columnFull*width {
			n++
		}
	}
	return n
}

// openTogether tells whether the lines below a wider gap stand side by side, as
// the rows of a table do.
func openTogether(left, right []pdfRow) bool {
	a, b := openings(left), openings(right)
	same := 0
	for _, x := range a {
		for _, y := range b {
			if math.Abs(x.base-y.base) <= sameBaseEm*x.size {
				same++
				break
			}
		}
	}
	return float64(same) > rowsOpenTogether*float64(min(len(a), len(b)))
}

// openings are the rows below a gap that is wider than most.
func openings(rows []pdfRow) []pdfRow {
	gaps := map[float64]int{}
	for i := 1; i < len(rows); i++ {
		gaps[math.Round((rows[i-1].base-rows[i].base)*2)/2]++
	}
	leading := commonest(gaps)
	var out []pdfRow
	for i := 1; i < len(rows); i++ {
		if rows[i-1].base-rows[i].base > paragraphGap*leading {
			out = append(out, rows[i])
		}
	}
	return out
}

// cutFrames puts the rows of a page in two columns into frames. The right
// column is laid under the left one, so that both have the same edges.
func cutFrames(p pdfPage, sides []twoSides) []pdfFrame {
	var out []pdfFrame
	shift := columnShift(sides)
	for i := 0; i < len(sides); {
		over := pdfFrame{page: p}
		for ; i < len(sides) && overColumns(sides, i); i++ {
			over.rows = append(over.rows, sides[i].wholeRow())
		}
		l, r := pdfFrame{page: p}, pdfFrame{page: p}
		for ; i < len(sides) && !overColumns(sides, i); i++ {
			if s := sides[i].left; s != nil {
				l.rows = append(l.rows, *s)
			}
			if s := sides[i].right; s != nil {
				r.rows = append(r.rows, s.shifted(-shift))
			}
		}
		for _, f := range []pdfFrame{over, l, r} {
			if len(f.rows) > 0 {
				out = append(out, f)
			}
		}
	}
	return out
}

// columnShift is how far the right column stands from the left one.
func columnShift(sides []twoSides) float64 {
	var left, right []pdfRow
	for _, s := range sides {
		if s.left != nil && s.right != nil {
			left, right = append(left, *s.left), append(right, *s.right)
		}
	}
	return leftEdge(right) - leftEdge(left)
}

// overColumns tells whether row i belongs to what stands over both columns: it
// crosses the gutter, or is the rule above or the last line of what does.
func overColumns(sides []twoSides, i int) bool {
	s := sides[i]
	if s.whole != nil {
		return true
	}
	if s.left == nil || s.right != nil {
		return false
	}
	if i+1 < len(sides) && sides[i+1].whole != nil && noteRule().MatchString(s.left.text()) {
		return true
	}
	if i == 0 || sides[i-1].whole == nil {
		return false
	}
	above := sides[i-1].whole
	return above.size == s.left.size && above.base-s.left.base < headLeadingEm*above.size
}

func (s twoSides) wholeRow() pdfRow {
	if s.whole != nil {
		return *s.whole
	}
	return *s.left
}

// shifted is the row moved to the right.
func (r pdfRow) shifted(by float64) pdfRow {
	r.x0, r.x1 = r.x0+by, r.x1+by
	r.glyphs = append([]pdfGlyph{}, r.glyphs...)
	for i := range r.glyphs {
		r.glyphs[i].x0, r.glyphs[i].x1 = r.glyphs[i].x0+by, r.glyphs[i].x1+by
	}
	r.cut()
	return r
}
