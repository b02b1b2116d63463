package terminal

import (
	"strings"
	"unicode"

	"github.com/clipperhouse/displaywidth"
	"github.com/fatih/color"
	"github.com/rivo/uniseg"

	"reprise/internal/visible"
)

// style is how a run of text looks in the terminal.
type style int

const (
	plain style = iota
	quiet
	strong
	lead
	inserted
	deleted
	added
	removed
	moved
	substantive
	reworded
	gap // a space between words that came and words that went, of neither
)

// colours are the sixteen of every terminal, which its user has chosen to be
// readable on the ground that he has chosen.
var colours = map[style][]color.Attribute{
	quiet:       {color.Faint},
	strong:      {color.Bold},
	lead:        {color.Italic},
	inserted:    {color.FgGreen, color.Underline},
	deleted:     {color.FgRed, color.CrossedOut},
	added:       {color.FgGreen, color.Bold},
	removed:     {color.FgRed, color.Bold},
	moved:       {color.FgMagenta, color.Bold},
	substantive: {color.FgYellow},
	reworded:    {color.FgCyan, color.Bold},
}

// run is text in one style. A newline in it starts a new line.
type run struct {
	text  string
	style style
}

// line is what stands on one line of the terminal.
type line []run

// width is the line's width in columns.
func (l line) width() int {
	n := 0
	for _, r := range l {
		n += displaywidth.String(r.text)
	}
	return n
}

// paint is a palette, or none.
type paint map[style]*color.Color

// newPaint decides colour once for all styles; the library's own guess by
// environment and terminal is overruled.
func newPaint(coloured bool) paint {
	if !coloured {
		return nil
	}
	p := paint{}
	for s, attributes := range colours {
		c := color.New(attributes...)
		c.EnableColor()
		p[s] = c
	}
	return p
}

// write puts a line into b, each run opened and closed within it.
func (p paint) write(b *strings.Builder, l line) {
	for _, r := range l {
		if c := p[r.style]; c != nil && r.text != "" {
			b.WriteString(c.Sprint(r.text))
		} else {
			b.WriteString(r.text)
		}
	}
}

// clean is the one place where text from a document is made fit for a
// terminal: control characters, which could move the cursor, set colours or
// type for the user, are taken out, and so are the characters that turn the
// order of the text round unseen. Newlines stay; a tab becomes two spaces.
func clean(text string) string {
	return strings.ReplaceAll(strings.ReplaceAll(visible.Text(text), "\t", "  "), string(unicode.ReplacementChar), "")
}

// wrap sets runs in lines at most width columns wide, in any script; a width
// of 0 breaks at newlines only.
func wrap(runs []run, width int) []line {
	var b strings.Builder
	for _, r := range runs {
		b.WriteString(r.text)
	}
	text := b.String()
	if width > 0 && strings.ContainsFunc(text, isIdeograph) {
		text = breakIdeographs(unbroken(text), width)
	}
	return slice(runs, fold(text, width))
}

func isIdeograph(r rune) bool { return unicode.Is(unicode.Han, r) }

// breakIdeographs breaks lines that are too wide where Unicode allows it (UAX #14):
// between ideographs, but in no number and before no full stop, which the other
// library does not heed.
func breakIdeographs(text string, width int) string {
	var b strings.Builder
	column, state := 0, -1
	for piece, must := "", false; text != ""; {
		piece, text, must, state = uniseg.FirstLineSegmentInString(text, state)
		n := displaywidth.String(strings.TrimRight(piece, " \n"))
		if column > 0 && column+n > width {
			b.WriteByte('\n')
			column = 0
		}
		b.WriteString(piece)
		if column += displaywidth.String(strings.TrimSuffix(piece, "\n")); must {
			column = 0
		}
	}
	return b.String()
}

// hiddenHyphen stands for a hyphen while lines are broken; it is as wide.
const hiddenHyphen = '\u2011'

// unbroken hides hyphens, after which a line may break: a symbol
// (S-10/2), a compound or one of our own brackets is not to be cut. It changes
// no width and no count of characters.
func unbroken(text string) string {
	return strings.ReplaceAll(text, "-", string(hiddenHyphen))
}

// slice cuts runs into the lines of their wrapped text, which differs from
// them in the newlines put in, the spaces left out there and the hyphens
// hidden.
func slice(runs []run, wrapped string) []line {
	lines := []line{nil}
	out := []rune(wrapped)
	at := 0
	for _, r := range runs {
		var piece []rune
		flush := func() {
			if len(piece) > 0 {
				last := &lines[len(lines)-1]
				*last = append(*last, run{string(piece), r.style})
				piece = nil
			}
		}
		for _, c := range r.text {
			if at < len(out) && out[at] == '\n' && c != '\n' {
				flush()
				lines = append(lines, nil)
				at++
			}
			switch {
			case at >= len(out):
			case c == '\n' && out[at] == '\n':
				flush()
				lines = append(lines, nil)
				at++
			case c == out[at], c == '-' && out[at] == hiddenHyphen:
				piece = append(piece, c)
				at++
			}
		}
		flush()
	}
	return lines
}
