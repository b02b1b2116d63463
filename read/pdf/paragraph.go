package pdf

import (
	"math"
	"strings"
	"unicode"
	"unicode/utf8"

	"reprise/internal/pattern"
	"reprise/resolution/recognise"
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
var pdfLabel = pattern.Lazy(`^(\(?[0-9]{1,3}[.)]|\(?[a-zA-Z]{1,2}[.)]|\(?[ivxlIVXL]{1,6}[.)]|[•·–—-])$`)

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
	bold    bool // the text itself is in bold letters, which tell no heading then
	current *pdfParagraph
	done    []*pdfParagraph
}

// fewRows are too few to find the edges of a page's text by; then those of
// the other pages count.
const fewRows = 8

// measure finds the leading and the edges of the text.
func (c *pdfComposer) measure(zones []pdfZones) {
	texts := make([][]pdfRow, len(zones)) // the rows in the size of the text
	var all []pdfRow
	for i, z := range zones {
		for _, r := range z.body {
			if math.Abs(r.size-c.size) < 0.6 {
				texts[i] = append(texts[i], r)
			}
		}
		all = append(all, texts[i]...)
	}
	c.bold = mostlyBold(all)
	right := rightEdge(all)
	c.leading = c.leadingOf(texts, right)
	left := leftEdge(c.continued(all, right))
	for i, z := range zones {
		n := z.frame
		c.left[n], c.right[n] = left, right
		if len(texts[i]) < fewRows {
			continue
		}
		c.right[n] = rightEdge(texts[i])
		if rows := c.continued(texts[i], c.right[n]); len(rows) > 1 {
			c.left[n] = leftEdge(rows)
		}
	}
	c.indents = c.opensIndented(all)
}

// leadingOf is the gap that stands most often between two lines of which the upper is
// full, for it goes on in the lower: in a text of short paragraphs most gaps are those
// between paragraphs. Where no line is full, all gaps count.
func (c *pdfComposer) leadingOf(texts [][]pdfRow, right float64) float64 {
	full, all := map[float64]int{}, map[float64]int{}
	for _, rows := range texts {
		for j := 1; j < len(rows); j++ {
			gap := rows[j-1].base - rows[j].base
			if gap <= c.size*0.8 {
				continue
			}
			gap = math.Round(gap*2) / 2
			all[gap]++
			if rows[j-1].x1 > right-2*c.size {
				full[gap]++
			}
		}
	}
	for _, gaps := range []map[float64]int{full, all} {
		if leading := narrowest(gaps); leading > 0 {
			return leading
		}
	}
	return 1.2 * c.size
}

// often is the share of the commonest gap's lines that a narrower one must have to be the
// leading: half of the full lines may end their paragraphs, where those are short.
const often = 1.0 / 3

// narrowest is the narrowest gap that stands often; 0 for none.
func narrowest(gaps map[float64]int) float64 {
	most := gaps[commonest(gaps)]
	out := 0.0
	for gap, n := range gaps {
		if float64(n) >= often*float64(most) && (out == 0 || gap < out) {
			out = gap
		}
	}
	return out
}

// opensIndented tells whether most rows below a wide gap are indented.
func (c *pdfComposer) opensIndented(rows []pdfRow) bool {
	opened, indented := 0, 0
	for i := 1; i < len(rows); i++ {
		if a, r := rows[i-1], rows[i]; a.frame == r.frame && a.base-r.base > paragraphGap*c.leading {
			opened++
			if r.x0 > c.left[r.frame]+indentEm*c.size {
				indented++
			}
		}
	}
	return opened == 0 || indented*2 > opened
}

// continued finds the rows that follow a full one closely: they begin at the
// left edge of the text. All rows, where there are none.
func (c *pdfComposer) continued(rows []pdfRow, right float64) []pdfRow {
	var out []pdfRow
	for i := 1; i < len(rows); i++ {
		above := rows[i-1]
		if above.frame == rows[i].frame && above.x1 > right-2*c.size && above.base-rows[i].base < paragraphGap*c.leading {
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
	if last.frame != r.frame {
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
	text, labelled := behindLabel(first)
	return !labelled || math.Abs(r.x0-text) >= step
}

// behindLabel is where the text behind the number of a row begins, however near it
// stands: the lines of a list hang from there.
func behindLabel(r pdfRow) (x float64, labelled bool) {
	for i, g := range r.glyphs {
		if g.r == ' ' && i+1 < len(r.glyphs) {
			return r.glyphs[i+1].x0, pdfLabel().MatchString(textOf(r.glyphs[:i]))
		}
	}
	return 0, false
}

// ended tells whether the line before was ended on purpose: the first word of
// the next one would have fitted.
func (c *pdfComposer) ended(last, r pdfRow) bool {
	left, right := c.left[last.frame], c.right[r.frame]
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
	offset := r.x0 - c.left[r.frame]
	rows := c.current.rows
	if len(rows) > 1 && math.Abs(offset-(last.x0-c.left[last.frame])) < indentEm*c.size {
		return labelOf(r) != "" && offset > indentEm*c.size
	}
	if offset > indentEm*c.size {
		return true
	}
	if !c.indents && (labelOf(r) != "" || startsUpper(r)) {
		return endsSentence(last) && !strings.ContainsRune(",،，", lastOf(last.text())) || opensItalic(r) && endsSentence(last)
	}
	return labelOf(r) != "" && endsSentence(last)
}

// startsUpper tells a row that may open a sentence: with a capital, or with a letter of a
// script that has none.
func startsUpper(r pdfRow) bool {
	return len(r.glyphs) > 0 && (unicode.IsUpper(r.glyphs[0].r) || unicode.Is(unicode.Lo, r.glyphs[0].r))
}

// opensItalic tells a row that opens with a lead in italics.
func opensItalic(r pdfRow) bool {
	return len(r.glyphs) > 0 && r.glyphs[0].italic && !r.glyphs[len(r.glyphs)-1].italic
}

// heading tells a row in bold or large letters.
func (c *pdfComposer) heading(r pdfRow) bool {
	return r.bold && !c.bold || r.size >= headingSize*c.size
}

// mostlyBold tells whether most of the text is in bold letters: a print from a font that
// has no other.
func mostlyBold(rows []pdfRow) bool {
	bold, all := 0, 0
	for _, r := range rows {
		all += len(r.glyphs)
		if r.bold {
			bold += len(r.glyphs)
		}
	}
	return 2*bold > all
}

// headingEnded tells whether a heading ends with the line before.
func (c *pdfComposer) headingEnded(last, r pdfRow) bool {
	column := c.right[r.frame] - c.left[r.frame]
	if outsideText(last, c.left[last.frame], c.right[last.frame]) {
		right := c.blockRight(r)
		return right-last.x1 > firstWordWidth(r)+fitEm*c.size
	}
	if text := []rune(r.text()); len(text) > 0 && unicode.IsLower(text[0]) {
		return false
	}
	return last.x1-last.x0 < headingFit*column && c.right[last.frame]-last.x1 > firstWordWidth(r)+2*fitEm*c.size
}

func firstWordWidth(r pdfRow) float64 {
	for _, g := range r.glyphs {
		if g.r == ' ' {
			return g.x0 - r.x0
		}
	}
	return r.x1 - r.x0
}

// lastRune is the length of the last rune of a text.
func lastRune(s string) int {
	_, n := utf8.DecodeLastRuneInString(s)
	return n
}

func endsSentence(r pdfRow) bool {
	t := r.text()
	return t != "" && recognise.EndsParagraph(t[len(t)-lastRune(t):])
}

// labelOf is the number or bullet before a row's text: its first word, where
// it has that form and stands apart.
func labelOf(r pdfRow) string {
	for i, g := range r.glyphs {
		if g.r != ' ' {
			continue
		}
		word := textOf(r.glyphs[:i])
		if pdfLabel().MatchString(word) && g.x1-g.x0 > labelGapEm*r.size {
			return word
		}
		return ""
	}
	return ""
}
