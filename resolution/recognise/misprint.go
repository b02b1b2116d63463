package recognise

import (
	"strconv"
	"strings"

	"reprise/internal/lexicon"
	"reprise/resolution"
)

// Extraction spoils the numbers of paragraphs: "1, Approves", "5 Calls upon",
// "L. Condemns", "8." between 4 and 6. A spoilt number is read only where it is
// the one that is due and an operative lead follows; the label keeps what is
// printed.

// maxSpoilt is the most bytes of a number with its specks: "“14,".
const maxSpoilt = 6

// spoilt reads the number that opens a text and that extraction spoilt, with
// how many bytes it takes; the zero label where none does.
func (w *walker) spoilt(text string) (label, int) {
	n := strings.IndexByte(text[:min(len(text), maxSpoilt+1)], ' ')
	if n <= 0 {
		return label{}, 0
	}
	value := likeNumber(text[:n])
	if value == 0 || !w.opensOperative(text[n:]) || !w.due(value) {
		return label{}, 0
	}
	return label{text: text[:n], core: strconv.Itoa(value), style: numberStyle, value: value}, n
}

// due tells whether a number is the next one of the operative part, or a first
// one where a higher number comes next.
func (w *walker) due(value int) bool {
	if w.part == resolution.Operative && w.numbers {
		return value == w.last+1
	}
	return value == 1 && (w.part == resolution.Preamble || w.part == resolution.Operative) && w.nextNumber() > 1
}

// outOfTurn gives a number between two others ("4." "8." "6.") the value that
// is due.
func (w *walker) outOfTurn(l label, text string) label {
	if l.style != numberStyle || w.part != resolution.Operative || !w.numbers || l.value == w.last+1 ||
		w.nextNumber() != w.last+2 || !w.opensOperative(text) {
		return l
	}
	l.value = w.last + 1
	l.core = strconv.Itoa(l.value)
	return l
}

// nextNumber is the number of the next numbered paragraph of the part in hand;
// 0 where none is to come.
func (w *walker) nextNumber() int {
	for _, p := range w.next {
		if l, _ := scanLabel(labelled(p)); l.style == numberStyle {
			return l.value
		}
		if w.closes(p) {
			return 0
		}
	}
	return 0
}

// closes tells whether nothing of the part in hand goes on behind a paragraph.
func (w *walker) closes(p *paragraph) bool {
	if _, _, ok := w.formula(p.text); ok {
		return true
	}
	line, ok := w.lex.Line(p.text)
	return ok && line.Role == "meeting" || w.isAnnex(p.text)
}

// lookAlikes are the characters that extraction gives for a digit, digit by
// digit from 0.
var lookAlikes = [...]string{"Oo", "IlLi|!][J", "Zz", "", "", "S", "G", "", "B", ""}

// likeNumber reads "1,", "L.", "ll", "“5"; 0 where a word cannot be a number.
func likeNumber(s string) int {
	s = strings.TrimLeft(s, "“‘’”~—–-_.·•*")
	s = strings.TrimRight(s, ".,;:’‘”“*·")
	if s == "" || len(s) > maxLabelDigits {
		return 0
	}
	value := 0
	for i := range len(s) {
		d := likeDigit(s[i])
		if d < 0 {
			return 0
		}
		value = value*10 + d
	}
	return value
}

func likeDigit(c byte) int {
	if c >= '0' && c <= '9' {
		return int(c - '0')
	}
	for d, like := range lookAlikes {
		if strings.IndexByte(like, c) >= 0 {
			return d
		}
	}
	return -1
}

// opensOperative tells whether a space and an operative lead open a text.
func (r *recogniser) opensOperative(text string) bool {
	rest, spaced := strings.CutPrefix(text, " ")
	lead, ok := r.lex.Lead(rest)
	return spaced && ok && lead.Form&lexicon.OperativeForm != 0
}
