package pdf

import (
	"math"
	"strings"
	"unicode"
	"unicode/utf8"

	"reprise/internal/vocab"
	"reprise/read/lines"
)

// Where words are parted in a PDF: spaces that the file prints count, those that
// its engine inferred from gaps are settled by the words they make.

const (
	// A space that the engine inferred is doubtful up to this gap: a word
	// printed in two goes ("fou ndations", "capacity -") may show 0.25 em
	// between its letters, two words whose letters lean ("of the") 0.19 em.
	// Doubtful spaces are settled by the words they make.
	doubtEm = 0.3
	// Where the words do not tell, a space counts from this gap on.
	madeSpaceEm = 0.2
	// A printed space of which the next letter covers this much is doubtful.
	coveredEm = 0.12
)

// printsNoSpaces tells whether a page leaves all its spaces to be inferred.
func printsNoSpaces(glyphs []pdfGlyph) bool {
	printed, made := 0, 0
	for _, g := range glyphs {
		if g.r == ' ' && g.made {
			made++
		} else if unicode.IsSpace(g.r) && !g.made {
			printed++
		}
	}
	return printed*4 < made
}

// spaceOut leaves one space character wherever words are parted; those that
// are doubtful are left marked as made.
func spaceOut(glyphs []pdfGlyph, doubt float64) []pdfGlyph {
	var out []pdfGlyph
	printed, made := false, false
	end := 0.0 // of the printed space
	for _, g := range glyphs {
		if unicode.IsSpace(g.r) {
			made = made || g.made
			if !g.made {
				printed, end = true, g.x1
			}
			continue
		}
		if n := len(out); n > 0 {
			last := out[n-1]
			if doubled(last, g) {
				continue
			}
			em := math.Max(last.size, g.size)
			space := pdfGlyph{r: ' ', x0: last.x1, x1: g.x0, y0: g.y0, y1: g.y0, size: em, italic: last.italic, bold: last.bold}
			gap := (g.x0 - last.x1) / em
			if printed && end-g.x0 > coveredEm*em { // taken back: "non- governmental"
				space.made, space.x1 = true, math.Max(g.x0, last.x1+madeSpaceEm*em)
			} else {
				space.made = !printed && gap < doubt
			}
			if !printed && gap <= pieceGapEm && unparted(last.r, g.r) {
				made = false // what parts ideographs from figures is no space
			}
			if printed || made || gap > pieceGapEm {
				out = append(out, space)
			}
		}
		out = append(out, g)
		printed, made = false, false
	}
	return out
}

// unparted tells two signs that stand without a space between them: ideographs, and
// figures, letters and quotation marks beside them.
func unparted(a, b rune) bool {
	beside := func(r rune) bool {
		return unicode.IsLetter(r) || unicode.IsDigit(r) || strings.ContainsRune("“”‘’", r)
	}
	return isIdeograph(a) && beside(b) || isIdeograph(b) && beside(a)
}

func isIdeograph(r rune) bool { return unicode.Is(unicode.Han, r) }

func firstOf(text string) rune {
	r, _ := utf8.DecodeRuneInString(text)
	return r
}

func lastOf(text string) rune {
	r, _ := utf8.DecodeLastRuneInString(text)
	return r
}

// settleSpaces takes out the doubtful spaces that cut a word in two.
func settleSpaces(glyphs []pdfGlyph) []pdfGlyph {
	out := make([]pdfGlyph, 0, len(glyphs))
	for i, g := range glyphs {
		if g.r == ' ' && g.made {
			gap := (g.x1 - g.x0) / g.size
			mark := out[len(out)-1].size <= raisedSize*glyphs[i+1].size
			if !mark && cutsWord(wordBefore(out), wordAfter(glyphs[i+1:]), gap) {
				continue
			}
			g.made = false
		}
		out = append(out, g)
	}
	return out
}

func wordBefore(glyphs []pdfGlyph) string {
	i := len(glyphs)
	for i > 0 && glyphs[i-1].r != ' ' {
		i--
	}
	return textOf(glyphs[i:])
}

func wordAfter(glyphs []pdfGlyph) string {
	i := 0
	for i < len(glyphs) && glyphs[i].r != ' ' {
		i++
	}
	return textOf(glyphs[:i])
}

// cutsWord tells whether a narrow space between two words is none: their
// joined form is a word of resolutions, and no rarer than the rarer part.
func cutsWord(before, after string, gap float64) bool {
	if strings.ContainsAny(after[:1], lines.Hyphens) || strings.ContainsAny(before[len(before)-1:], lines.Hyphens) {
		return true // "capacity -building"
	}
	if unicode.IsDigit(rune(before[len(before)-1])) && unicode.IsDigit(rune(after[0])) {
		return true // "202 5"
	}
	head, tail := plainWord(before), plainWord(after)
	if head == "" || tail == "" {
		return gap < madeSpaceEm || closes(after) || opens(before)
	}
	joined := vocab.Frequency(head + tail)
	rarer := min(vocab.Frequency(head), vocab.Frequency(tail))
	if joined == rarer {
		return gap < madeSpaceEm
	}
	return joined > rarer
}

// closes tells punctuation that stands tight behind a word.
func closes(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return strings.ContainsRune(".,;:!?", r) || unicode.In(r, unicode.Pe, unicode.Pf)
}

// opens tells punctuation that stands tight before a word.
func opens(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(s)
	return unicode.In(r, unicode.Ps, unicode.Pi)
}
