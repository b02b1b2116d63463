package recognise

import (
	"strings"

	"reprise/internal/numeral"
	"reprise/resolution"
)

// What is read of a plain text that no resolution has: where its body begins, a
// preamble without participles, numbers in figures and points ("1.2.1").

// bodyOf is where the body of a plain text begins: with the first paragraph that
// ends as one does or has a label, the first division, or a second heading. Of a
// text that has nothing of the kind the first line is the title.
func (w *walker) bodyOf(paras []*paragraph) int {
	for i, p := range paras {
		if l, _ := w.scan(labelled(p)); l.style != noStyle || p.kind == TableBlock || p.kind == HeadingBlock && i > 0 ||
			isSectionNumber(p.text) || w.isDivision(p.text) {
			return i
		}
		line, ok := w.lex.Line(p.text)
		if EndsParagraph(p.text) && !(ok && w.genre.headedBy(roleOf(line))) {
			return i
		}
	}
	return min(1, len(paras)-1)
}

func (w *walker) isDivision(text string) bool {
	number, rest, _, ok := w.divisionWord(text)
	return ok && number != "" && (rest == "" || titleLike(rest))
}

func (w *walker) beginsPlain(it *item) bool {
	if w.at < w.from {
		return false
	}
	w.begun = true
	w.start(resolution.Operative)
	if it.Label == "" && endsComma(it.Text) {
		w.start(resolution.Preamble)
	}
	return true
}

// placePlain places a paragraph without a label: of the preamble as long as
// paragraphs end in commas, and with the one that ends it ("Have agreed as
// follows:"); what goes on with a numbered paragraph, or after points; a paragraph
// of its own.
func (w *walker) placePlain(it *item) {
	switch {
	case w.part == resolution.Preamble && !endsComma(it.Text) && !endsColon(it.Text):
		w.start(resolution.Operative)
	case w.part == resolution.Preamble && endsColon(w.lastText()):
		w.start(resolution.Operative)
	}
	goesOn := len(w.points) > 0 && w.continues(it) || w.base != nil && w.base.label.style == numberStyle
	if w.base != nil && goesOn && !w.headed {
		it.flush, it.parent = true, w.base
		return
	}
	w.base, w.points = it, nil
}

// scan reads a label as scanLabel does, and in a plain text "1.2" too.
func (w *walker) scan(text string) (label, int) {
	l, n := scanLabel(text)
	if l.style == noStyle && w.genre.isPlain() {
		return scanDecimal(text)
	}
	return l, n
}

// maxLevels is as deep as numbers in figures and points go.
const maxLevels = 6

// scanDecimal reads "1.2", "1.2.1.".
func scanDecimal(text string) (label, int) {
	n, levels := 0, 0
	for levels < maxLevels {
		d := numeral.Digits(text[n:])
		if d == 0 || d > maxLabelDigits {
			break
		}
		n, levels = n+d, levels+1
		if n == len(text) || text[n] != '.' {
			break
		}
		n++
	}
	core := strings.TrimRight(text[:n], ".")
	if levels < 2 || n == len(text) || !ends(text, n) {
		return label{}, 0
	}
	return label{text: text[:n], core: core, style: decimalStyle, value: numeral.Value(core[:numeral.Digits(core)])}, n
}

// placeDecimal places "1.2" below "1".
func (w *walker) placeDecimal(it *item) {
	for level := len(w.points); level >= 0; level-- {
		over := w.base
		if level > 0 {
			over = w.points[level-1]
		}
		if over != nil && over.label.core != "" && strings.HasPrefix(it.label.core, over.label.core+".") {
			w.putPoint(it, level)
			return
		}
	}
	w.base, w.points = it, nil
}
