package pdf

import (
	"fmt"
	"math"
	"reprise/internal/pattern"
	"sort"
	"strconv"
	"strings"
	"unicode"
)

const (
	// Page heads and feet stand in the outer parts of a page.
	headZone = 0.15
	footZone = 0.12
	// Lines of one head are set this tight; what follows it stands further off.
	headLeadingEm = 1.45
	// A head is short; a paragraph that opens a page is not.
	headMaxRows = 6
	// Footnotes are set smaller than the text.
	noteSize = 0.93
)

// The forms of what is printed at the edge of a page, whatever the language.
var (
	pageNumber = pattern.Lazy(`^[-–]?\s*(\d{1,4}|[ivxl]+)\s*[-–]?$|^\d{1,4}\s*/\s*\d{1,4}$`)
	jobNumber  = pattern.Lazy(`^(\d{2}-\d{5}|(GE|V)\.\d{2}-\d{5}|\d{7,8})\b[\s()A-Z\d/]*$`)
	barCode    = pattern.Lazy(`^\*[\dA-Z]{6,10}\*$|^\(\)$`)
	loneSymbol = pattern.Lazy(`^([ASETC]|[A-Z]{3,6})/[A-Z0-9][A-Z0-9./\-()]*( \(\d{4}\))?$`)
	noteRule   = pattern.Lazy(`^_{5,}$`)
	anyNumber  = pattern.Lazy(`\d+`)
)

// pdfZones is a frame with its furniture and footnotes set apart from its text.
type pdfZones struct {
	frame int
	body  []pdfRow
	notes []pdfRow
	edge  []pdfRow // heads, feet, job numbers, bar codes
}

// parted sets furniture and footnotes of all frames apart.
func parted(frames []pdfFrame) []pdfZones {
	zones := make([]pdfZones, len(frames))
	repeated := repeatedEdges(frames)
	size := bodySize(frames)
	var above []pdfRow // of the same page, in the frames before
	for i, f := range frames {
		if i > 0 && frames[i-1].page.number != f.page.number {
			above = nil
		}
		z := pdfZones{frame: i}
		top, bottom := edges(f, repeated)
		z.edge = append(append(z.edge, f.rows[:top]...), f.rows[bottom:]...)
		z.body, z.notes = splitNotes(f.rows[top:bottom], above, size)
		above = append(above, z.body...)
		zones[i] = z
	}
	return zones
}

// bodySize is the size in which most of a document is set.
func bodySize(frames []pdfFrame) float64 {
	sizes := map[float64]int{}
	for _, f := range frames {
		for _, r := range f.rows {
			sizes[r.size] += len(r.glyphs)
		}
	}
	return commonest(sizes)
}

// edges finds where the text of a page begins and ends among its rows: from
// rows[top] up to, not including, rows[bottom].
func edges(f pdfFrame, repeated map[string]bool) (top, bottom int) {
	p, rows := f.page, f.rows
	bottom = len(rows)
	for i := len(rows) - 1; i >= 0 && rows[i].base < p.height*footZone; i-- {
		if isEdge(rows[i], repeated) {
			bottom = i
		}
	}
	if p.number == 1 {
		return 0, bottom // the masthead is text
	}
	end, found := 0, false
	for end < bottom && end < headMaxRows && rows[end].base > p.height*(1-headZone) {
		if end > 0 && rows[end-1].base-rows[end].base > headLeadingEm*math.Max(rows[end-1].size, rows[end].size) {
			break
		}
		found = found || isEdge(rows[end], repeated)
		end++
	}
	if found && (end < headMaxRows || end == bottom) {
		top = end
	}
	return top, max(top, bottom)
}

// isEdge tells whether a row is furniture: a part of it is nothing but a page
// number, a symbol or a job number, or it is printed on other pages too.
func isEdge(r pdfRow, repeated map[string]bool) bool {
	if repeated[edgeKey(r)] {
		return true
	}
	for _, part := range r.columns() {
		t := part.text()
		if pageNumber().MatchString(t) || jobNumber().MatchString(t) || barCode().MatchString(t) ||
			loneSymbol().MatchString(t) || part.glyphs[0].barcode {
			return true
		}
	}
	return false
}

// edgeKey is a row's text with the page number masked, and its height on the
// page.
func edgeKey(r pdfRow) string {
	own := strconv.Itoa(r.page)
	text := anyNumber().ReplaceAllStringFunc(r.text(), func(n string) string {
		if n == own {
			return "#"
		}
		return n
	})
	return fmt.Sprintf("%s@%d", text, int(r.base/8))
}

// repeatedEdges finds the rows near the edges that at least two pages share.
// Text does not come back at the same height word for word.
func repeatedEdges(frames []pdfFrame) map[string]bool {
	counts := map[string]int{}
	for _, f := range frames {
		for _, r := range f.rows {
			if p := f.page; p.number > 1 && (r.base > p.height*(1-headZone) || r.base < p.height*footZone) {
				counts[edgeKey(r)]++
			}
		}
	}
	repeated := map[string]bool{}
	for key, n := range counts {
		if n > 1 && strings.ContainsFunc(key[:strings.LastIndexByte(key, '@')], unicode.IsLetter) {
			repeated[key] = true
		}
	}
	return repeated
}

// splitNotes parts the footnotes at the foot of a page from the text: what
// stands below a rule made of underscores, or in small letters with a mark that
// stands in the text, or in the frames above.
func splitNotes(rows, above []pdfRow, size float64) (body, notes []pdfRow) {
	for i := len(rows) - 1; i >= 0; i-- {
		if noteRule().MatchString(rows[i].text()) && allSmall(rows[i+1:], size) {
			return rows[:i], rows[i+1:]
		}
	}
	start := len(rows)
	for i := len(rows) - 1; i >= 0 && rows[i].size <= noteSize*size; i-- {
		if mark, _ := noteMark(rows[i]); mark != "" && (markedIn(rows[:i], mark) || markedIn(above, mark)) {
			start = i
		}
	}
	return rows[:start], rows[start:]
}

func allSmall(rows []pdfRow, size float64) bool {
	for _, r := range rows {
		if r.size > noteSize*size {
			return false
		}
	}
	return len(rows) > 0
}

// noteMark is the raised mark that opens a footnote, with the number of
// characters it takes; "" where the row goes on with an earlier note.
func noteMark(r pdfRow) (mark string, n int) {
	for n < len(r.glyphs) && r.raised(r.glyphs[n]) {
		n++
	}
	mark = textOf(r.glyphs[:n])
	if n == 0 && len(r.glyphs) > 0 && strings.ContainsRune("*†‡", r.glyphs[0].r) {
		for n < len(r.glyphs) && r.glyphs[n].r == r.glyphs[0].r {
			n++
		}
		mark = textOf(r.glyphs[:n])
	}
	return mark, n
}

// markedIn tells whether a mark is printed in the text above.
func markedIn(rows []pdfRow, mark string) bool {
	for _, r := range rows {
		for _, s := range r.spans() {
			if s.Raised && strings.TrimSpace(s.Text) == mark || mark[0] == '*' && strings.Contains(s.Text, mark) {
				return true
			}
		}
	}
	return false
}

// leftEdge is where most rows of a page begin: the edge of its text.
func leftEdge(rows []pdfRow) float64 {
	return commonPlace(rows, func(r pdfRow) float64 { return r.x0 })
}

// rightEdge is where full rows of a page end: few go beyond.
func rightEdge(rows []pdfRow) float64 {
	if len(rows) == 0 {
		return 0
	}
	ends := make([]float64, len(rows))
	for i, r := range rows {
		ends[i] = r.x1
	}
	sort.Float64s(ends)
	return ends[len(ends)*9/10]
}

func commonPlace(rows []pdfRow, at func(pdfRow) float64) float64 {
	counts := map[float64]int{}
	for _, r := range rows {
		counts[math.Round(at(r)/2)*2]++
	}
	return commonest(counts)
}
