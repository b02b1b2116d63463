package report

import (
	"io"

	"reprise/library"
)

// FoundRenderer writes where a library has a phrase.
type FoundRenderer interface {
	// RenderFound writes the findings, best first.
	RenderFound(w io.Writer, f *library.Found) error
}

// AgreedRenderer writes what of a draft was agreed before.
type AgreedRenderer interface {
	// RenderAgreed writes a judgement for each clause of the draft.
	RenderAgreed(w io.Writer, a *library.Agreement) error
}

// Run is a piece of a text, marked or not.
type Run struct {
	Text   string
	Marked bool
}

// Marked cuts a text at its marks, which are places in bytes, in order; one that
// overlaps the mark before it is left out. The runs together are the text.
func Marked(text string, marks [][2]int) []Run {
	var out []Run
	at := 0
	put := func(to int, marked bool) {
		if to > at {
			out = append(out, Run{text[at:to], marked})
			at = to
		}
	}
	for _, m := range marks {
		if m[0] >= at {
			put(m[0], false)
			put(m[1], true)
		}
	}
	put(len(text), false)
	return out
}
