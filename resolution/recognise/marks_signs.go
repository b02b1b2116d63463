package recognise

import (
	"reprise/internal/numeral"
	"strings"
)

// Footnote marks that their own sign tells: stars, and numbers before a stroke.

// takeStars takes "*" after a word where a footnote has that mark.
func (r *recogniser) takeStars(paras []*paragraph, cited map[string]bool) {
	sought := map[string]bool{}
	for _, f := range r.doc.Footnotes {
		if f.Mark == "" || len(f.Mark) > maxStars || strings.Trim(f.Mark, "*") != "" || cited[f.Mark] || sought[f.Mark] {
			continue
		}
		sought[f.Mark] = true
		for _, p := range paras {
			if at := starAt(p.text, f.Mark); at >= 0 {
				p.takeMarks([]span{{at, at + len(f.Mark), at + len(f.Mark)}})
				cited[f.Mark] = true
				break
			}
		}
	}
}

// maxStars is more stars than any mark has.
const maxStars = 8

func starAt(text, mark string) int {
	for from := 0; from < len(text); {
		at := strings.Index(text[from:], mark)
		if at < 0 {
			return -1
		}
		at += from
		end := at + len(mark)
		if at > 0 && (end == len(text) || text[end] == ' ' || text[end] == ',') && text[at-1] != '*' {
			return at
		}
		from = end
	}
	return -1
}

// takeStroked takes "1/" after a word where a footnote is marked so, as texts
// were printed until the 1990s. No other number stands so before a space.
func (r *recogniser) takeStroked(paras []*paragraph, cited map[string]bool) {
	if !r.stroked {
		return
	}
	for _, p := range paras {
		if p.kind == TableBlock {
			continue
		}
		var marks []span
		for at := 1; at < len(p.text); {
			n := numeral.Digits(p.text[at:])
			if n > 0 && strokedMark(p.text, at, at+n) && r.noted[p.text[at:at+n]] {
				cited[p.text[at:at+n]] = true
				marks = append(marks, span{at, at + n, at + n + 1})
			}
			at += max(n, 1)
		}
		if len(marks) > 0 {
			p.takeMarks(marks)
		}
	}
}

// strokedMark tells whether the digits text[from:to] are a mark before a stroke.
func strokedMark(text string, from, to int) bool {
	if to-from > maxLabelDigits || text[from-1] != ' ' || to >= len(text) || text[to] != '/' {
		return false
	}
	return to+1 == len(text) || strings.IndexByte(" ,;.", text[to+1]) >= 0
}
