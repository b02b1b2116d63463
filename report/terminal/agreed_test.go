package terminal_test

import (
	"io"
	"testing"

	"reprise/library"
	"reprise/report/reporttest"
	"reprise/report/terminal"
)

func TestAgreedGolden(t *testing.T) {
	a := reporttest.Agreement(t)
	reporttest.Golden(t, "agreed-terminal.txt", reporttest.Written(t, func(w io.Writer) error { return terminal.Form{Width: 80}.RenderAgreed(w, a) }))
}

// TestFoundMarksTheWords: brackets do without colour, and what a text says orders no
// terminal about.
func TestFoundMarksTheWords(t *testing.T) {
	use := library.Use{Clause: "op2", Text: "Calls upon\x1b[2J all States", Of: library.Brief{Symbol: "A/RES/1", Language: "en", Year: 2150, Vote: "Adopted by 5 votes to 2. In favour: all"}}
	f := &library.Found{Phrase: "upon", Lineages: 3, Findings: []library.Finding{{Uses: []library.Use{use, use}, Marks: [][2]int{{6, 10}}}}}
	reporttest.Golden(t, "found-terminal.txt", reporttest.Written(t, func(w io.Writer) error { return terminal.Form{Width: 60}.RenderFound(w, f) }))
}
