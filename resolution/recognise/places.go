package recognise

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"reprise/internal/lexicon"
	"reprise/internal/numeral"
	"reprise/resolution"
)

// placeText places paragraphs, points and flush text.
func (w *walker) placeText(it *item) {
	switch {
	case it.label.style == namedStyle && !w.inAnnex():
		w.placeNamed(it)
	case it.label.style == numberStyle && !w.pointOf(it):
		w.placeNumbered(it)
	case it.label.style == bulletStyle && !w.inAnnex() && w.opensBulleted(it):
		w.placeBulleted(it)
	case it.label.style == decimalStyle:
		w.placeDecimal(it)
	case it.label.style != noStyle:
		w.placePoint(it)
	case w.genre.isPlain():
		w.placePlain(it)
	case w.inAnnex():
		w.placeFree(it)
	case w.part == resolution.Operative:
		w.placeOperative(it)
	case w.actsHere(it):
		w.start(resolution.Operative)
		w.base = it
	default:
		w.base, w.points = it, nil
	}
}

// opensBulleted tells whether a bullet marks a paragraph and no point: it opens
// with a lead of its own, and nothing before it announces a list.
func (w *walker) opensBulleted(it *item) bool {
	return it.Lead != "" && it.form != 0 && !w.afterColon() && !w.numbers && EndsParagraph(it.Text) && w.nextNumber() != 1
}

// placeBulleted places a paragraph that a bullet marks as one without a number.
func (w *walker) placeBulleted(it *item) {
	switch preambular := it.form&lexicon.PreambularForm != 0 && strings.HasSuffix(it.Text, ","); {
	case preambular && w.part == resolution.Operative:
		w.start(resolution.Preamble)
	case !preambular && w.part != resolution.Operative:
		w.start(resolution.Operative)
	}
	w.base, w.points = it, nil
}

// actsHere tells whether an unnumbered paragraph of the preamble opens the
// operative part: it has an operative lead, and no numbered paragraphs are
// still to come; or it ends as no preambular paragraph does, and none follows
// ("Adopts the following declaration:", "Takes note of the report;").
func (w *walker) actsHere(it *item) bool {
	if it.form&lexicon.OperativeForm == 0 || it.form&lexicon.PreambularForm != 0 {
		return false
	}
	if w.nextNumber() != 1 {
		return true
	}
	ended := EndsParagraph(it.Text) && !endsComma(it.Text)
	return ended && (endsColon(it.Text) || !w.preambleAhead())
}

// preambleAhead tells whether a preambular paragraph comes before the first
// number or the next section.
func (w *walker) preambleAhead() bool {
	for _, p := range w.next {
		if l, _ := scanLabel(labelled(p)); l.style == numberStyle || w.closes(p) || isSectionNumber(p.text) {
			return false
		}
		if lead, ok := w.lex.Lead(p.text); ok && lead.Form == lexicon.PreambularForm && endsComma(p.text) {
			return true
		}
	}
	return false
}

// isSectionNumber tells "II", "B", "II. Title".
func isSectionNumber(text string) bool {
	head, rest, _ := strings.Cut(text, " ")
	head = strings.TrimRight(head, ".")
	if numeral.Opens(head) || !isNumeral(head) {
		return false
	}
	return rest == "" || titleLike(rest) && numeral.Roman(strings.ToLower(head)) > 0
}

// placeNamed: PP5 and OP3 say themselves where they belong.
func (w *walker) placeNamed(it *item) {
	part := resolution.Operative
	if it.label.pre {
		part = resolution.Preamble
	}
	if w.part != part {
		w.start(part)
	}
	w.numbers = true
	w.base, w.points = it, nil
}

// pointOf tells whether a number counts points and not paragraphs: "1." below
// "(a)", while the paragraphs' own numbering stands elsewhere.
func (w *walker) pointOf(it *item) bool {
	if w.part != resolution.Operative || w.base == nil || !w.numbers || it.label.value == w.last+1 {
		return false
	}
	opened := endsColon(w.lastText()) && it.label.value == 1
	return opened || len(w.points) > 0 && w.points[len(w.points)-1].label.style == numberStyle &&
		it.label.value == w.points[len(w.points)-1].label.value+1
}

func (w *walker) lastText() string {
	if n := len(w.items); n > 0 {
		return w.items[n-1].Text
	}
	return ""
}

// placeNumbered: a number opens a paragraph of the operative part.
func (w *walker) placeNumbered(it *item) {
	if it.label.value == 1 && w.last > 0 {
		w.restart()
	}
	if w.part != resolution.Operative && !w.inAnnex() {
		w.start(resolution.Operative)
	}
	w.numbers, w.last = true, it.label.value
	w.base, w.points = it, nil
}

// placeFree: unnumbered text of an annex.
func (w *walker) placeFree(it *item) {
	if len(w.points) > 0 && w.base != nil && w.continues(it) && !w.headed {
		it.flush, it.parent = true, w.base
		return
	}
	w.base, w.points = it, nil
}

// continues tells whether unnumbered text goes on with the paragraph before
// its points: it opens with a small letter.
func (w *walker) continues(it *item) bool {
	r, _ := utf8.DecodeRuneInString(lexicon.TrimOpening(it.Text))
	return unicode.IsLower(r)
}

// placeOperative: unnumbered text of the operative part is a preamble that
// opens again, a paragraph of its own, or flush text.
func (w *walker) placeOperative(it *item) {
	switch {
	case it.form == lexicon.PreambularForm && endsComma(it.Text) && !w.afterColon():
		w.part, w.base, w.points = resolution.Preamble, it, nil
	case w.base == nil, w.headed && len(w.points) == 0, it.form&lexicon.OperativeForm != 0 && !w.afterColon():
		w.base, w.points = it, nil
	default:
		it.flush, it.parent = true, w.base
	}
}

func (w *walker) afterColon() bool { return endsColon(w.lastText()) }
