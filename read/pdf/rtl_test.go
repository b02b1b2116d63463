package pdf

import "testing"

// What runs from left to right in a mirrored line is turned back, and a bracket that
// opens opens.
func TestTurnBack(t *testing.T) {
	for _, c := range []struct{ why, met, want string }{
		{"a date", "في 4 كانون 5412", "في 4 كانون 2145"},
		{"a symbol", "القرار 81/691 المؤرخ", "القرار 196/18 المؤرخ"},
		{"a symbol of letters", "الوثيقة 312/002/A،", "الوثيقة A/200/213،"},
		{"Latin words", "lareneG :.rtsiD", "Distr.: General"},
		{"two numbers stay two", "2 - 54", "2 - 45"},
		{"brackets that the file turns", ")أ( تبادل", "(أ) تبادل"},
		{"brackets that it does not", "(أ) تبادل", "(أ) تبادل"},
	} {
		var glyphs []pdfGlyph
		for _, r := range c.met {
			glyphs = append(glyphs, pdfGlyph{r: r})
		}
		turnBack(glyphs)
		if got := textOf(glyphs); got != c.want {
			t.Errorf("%s: %q, want %q", c.why, got, c.want)
		}
	}
}

// A ligature of lam and alef is read in the order of the tongue whichever way the
// engine gives it, presentation forms are plain letters, and gaps part words.
func TestInOrder(t *testing.T) {
	at := func(r rune, x0, x1 float64) pdfGlyph { return pdfGlyph{r: r, x0: x0, x1: x1, size: 10} }
	run := pdfRow{glyphs: []pdfGlyph{at('ا', 10, 14), at('ل', 10, 14), at('ﻣ', 0, 4), at('ن', 4, 9), at('ع', 17, 20)}}
	if got := textOf(inOrder([]pdfRow{run})); got != "منلا ع" {
		t.Errorf("got %q", got)
	}
}
