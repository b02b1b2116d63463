package resolution

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Normalise is the one place where text is changed on reading; from there on
// it is exact. What it does, and nothing else:
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
//   - Arabic letters in the form that they have on the page become the letters
//   - spaces between ideographs, or between one and its punctuation, go
//   - the star and the bullet of symbol fonts (U+F02A, U+F0B7) become "*", "•"
//   - control characters go; bytes that are no UTF-8 become U+FFFD
//
// Two more steps need more than the text itself: hyphens at line ends are
// joined by the readers, which know the lines, and footnote marks are taken out
// by the recogniser, which knows the footnotes.
//
// Letters keep the form they have: composed or with combining accents, a half
// as one sign or as 1/2. Normalise is idempotent.
func Normalise(text string) string {
	var w Normaliser
	w.WriteString(text)
	return w.String()
}

// Normaliser appends text and normalises it, for callers that must know where in
// the result a piece of the source begins; the zero value is ready. A space is
// written only before what follows it, so that offsets never point behind a
// trailing space.
type Normaliser struct {
	out   strings.Builder
	last  rune // last rune written; 0 at the start
	space bool // a space is due
}

// String is the text written so far.
func (w *Normaliser) String() string { return w.out.String() }

// Len is its length in bytes.
func (w *Normaliser) Len() int { return w.out.Len() }

// Grow makes room for some bytes more.
func (w *Normaliser) Grow(n int) { w.out.Grow(n) }

// Break writes a tab or line end that parts the cells and rows of a table: what
// follows is normalised as a text of its own.
func (w *Normaliser) Break(mark byte) {
	w.out.WriteByte(mark)
	w.last, w.space = 0, false
}

// WriteString normalises some text and appends it.
func (w *Normaliser) WriteString(s string) {
	for at := 0; at < len(s); {
		c := s[at]
		if c < utf8.RuneSelf && c > ' ' && c != '"' && c != '\'' && c != '`' && c != 0x7f {
			at += w.writePlain(s[at:])
			continue
		}
		r, n := utf8.DecodeRuneInString(s[at:])
		at += n
		if isSingleQuote(r) || r == '`' {
			if n := doubledQuote(r, s[at:]); n > 0 {
				r, at = '"', at+n
			}
		}
		w.writeRune(r)
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
func (w *Normaliser) writePlain(s string) int {
	n := 0
	for n < len(s) && s[n] > ' ' && s[n] < 0x7f && s[n] != '"' && s[n] != '\'' && s[n] != '`' {
		n++
	}
	w.due()
	w.out.WriteString(s[:n])
	w.last = rune(s[n-1])
	return n
}

func (w *Normaliser) due() {
	if w.space && w.last != 0 {
		w.out.WriteByte(' ')
		w.last = ' '
	}
	w.space = false
}

func (w *Normaliser) writeRune(r rune) {
	switch {
	case unicode.IsSpace(r) || r == '\u2028' || r == '\u2029':
		w.space = true
		return
	case dropped(r):
		return
	}
	if letters := presentation(r); letters != "" {
		w.WriteString(letters)
		return
	}
	if letters := ligature(r); letters != "" {
		w.WriteString(letters)
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
	w.out.WriteRune(r)
	w.last = r
}

// plain gives the one form of a rune that has several.
func (w *Normaliser) plain(r rune) rune {
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
func (w *Normaliser) opens() bool {
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
