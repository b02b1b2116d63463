package recognise

import (
	"reprise/internal/lexicon"
	"reprise/internal/normal"
	"reprise/resolution"
	"reprise/resolution/symbol"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// paragraph is a block with its text normalised: what the recogniser works on.
type paragraph struct {
	kind   BlockKind
	text   string
	label  string // from the format; "" where it stands in the text or is none
	level  int
	page   int
	mark   string // of a footnote
	italic int    // bytes of text that open it in italics
	notes  []resolution.NoteRef
	struck []resolution.Stretch // struck through
}

// paragraphsOf normalises blocks; a block without words gives none. Form lines
// that a format keeps in one block with line ends between them are parted.
func (r *recogniser) paragraphsOf(blocks []Block) []*paragraph {
	out := make([]*paragraph, 0, len(blocks))
	slab := make([]paragraph, len(blocks))
	for i, b := range blocks {
		b.Spans = r.withOrdinals(b.Spans)
		parts := [][]Span{b.Spans}
		if b.Kind == TextBlock || b.Kind == HeadingBlock {
			parts = r.linesOf(b.Spans)
		}
		for n, spans := range parts {
			p := &slab[i]
			if n > 0 {
				p = &paragraph{}
			}
			*p = paragraph{kind: b.Kind, level: b.Level, page: b.Page, mark: strings.TrimSpace(b.Mark)}
			if n == 0 {
				p.label = resolution.Normalise(b.Label)
			}
			p.fill(spans)
			if p.text != "" || p.label != "" || len(p.notes) > 0 || p.mark != "" {
				out = append(out, p)
			}
		}
	}
	return out
}

// withOrdinals gives spans in which the raised end of an ordinal, "71" and a small "e", is
// no mark of a footnote.
func (r *recogniser) withOrdinals(spans []Span) []Span {
	out := spans
	for i := 1; i < len(spans); i++ {
		s := spans[i]
		before := strings.TrimRight(spans[i-1].Text, " ")
		if !s.Raised || !r.lex.Word(strings.TrimSpace(s.Text)).Is(lexicon.SuffixRole) || !endsInDigit(before) {
			continue
		}
		if &out[0] == &spans[0] {
			out = slices.Clone(spans)
		}
		out[i].Raised, out[i].Text, out[i-1].Text = false, strings.TrimLeft(s.Text, " "), before
	}
	return out
}

func endsInDigit(text string) bool {
	last, _ := utf8.DecodeLastRuneInString(text)
	return unicode.IsDigit(last)
}

// linesOf parts the spans of a block at its line ends where the first line is
// a line of the form ("Distr.: General", "37th plenary meeting"); elsewhere a
// line end is a space.
func (r *recogniser) linesOf(spans []Span) [][]Span {
	ends := false
	for _, s := range spans {
		ends = ends || strings.IndexByte(s.Text, '\n') >= 0
	}
	if !ends {
		return [][]Span{spans}
	}
	lines := [][]Span{nil}
	for _, s := range spans {
		for n, text := range strings.Split(s.Text, "\n") {
			if n > 0 {
				lines = append(lines, nil)
			}
			part := s
			part.Text = text
			if n > 0 {
				part.Note = ""
			}
			lines[len(lines)-1] = append(lines[len(lines)-1], part)
		}
	}
	first := resolution.Normalise(Block{Spans: lines[0]}.Text())
	if _, ok := r.lex.Line(first); !ok && !symbol.IsAlone(first) {
		return [][]Span{spans}
	}
	return lines
}

// fill writes the spans as one text, takes out raised footnote marks and finds
// the italics that open it.
func (p *paragraph) fill(spans []Span) {
	var w normal.Writer
	n := 0
	for _, s := range spans {
		n += len(s.Text)
	}
	w.Grow(n)
	italic := true
	for _, s := range spans {
		if s.Note != "" {
			p.notes = append(p.notes, resolution.NoteRef{Mark: resolution.Normalise(s.Note), At: w.Place()})
			continue
		}
		if s.Raised && isMarks(s.Text) {
			p.addMarks(s.Text, w.Place())
			continue
		}
		from := w.Place()
		if p.kind == TableBlock {
			writeCells(&w, s.Text)
		} else {
			p.writeSpan(&w, s.Text)
		}
		if s.Struck && w.Len() > from {
			p.strike(from, w.Len())
		}
		if blank := strings.TrimSpace(s.Text) == ""; italic && s.Italic && !blank {
			p.italic = w.Len()
		} else if !blank {
			italic = false
		}
	}
	p.text = w.String()
	for p.italic < len(p.text) && !utf8.RuneStart(p.text[p.italic]) {
		p.italic++ // an accent in another style became one with its letter
	}
}

// strike notes that a stretch of the text is struck through.
func (p *paragraph) strike(from, to int) {
	if n := len(p.struck); n > 0 && p.struck[n-1].To >= from-1 {
		p.struck[n-1].To = to
		return
	}
	p.struck = append(p.struck, resolution.Stretch{From: from, To: to})
}

// writeSpan writes text and takes out superscript digits, which are footnote
// marks wherever they stand.
func (p *paragraph) writeSpan(w *normal.Writer, text string) {
	for text != "" {
		at := indexSuperscript(text)
		if at < 0 {
			w.WriteString(text)
			return
		}
		w.WriteString(text[:at])
		mark, n := Superscript(text[at:])
		p.notes = append(p.notes, resolution.NoteRef{Mark: mark, At: w.Place()})
		text = text[at+n:]
	}
}

// writeCells keeps the tabs and line ends of a table.
func writeCells(w *normal.Writer, text string) {
	for i, row := range strings.Split(text, "\n") {
		if i > 0 {
			w.Break('\n')
		}
		for j, cell := range strings.Split(row, "\t") {
			if j > 0 {
				w.Break('\t')
			}
			w.WriteString(cell)
		}
	}
}

// addMarks notes "1", "1,2" or "1 2" at an offset.
func (p *paragraph) addMarks(text string, at int) {
	for _, mark := range strings.FieldsFunc(text, func(r rune) bool { return r == ',' || unicode.IsSpace(r) }) {
		mark = plainDigits(resolution.Normalise(mark))
		if mark != "" {
			p.notes = append(p.notes, resolution.NoteRef{Mark: mark, At: at})
		}
	}
}

// isMarks tells whether raised text is footnote marks: numbers, stars, daggers,
// a single letter; "th" and "st" are not.
func isMarks(text string) bool {
	text = strings.TrimSpace(text)
	if text == "" || utf8.RuneCountInString(text) > 11 {
		return false
	}
	letters := 0
	for _, r := range text {
		switch {
		case unicode.IsLetter(r):
			letters++
		case !unicode.IsDigit(r) && !unicode.IsSpace(r) && !strings.ContainsRune("*†‡§,¹²³⁰⁴⁵⁶⁷⁸⁹", r):
			return false
		}
	}
	return letters <= 1
}

func superDigit(r rune) byte {
	switch r {
	case '¹':
		return '1'
	case '²':
		return '2'
	case '³':
		return '3'
	}
	if r == '⁰' || r >= '⁴' && r <= '⁹' {
		return byte('0' + r - '⁰')
	}
	return 0
}

func plainDigits(s string) string {
	return strings.Map(func(r rune) rune {
		if d := superDigit(r); d != 0 {
			return rune(d)
		}
		return r
	}, s)
}

// indexSuperscript finds the first superscript digit; -1 where there is none.
func indexSuperscript(s string) int {
	for i := 0; i < len(s); i++ {
		if c := s[i]; c == 0xc2 || c == 0xe2 {
			if r, _ := utf8.DecodeRuneInString(s[i:]); superDigit(r) != 0 {
				return i
			}
		}
	}
	return -1
}

// Superscript reads the run of superscript digits that s opens with, as plain
// digits, and how many bytes it takes; "" and 0 for none.
func Superscript(s string) (mark string, n int) {
	for n < len(s) {
		r, size := utf8.DecodeRuneInString(s[n:])
		d := superDigit(r)
		if d == 0 {
			break
		}
		mark += string(rune(d))
		n += size
	}
	return mark, n
}

// cut takes bytes from the text and moves what points behind them.
func (p *paragraph) cut(from, to int) {
	p.text = p.text[:from] + p.text[to:]
	for i := range p.notes {
		p.notes[i].At = moved(p.notes[i].At, from, to)
	}
	p.italic = moved(p.italic, from, to)
	p.struck = shifted(p.struck, func(at int) int { return moved(at, from, to) })
}

// shifted are stretches with their ends elsewhere, without those that are empty then.
func shifted(list []resolution.Stretch, at func(int) int) []resolution.Stretch {
	var out []resolution.Stretch
	for _, s := range list {
		if s = (resolution.Stretch{From: at(s.From), To: at(s.To)}); s.To > s.From {
			out = append(out, s)
		}
	}
	return out
}

func moved(at, from, to int) int {
	switch {
	case at <= from:
		return at
	case at < to:
		return from
	}
	return at - (to - from)
}

// split parts a paragraph at an offset; the second half is returned.
func (p *paragraph) split(at int) *paragraph {
	rest := *p
	rest.label, rest.notes, rest.italic = "", nil, 0
	lead := at
	for lead < len(p.text) && p.text[lead] == ' ' {
		lead++
	}
	rest.text = p.text[lead:]
	if p.italic > lead {
		rest.italic = p.italic - lead
	}
	p.text = strings.TrimRight(p.text[:at], " ")
	p.italic = min(p.italic, len(p.text))
	var kept []resolution.NoteRef
	for _, n := range p.notes {
		if n.At <= len(p.text) {
			kept = append(kept, n)
		} else {
			n.At -= lead
			rest.notes = append(rest.notes, n)
		}
	}
	p.notes = kept
	rest.struck = shifted(p.struck, func(at int) int { return max(at-lead, 0) })
	p.struck = shifted(p.struck, func(at int) int { return min(at, len(p.text)) })
	return &rest
}
