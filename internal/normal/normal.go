// Package normal is the one place where text is changed on reading; from there on
// it is exact. It says for each character of the result where it comes from, so that
// a form that writes into the file that was read can find it again.
//
// Its main call is Text. It knows characters, not words or paragraphs: hyphens at
// line ends are joined by the readers, which know the lines, and footnote marks are
// taken out by the recogniser, which knows the footnotes.
package normal

import (
	"slices"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Text is a text as reading makes it. What it does, and nothing else:
//
//   - spaces of every kind, no-break spaces, tabs and line ends become one
//     space; none stays at either end
//   - soft hyphens, zero-width characters and direction marks go
//   - hyphens (U+2010) and no-break hyphens (U+2011) become "-"
//   - straight quotes become curly ones, by what stands before them; low and
//     high reversed ones become the usual ones
//   - quotes that were doubled ("", or two single ones, or two accents) become
//     one double quote
//   - ligatures (ff, fi, fl, ffi, ffl, st) become their letters
//   - accents that stand apart are put together with their letters (NFC)
//   - Arabic letters in the form that they have on the page become the letters
//   - spaces between ideographs, or between one and its punctuation, go
//   - the star and the bullet of symbol fonts (U+F02A, U+F0B7) become "*", "•"
//   - control characters go; bytes that are no UTF-8 become U+FFFD
//
// What looks alike but says something else stays: a half as one sign or as 1/2.
// Text is idempotent.
func Text(text string) string {
	var w Writer
	w.WriteString(text)
	return w.String()
}

// Origins are the places in a text from which the bytes of its normal form come:
// for each byte of Text(text), that of the character of text that made it. A space
// comes from the character after it.
func Origins(text string) []int {
	w := Writer{origins: make([]int, 0, len(text))}
	w.WriteString(text)
	return w.origins
}

// Letters are the letters that one sign stands for, as a ligature does; "" where it
// stands for itself.
func Letters(r rune) string {
	if letters := presentation(r); letters != "" {
		return letters
	}
	return ligature(r)
}

// Writer appends text and normalises it, for callers that must know where in
// the result a piece of the source begins; the zero value is ready. A space is
// written only before what follows it, so that offsets never point behind a
// trailing space. An accent that opens a piece is put together with the letter
// that ends the piece before.
type Writer struct {
	out     []byte
	last    rune  // last rune written; 0 at the start
	space   bool  // a space is due
	held    int   // bytes that stay as they are, for somebody knows the place behind them
	origins []int // of the bytes of out, where they are wanted: nil where not
}

// String is the text written so far.
func (w *Writer) String() string { return string(w.out) }

// Len is its length in bytes.
func (w *Writer) Len() int { return len(w.out) }

// Place is its length in bytes, for one who keeps it: what is written later begins
// there, also an accent, which then stands alone.
func (w *Writer) Place() int {
	w.held = len(w.out)
	return w.held
}

// Grow makes room for some bytes more.
func (w *Writer) Grow(n int) { w.out = slices.Grow(w.out, n) }

// Break writes a tab or line end that parts the cells and rows of a table: what
// follows is normalised as a text of its own.
func (w *Writer) Break(mark byte) {
	w.out = append(w.out, mark)
	w.last, w.space = 0, false
}

// WriteString normalises some text and appends it.
func (w *Writer) WriteString(s string) {
	for at := 0; at < len(s); {
		n, plain := w.step(s[at:])
		if w.origins != nil {
			w.note(at, plain)
		}
		at += n
	}
}

// step writes what s opens with and tells how many bytes of it that were, and how
// many bytes it wrote as they were.
func (w *Writer) step(s string) (n, plain int) {
	if c := s[0]; c < utf8.RuneSelf && c > ' ' && c != '"' && c != '\'' && c != '`' && c != 0x7f {
		n = w.writePlain(s)
		return n, n
	}
	r, n := utf8.DecodeRuneInString(s)
	if isSingleQuote(r) || r == '`' {
		if more := doubledQuote(r, s[n:]); more > 0 {
			r, n = '"', n+more
		}
	}
	w.writeRune(r)
	return n, 0
}

// note keeps where the bytes come from that a step at a place wrote.
func (w *Writer) note(at, plain int) {
	for rest := len(w.out) - len(w.origins); rest > 0; rest-- {
		w.origins = append(w.origins, at+max(plain-rest, 0))
	}
}

// doubledQuote tells how many bytes, after a single quote, another one takes
// with which it stands for a double quote; 0 where none follows.
func doubledQuote(first rune, rest string) int {
	for at, r := range rest {
		switch {
		case isSingleQuote(r) && isSingleQuote(first), r == '`' && first == '`':
			return at + utf8.RuneLen(r)
		case !dropped(r):
			return 0
		}
	}
	return 0
}

func isSingleQuote(r rune) bool { return r == '\'' || r == '‘' || r == '’' || r == '\u201b' }

// writePlain writes the run of plain ASCII that s opens with.
func (w *Writer) writePlain(s string) int {
	n := 0
	for n < len(s) && s[n] > ' ' && s[n] < 0x7f && s[n] != '"' && s[n] != '\'' && s[n] != '`' {
		n++
	}
	w.due()
	w.out = append(w.out, s[:n]...)
	w.last = rune(s[n-1])
	return n
}

func (w *Writer) due() {
	if w.space && w.last != 0 {
		w.out = append(w.out, ' ')
		w.last = ' '
	}
	w.space = false
}

func (w *Writer) writeRune(r rune) {
	switch {
	case unicode.IsSpace(r) || r == '\u2028' || r == '\u2029':
		w.space = true
		return
	case dropped(r):
		return
	}
	if letters := Letters(r); letters != "" {
		for _, l := range letters {
			w.writeRune(l)
		}
		return
	}
	if r >= firstComposing && !norm.NFC.IsNormalString(string(r)) {
		r = composed(r)
	}
	if r >= firstComposing && !w.space && w.compose(r) {
		return
	}
	if w.space && joinsIdeographs(w.last) && joinsIdeographs(r) {
		w.space = false // a line's end, or letters that a printer spaced
	}
	w.due()
	r = w.plain(r)
	if r == w.last && (r == '“' || r == '”') {
		return // doubled
	}
	w.out = utf8.AppendRune(w.out, r)
	w.last = r
}

// composed is the one character that Unicode has for another (the ångström sign and
// the letter); a character that it has several for stays.
func composed(r rune) rune {
	whole := norm.NFC.String(string(r))
	if one, n := utf8.DecodeRuneInString(whole); n == len(whole) {
		return one
	}
	return r
}

// firstComposing is the first character that can be put together with the one
// before it.
const firstComposing = 0x300

// compose puts an accent together with the letter before it, and accents that follow
// each other in the order that Unicode has for them.
func (w *Writer) compose(r rune) bool {
	if w.last == 0 || len(w.out) == w.held || norm.NFC.PropertiesString(string(r)).BoundaryBefore() {
		return false
	}
	from := w.held + max(0, norm.NFC.LastBoundary(w.out[w.held:]))
	apart := string(w.out[from:]) + string(r)
	together := norm.NFC.String(apart)
	if together == apart {
		return false
	}
	w.out = append(w.out[:from], together...)
	if w.origins != nil {
		w.origins = w.origins[:min(len(w.out), len(w.origins))]
	}
	w.last, _ = utf8.DecodeLastRune(w.out)
	return true
}

// plain gives the one form of a rune that has several.
func (w *Writer) plain(r rune) rune {
	switch r {
	case '\u2010', '\u2011':
		return '-'
	case '\uf02a':
		return '*'
	case '\uf0b7':
		return '•'
	case '"', '\uff02':
		if w.opens() {
			return '“'
		}
		return '”'
	case '\u201e', '\u201f':
		return '“'
	case '\'', '\u201b':
		if w.opens() {
			return '‘'
		}
		return '’'
	case '‘':
		if !w.opens() {
			return '’'
		}
	}
	return r
}

// opens tells whether a quotation mark here would open.
func (w *Writer) opens() bool {
	switch w.last {
	case 0, ' ', '(', '[', '{', '“', '‘', '—', '/':
		return true
	}
	return false
}

func dropped(r rune) bool {
	switch {
	case r == '\u00ad', r == '\ufeff', r >= '\u200b' && r <= '\u200f', r == '\u2060',
		r >= '\u202a' && r <= '\u202e', r >= '\u2066' && r <= '\u2069':
		return true
	}
	return r < ' ' || r >= 0x7f && r < 0xa0
}

// presentation gives the letters of an Arabic presentation form; "" for any
// other rune.
func presentation(r rune) string {
	if r >= '\ufb50' && r <= '\ufdfb' || r >= '\ufe70' && r <= '\ufefc' {
		if letters := norm.NFKC.String(string(r)); letters != string(r) {
			return letters
		}
	}
	return ""
}

// joinsIdeographs tells what stands beside its like without a space: ideographs
// and their punctuation.
func joinsIdeographs(r rune) bool {
	return unicode.Is(unicode.Han, r) || r >= '\u3001' && r <= '\u303f' || r >= '\uff01' && r <= '\uff1f'
}

func ligature(r rune) string {
	if r < '\ufb00' || r > '\ufb06' {
		return ""
	}
	return [...]string{"ff", "fi", "fl", "ffi", "ffl", "st", "st"}[r-'\ufb00']
}
