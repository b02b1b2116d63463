package recognise

import (
	"context"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"reprise/internal/lexicon"
	"reprise/internal/numeral"
	"reprise/resolution"
)

// item is a clause on its way: what the walk found out about it, before its ID
// is known.
type item struct {
	*resolution.Clause
	label   label
	line    lexicon.Line
	section []division // the divisions it stands in, outermost first; the annex first
	parent  *item      // of points and flush text
	flush   bool       // goes on after points
	form    lexicon.LeadForm
	opens   string // kind of the division that it opens; "" where it opens none
}

// division is an open division of the text: an annex, a part, a section.
type division struct {
	style style  // upperRoman, upperLetter, namedStyle for words as "Article"
	kind  string // "annex", "section", "article", "part", "heading"
	id    string // "II", "B", "annex", "art5"
	head  *item  // of a division by a heading without number
}

// walker goes through the paragraphs once and knows where it is.
type walker struct {
	*recogniser
	part     resolution.Part
	open     []division
	points   []*item      // open points, outermost first, under base
	closed   label        // the last label of the list below the last point, which a point above it closed
	base     *item        // the last paragraph of the first level
	begun    bool         // an enacting formula or the first body paragraph was met
	formulas int          // enacting formulas in the text
	numbers  bool         // the operative part open now has numbered paragraphs
	last     int          // the last number of it
	headed   bool         // a heading without number stands right before
	next     []*paragraph // what follows the paragraph in hand
	from     int          // where the body of a plain text begins
	at       int          // the paragraph in hand
}

// walk turns paragraphs into items.
func (r *recogniser) walk(ctx context.Context, paras []*paragraph) error {
	w := &walker{recogniser: r}
	for _, p := range paras {
		if _, _, ok := r.formula(p.text); ok {
			w.formulas++
		}
	}
	if w.genre.isPlain() {
		w.from = w.bodyOf(paras)
	}
	slab := make([]item, len(paras))
	clauses := make([]resolution.Clause, len(paras))
	r.items = make([]*item, 0, len(paras))
	for i, p := range paras {
		if ctx.Err() != nil {
			return context.Cause(ctx)
		}
		it := &slab[i]
		it.Clause = &clauses[i]
		w.next, w.at = paras[i+1:], i
		w.prepare(it, p)
		w.place(it, p)
		it.Part = w.partOf(it)
		it.section = w.open[:len(w.open):len(w.open)]
		r.items = append(r.items, it)
	}
	r.joinNumbers()
	r.settleHeadings()
	r.settleMarks()
	return nil
}

// partOf is the part that the walk is in; lines with a role stay where they are.
func (w *walker) partOf(it *item) resolution.Part {
	if len(w.open) > 0 && w.open[0].kind == "annex" && w.part != resolution.Back {
		return resolution.Annex
	}
	return w.part
}

// prepare fills what can be told from the paragraph alone.
func (w *walker) prepare(it *item, p *paragraph) {
	it.Text, it.Notes, it.Struck, it.Page = p.text, p.notes, p.struck, p.page
	switch {
	case p.kind == TableBlock:
		it.Kind, it.Label = resolution.Table, p.label
		return
	case p.label != "":
		it.Label = p.label
		it.label, _ = w.scan(p.label)
		if it.label.style == noStyle {
			it.label = label{text: p.label, style: bulletStyle}
		}
	default:
		w.takeLabel(it, p)
	}
	it.Lead, it.form = w.leadOf(it.Text, p.italic)
}

// takeLabel parts the label that the text opens with. A label before nothing
// else stays text.
func (w *walker) takeLabel(it *item, p *paragraph) {
	l, n := w.spoilt(p.text)
	if l.style == noStyle {
		l, n = w.scan(p.text)
		l = w.outOfTurn(l, p.text[n:])
	}
	if l.style == noStyle || n >= len(p.text) || strings.TrimSpace(p.text[n:]) == "" {
		return
	}
	if (l.style == upperRoman || l.style == upperLetter) && !titleLike(p.text[n:]) && !w.nextSection(l.core, p.text[n:]) {
		return
	}
	for n < len(p.text) && p.text[n] == ' ' {
		n++
	}
	it.label, it.Label = l, l.text
	p.cut(0, n)
	it.Text, it.Notes, it.Struck = p.text, p.notes, p.struck
}

// maxItalicLead is the most words of an italic opening that are taken for a lead.
const maxItalicLead = 9

// leadOf gives the lead phrase of a paragraph: the italics that open it where
// they agree with the language's phrases or the language knows none, else what
// the language's phrases say.
func (w *walker) leadOf(text string, italic int) (string, lexicon.LeadForm) {
	lead, ok := w.lex.Lead(text)
	span := ""
	if italic > 0 && italic < len(text) {
		span = strings.TrimRight(text[:italic], " ,;:.")
	}
	if span != "" && len(strings.Fields(span)) <= maxItalicLead && (!ok || len(span) > lead.Length) {
		return span, lead.Form
	}
	if !ok {
		return "", 0
	}
	return text[:lead.Length], lead.Form
}

// place decides what a paragraph is and moves the walk on.
func (w *walker) place(it *item, p *paragraph) {
	switch {
	case w.placeFormula(it), w.placeAnnex(it, p):
	case w.part == resolution.Back && w.stays(it, p):
		w.placeBack(it)
	case !w.begun && !w.begins(it, p) && !w.beginsPart(it, p):
		w.placeFront(it, p)
	case it.Kind == resolution.Table:
		w.points = nil
	case w.placeEnd(it), w.placeDivision(it, p), w.placeHeading(it, p):
	default:
		w.placeText(it)
		w.headed = false
	}
}

// placeFormula: the enacting formula opens a preamble, of the whole text or of
// one of its divisions.
func (w *walker) placeFormula(it *item) bool {
	_, n, ok := w.formula(it.Text)
	if !ok || n < len(it.Text) || it.Label != "" || !w.begun && w.namesOrgan(it.Text) {
		return false
	}
	if w.inAnnex() && w.begun && len(w.open) == 1 {
		it.Role = resolution.FormulaRole
		return true
	}
	it.Role = resolution.FormulaRole
	w.begun = true
	w.start(resolution.Preamble)
	return true
}

// namesOrgan tells the organ's name in a masthead, which in many languages is the
// formula without its comma, from a formula: one with its comma follows.
func (w *walker) namesOrgan(text string) bool {
	return !lexicon.EndsInComma(text) && slices.ContainsFunc(w.next, func(p *paragraph) bool {
		_, n, ok := w.lex.Formula(p.text)
		return ok && n == len(p.text) && lexicon.EndsInComma(p.text)
	})
}

func (w *walker) inAnnex() bool { return len(w.open) > 0 && w.open[0].kind == "annex" }

// start opens a part: nothing of the one before goes on in it.
func (w *walker) start(p resolution.Part) {
	w.part, w.base, w.points, w.numbers, w.last = p, nil, nil, false, 0
}

// placeAnnex: "Annex", "Annex II", "Annex: Rules" opens an annex.
func (w *walker) placeAnnex(it *item, p *paragraph) bool {
	if !w.begun || it.Label != "" {
		return false
	}
	if !w.isAnnex(it.Text) {
		return false
	}
	number, _, d, _ := w.divisionWord(it.Text)
	it.Kind = resolution.Heading
	w.begun = true
	w.start(resolution.Annex)
	id := d.Short
	if number != "" {
		id += "-" + number
	}
	w.open = append(w.open[:0:0], division{kind: "annex", id: id})
	return true
}

// divisionWord reads "Annex", "Section II", "Article 5. Title": its number and
// the rest.
func (w *walker) divisionWord(text string) (number, rest string, d lexicon.Division, ok bool) {
	if len(text) > maxHeadingBytes {
		return
	}
	word, rest, _ := strings.Cut(text, " ")
	d, ok = w.lex.Division(strings.TrimRight(word, ".:"))
	if !ok || !startsUpper(word) && !startsCaseless(word) {
		return "", "", d, false
	}
	first, after, _ := strings.Cut(rest, " ")
	trimmed := strings.TrimRight(first, ".:")
	if isNumeral(trimmed) {
		number, rest = trimmed, strings.TrimLeft(after, "–—-: ")
	}
	return number, rest, d, true
}

// isNumeral tells "5", "II", "B" from words.
func isNumeral(s string) bool {
	if s == "" || len(s) > maxDotted {
		return false
	}
	if numeral.Digits(s) == len(s) {
		return true
	}
	return s == strings.ToUpper(s) && (len(s) == 1 && unicode.IsLetter(rune(s[0])) || numeral.Roman(strings.ToLower(s)) > 0)
}

// stays tells whether a paragraph after the meeting line belongs to the back:
// all does, until a division opens, a formula comes or the numbering goes on.
func (w *walker) stays(it *item, p *paragraph) bool {
	if it.label.style == numberStyle && it.label.value == w.last+1 && it.form&lexicon.OperativeForm != 0 {
		w.part = resolution.Operative
		return false
	}
	if _, _, ok := w.divisionOf(it, p); ok && w.formulaAhead() {
		w.begun = true
		return false
	}
	return true
}

// maxTitleBlocks is how many paragraphs may stand between the letter of a part
// and its enacting formula: the title and its provenance.
const maxTitleBlocks = 5

func (w *walker) formulaAhead() bool {
	for _, p := range w.next[:min(len(w.next), maxTitleBlocks)] {
		if _, _, ok := w.formula(p.text); ok {
			return true
		}
	}
	return false
}

// begins tells whether the body begins without an enacting formula: with a
// numbered paragraph, or one that has a lead and ends as paragraphs do.
func (w *walker) begins(it *item, p *paragraph) bool {
	if w.formulas > 0 {
		return false
	}
	if w.genre.isPlain() {
		return w.beginsPlain(it)
	}
	lead := it.form&(lexicon.PreambularForm|lexicon.OperativeForm) != 0
	switch {
	case p.kind == HeadingBlock && it.Label == "":
		return false
	case it.label.style == namedStyle, w.genre.openedBy(byNumber) && it.label.style == numberStyle && len(it.Text) > 0,
		w.genre.openedBy(byLead) && it.Label == "" && lead && EndsParagraph(it.Text):
		w.begun = true
		w.start(resolution.Preamble)
		return true
	case w.genre.openedBy(bySitting) && w.isSitting(p):
		it.line, _ = w.lex.Line(p.text)
		w.begun = true
		w.start(resolution.Operative)
		return true
	}
	return false
}

// beginsPart tells whether the letter or number of a first part stands here:
// the text has several enacting formulas, and one is near.
func (w *walker) beginsPart(it *item, p *paragraph) bool {
	if w.formulas < 2 || len(it.Text) > maxDotted {
		return false
	}
	if _, _, ok := w.divisionOf(it, p); !ok || !w.formulaAhead() {
		return false
	}
	w.begun = true
	w.start(resolution.Preamble)
	return true
}

// placeEnd: the meeting line or the vote closes the text.
func (w *walker) placeEnd(it *item) bool {
	if it.Label != "" || it.Kind != resolution.Paragraph || w.part == resolution.Preamble && w.base == nil {
		return false
	}
	line, ok := w.lex.Line(it.Text)
	if !ok {
		return false
	}
	role := roleOf(line)
	if !w.genre.closedBy(role) || role == resolution.DateRole && len(w.next) > 0 && !w.isAnnex(w.next[0].text) {
		return false
	}
	w.part, w.open, w.points = resolution.Back, nil, nil
	w.placeBack(it)
	return true
}

func (w *walker) placeBack(it *item) {
	if line, ok := w.lex.Line(it.Text); ok {
		it.Role, it.line = roleOf(line), line
	} else {
		it.Role = w.lastRole().Names()
	}
	it.Lead = ""
}

func (w *walker) isAnnex(text string) bool {
	number, rest, d, ok := w.divisionWord(text)
	return ok && d.Kind == "annex" && (rest == "" || number != "" && !EndsParagraph(rest))
}

func startsCaseless(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.Is(unicode.Lo, r)
}

func startsUpper(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(r)
}
