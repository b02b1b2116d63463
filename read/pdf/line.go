package pdf

import (
	"math"
	"reprise/resolution/recognise"
	"sort"
	"strings"
	"unicode"
)

// A page is rebuilt from its characters in three steps: characters that follow
// each other on one base line are a run, runs on one base line are a row, and
// a row is cut at wide gaps into pieces. All lengths are in points or, where
// they are named "em", in parts of the size of the letters.

const (
	// A piece ends at a gap that no justified line stretches a space to.
	pieceGapEm = 0.9
	// Columns of a masthead stand further apart than a number and its text.
	columnGapEm = 3.0
	// Base lines that differ less belong to one row.
	sameBaseEm = 0.25
	// A footnote mark is at most this large beside the letters around it: browsers print
	// one of five sixths ...
	raisedSize = 0.85
	// ... and stands that much above their base line.
	raisedEm = 0.15
)

// pdfRow is one printed line, or one column's part of it.
type pdfRow struct {
	page   int
	frame  int // the page, or the column of one, that it is read with
	x0, x1 float64
	base   float64 // of the largest letters
	top    float64
	size   float64 // most common size of its letters
	bold   bool    // all of it
	glyphs []pdfGlyph
	pieces []pdfPiece
}

// pdfPiece is a part of a row between wide gaps: glyphs from..to.
type pdfPiece struct {
	x0, x1   float64
	from, to int
}

// pdfRows rebuilds the rows of a page from top to bottom.
func pdfRows(p pdfPage) []pdfRow {
	if runsLeft(p.glyphs) {
		p = mirrored(p)
	}
	runs := pdfRuns(p)
	sort.SliceStable(runs, func(i, j int) bool { return runs[i].size > runs[j].size+0.5 })
	var rows [][]pdfRow
	for _, run := range runs {
		rows = place(rows, run)
	}
	doubt := doubtEm
	if printsNoSpaces(p.glyphs) {
		doubt = 0 // the engine's spaces are all there is
	}
	var out []pdfRow
	for _, runs := range rows {
		if p.leftward {
			out = append(out, joinLeftward(runs))
			continue
		}
		out = append(out, joinRuns(runs, doubt))
	}
	sort.SliceStable(out, func(i, j int) bool { return out[i].base > out[j].base })
	return out
}

// place puts a run into the row it belongs to: the one with its base line, or,
// for small letters, the one whose letters it stands beside.
func place(rows [][]pdfRow, run pdfRow) [][]pdfRow {
	for i, row := range rows {
		size := math.Max(row[0].size, run.size)
		if math.Abs(row[0].base-run.base) <= sameBaseEm*size {
			rows[i] = append(row, run)
			return rows
		}
		beside := run.size <= raisedSize*row[0].size && run.base > row[0].base && run.base < row[0].base+row[0].size*0.7
		if (beside || between(row[0], run)) && touches(row, run) {
			rows[i] = append(row, run)
			return rows
		}
	}
	return append(rows, []pdfRow{run})
}

// between tells marks alone, quotation marks in a font of their own, that stand within the
// height of a row: they have no foot to tell their base line by.
func between(row, run pdfRow) bool {
	for _, g := range run.glyphs {
		if unicode.IsLetter(g.r) || unicode.IsDigit(g.r) {
			return false
		}
	}
	return run.base > row.base-row.size*sameBaseEm && run.base < row.base+row.size && math.Abs(row.size-run.size) <= 0.5
}

func touches(row []pdfRow, run pdfRow) bool {
	for _, r := range row {
		if run.x0 < r.x1+r.size && run.x1 > r.x0-r.size {
			return true
		}
	}
	return false
}

// pdfRuns cuts the characters of a page where the engine saw a line end and
// where the place jumps.
func pdfRuns(p pdfPage) []pdfRow {
	var runs []pdfRow
	start := 0
	flush := func(end int) {
		if run, ok := newRun(p.number, p.glyphs[start:end]); ok {
			runs = append(runs, run)
		}
		start = end
	}
	var last *pdfGlyph
	for i := range p.glyphs {
		g := &p.glyphs[i]
		if g.r == '\r' || g.r == '\n' || last != nil && last.barcode != g.barcode && !g.made {
			flush(i)
		} else if last != nil && !g.made && jumps(last, g) {
			flush(i)
		}
		if !g.made {
			last = g
		}
	}
	flush(len(p.glyphs))
	return runs
}

// jumps tells whether a character cannot follow the last one on a line.
func jumps(last, g *pdfGlyph) bool {
	size := math.Max(last.size, g.size)
	if isQuote(last.r) && isQuote(g.r) && g.x0 > last.x1+size {
		return true // marks of a font of their own, printed one after the other
	}
	return g.x0 < last.x0-size || g.y0 > last.y1+size/2 || g.y1 < last.y0-size/2
}

func isQuote(r rune) bool { return strings.ContainsRune("“”‘’", r) }

func newRun(page int, glyphs []pdfGlyph) (pdfRow, bool) {
	run := pdfRow{page: page, x0: math.Inf(1), x1: math.Inf(-1), bold: true}
	run.glyphs = make([]pdfGlyph, 0, len(glyphs))
	sizes := map[float64]int{}
	ink := false
	for _, g := range glyphs {
		if g.r == '\r' || g.r == '\n' || g.r == 0 {
			continue
		}
		run.glyphs = append(run.glyphs, g)
		if g.made || unicode.IsSpace(g.r) {
			continue
		}
		ink = true
		sizes[math.Round(g.size*2)/2]++
		run.x0, run.x1 = math.Min(run.x0, g.x0), math.Max(run.x1, g.x1)
		run.top = math.Max(run.top, g.y1)
		run.bold = run.bold && (g.bold || !unicode.IsLetter(g.r) && !unicode.IsDigit(g.r))
	}
	if !ink {
		return run, false
	}
	run.size = commonest(sizes)
	run.base = baseLine(run.glyphs, run.size)
	return run, true
}

// commonest is the key with the highest count, the greatest among equals.
func commonest(counts map[float64]int) float64 {
	best, n := 0.0, 0
	for v, c := range counts {
		if c > n || c == n && v > best {
			best, n = v, c
		}
	}
	return best
}

// baseLine is the height on which letters of the given size stand: the middle
// one of their feet, letters that hang below it and marks aside.
func baseLine(glyphs []pdfGlyph, size float64) float64 {
	var feet, all []float64
	for _, g := range glyphs {
		if g.made || math.Abs(g.size-size) > 0.5 {
			continue
		}
		all = append(all, g.y0)
		if (unicode.IsLetter(g.r) || unicode.IsDigit(g.r)) && !strings.ContainsRune("gjpqyQJ", g.r) {
			feet = append(feet, g.y0)
		}
	}
	if len(feet) == 0 {
		feet = all
	}
	if len(feet) == 0 {
		return glyphs[0].y0
	}
	sort.Float64s(feet)
	return feet[len(feet)/2]
}

// joinRuns makes one row of the runs on one base line, from left to right.
func joinRuns(runs []pdfRow, doubt float64) pdfRow {
	sort.SliceStable(runs, func(i, j int) bool { return runs[i].x0 < runs[j].x0 })
	row := runs[0]
	for _, r := range runs[1:] {
		row.glyphs = mergeGlyphs(row.glyphs, r)
		row.x0, row.x1 = math.Min(row.x0, r.x0), math.Max(row.x1, r.x1)
		row.bold = row.bold && r.bold
		row.top = math.Max(row.top, r.top)
		if r.size > row.size {
			row.size, row.base = r.size, r.base
		}
	}
	row.glyphs = settleSpaces(spaceOut(row.glyphs, doubt))
	row.cut()
	return row
}

// joinLeftward is joinRuns for a mirrored page.
func joinLeftward(runs []pdfRow) pdfRow {
	row := joinRuns(runs, 0)
	row.glyphs = settleSpaces(spaceOut(inOrder(runs), 0)) // inOrder has settled the spaces by the letters beside them
	row.cut()
	for _, p := range row.pieces {
		turnBack(row.glyphs[p.from:p.to])
	}
	return row
}

// mergeGlyphs puts the characters of a run where they stand among those of a
// row: behind them, or (a raised mark printed later) in a gap between them.
func mergeGlyphs(row []pdfGlyph, run pdfRow) []pdfGlyph {
	at := len(row)
	for at > 0 && (row[at-1].made || row[at-1].x0 > run.x0) {
		at--
	}
	for at < len(row) && row[at].made {
		at++
	}
	gap := pdfGlyph{r: ' ', made: true}
	out := append([]pdfGlyph{}, row[:at]...)
	out = append(append(out, gap), run.glyphs...)
	return append(append(out, gap), row[at:]...)
}

// doubled tells a letter that is printed twice to make it look bold.
func doubled(a, b pdfGlyph) bool {
	return a.r == b.r && math.Abs(a.x0-b.x0) < 0.08*b.size && math.Abs(a.y0-b.y0) < 0.08*b.size
}

// cut finds the pieces of a row.
func (r *pdfRow) cut() {
	r.pieces = nil
	start := 0
	for i := 1; i < len(r.glyphs); i++ {
		g := r.glyphs[i]
		if g.r == ' ' && g.x1-g.x0 > pieceGapEm*r.size {
			r.addPiece(start, i)
			start = i + 1
		}
	}
	r.addPiece(start, len(r.glyphs))
}

func (r *pdfRow) addPiece(from, to int) {
	if from >= to {
		return
	}
	p := pdfPiece{x0: math.Inf(1), x1: math.Inf(-1), from: from, to: to}
	for _, g := range r.glyphs[from:to] {
		p.x0, p.x1 = math.Min(p.x0, g.x0), math.Max(p.x1, g.x1)
	}
	r.pieces = append(r.pieces, p)
}

// columns parts a row where columns stand apart ("General Assembly" and
// "Distr.: General").
func (r pdfRow) columns() []pdfRow {
	var out []pdfRow
	start := 0
	for i, p := range r.pieces {
		last := i == len(r.pieces)-1
		if !last && r.pieces[i+1].x0-p.x1 <= columnGapEm*r.size {
			continue
		}
		out = append(out, r.part(start, i))
		start = i + 1
	}
	return out
}

// part is the row of the pieces from..to, both included.
func (r pdfRow) part(from, to int) pdfRow {
	glyphs := r.glyphs[r.pieces[from].from:r.pieces[to].to]
	part, ok := newRun(r.page, glyphs)
	if !ok {
		part = r
	}
	part.frame, part.glyphs = r.frame, glyphs
	part.cut()
	return part
}

// text is the row as plain text.
func (r pdfRow) text() string { return textOf(r.glyphs) }

func textOf(glyphs []pdfGlyph) string {
	var b strings.Builder
	for _, g := range glyphs {
		b.WriteRune(g.r)
	}
	return strings.TrimSpace(b.String())
}

// raised tells whether a character is a raised mark beside the row's letters.
func (r pdfRow) raised(g pdfGlyph) bool {
	return g.size <= raisedSize*r.size && g.y0 >= r.base+raisedEm*r.size
}

// spans gives the row's characters with their styles. A space takes the style
// of the letter before it.
func (r pdfRow) spans() []recognise.Span {
	var spans []recognise.Span
	for i, g := range r.glyphs {
		s := recognise.Span{Italic: g.italic, Bold: g.bold, Raised: r.raised(g)}
		if n := len(spans); n > 0 {
			last := &spans[n-1]
			if g.r == ' ' && i > 0 && !last.Raised {
				last.Text += " "
				continue
			}
			if g.r == ' ' {
				s = recognise.Span{Italic: last.Italic, Bold: last.Bold}
			}
			if last.Italic == s.Italic && last.Bold == s.Bold && last.Raised == s.Raised {
				last.Text += string(g.r)
				continue
			}
		}
		s.Text = string(g.r)
		spans = append(spans, s)
	}
	return spans
}
