package lines

import (
	"reprise/resolution/recognise"
	"strconv"
	"strings"
)

// markNotes finds the footnotes below a rule ("____") to the page's end.
func (a *assembly) markNotes() {
	last := 0
	for i := 0; i < len(a.lines); i++ {
		if !isRule(a.lines[i].text) && !a.isShortRule(i) {
			continue
		}
		a.lines[i].rule = true
		end := a.noteEnd(i + 1)
		last = a.takeNotes(i+1, end, last)
		i = end - 1
	}
}

// isRule tells the line that is drawn before footnotes.
func isRule(s string) bool {
	return len(s) >= 5 && (strings.Trim(s, "_ ") == "" || strings.Trim(s, "-—–─ ") == "")
}

// isShortRule tells the three dashes of a text that is marked up, before a
// footnote with its mark.
func (a *assembly) isShortRule(i int) bool {
	if a.lines[i].text != "---" || i+1 == len(a.lines) {
		return false
	}
	mark, rest := leadingMark(a.lines[i+1].text)
	return mark != "" && rest != ""
}

// noteEnd finds where the footnotes below a rule end: at a page head, or where
// a paragraph opens again.
func (a *assembly) noteEnd(from int) int {
	stroked := from < len(a.lines) && isStroked(a.lines[from].text)
	for i := from; i < len(a.lines); i++ {
		l := &a.lines[i]
		switch {
		case isRule(l.text), l.page > a.lines[from-1].page && l.furniture && !isPageFoot(l.text):
			return i
		case l.furniture && (isSymbol(l.text) || isPageNumber(l.text)):
			return i
		case l.gap && i > from && (a.opensBody(i) || a.nextPoint(from, i) || stroked && !isStroked(l.text)):
			return i
		}
	}
	return len(a.lines)
}

// isStroked tells whether a line opens a footnote as "1/ Text": where one of a
// page does, all do.
func isStroked(text string) bool {
	mark, _ := leadingMark(text)
	return strings.HasSuffix(mark, "/")
}

func isPageFoot(s string) bool { return isJobNumber(s) || isBarCode(s) }

// opensBody tells whether a line after footnotes opens a paragraph: it has a
// lead, alone or after a label, or in a clean text a number with a full stop.
func (a *assembly) opensBody(i int) bool {
	label, text := recognise.SplitLabel(a.lines[i].text)
	if label != "" && !strings.HasSuffix(label, ".") {
		return false
	}
	if !a.wrapped && text != "" && endsDigit(strings.TrimSuffix(label, ".")) {
		return true // "86. Consultations": a footnote's mark has no full stop
	}
	if text == "" && i+1 < len(a.lines) {
		text = a.lines[i+1].text
	}
	return a.lead(text)
}

// nextPoint tells whether a line after the footnotes that begin at from is the
// point after the last one before them: "(c)" after "(b)".
func (a *assembly) nextPoint(from, i int) bool {
	letter := pointLetter(a.lines[i].text)
	if letter <= 'a' {
		return false
	}
	for at := from - 1; at >= 0; at-- {
		if before := pointLetter(a.lines[at].text); before != 0 && !a.lines[at].inNote {
			return before == letter-1
		}
	}
	return false
}

// pointLetter is the letter of the point "(a) ..." that a line opens; 0 for none.
func pointLetter(text string) byte {
	if len(text) < 4 || text[0] != '(' || text[1] < 'a' || text[1] > 'z' || text[2] != ')' || text[3] != ' ' {
		return 0
	}
	return text[1]
}

// takeNotes reads the footnotes between two lines and gives the last mark.
func (a *assembly) takeNotes(from, to, last int) int {
	var bare []string // marks on lines of their own, whose texts follow
	for i := from; i < to; i++ {
		l := &a.lines[i]
		if l.furniture {
			continue
		}
		l.inNote = true
		mark, rest := leadingMark(l.text)
		n, err := strconv.Atoi(strings.TrimSuffix(mark, "/"))
		isNext := mark != "" && (err != nil || n > last && (last == 0 || n <= last+maxNoteStep))
		switch {
		case isNext && rest == "":
			bare = append(bare, mark)
			l.rule = true // its mark goes to the text
			last = max(last, n)
		case isNext && len(bare) == 0:
			l.note, l.text = mark, rest
			last = max(last, n)
		case rest == "" && mark != "":
			l.inNote, l.furniture = false, true // a page number
		case len(bare) > 0:
			l.note, bare = bare[0], bare[1:]
		}
	}
	for i := from; i < to && len(bare) > 0; i++ { // a mark that has no text stays a mark
		if a.lines[i].rule && a.lines[i].text == bare[0] {
			a.lines[i].rule, a.lines[i].note, a.lines[i].text = false, bare[0], ""
			bare = bare[1:]
		}
	}
	return last
}

// maxNoteStep is how many marks may be missing between two footnotes.
const maxNoteStep = 3

// leadingMark parts the mark that opens a footnote: "1  Text", "* Text", "12",
// "¹ Text", and "1/ Text" as it was printed until the 1990s.
func leadingMark(text string) (mark, rest string) {
	if mark, n := recognise.Superscript(text); n > 0 {
		return mark, strings.TrimSpace(text[n:])
	}
	n := 0
	for n < len(text) && (text[n] >= '0' && text[n] <= '9' || text[n] == '*') {
		n++
	}
	if n > 0 && n < len(text) && text[n] == '/' {
		n++
	}
	if n == 0 || n > 3 || n < len(text) && text[n] != ' ' && text[n] != '\t' {
		return "", text
	}
	return text[:n], strings.TrimSpace(text[n:])
}
