package wordml

import (
	"io"
	"slices"
	"strings"
)

// WriteOn writes the redline on the file of its old text: what does not
// change keeps its bytes, what changes keeps the look that it has there.
// Header, Footer, Styles, Page and Title are the file's own. Where the file
// cannot carry the changes it is ErrBase and nothing is written. Tracked changes
// that the file has stay, with their authors, and ours come between and around
// them: it must have been read with them accepted. What the file brought along
// that does more than show a text is taken out, and told.
func (d *Redline) WriteOn(to io.Writer, content []byte) (taken []Taken, err error) {
	b, err := openBase(content)
	if err != nil {
		return nil, err
	}
	olds, err := d.oldSide()
	if err != nil {
		return nil, err
	}
	b.locate(olds)
	var comments [][]string
	w := &baseWriter{d: d, base: b, olds: olds, parts: map[string]*strings.Builder{}, cursor: map[string]int{},
		notes: map[string]string{}}
	w.body = bodyWriter{ids: &b.nextID, stamp: stampOf(d.Author, d.Date), date: d.Date, comments: &comments, noted: b.nextID + 1}
	if err := w.paragraphs(); err != nil {
		return nil, err
	}
	changed, err := w.changed(comments)
	if err != nil {
		return nil, err
	}
	return b.taken, b.write(to, changed)
}

// baseWriter goes through the paragraphs of a redline and of a base together.
type baseWriter struct {
	d       *Redline
	base    *base
	olds    []*oldParagraph
	body    bodyWriter
	parts   map[string]*strings.Builder // the new text of the parts
	cursor  map[string]int              // how far each part is copied
	at      *basePara                   // the last paragraph that was reached
	passed  bool                        // paragraphs that were not found lie behind it
	joins   bool                        // the paragraph before runs on into the next
	merging bool                        // the words before are the beginning of this paragraph on the new side
	parted  bool                        // the paragraph before ends on the new side only: this one begins there anew
	gone    []unit                      // what went just before, for which the next words come
	pending string                      // new paragraphs that wait for the next one of the file
	notes   map[string]string           // footnotes that change or come: their element by identifier
}

// paragraphs writes the paragraphs of the redline in order.
func (w *baseWriter) paragraphs() error {
	next := 0
	for i, block := range w.d.Body {
		p := block.(Paragraph)
		w.body.next = nil
		if i+1 < len(w.d.Body) {
			following := w.d.Body[i+1].(Paragraph)
			w.body.next = &following
		}
		var old *oldParagraph
		if next < len(w.olds) {
			old = w.olds[next]
		}
		if err := w.paragraph(p, old); err != nil {
			return err
		}
		if p.Mark.InOld() {
			next++
		}
	}
	return w.finish()
}

func (w *baseWriter) paragraph(p Paragraph, old *oldParagraph) error {
	defer func() { w.parted = !p.Mark.InOld() }()
	inOld := p.Mark.InOld()
	for _, r := range p.Runs {
		inOld = inOld || r.Change.InOld()
	}
	switch {
	case !inOld:
		return w.insert(p, old)
	case old.from == nil && (old.touched || w.pending != ""):
		return w.base.missing(old)
	case old.from == nil:
		w.passed = true
		return nil
	case !old.touched:
		return w.keep(old.from)
	}
	if err := w.reach(old.from); err != nil {
		return err
	}
	w.joins = p.Mark != Same && !old.whole
	if err := w.edited(p, old); err != nil || old.whole {
		return err
	}
	w.merging = p.Mark == Deleted
	return nil
}

// out is the new text of the part that the last paragraph stands in.
func (w *baseWriter) out() *strings.Builder {
	if w.parts[w.at.part] == nil {
		w.parts[w.at.part] = &strings.Builder{}
	}
	return w.parts[w.at.part]
}

// reach copies the file up to a paragraph, and goes on behind it.
func (w *baseWriter) reach(p *basePara) error {
	if w.at == p {
		return nil
	}
	w.at = p
	gap := w.base.parts[p.part][w.cursor[p.part]:p.start]
	if w.joins && strings.Contains(gap, "<w:p") {
		return refused("paragraphs that merge have others between them", "before “"+beginOf(strings.Join(texts(w.base.parts[p.part][p.start:p.end]), ""))+"”", "")
	}
	w.out().WriteString(gap)
	w.out().WriteString(w.pending)
	w.pending, w.passed, w.joins = "", false, false
	w.cursor[p.part] = p.end
	return nil
}

// keep copies the file up to a paragraph and the paragraph as it is.
func (w *baseWriter) keep(p *basePara) error {
	if w.at == p {
		return nil
	}
	if err := w.reach(p); err != nil {
		return err
	}
	w.out().WriteString(w.base.parts[p.part][p.start:p.end])
	return nil
}

// insert writes a new paragraph after the last one that was reached, or
// before the next where that stands in another part.
func (w *baseWriter) insert(p Paragraph, next *oldParagraph) error {
	text := w.made(p, w.model(p, next))
	if w.at == nil || w.passed || w.pending != "" || next != nil && next.from != nil && next.from.part != w.at.part {
		w.pending += text
		return nil
	}
	w.out().WriteString(text)
	return nil
}

// model is the paragraph of the file that a new one takes its look from: the
// nearest of its kind before it, else the first after it, else the nearest.
func (w *baseWriter) model(p Paragraph, next *oldParagraph) *oldParagraph {
	var before, after, any *oldParagraph
	seen := false
	for _, o := range w.olds {
		seen = seen || o == next
		if o.from == nil {
			continue
		}
		switch {
		case o.likes(p) && !seen:
			before = o
		case o.likes(p) && after == nil:
			after = o
		case !seen || any == nil: // the last before, else the first after
			any = o
		}
	}
	for _, o := range []*oldParagraph{before, after, any} {
		if o != nil {
			return o
		}
	}
	return nil
}

// made is the text of a new paragraph in the look of a model; nil for none.
func (w *baseWriter) made(p Paragraph, model *oldParagraph) string {
	w.body.out.Reset()
	w.body.author = p.Author
	properties, look := "", looks{}
	s := runStream{w: &w.body}
	w.body.add("<w:p>")
	if model != nil {
		properties, look = withoutSection(untracked(model.from.properties)), model.from.looks()
	}
	w.body.add(marked(w.retold(p, properties), w.mark(p.Mark)))
	comment := w.begin(p)
	if model != nil && len(model.at) > 0 {
		for _, u := range model.from.units[:max(model.at[0], 0)] {
			if u.isTab() {
				s.put(u, p.Mark)
			}
		}
	}
	for _, r := range p.Runs {
		s.w.author = r.Author
		if !(r.Label && model != nil && model.counted) {
			w.added(&s, r, look)
		}
	}
	s.close()
	w.body.author = p.Author
	w.end(p, comment)
	return w.body.out.String()
}

// begin opens the move and the comment of a paragraph, end closes them.
func (w *baseWriter) begin(p Paragraph) int {
	w.body.openMove(p)
	return w.body.openComment(p)
}

func (w *baseWriter) end(p Paragraph, comment int) {
	w.body.closeComment(comment, p.whole())
	w.body.add("</w:p>")
	w.body.closeMove(p)
}

// mark is the element that tracks a paragraph's mark; "" for none.
func (w *baseWriter) mark(c Change) string {
	if c == Same {
		return ""
	}
	return "<" + changeElements[c] + w.body.change() + "/>"
}

// retold tells of a paragraph's properties that they came anew, the same.
func (w *baseWriter) retold(p Paragraph, properties string) string {
	if !p.Restyled {
		return properties
	}
	return formatted(properties, properties, w.body.change())
}

// restyled gives a paragraph of the file the look of its new kind where the file
// has a paragraph to take it from, and tells of what it was. Where Word would
// begin or cease to count it, the number is typed on one side only, so it keeps
// its look; so does the last part of a merge, which is no kind by itself.
func (w *baseWriter) restyled(p Paragraph, old *oldParagraph) string {
	properties := old.from.properties
	if old.likes(p) || w.merging {
		return w.retold(p, properties)
	}
	like := w.model(p, old)
	if like == nil || !like.likes(p) || like.counted != old.counted || like.from.part != old.from.part {
		return w.retold(p, properties)
	}
	return formatted(properties, like.from.properties, w.body.change())
}

// edited writes a paragraph of the file with its changes.
func (w *baseWriter) edited(p Paragraph, old *oldParagraph) error {
	w.body.out.Reset()
	w.body.author = p.Author
	from := old.from
	if from.joined && p.Mark != Same {
		return refused("the mark of a paragraph changes that somebody made one of several", "in the paragraph “"+beginOf(string(old.want))+"”", "accept that change in Word")
	}
	if p.Mark.InOld() {
		mark := p.Mark
		if from.last {
			mark = Same // the last mark of a cell or a body cannot go
		}
		w.body.add(from.open, marked(w.restyled(p, old), w.mark(mark)))
	} else {
		w.body.add("<w:p>", marked(w.retold(p, withoutSection(untracked(from.properties))), w.mark(p.Mark)))
	}
	comment := w.begin(p)
	if from.opened == nil {
		from.opened = map[string]bool{}
	}
	s := runStream{w: &w.body, opened: from.opened}
	if err := w.runs(&s, p, old); err != nil {
		return err
	}
	w.body.author = p.Author
	if p.Mark.InOld() {
		rest := Same
		if old.whole {
			rest = p.Mark
		}
		for ; old.put < len(from.units); old.put++ {
			s.put(from.units[old.put], rest)
		}
	}
	s.close()
	w.end(p, comment)
	w.out().WriteString(w.body.out.String())
	return nil
}

func (w *baseWriter) runs(s *runStream, p Paragraph, old *oldParagraph) error {
	look := old.from.looks()
	s.w.author = p.Author
	w.opening(s, old)
	w.gone = nil
	for _, r := range p.Runs {
		s.w.author = r.Author
		switch {
		case r.Label && old.counted:
		case !r.Change.InOld():
			w.added(s, r, look)
		default:
			if err := w.kept(s, r, old); err != nil {
				return err
			}
		}
	}
	return nil
}

// opening writes what stands before the first character: a tabulator, a
// note's mark. New words come after it. A paragraph that begins with the later
// words of this one opens as it does; where it is the end of one before, its
// tabulator goes.
func (w *baseWriter) opening(s *runStream, o *oldParagraph) {
	first := slices.IndexFunc(o.at, func(unit int) bool { return unit >= 0 })
	if first < 0 {
		return
	}
	before := o.from.units[:o.at[first]]
	if o.put >= len(before) {
		for _, u := range before {
			if w.parted && u.isTab() {
				s.put(unit{raw: u.raw, props: untracked(u.props)}, Inserted)
			}
		}
		return
	}
	for ; o.put < len(before) && !o.whole; o.put++ {
		c := Same
		if w.merging && before[o.put].isTab() {
			c = Deleted
		}
		s.put(before[o.put], c)
	}
}

func (u unit) isTab() bool { return strings.HasPrefix(u.raw, "<w:tab") }

// kept takes the units that a run of the old side was read from.
func (w *baseWriter) kept(s *runStream, r Run, old *oldParagraph) error {
	for range wanted(r) {
		unit := old.at[old.read]
		old.read++
		for ; unit >= 0 && (old.put <= unit || old.put < len(old.from.units) && old.from.units[old.put].follows()); old.put++ {
			u := old.from.units[old.put]
			c := r.Change
			if u.fixed && !old.whole {
				c = Same
			}
			s.put(u, c)
			if c == Deleted {
				w.gone = append(w.gone, u)
			} else {
				w.gone = nil
			}
		}
	}
	if r.Note > 0 && r.Change == Same && changes(w.d.Notes[r.Note-1].Runs) {
		return w.note(old.from.units[old.put-1].note, w.d.Notes[r.Note-1].Runs)
	}
	return nil
}

// added writes a run of the new side.
func (w *baseWriter) added(s *runStream, r Run, look looks) {
	props := look.plain
	switch {
	case r.Note > 0:
		s.put(unit{raw: w.addNote(r), props: raisedProps, note: newNote}, r.Change)
		return
	case r.Format.Raised:
		props = raisedProps
	case r.Format.Italic && look.italic != "":
		props = look.italic
	}
	for _, c := range Writable(r.Text) {
		u := unit{char: c, props: w.instead(c, r, props)}
		switch c {
		case '\t':
			u = unit{raw: "<w:tab/>", props: props}
		case '\n':
			u = unit{raw: "<w:br/>", props: props}
		}
		s.put(u, r.Change)
	}
}

// instead is the look of a new letter: that of the letter for which it comes
// where all before it are the same, such as a first one that is set larger, else
// the look of its run.
func (w *baseWriter) instead(c rune, r Run, props string) string {
	if len(w.gone) == 0 || w.gone[0].char != c || w.gone[0].italic() != r.Format.Italic || r.Format.Raised {
		w.gone = nil
		return props
	}
	props = untracked(w.gone[0].props)
	w.gone = w.gone[1:]
	return props
}

func (u unit) italic() bool { return strings.Contains(u.props, "<w:i/>") }

const raisedProps = `<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>`

// finish copies what is left of the parts.
func (w *baseWriter) finish() error {
	if w.pending != "" {
		if w.at == nil || w.passed {
			return refused("a new paragraph comes beside one that was not found", "“"+beginOf(strings.Join(texts(w.pending), ""))+"”", "")
		}
		w.out().WriteString(w.pending)
	}
	for part, out := range w.parts {
		out.WriteString(w.base.parts[part][w.cursor[part]:])
	}
	return nil
}
