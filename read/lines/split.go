// Package lines puts the lines of extracted text together again: which go on with
// a paragraph and which open one, what belongs to the page, what is a footnote,
// which hyphens a line's end made, which words extraction cut.
//
// Its main calls are Split and Blocks. It knows no file format.
package lines

import (
	"context"
	"strings"

	"golang.org/x/text/unicode/norm"

	"reprise/internal/lexicon"
	"reprise/resolution/recognise"
)

// Line is one line of a text file, without the spaces around it.
type Line struct {
	text      string
	page      int
	gap       bool // empty lines, or a page's end, stand before it
	furniture bool
	note      string // mark of the footnote that it opens
	inNote    bool   // text of a footnote
	rule      bool   // a rule before footnotes
	form      lexicon.Line
	isForm    bool
}

// Split gives the lines of a text that hold anything.
func Split(text string) []Line {
	n := strings.Count(text, "\n") + 1
	lines := make([]Line, 0, n)
	page, gap := 1, true
	for raw := range strings.Lines(norm.NFC.String(text)) { // what a line says is asked before it is normalised
		for i, part := range partsOf(raw) {
			if i > 0 {
				gap = gap || strings.ContainsRune(raw, '\f')
			}
			if t := trim(part); t != "" {
				if n := markedPage(t); n > 0 {
					page = n
				}
				lines = append(lines, Line{text: t, page: page, gap: gap})
				gap = false
			} else {
				gap = true
			}
		}
		if strings.ContainsRune(raw, '\f') {
			page += strings.Count(raw, "\f")
			gap = true
		}
		if strings.Trim(raw, "\r\n") == "" {
			gap = true
		}
	}
	return lines
}

// quotedShare is the share of lines that a text quoted as in mail has a mark before.
const quotedShare = 0.9

// Unquoted takes the marks off a text that is quoted as in mail: "> " before each
// line, once or more often. Any other text is given back as it is.
func Unquoted(text string) string {
	quoted, all := 0, 0
	for l := range strings.Lines(text) {
		if l = strings.TrimSpace(l); l != "" {
			all++
			if l[0] == '>' {
				quoted++
			}
		}
	}
	if quoted == 0 || float64(quoted) < quotedShare*float64(all) {
		return text
	}
	var b strings.Builder
	for l := range strings.Lines(text) {
		for rest := strings.TrimLeft(l, " \t"); strings.HasPrefix(rest, ">"); rest = strings.TrimLeft(l, " \t") {
			l = rest[1:]
		}
		b.WriteString(l)
	}
	return b.String()
}

// partsOf parts a line at what else ends a line or a page. Hardly any line has
// that, and to look for it by the rune took an eighth of all reading.
func partsOf(line string) []string {
	if !strings.ContainsRune(line, '\r') && !strings.ContainsRune(line, '\f') && !strings.ContainsRune(line, '\v') {
		return []string{line}
	}
	return strings.FieldsFunc(line, func(r rune) bool { return r == '\r' || r == '\f' || r == '\v' })
}

// trim takes spaces of every kind from both ends.
func trim(s string) string { return strings.TrimSpace(strings.Trim(s, "\u200b\ufeff")) }

// Detect finds the language of lines.
func Detect(lines []Line) *lexicon.Lexicon {
	var texts []string
	for _, l := range lines {
		texts = append(texts, l.text)
	}
	return lexicon.Detect(texts)
}

// Blocks puts lines together to the blocks that they were cut from: paragraphs,
// footnotes, furniture. It fails only where the context ends, with its cause.
func Blocks(ctx context.Context, lines []Line, lex *lexicon.Lexicon) ([]recognise.Block, error) {
	a := &assembly{lex: lex, lines: lines}
	a.measure()
	a.markForms()
	a.markFurniture()
	a.markNotes()
	a.placeLabels()
	return a.blocks(ctx)
}
