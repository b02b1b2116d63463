package pdf

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// A page whose letters run from right to left is read in a mirror: turned round, its
// lines begin at the left like all others, so that margins, columns and tables are
// found by the same rules. What runs from left to right within them, numbers and
// symbols, is turned back. Where a character stands is believed, not the order of
// the file, which is that of the eye in some and that of the tongue in others.

// runsLeft tells whether most letters of a page run from right to left.
func runsLeft(glyphs []pdfGlyph) bool {
	left, all := 0, 0
	for i := range glyphs {
		if unicode.IsLetter(glyphs[i].r) {
			all++
			if isLeftward(glyphs[i].r) {
				left++
			}
		}
	}
	return 2*left > all
}

func isLeftward(r rune) bool {
	return unicode.In(r, unicode.Arabic, unicode.Hebrew) && unicode.IsLetter(r)
}

// mirrored turns a page round.
func mirrored(p pdfPage) pdfPage {
	p.glyphs = slices.Clone(p.glyphs)
	for i := range p.glyphs {
		g := &p.glyphs[i]
		g.x0, g.x1 = p.width-g.x1, p.width-g.x0
	}
	p.leftward = true
	return p
}

// inOrder are the printed characters of a mirrored row as the eye meets them: plain
// letters for the forms that stand for them within words, lam before alef in their
// ligature, which engines give in either order, and spaces.
func inOrder(runs []pdfRow) []pdfGlyph {
	var out []pdfGlyph
	printed := false // the file itself has spaces
	for _, run := range runs {
		inferred := false
		for _, g := range run.glyphs {
			space := unicode.IsSpace(g.r)
			switch {
			case g.made: // the engine infers spaces in the order of the file: a hint, no more
				inferred = true
				if n := len(out); n > 0 {
					out[n-1].parted = true
				}
			case space && g.x1-g.x0 < leastSpaceEm*g.size: // a mark of the file, no space that is seen
			default:
				printed = printed || space
				g.parted, inferred = inferred, false
				out = append(out, g)
			}
		}
	}
	slices.SortStableFunc(out, func(a, b pdfGlyph) int {
		switch ca, cb := a.x0+a.x1, b.x0+b.x1; {
		case ca < cb-samePlace:
			return -1
		case ca > cb+samePlace:
			return 1
		}
		return 0
	})
	for i := 1; i < len(out); i++ {
		if isAlef(out[i-1].r) && out[i].r == lam && overlap(out[i-1], out[i]) {
			out[i-1].r, out[i].r = out[i].r, out[i-1].r
		}
	}
	unmirrored(out)
	return plainForms(spaced(out, printed))
}

// leastSpaceEm is the width of the narrowest space that parts words.
const leastSpaceEm = 0.1

// besidePrintedEm is the widest gap between two figures in a row that has spaces of its
// own: a narrow figure stands in the middle of its place.
const besidePrintedEm = 0.35

// partedShare is what is left of the widest gap where the engine saw a space on both sides
// of it: boxes of slanted letters reach over the gap between them.
const partedShare = 0.8

// spaced puts the spaces that only gaps tell between the characters.
func spaced(row []pdfGlyph, printed bool) []pdfGlyph {
	out := make([]pdfGlyph, 0, len(row)*5/4)
	for i, g := range row {
		if i == 0 {
			out = append(out, g)
			continue
		}
		widest := widestGap(row[i-1].r, g.r)
		if printed && unicode.IsDigit(row[i-1].r) && unicode.IsDigit(g.r) {
			widest = besidePrintedEm
		}
		if g.parted && row[i-1].parted {
			widest *= partedShare
		}
		if (g.x0-row[i-1].x1)/max(g.size, row[i-1].size) > widest {
			out = append(out, pdfGlyph{r: ' ', x0: row[i-1].x1, x1: g.x0, made: true})
		}
		out = append(out, g)
	}
	return out
}

// widestGap is the widest gap, in em, between two characters of one word. Most Arabic
// letters touch the next one; of those that never do, an alef stands far from it, a
// reh and a waw reach under it.
func widestGap(r, next rune) float64 {
	const brackets = "()[]«»" // which the file may have turned round
	switch {
	case runsRight(next) && (runsRight(r) || strings.ContainsRune(brackets, r)), runsRight(r) && strings.ContainsRune(brackets, next):
		return 0.28 // a figure may be much narrower than its place
	case strings.ContainsRune(brackets, next), strings.ContainsRune(brackets, r):
		return 0.2
	case strings.ContainsRune("،؛:.؟/", next), r == '/', strings.ContainsRune("اأإآ", r):
		return 0.28
	case strings.ContainsRune("“”", r), strings.ContainsRune("“”", next):
		return 0.26
	case strings.ContainsRune("دذء", r):
		return 0.17
	case strings.ContainsRune("رزوؤ", r):
		return 0.13
	case isLeftward(r):
		return 0.1
	}
	return 0.2
}

// samePlace is how far apart, in points, the middles of two letters of one ligature are at most.
const samePlace = 0.05

const lam = '\u0644'

func isAlef(r rune) bool { return strings.ContainsRune("\u0627\u0622\u0623\u0625", r) }

// overlap tells whether two characters are drawn as one.
func overlap(a, b pdfGlyph) bool {
	return min(a.x1, b.x1)-max(a.x0, b.x0) > (min(a.x1-a.x0, b.x1-b.x0))/2
}

// plainForms puts plain letters for presentation forms.
func plainForms(glyphs []pdfGlyph) []pdfGlyph {
	if !slices.ContainsFunc(glyphs, func(g pdfGlyph) bool { return isPresented(g.r) }) {
		return glyphs
	}
	var out []pdfGlyph
	for _, g := range glyphs {
		if !isPresented(g.r) {
			out = append(out, g)
			continue
		}
		for _, r := range norm.NFKC.String(string(g.r)) {
			g.r = r
			out = append(out, g)
		}
	}
	return out
}

// unmirrored gives quotation marks as they stand in the file: the engine turns them round
// like brackets, though nobody draws them so, and which of the two opens is a house's style.
func unmirrored(glyphs []pdfGlyph) {
	for i := range glyphs {
		if other := turnedQuotes[glyphs[i].r]; other != 0 {
			glyphs[i].r = other
		}
	}
}

var turnedQuotes = map[rune]rune{'“': '”', '”': '“', '‘': '’', '’': '‘'}

func isPresented(r rune) bool {
	return r >= '\ufb50' && r <= '\ufdff' || r >= '\ufe70' && r <= '\ufefc'
}

// turnBack gives the characters of a mirrored row in the order of the tongue: runs of
// figures and of Latin letters, with the marks inside them, are turned back, and the
// brackets open where they open.
func turnBack(glyphs []pdfGlyph) {
	for from := 0; from < len(glyphs); {
		if !runsRight(glyphs[from].r) {
			from++
			continue
		}
		to := from + 1
		latin := unicode.Is(unicode.Latin, glyphs[from].r)
		for i := to; i < len(glyphs); i++ {
			r := glyphs[i].r
			switch {
			case runsRight(r):
				isLatin := unicode.Is(unicode.Latin, r)
				if i > to && !(latin && isLatin) && !joins(glyphs[to:i]) {
					i = len(glyphs)
					continue
				}
				latin = latin || isLatin
				to = i + 1
			case isLeftward(r):
				i = len(glyphs)
			}
		}
		slices.Reverse(glyphs[from:to])
		from = to
	}
	settleBrackets(glyphs)
}

// runsRight tells figures and the letters that run from left to right.
func runsRight(r rune) bool {
	return unicode.IsDigit(r) || unicode.IsLetter(r) && !isLeftward(r)
}

// joins tells whether what stands between two figures or letters leaves them one
// number or symbol: one mark, no space.
func joins(between []pdfGlyph) bool {
	return len(between) == 1 && strings.ContainsRune("/.,:-", between[0].r)
}

var brackets = map[rune]rune{'(': ')', ')': '(', '[': ']', ']': '[', '«': '»', '»': '«'}

// settleBrackets turns round the brackets of a line in which the first closes.
func settleBrackets(glyphs []pdfGlyph) {
	for i := range glyphs {
		if !strings.ContainsRune("()[]«»", glyphs[i].r) {
			continue
		}
		if strings.ContainsRune("([«", glyphs[i].r) {
			return
		}
		break
	}
	for i := range glyphs {
		if other := brackets[glyphs[i].r]; other != 0 {
			glyphs[i].r = other
		}
	}
}
