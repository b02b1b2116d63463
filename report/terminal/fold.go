package terminal

import (
	"strings"
	"unicode"

	"github.com/clipperhouse/displaywidth"
)

// fold breaks clean text into lines at most width columns wide, at its spaces, and a
// word that is wider than a line where it must; the spaces at a break are left out. A
// no-break space holds. A width of 0 breaks nothing.
func fold(text string, width int) string {
	if width < 1 {
		return text
	}
	f := folder{width: width}
	for text != "" {
		end := strings.IndexFunc(text, parts)
		if end != 0 {
			if end < 0 {
				end = len(text)
			}
			f.word(text[:end])
			text = text[end:]
			continue
		}
		end = strings.IndexFunc(text, func(r rune) bool { return !parts(r) || r == '\n' })
		if end < 0 {
			end = len(text)
		}
		f.spaces = text[:end]
		if text = text[end:]; text == "" || text[0] == '\n' {
			f.rest()
		}
		if strings.HasPrefix(text, "\n") {
			f.newline()
			text = text[1:]
		}
	}
	return f.out.String()
}

// parts tells the spaces between words.
func parts(r rune) bool { return unicode.IsSpace(r) && r != '\u00a0' }

// folder writes words in lines.
type folder struct {
	out    strings.Builder
	width  int
	column int    // columns taken in the line
	spaces string // between the last word and the next
}

func (f *folder) newline() {
	f.out.WriteByte('\n')
	f.column, f.spaces = 0, ""
}

// rest writes the spaces at the end of a line or of the text, where they fit.
func (f *folder) rest() {
	if f.column+len(f.spaces) <= f.width {
		f.out.WriteString(f.spaces)
	}
	f.spaces = ""
}

func (f *folder) word(w string) {
	wide := displaywidth.String(w)
	if f.column+displaywidth.String(f.spaces)+wide > f.width && f.column+len(f.spaces) > 0 {
		f.newline()
	}
	f.out.WriteString(f.spaces)
	f.column += displaywidth.String(f.spaces)
	f.spaces = ""
	if wide <= f.width {
		f.out.WriteString(w)
		f.column += wide
		return
	}
	for signs := displaywidth.StringGraphemes(w); signs.Next(); {
		if f.column+signs.Width() > f.width && f.column > 0 {
			f.newline()
		}
		f.out.WriteString(signs.Value())
		f.column += signs.Width()
	}
}
