package wordml

import (
	"strconv"
	"strings"
	"time"
)

// bodyWriter writes the blocks of one part. Identifiers run through all parts
// of a file, so they share one counter.
type bodyWriter struct {
	out      strings.Builder
	ids      *int
	stamp    string // author and date as attributes, made once
	date     time.Time
	author   string // of the change in hand; "" for that of the stamp
	comments *[][]string
	rtl      bool       // tables run from right to left
	noted    int        // comments that the file has already: the first new one's number
	next     *Paragraph // the paragraph after the one being written, for the ends of moves
	last     string     // side and name of the move that the paragraph before belongs to
	open     int        // the identifier of the move that is open
}

// stampOf gives the attributes that every tracked change and comment carries.
func stampOf(author string, date time.Time) string {
	var b strings.Builder
	b.WriteString(` w:author="`)
	writeEscaped(&b, author)
	b.WriteString(`" w:date="` + date.UTC().Format("2006-01-02T15:04:05Z") + `"`)
	return b.String()
}

func (w *bodyWriter) add(parts ...string) {
	for _, p := range parts {
		w.out.WriteString(p)
	}
}

func (w *bodyWriter) id() string {
	*w.ids++
	return ` w:id="` + strconv.Itoa(*w.ids) + `"`
}

// change gives the attributes of a tracked change with an identifier of its own.
func (w *bodyWriter) change() string {
	if w.author == "" {
		return w.id() + w.stamp
	}
	return w.id() + stampOf(w.author, w.date)
}

// blocks writes blocks in order.
func (w *bodyWriter) blocks(blocks []Block) {
	for i, b := range blocks {
		w.next = nil
		if i+1 < len(blocks) {
			if p, ok := blocks[i+1].(Paragraph); ok {
				w.next = &p
			}
		}
		b.appendTo(w)
	}
}

// appendTo writes a paragraph. Word takes the first and last paragraphs of the
// same move and side for the ends of what was moved.
func (p Paragraph) appendTo(w *bodyWriter) {
	w.add("<w:p>")
	w.author = p.Author
	w.properties(p)
	w.openMove(p)
	comment := w.openComment(p)
	place := w.openPlace(p)
	w.runs(p.Runs)
	w.author = p.Author
	if place != "" {
		w.add("<w:bookmarkEnd", place, "/>")
	}
	w.closeComment(comment, p.whole())
	w.add("</w:p>")
	w.closeMove(p)
}

// openPlace starts the bookmark of a paragraph; its identifier is "" for none.
func (w *bodyWriter) openPlace(p Paragraph) string {
	if p.Place == "" {
		return ""
	}
	id := w.id()
	w.add("<w:bookmarkStart", id, ` w:name="`)
	writeEscaped(&w.out, p.Place)
	w.add(`"/>`)
	return id
}

// openMove starts the range of a move with its first paragraph.
func (w *bodyWriter) openMove(p Paragraph) {
	if side := p.moveSide(); side != "" && w.last != side+p.Move {
		w.rangeStart(side, p.Move)
	}
}

// closeMove ends the range after the last paragraph.
func (w *bodyWriter) closeMove(p Paragraph) {
	side := p.moveSide()
	w.last = side + p.Move
	if side != "" && (w.next == nil || w.next.moveSide()+w.next.Move != w.last) {
		w.add("<w:", side, "RangeEnd", w.rangeEndID(), "/>")
		w.last = ""
	}
}

// whole is the change of the paragraph where all of it comes or goes at once;
// Same where any of it stays.
func (p Paragraph) whole() Change {
	for _, r := range p.Runs {
		if r.Change.InOld() != p.Mark.InOld() || r.Change.InNew() != p.Mark.InNew() {
			return Same
		}
	}
	return p.Mark
}

// moveSide is "moveFrom", "moveTo" or, for a paragraph that did not move, "".
func (p Paragraph) moveSide() string {
	if p.Move == "" || p.Mark != MovedFrom && p.Mark != MovedTo {
		return ""
	}
	return strings.TrimPrefix(changeElements[p.Mark], "w:")
}

func (w *bodyWriter) rangeStart(side, name string) {
	w.add("<w:", side, "RangeStart", w.change(), ` w:name="`)
	writeEscaped(&w.out, name)
	w.add(`"/>`)
	w.open = *w.ids
}

func (w *bodyWriter) rangeEndID() string { return ` w:id="` + strconv.Itoa(w.open) + `"` }

func (w *bodyWriter) properties(p Paragraph) {
	if p.Style == "" && p.OldStyle == "" && p.Mark == Same && !p.Restyled {
		return
	}
	w.add("<w:pPr>")
	w.style("w:pStyle", p.Style)
	if p.Mark != Same {
		w.add("<w:rPr><", changeElements[p.Mark], w.change(), "/></w:rPr>")
	}
	if p.OldStyle != "" && p.OldStyle != p.Style || p.Restyled {
		w.add("<w:pPrChange", w.change(), "><w:pPr>")
		w.style("w:pStyle", oldStyleOf(p))
		w.add("</w:pPr></w:pPrChange>")
	}
	w.add("</w:pPr>")
}

func (w *bodyWriter) style(element, id string) {
	if id == "" {
		return
	}
	w.add("<", element, ` w:val="`)
	writeEscaped(&w.out, id)
	w.add(`"/>`)
}

// runs writes runs, those of one change within one element.
func (w *bodyWriter) runs(runs []Run) {
	open := Same
	for _, r := range runs {
		if r.Change != open || r.Change != Same && r.Author != w.author {
			w.closeChange(open)
			w.author = r.Author
			if r.Change != Same {
				w.add("<", changeElements[r.Change], w.change(), ">")
			}
			open = r.Change
		}
		w.run(r)
	}
	w.closeChange(open)
}

func (w *bodyWriter) closeChange(c Change) {
	if c != Same {
		w.add("</", changeElements[c], ">")
	}
}

func (w *bodyWriter) run(r Run) {
	switch {
	case r.Field != "":
		w.field(r)
		return
	case r.Text == "" && r.Note == 0:
		return
	}
	if r.Link != "" {
		w.add(`<w:hyperlink w:anchor="`)
		writeEscaped(&w.out, r.Link)
		w.add(`" w:history="1">`)
		defer w.add("</w:hyperlink>")
	}
	w.add("<w:r>")
	w.format(r)
	switch {
	case r.Note > 0 && r.Mark != "":
		w.add(`<w:footnoteReference w:customMarkFollows="1" w:id="`, noteID(r.Note), `"/>`)
		w.text(r.Mark, r.Change)
	case r.Note > 0:
		w.add(`<w:footnoteReference w:id="`, noteID(r.Note), `"/>`)
	default:
		w.text(r.Text, r.Change)
	}
	w.add("</w:r>")
}

// noteID numbers footnotes after the two separators that every file has.
func noteID(n int) string { return strconv.Itoa(n + 1) }

func (w *bodyWriter) field(r Run) {
	w.add(`<w:fldSimple w:instr=" `)
	writeEscaped(&w.out, r.Field)
	w.add(` "><w:r>`)
	w.text(r.Text, Same)
	w.add("</w:r></w:fldSimple>")
}

func (w *bodyWriter) format(r Run) {
	f := r.Format
	f.Raised = f.Raised || r.Note > 0
	if f == (Format{}) {
		return
	}
	w.add("<w:rPr>")
	if f.Bold {
		w.add("<w:b/>")
	}
	if f.Italic {
		w.add("<w:i/>")
	}
	if f.Struck {
		w.add("<w:strike/>")
	}
	if f.Colour != "" {
		w.add(`<w:color w:val="`, f.Colour, `"/>`)
	}
	if f.Underlined {
		w.add(`<w:u w:val="single"/>`)
	}
	if f.Raised {
		w.add(`<w:vertAlign w:val="superscript"/>`)
	}
	w.add("</w:rPr>")
}

// text writes characters, tabulators and line breaks.
func (w *bodyWriter) text(text string, c Change) {
	element := "w:t"
	if c == Deleted {
		element = "w:delText"
	}
	for text != "" {
		at := strings.IndexAny(text, "\t\n\r")
		if at < 0 {
			at = len(text)
		}
		if at > 0 {
			w.add("<", element, ` xml:space="preserve">`)
			writeEscaped(&w.out, text[:at])
			w.add("</", element, ">")
		}
		if at == len(text) {
			return
		}
		switch text[at] {
		case '\t':
			w.add("<w:tab/>")
		case '\n':
			w.add("<w:br/>")
		}
		text = text[at+1:]
	}
}

// openComment starts the range that a comment is about and gives its number
// counted from one; zero where there is none.
func (w *bodyWriter) openComment(p Paragraph) int {
	if p.Comment == nil || w.comments == nil {
		return 0
	}
	*w.comments = append(*w.comments, p.Comment)
	n := len(*w.comments)
	w.add(`<w:commentRangeStart w:id="`, strconv.Itoa(w.noted+n-1), `"/>`)
	return n
}

// closeComment ends the range and refers to the comment. The reference goes
// with its paragraph: a comment on a rejected insertion would else be left
// hanging on the next paragraph.
func (w *bodyWriter) closeComment(n int, whole Change) {
	if n == 0 {
		return
	}
	id := ` w:id="` + strconv.Itoa(w.noted+n-1) + `"/>`
	w.add("<w:commentRangeEnd", id)
	if whole != Same {
		w.add("<", changeElements[whole], w.change(), ">")
	}
	w.add("<w:r><w:commentReference", id, "</w:r>")
	w.closeChange(whole)
}

// appendTo writes a table.
func (t Table) appendTo(w *bodyWriter) {
	w.add("<w:tbl><w:tblPr>")
	if w.rtl {
		w.add("<w:bidiVisual/>")
	}
	w.style("w:tblStyle", t.Style)
	total := 0
	for _, n := range t.Widths {
		total += n
	}
	w.add(`<w:tblW w:w="`, strconv.Itoa(total), `" w:type="dxa"/><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>`)
	for _, n := range t.Widths {
		w.add(`<w:gridCol w:w="`, strconv.Itoa(n), `"/>`)
	}
	w.add("</w:tblGrid>")
	for i, row := range t.Rows {
		w.row(t, i, row)
	}
	w.add("</w:tbl>")
}

func (w *bodyWriter) row(t Table, i int, row []Cell) {
	w.add("<w:tr>")
	if i == 0 {
		w.add("<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>")
	}
	for col, cell := range row {
		w.add(`<w:tc><w:tcPr><w:tcW w:w="`, strconv.Itoa(t.Widths[col]), `" w:type="dxa"/></w:tcPr>`)
		if len(cell) == 0 {
			w.add("<w:p/>")
		}
		for _, p := range cell {
			p.appendTo(w)
		}
		w.add("</w:tc>")
	}
	w.add("</w:tr>")
}
