package read

import (
	"strings"

	"reprise/internal/lexicon"
	"reprise/resolution/recognise"
)

// textFormat reads plain text of two kinds. Extracted text has hard line ends,
// page heads and feet, footnotes in mid-paragraph; its lines are put together
// by what they say. Clean text has one paragraph a line or block.
var textFormat = format{
	name:   "text",
	engine: "reprise",
	is:     func([]byte) bool { return true },
	read:   readText,
}

func readText(in input) (blocksOf, error) {
	text, warning, err := decode(in.content)
	if err != nil {
		return blocksOf{}, err
	}
	if err := checkLines(text); err != nil {
		return blocksOf{}, err
	}
	lines := splitLines(text)
	out := blocksOf{lex: in.lex}
	if warning != "" {
		out.warnings = append(out.warnings, warning)
	}
	if out.lex == nil {
		out.lex = detect(lines)
	}
	out.blocks = assemble(lines, out.lex)
	return out, nil
}

// line is one line of a text file, without the spaces around it.
type line struct {
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

// splitLines gives the lines that hold anything.
func splitLines(text string) []line {
	n := strings.Count(text, "\n") + 1
	lines := make([]line, 0, n)
	page, gap := 1, true
	for raw := range strings.Lines(text) {
		for i, part := range partsOf(raw) {
			if i > 0 {
				gap = gap || strings.ContainsRune(raw, '\f')
			}
			if t := trim(part); t != "" {
				if n := markedPage(t); n > 0 {
					page = n
				}
				lines = append(lines, line{text: t, page: page, gap: gap})
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

func detect(lines []line) *lexicon.Lexicon {
	var texts []string
	for _, l := range lines {
		texts = append(texts, l.text)
	}
	return lexicon.Detect(texts)
}

// assemble puts lines together to blocks.
func assemble(lines []line, lex *lexicon.Lexicon) []recognise.Block {
	a := &assembly{lex: lex, lines: lines}
	a.measure()
	a.markForms()
	a.markFurniture()
	a.markNotes()
	a.placeLabels()
	return a.blocks()
}
