package read

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"reprise/internal/imprint"
	"reprise/internal/lexicon"
	"reprise/resolution/recognise"
)

// noteBlocks reads a text in which each line is a paragraph: amendments typed by
// hand, and those that reprise wrote. False for a text whose lines end at a
// margin, which are put together like those of any other.
func noteBlocks(text string) ([]recognise.Block, bool) {
	var out []recognise.Block
	before := "" // the line right before
	for line := range strings.Lines(text) {
		line = strings.TrimSpace(line)
		if goesOn(before, line) {
			return nil, false
		}
		if before = line; line != "" && line != imprint.Text {
			out = append(out, noteBlock(line))
		}
	}
	return out, len(out) > 0
}

// marginBytes is shorter than any full line of a printed text, and longer than
// most notes: "OP4: replace x by y".
const marginBytes = 50

// goesOn tells whether a line goes on with the one right before it: that is as long
// as a printed line and does not end a sentence, or this one begins in mid-sentence.
func goesOn(before, line string) bool {
	if len(before) < marginBytes || line == "" {
		return false
	}
	if label, _ := recognise.SplitLabel(line); label != "" {
		return false
	}
	first, _ := utf8.DecodeRuneInString(line)
	last, _ := utf8.DecodeLastRuneInString(before)
	return unicode.IsLower(first) || !lexicon.EndsParagraph(last) && !lexicon.ClosingMark(last) && !unicode.IsDigit(first)
}

// noteBlock is a paragraph; one that stars open is the footnote of their mark.
func noteBlock(line string) recognise.Block {
	text := strings.TrimLeft(line, "*")
	if n := len(line) - len(text); n > 0 && n <= maxStars && strings.HasPrefix(text, " ") {
		return recognise.Block{Kind: recognise.NoteBlock, Mark: line[:n], Spans: []recognise.Span{{Text: strings.TrimSpace(text)}}}
	}
	return recognise.Block{Spans: []recognise.Span{{Text: line}}}
}

// maxStars is as many footnotes as are marked by stars.
const maxStars = 4
