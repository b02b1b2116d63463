package pdf

import (
	"reprise/resolution/recognise"
	"unicode"
)

// pdfBlocks turns pages into blocks, with sentences about what was set aside.
func pdfBlocks(pages []pdfPage) Text {
	cut, inColumns := frames(pages)
	zones := parted(cut)
	var bodies []pdfFrame
	for _, z := range zones {
		bodies = append(bodies, pdfFrame{rows: z.body})
	}
	c := &pdfComposer{size: bodySize(bodies), left: map[int]float64{}, right: map[int]float64{}}
	c.measure(zones)
	out := &pdfOutput{composer: c, join: newJoiner(zones)}
	for _, z := range zones {
		out.page(z)
	}
	out.flush()
	return Text{Blocks: out.blocks, Columns: inColumns}
}

// pdfOutput turns paragraphs, footnotes and furniture into blocks.
type pdfOutput struct {
	composer *pdfComposer
	join     *joiner
	blocks   []recognise.Block
	pending  []recognise.Block // footnotes and furniture, until the paragraph around them ends
}

func (o *pdfOutput) page(z pdfZones) {
	for _, region := range regions(z.body, o.composer) {
		if region.table {
			o.flush()
			o.blocks = append(o.blocks, o.tableBlock(region.rows))
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
		o.pending = append(o.pending, recognise.Block{Kind: recognise.FurnitureBlock,
			Spans: []recognise.Span{{Text: r.text()}}, Page: r.page})
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

func (o *pdfOutput) block(p *pdfParagraph) recognise.Block {
	b := recognise.Block{Kind: recognise.TextBlock, Page: p.first().page}
	if o.composer.heading(p.first()) {
		b.Kind = recognise.HeadingBlock
	}
	rows := p.rows
	if label := labelOf(rows[0]); label != "" && b.Kind == recognise.TextBlock {
		b.Label = label
		rows = append([]pdfRow{withoutFirstWord(rows[0])}, rows[1:]...)
	}
	sep := " "
	if last := p.last(); outsideText(last, o.composer.left[last.frame], o.composer.right[last.frame]) {
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
		o.pending = append(o.pending, recognise.Block{Kind: recognise.NoteBlock, Mark: mark, Spans: spans, Page: part[0].page})
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
func (o *pdfOutput) continueNote(spans []recognise.Span) bool {
	for _, list := range [][]recognise.Block{o.pending, o.blocks} {
		for i := len(list) - 1; i >= 0; i-- {
			if list[i].Kind == recognise.NoteBlock {
				list[i].Spans = append(append(list[i].Spans, recognise.Span{Text: " "}), spans...)
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
