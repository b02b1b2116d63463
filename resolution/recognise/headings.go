package recognise

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"reprise/internal/lexicon"
	"reprise/internal/numeral"
	"reprise/resolution"
)

// A heading is short and ends without the punctuation of a paragraph.
const (
	maxHeadingBytes = 240
	maxHeadingWords = 34
)

// titleLike tells whether a text could be a heading: short, not ended as a
// paragraph, opening with a capital, a digit or a quotation mark.
func titleLike(s string) bool {
	return titleWithin(s, maxHeadingBytes) && strings.Count(s, " ") < maxHeadingWords
}

func titleWithin(s string, limit int) bool {
	s = strings.TrimSpace(s)
	if s == "" || len(s) > limit || EndsParagraph(s) {
		return false
	}
	r, _ := utf8.DecodeRuneInString(lexicon.TrimOpening(s))
	return opensHigh(r)
}

// divisionOf reads the heading of a division: "II", "II. Title", "B", "Part I",
// "Article 5".
func (w *walker) divisionOf(it *item, p *paragraph) (division, string, bool) {
	if it.Label != "" {
		if it.label.style != upperRoman && it.label.style != upperLetter {
			return division{}, "", false
		}
		return division{style: it.label.style, id: it.label.core, kind: "part"}, it.Text, true
	}
	if number, rest, d, ok := w.divisionWord(it.Text); ok && number != "" && d.Kind != "annex" {
		if rest == "" || titleLike(rest) {
			return division{style: namedStyle, kind: d.Kind, id: divisionID(d, number)}, rest, true
		}
	}
	head, rest, _ := strings.Cut(it.Text, " ")
	head = strings.TrimRight(head, ".")
	if !isNumeral(head) || numeral.Opens(head) || rest != "" && !titleLike(rest) && !w.nextSection(head, rest) {
		return division{}, "", false
	}
	st := upperLetter
	if numeral.Roman(strings.ToLower(head)) > 0 && (len(head) > 1 || head == "I" || w.opened(upperRoman)) {
		st = upperRoman
	}
	if st == upperLetter && rest != "" {
		return division{}, "", false // "A" may be a word
	}
	return division{style: st, id: head, kind: "part"}, rest, true
}

// maxSectionBytes is longer than the longest title of a section: resolutions on
// budgets name all that a section is about.
const maxSectionBytes = 700

// nextSection tells whether a Roman number is the one after the section that is
// open, and a title follows, however long.
func (w *walker) nextSection(number, title string) bool {
	value := numeral.Roman(strings.ToLower(number))
	for _, d := range w.open {
		if d.style == upperRoman && value > 1 && numeral.Roman(strings.ToLower(d.id)) == value-1 {
			return titleWithin(title, maxSectionBytes)
		}
	}
	return false
}

func divisionID(d lexicon.Division, number string) string {
	if d.Kind == "article" {
		return d.Short + number
	}
	return number
}

func (w *walker) opened(st style) bool {
	for _, d := range w.open {
		if d.style == st {
			return true
		}
	}
	return false
}

// placeDivision opens a division. The division of the same style that is open
// closes, and all inside it.
func (w *walker) placeDivision(it *item, p *paragraph) bool {
	if it.Kind != resolution.Paragraph {
		return false
	}
	d, rest, ok := w.divisionOf(it, p)
	if !ok {
		return false
	}
	it.Kind = resolution.Heading
	it.Lead = ""
	if it.opens = d.kind; w.genre.isPlain() && w.part == resolution.Preamble {
		w.start(resolution.Operative)
	}
	if rest != "" && it.Label == "" && d.style == upperRoman { // "II Title": the number is its label
		at := len(it.Text) - len(rest)
		p.cut(0, at)
		it.Label, it.Text, it.Notes, it.Struck = strings.TrimSpace(d.id), p.text, p.notes, p.struck
	}
	w.enter(d)
	return true
}

func (w *walker) enter(d division) {
	keep := len(w.open)
	for i, o := range w.open {
		if o.head != nil || o.kind != "annex" && o.style == d.style && o.kind == d.kind {
			keep = i
			break
		}
	}
	w.open = append(w.open[:keep:keep], d)
	w.base, w.points = nil, nil
	if w.part == resolution.Back {
		w.start(resolution.Preamble)
	}
}

// placeHeading: a heading without number.
func (w *walker) placeHeading(it *item, p *paragraph) bool {
	if it.Kind != resolution.Paragraph || it.Label != "" {
		return false
	}
	if p.kind != HeadingBlock && !w.headingText(it) {
		return false
	}
	if p.kind == HeadingBlock && len(it.Text) > maxHeadingBytes {
		return false
	}
	it.Kind, it.Lead = resolution.Heading, ""
	w.headed = true
	return true
}

// headingText tells a heading among unmarked text: it looks like a title, has
// no lead of the part it stands in, and what follows opens a paragraph.
func (w *walker) headingText(it *item) bool {
	if !titleLike(it.Text) || len(w.next) == 0 {
		return false
	}
	if w.part == resolution.Preamble && it.form&lexicon.PreambularForm != 0 || it.form&lexicon.OperativeForm != 0 && !w.inAnnex() {
		return strings.Count(it.Text, " ") < maxLeadHeading && w.part != resolution.Preamble && startsNumber(w.next[0])
	}
	r, _ := utf8.DecodeRuneInString(w.next[0].text)
	return !unicode.IsLower(r)
}

// joinNumbers makes one heading of a number on a line of its own and the title
// below it, as where both stand on one line: "II" is the label of its title.
func (r *recogniser) joinNumbers() {
	kept := r.items[:0]
	for i, it := range r.items {
		if i+1 < len(r.items) && it.isNumberAlone() && r.items[i+1].Kind == resolution.Heading && r.items[i+1].Label == "" {
			next := r.items[i+1]
			if len(next.section) == len(it.section) && !next.isNumberAlone() {
				next.Label, next.Page = it.Text, it.Page
				continue
			}
		}
		kept = append(kept, it)
	}
	r.items = kept
}

// isNumberAlone tells a heading that is nothing but a Roman number.
func (it *item) isNumberAlone() bool {
	return it.Kind == resolution.Heading && it.Label == "" && len(it.Notes) == 0 &&
		numeral.Roman(strings.ToLower(it.Text)) > 0 && strings.ToUpper(it.Text) == it.Text
}

// maxLeadHeading is the most words of a heading that opens like a paragraph:
// "Reviews", "Calls for support".
const maxLeadHeading = 5

func startsNumber(p *paragraph) bool {
	l, _ := scanLabel(labelled(p))
	return l.style == numberStyle
}

// restart is called where numbered paragraphs begin again at 1: the heading
// before them, where it has no number of its own, opens a division from there on.
func (w *walker) restart() {
	if n := len(w.open); n > 0 && w.open[n-1].kind != "annex" && w.genre.namedBy(w.open[n-1].kind) {
		return // numbers begin anew in each
	}
	for i := len(w.items) - 1; i >= 0; i-- {
		it := w.items[i]
		if it.parent == nil && it.label.style == numberStyle || it.Role != resolution.NoRole || it.Kind == resolution.Heading && len(it.section) != len(w.open) {
			return
		}
		if it.Kind != resolution.Heading || i > 0 && w.items[i-1].Kind == resolution.Heading {
			continue // of headings that follow each other the first
		}
		w.enter(division{kind: "heading", id: "#" + strconv.Itoa(i), head: it})
		it.section = w.open[: len(w.open)-1 : len(w.open)-1]
		for _, later := range w.items[i+1:] {
			later.section = w.open[:len(w.open):len(w.open)]
		}
		return
	}
}

// settleHeadings gives each heading the part of what follows it, so that the
// heading over the first operative paragraph is operative.
func (r *recogniser) settleHeadings() {
	for i := len(r.items) - 2; i >= 0; i-- {
		it, next := r.items[i], r.items[i+1]
		if it.Kind == resolution.Heading && it.Part == resolution.Preamble && next.Part == resolution.Operative {
			it.Part = resolution.Operative
		}
	}
}

// settleMarks keeps marks inside their texts.
func (r *recogniser) settleMarks() {
	for _, it := range r.items {
		for i := range it.Notes {
			it.Notes[i].At = min(max(it.Notes[i].At, 0), len(it.Text))
		}
		it.Struck = shifted(it.Struck, func(at int) int { return min(at, len(it.Text)) })
	}
}
