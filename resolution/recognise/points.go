package recognise

import (
	"reprise/internal/numeral"
	"reprise/resolution"
	"strings"
)

// placePoint finds the level of a point: its label goes on with an open level,
// or opens a new one below the last.
func (w *walker) placePoint(it *item) {
	if w.base == nil {
		w.base = w.lastBase()
	}
	it.label = w.settle(it.label)
	for level := len(w.points) - 1; level >= 0; level-- {
		if follows(w.points[level].label, it.label) {
			w.putPoint(it, level)
			return
		}
	}
	if len(w.points) > 0 && follows(w.closed, it.label) { // letters that run on below "(i)" and "(ii)"
		w.putPoint(it, len(w.points))
		return
	}
	level := len(w.points)
	if level > 0 && it.label.value > 1 { // no list begins so: a misprint, or a gap
		level--
	}
	if it.label.style != bulletStyle && (it.label.value != 1 || !w.afterColon()) { // a gap in the numbering, or a second list: the level of that style
		for l := len(w.points) - 1; l >= 0; l-- {
			if w.points[l].label.style == it.label.style {
				level = l
				break
			}
		}
	}
	w.putPoint(it, level)
}

// lastBase is the last paragraph of the first level in the part that is open,
// for points after a heading; nil where there is none.
func (w *walker) lastBase() *item {
	for i := len(w.items) - 1; i >= 0; i-- {
		it := w.items[i]
		if it.Kind == resolution.Heading && len(it.section) > 0 || it.Role != resolution.NoRole {
			return nil
		}
		if it.Kind == resolution.Paragraph && it.Depth == 0 {
			return it
		}
	}
	return nil
}

func (w *walker) putPoint(it *item, level int) {
	it.parent = w.base
	it.Depth = level
	if level > 0 {
		it.parent = w.points[level-1]
	}
	if w.base != nil {
		it.Depth = level + 1
	}
	w.closed = label{}
	if level+1 < len(w.points) {
		w.closed = w.points[level+1].label
	}
	w.points = append(w.points[:level:level], it)
}

// follows tells whether a label goes on after another on one level.
func follows(last, next label) bool {
	if last.style != next.style {
		return false
	}
	return last.style == bulletStyle && last.text == next.text || next.value == last.value+1 ||
		next.value == last.value && next.core != last.core // "(a bis)"
}

// settle decides between letter and Roman number where a label could be both:
// "(i)" after "(h)" is a letter unless "(ii)" follows; "(v)" after "(iv)" is a
// number.
func (w *walker) settle(l label) label {
	letter, roman := styles(l.style)
	if letter == noStyle || len(l.core) == 0 {
		return l
	}
	base := l.core
	r, a := numeral.Roman(base), 0
	if isLetters(base) {
		a = letterValue(base)
	}
	asRoman, asLetter := l, l
	asRoman.style, asRoman.value = roman, r
	asLetter.style, asLetter.value = letter, a
	switch {
	case r == 0:
		return l
	case a == 0:
		return asRoman
	}
	for i := len(w.points) - 1; i >= 0; i-- {
		last := w.points[i].label
		if follows(last, asRoman) {
			return asRoman
		}
		if follows(last, asLetter) {
			if base == "i" && !w.romanOpen() && w.romanAhead() {
				return asRoman
			}
			return asLetter
		}
	}
	if base == "i" && (len(w.points) == 0 || !follows(w.closed, asLetter)) {
		return asRoman
	}
	return asLetter
}

// styles gives the letter and the Roman style that a label could have.
func styles(s style) (letter, roman style) {
	switch s {
	case letterStyle, romanStyle:
		return letterStyle, romanStyle
	case letterDot, romanDot:
		return letterDot, romanDot
	}
	return noStyle, noStyle
}

// romanOpen tells whether a list of Roman numbers waits for its "ii".
func (w *walker) romanOpen() bool {
	for _, p := range w.points {
		if _, roman := styles(p.label.style); p.label.style == roman && p.label.value == 1 {
			return true
		}
	}
	return false
}

// maxAhead is how far "(ii)" is looked for after "(i)": points under it may
// stand between.
const maxAhead = 12

// romanAhead tells whether "ii" comes before "j".
func (w *walker) romanAhead() bool {
	for _, p := range w.next[:min(len(w.next), maxAhead)] {
		l, _ := scanLabel(labelled(p))
		switch {
		case l.core == "ii":
			return true
		case l.core == "j" || l.style == numberStyle:
			return false
		}
	}
	return false
}

func labelled(p *paragraph) string {
	if p.label != "" {
		return p.label
	}
	return strings.TrimSpace(p.text)
}
