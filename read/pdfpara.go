package read

import (
	"math"
	"regexp"
	"strings"
	"unicode"

	"reprise/resolution"
)

const (
	// A gap between base lines that is this much wider than inside
	// paragraphs parts two of them.
	paragraphGap = 1.22
	// The first line of a paragraph is indented by more than this.
	indentEm = 0.8
	// The right edge may be missed by this much in a justified line.
	fitEm = 1.0
	// A line of a heading that leaves more than this share of the column
	// empty was ended on purpose.
	headingFit = 0.5
	// Letters this much larger than the text make a heading.
	headingSize = 1.15
	// A number or bullet is parted from its text by at least this.
	labelGapEm = 0.45
)

// pdfLabel is a number or bullet that stands before a paragraph.
var pdfLabel = regexp.MustCompile(`^(\(?[0-9]{1,3}[.)]|\(?[a-zA-Z]{1,2}[.)]|\(?[ivxlIVXL]{1,6}[.)]|[•·–—-])$`)

// pdfParagraph is a paragraph in the making.
type pdfParagraph struct {
	rows []pdfRow
}

func (p *pdfParagraph) first() pdfRow { return p.rows[0] }
func (p *pdfParagraph) last() pdfRow  { return p.rows[len(p.rows)-1] }

// pdfComposer puts rows together into paragraphs, across pages.
type pdfComposer struct {
	size    float64 // of the text
	leading float64 // between the base lines inside a paragraph
	left    map[int]float64
	right   map[int]float64
	indents bool // paragraphs open with an indented line
	current *pdfParagraph
	done    []*pdfParagraph
}

// pdfBlocks turns pages into blocks, with sentences about what was set aside.
func pdfBlocks(pages []pdfPage) ([]resolution.Block, []string) {
	zones := parted(pages)
	var all [][]pdfRow
	for _, z := range zones {
		all = append(all, z.body)
	}
	c := &pdfComposer{size: bodySize(all), left: map[int]float64{}, right: map[int]float64{}}
	c.measure(zones)
	out := &pdfOutput{composer: c, join: newJoiner(zones)}
	for _, z := range zones {
		out.page(z)
	}
	out.flush()
	return out.blocks, setAside(out.edges)
}

// fewRows are too few to find the edges of a page's text by; then those of
// the other pages count.
const fewRows = 8

// measure finds the leading and the edges of the text.
func (c *pdfComposer) measure(zones []pdfZones) {
	texts := make([][]pdfRow, len(zones)) // the rows in the size of the text
	gaps := map[float64]int{}
	var all []pdfRow
	for i, z := range zones {
		for _, r := range z.body {
			if math.Abs(r.size-c.size) < 0.6 {
				texts[i] = append(texts[i], r)
			}
		}
		for j, r := range texts[i] {
			if j > 0 && texts[i][j-1].base-r.base > c.size*0.8 {
				gaps[math.Round((texts[i][j-1].base-r.base)*2)/2]++
			}
		}
		all = append(all, texts[i]...)
	}
	c.leading = commonest(gaps)
	if c.leading == 0 {
		c.leading = 1.2 * c.size
	}
	right := rightEdge(all)
	left := leftEdge(c.continued(all, right))
	for i, z := range zones {
		n := z.page.number
		c.left[n], c.right[n] = left, right
		if len(texts[i]) < fewRows {
			continue
		}
		c.right[n] = rightEdge(texts[i])
		if rows := c.continued(texts[i], c.right[n]); len(rows) > 1 {
			c.left[n] = leftEdge(rows)
		}
	}
}

// continued finds the rows that follow a full one closely: they begin at the
// left edge of the text. All rows, where there are none.
func (c *pdfComposer) continued(rows []pdfRow, right float64) []pdfRow {
	var out []pdfRow
	for i := 1; i < len(rows); i++ {
		above := rows[i-1]
		if above.page == rows[i].page && above.x1 > right-2*c.size && above.base-rows[i].base < paragraphGap*c.leading {
			out = append(out, rows[i])
		}
	}
	if len(out) == 0 {
		return rows
	}
	return out
}

// add takes the next row of the text.
func (c *pdfComposer) add(r pdfRow) {
	if c.current != nil && !c.opens(r) {
		c.current.rows = append(c.current.rows, r)
		return
	}
	c.end()
	c.current = &pdfParagraph{rows: []pdfRow{r}}
}

func (c *pdfComposer) end() {
	if c.current != nil {
		c.done = append(c.done, c.current)
		c.current = nil
	}
}

// opens tells whether a row opens a new paragraph after the current one.
func (c *pdfComposer) opens(r pdfRow) bool {
	last := c.current.last()
	if c.heading(last) != c.heading(r) || math.Abs(last.size-r.size) > 1.2 {
		return true
	}
	if last.page != r.page {
		return c.opensPage(r)
	}
	gap := last.base - r.base
	if gap > paragraphGap*math.Max(c.leading, c.leading*r.size/c.size) || gap < -c.size {
		return true
	}
	if r.x0 > last.x1 || r.x1 < last.x0-columnGapEm*c.size {
		return true // another column
	}
	if c.heading(r) {
		return c.headingEnded(last, r)
	}
	return c.indented(r) || c.ended(last, r)
}

// indented tells whether a row begins further right than the line before.
func (c *pdfComposer) indented(r pdfRow) bool {
	step := indentEm * c.size
	rows := c.current.rows
	if len(rows) > 1 {
		return r.x0 > c.current.last().x0+step
	}
	first := rows[0]
	if r.x0 <= first.x0+step {
		return labelOf(r) != "" && math.Abs(r.x0-first.x0) < step && labelOf(first) != ""
	}
	hanging := labelOf(first) != "" && len(first.pieces) > 1 && math.Abs(r.x0-first.pieces[1].x0) < step
	return !hanging
}

// ended tells whether the line before was ended on purpose: the first word of
// the next one would have fitted.
func (c *pdfComposer) ended(last, r pdfRow) bool {
	left, right := c.left[last.page], c.right[r.page]
	if math.Min(last.x0, r.x0) > (left+right)/2 {
		return true // lines of a form at the right: each is one
	}
	if last.x1 < right-c.size*fitEm && outsideText(last, left, right) {
		right = c.blockRight(r)
	}
	word := firstWordWidth(r)
	return right-last.x1 > word+fitEm*c.size
}

// outsideText tells rows of a narrower block, such as the agenda item that a
// masthead prints at the left of the text.
func outsideText(r pdfRow, left, right float64) bool {
	return r.x0 < left-2*r.size || r.x0 > (left+right)/2
}

// blockRight is the right edge of the narrow block that the current rows and
// the next one make.
func (c *pdfComposer) blockRight(r pdfRow) float64 {
	right := r.x1
	for _, row := range c.current.rows {
		right = math.Max(right, row.x1)
	}
	return right
}

// opensPage tells whether the first row of a page opens a paragraph.
func (c *pdfComposer) opensPage(r pdfRow) bool {
	last := c.current.last()
	if c.heading(r) || c.ended(last, r) {
		return true
	}
	offset := r.x0 - c.left[r.page]
	rows := c.current.rows
	if len(rows) > 1 && math.Abs(offset-(last.x0-c.left[last.page])) < indentEm*c.size {
		return labelOf(r) != "" && offset > indentEm*c.size
	}
	if offset > indentEm*c.size {
		return true
	}
	return labelOf(r) != "" && endsSentence(last)
}

// heading tells a row in bold or large letters.
func (c *pdfComposer) heading(r pdfRow) bool { return r.bold || r.size >= headingSize*c.size }

// headingEnded tells whether a heading ends with the line before.
func (c *pdfComposer) headingEnded(last, r pdfRow) bool {
	column := c.right[r.page] - c.left[r.page]
	if outsideText(last, c.left[last.page], c.right[last.page]) {
		right := c.blockRight(r)
		return right-last.x1 > firstWordWidth(r)+fitEm*c.size
	}
	if text := []rune(r.text()); len(text) > 0 && unicode.IsLower(text[0]) {
		return false
	}
	return last.x1-last.x0 < headingFit*column && c.right[last.page]-last.x1 > firstWordWidth(r)+2*fitEm*c.size
}

func firstWordWidth(r pdfRow) float64 {
	for _, g := range r.glyphs {
		if g.r == ' ' {
			return g.x0 - r.x0
		}
	}
	return r.x1 - r.x0
}

func endsSentence(r pdfRow) bool {
	t := r.text()
	return t != "" && strings.ContainsRune(".;:,", rune(t[len(t)-1]))
}

// labelOf is the number or bullet before a row's text: its first word, where
// it has that form and stands apart.
func labelOf(r pdfRow) string {
	for i, g := range r.glyphs {
		if g.r != ' ' {
			continue
		}
		word := textOf(r.glyphs[:i])
		if pdfLabel.MatchString(word) && g.x1-g.x0 > labelGapEm*r.size {
			return word
		}
		return ""
	}
	return ""
}

// pdfOutput turns paragraphs, footnotes and furniture into blocks.
type pdfOutput struct {
	composer *pdfComposer
	join     *joiner
	blocks   []resolution.Block
	pending  []resolution.Block // footnotes and furniture, until the paragraph around them ends
	note     *resolution.Block  // the last footnote, which may go on on the next page
	edges    int
}

func (o *pdfOutput) page(z pdfZones) {
	for _, region := range regions(z.body, o.composer) {
		if region.table {
			o.flush()
			o.blocks = append(o.blocks, tableBlock(region.rows))
			continue
		}
		for _, r := range region.rows {
			for _, part := range r.columns() {
				o.composer.add(part)
			}
			o.release()
		}
	}
	o.notes(z.notes)
	for _, r := range z.edge {
		o.edges++
		o.pending = append(o.pending, resolution.Block{Kind: resolution.FurnitureBlock,
			Spans: []resolution.Span{{Text: r.text()}}, Page: r.page})
	}
}

// release writes the paragraphs that have ended.
func (o *pdfOutput) release() {
	for _, p := range o.composer.done {
		o.blocks = append(o.blocks, o.block(p))
	}
	if len(o.composer.done) > 0 {
		o.composer.done = nil
		o.blocks = append(o.blocks, o.pending...)
		o.pending = nil
	}
}

func (o *pdfOutput) flush() {
	o.composer.end()
	o.release()
	o.blocks = append(o.blocks, o.pending...)
	o.pending = nil
}

func (o *pdfOutput) block(p *pdfParagraph) resolution.Block {
	b := resolution.Block{Kind: resolution.TextBlock, Page: p.first().page}
	if o.composer.heading(p.first()) {
		b.Kind = resolution.HeadingBlock
	}
	rows := p.rows
	if label := labelOf(rows[0]); label != "" && b.Kind == resolution.TextBlock {
		b.Label = label
		rows = append([]pdfRow{withoutFirstWord(rows[0])}, rows[1:]...)
	}
	sep := " "
	if last := p.last(); outsideText(last, o.composer.left[last.page], o.composer.right[last.page]) {
		sep = "\n" // lines of a form
	}
	b.Spans = o.join.rows(rows, sep)
	return b
}

func withoutFirstWord(r pdfRow) pdfRow {
	for i, g := range r.glyphs {
		if g.r == ' ' {
			r.glyphs = r.glyphs[i+1:]
			return r
		}
	}
	return r
}

// notes turns the rows below the rule into footnotes. Rows before the first
// mark go on with the last note of an earlier page.
func (o *pdfOutput) notes(rows []pdfRow) {
	var mark string
	var part []pdfRow
	flush := func() {
		if len(part) == 0 {
			return
		}
		spans := o.join.rows(part, " ")
		if mark == "" && o.continueNote(spans) {
			return
		}
		o.pending = append(o.pending, resolution.Block{Kind: resolution.NoteBlock, Mark: mark, Spans: spans, Page: part[0].page})
	}
	for _, r := range rows {
		m, n := noteMark(r)
		if m == "" {
			part = append(part, r)
			continue
		}
		flush()
		mark = m
		r.glyphs = trimLeft(r.glyphs[n:])
		part = nil
		if len(r.glyphs) > 0 {
			part = []pdfRow{r}
		}
	}
	flush()
}

// continueNote adds spans to the last footnote; false where there is none.
func (o *pdfOutput) continueNote(spans []resolution.Span) bool {
	for _, list := range [][]resolution.Block{o.pending, o.blocks} {
		for i := len(list) - 1; i >= 0; i-- {
			if list[i].Kind == resolution.NoteBlock {
				list[i].Spans = append(append(list[i].Spans, resolution.Span{Text: " "}), spans...)
				return true
			}
		}
	}
	return false
}

func trimLeft(glyphs []pdfGlyph) []pdfGlyph {
	for len(glyphs) > 0 && unicode.IsSpace(glyphs[0].r) {
		glyphs = glyphs[1:]
	}
	return glyphs
}
