package pdf

import (
	"cmp"
	"math"
	"reprise/resolution/recognise"
	"slices"
	"strings"
	"unicode"
)

// A row of a table takes several printed lines where a cell has several. Lines
// of one cell are set tight; rows are parted by more space, or else only the
// words tell that a line goes on.

const (
	// Lines of one cell are at most this far apart, in parts of the size of
	// their letters.
	cellLeadingEm = 1.35
	// A table has at least this many wider gaps before space tells its rows.
	spacedMinGaps = 2
)

// tableColumn is a column of a few lines: the cells that stand below each other.
type tableColumn struct {
	x0, x1 float64
	lines  []pdfRow // one cell each
}

// tableBlock writes a table's rows as lines and its cells parted by tabs. The
// lines of one cell are put together.
func (o *pdfOutput) tableBlock(rows []pdfRow) recognise.Block {
	var lines []string
	for _, group := range tableRows(rows) {
		var cells []string
		for _, c := range tableColumns(group) {
			var b strings.Builder
			for _, s := range o.join.rows(c.lines, " ") {
				b.WriteString(s.Text)
			}
			cells = append(cells, strings.TrimSpace(b.String()))
		}
		lines = append(lines, strings.Join(cells, "\t"))
	}
	return recognise.Block{Kind: recognise.TableBlock, Page: rows[0].page,
		Spans: []recognise.Span{{Text: strings.Join(lines, "\n")}}}
}

// tableRows groups the lines of a table that make one row.
func tableRows(lines []pdfRow) [][]pdfRow {
	groups := tightGroups(lines)
	if len(groups) > spacedMinGaps && !slices.ContainsFunc(groups, severalRows) {
		return groups
	}
	var out [][]pdfRow
	for _, group := range groups {
		for i, line := range group {
			if n := len(out); i > 0 && goesOn(out[n-1], line) {
				out[n-1] = append(out[n-1], line)
			} else {
				out = append(out, []pdfRow{line})
			}
		}
	}
	return out
}

// tightGroups cuts lines where they are further apart than those of one cell.
func tightGroups(lines []pdfRow) [][]pdfRow {
	var out [][]pdfRow
	for i, line := range lines {
		if n := len(out); i > 0 && lines[i-1].base-line.base <= cellLeadingEm*math.Max(lines[i-1].size, line.size) {
			out[n-1] = append(out[n-1], line)
		} else {
			out = append(out, []pdfRow{line})
		}
	}
	return out
}

// severalRows tells lines set tight that are rows all the same: two that follow
// each other fill all columns, and the second does not go on with a small
// letter.
func severalRows(group []pdfRow) bool {
	columns := len(tableColumns(group))
	for i := 1; i < len(group); i++ {
		if len(cellsOf(group[i-1])) == columns && len(cellsOf(group[i])) == columns && !goesOn(group[:i], group[i]) {
			return true
		}
	}
	return false
}

// goesOn tells whether a line goes on with a cell of the lines above it: it
// opens with a small letter below another line of that cell.
func goesOn(above []pdfRow, line pdfRow) bool {
	for _, c := range tableColumns(append(slices.Clone(above), line)) {
		if n := len(c.lines); n > 1 && c.lines[n-1].base == line.base {
			text := strings.TrimLeft(c.lines[n-1].text(), "(“‘")
			if text != "" && unicode.IsLower([]rune(text)[0]) {
				return true
			}
		}
	}
	return false
}

// tableColumns sorts the cells of a few lines into columns, from left to right:
// each cell to the column that it stands under the most.
func tableColumns(lines []pdfRow) []tableColumn {
	var out []tableColumn
	for _, line := range lines {
		used := map[int]bool{}
		for _, cell := range cellsOf(line) {
			part := line.cell(cell)
			at, most := -1, 0.0
			for i, c := range out {
				if both := math.Min(c.x1, part.x1) - math.Max(c.x0, part.x0); both > most && !used[i] {
					at, most = i, both
				}
			}
			if at < 0 {
				at = len(out)
				out = append(out, tableColumn{x0: part.x0, x1: part.x1})
			}
			used[at] = true
			c := &out[at]
			c.x0, c.x1 = math.Min(c.x0, part.x0), math.Max(c.x1, part.x1)
			c.lines = append(c.lines, part)
		}
	}
	slices.SortStableFunc(out, func(a, b tableColumn) int { return cmp.Compare(a.x0, b.x0) })
	return out
}

// cell is the row of one cell.
func (r pdfRow) cell(p pdfPiece) pdfRow {
	glyphs := r.glyphs[p.from:p.to]
	if out, ok := newRun(r.page, glyphs); ok {
		out.base, out.glyphs = r.base, glyphs
		return out
	}
	return r
}
