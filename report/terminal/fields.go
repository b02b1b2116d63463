package terminal

import (
	"slices"
	"strings"
	"unicode/utf8"

	"reprise/diff"
)

// A field of more characters, both texts together, is shown by what changed in
// it; a shorter one whole: "session: 73 → 75".
const longField = 120

// fields prints the fields that differ: the short ones beside each other, then
// the long ones, one a paragraph.
func (s *screen) fields() {
	var cells []run
	var long []diff.Field
	for _, f := range s.c.Fields {
		if utf8.RuneCountInString(f.Old)+utf8.RuneCountInString(f.New) > longField {
			long = append(long, f)
			continue
		}
		cells = append(cells, run{clean(s.say("because", "why", s.Field(f), "words", f.Old+" "+s.Arrow()+" "+f.New)), quiet})
	}
	s.cells(cells, " · ")
	for _, f := range long {
		s.paragraph("  ", s.fieldRuns(f)...)
	}
}

// fieldRuns are the changed runs of a long field with a few words around.
func (s *screen) fieldRuns(f diff.Field) []run {
	mark := bracketed
	if s.Colour {
		mark = coloured
	}
	out := []run{{clean(s.say("because", "why", s.Field(f), "words", "")), quiet}}
	for i, e := range f.Edits {
		text := clean(e.Text)
		if e.Op != diff.Equal {
			out = append(out, mark(text, e.Op))
			continue
		}
		before, after := fieldReach, fieldReach
		if i == 0 {
			before = 0
		}
		if i == len(f.Edits)-1 {
			after = 0
		}
		out = append(out, run{ends(text, before, after), quiet})
	}
	return out
}

// fieldReach is how many unchanged words stand on each side of a change.
const fieldReach = 3

// ends keeps the first and the last words of a text, with an ellipsis for those
// between.
func ends(text string, first, last int) string {
	words := strings.Fields(text)
	if len(words) <= first+last+1 { // an ellipsis saves nothing for a word
		return text
	}
	kept := slices.Concat(words[:first], []string{"…"}, words[len(words)-last:])
	out := strings.Join(kept, " ")
	if strings.HasPrefix(text, " ") {
		out = " " + out
	}
	if strings.HasSuffix(text, " ") {
		out += " "
	}
	return out
}
