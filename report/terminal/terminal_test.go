package terminal_test

import (
	"bytes"
	"regexp"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
	"github.com/google/go-cmp/cmp"

	"reprise/diff"
	"reprise/report"
	"reprise/report/reporttest"
	"reprise/report/terminal"
	"reprise/resolution"
)

func TestTerminalGolden(t *testing.T) {
	for name, form := range map[string]terminal.Form{
		"terminal-80.txt":           {Width: 80},
		"terminal-unwrapped.txt":    {},
		"terminal-colour.txt":       {Width: 80, Colour: true},
		"terminal-side-by-side.txt": {Width: 140, View: report.SideBySide},
		"terminal-substantive.txt":  {Width: 80, Only: report.SubstantiveOnly},
		"terminal-everything.txt":   {Width: 80, Context: -1},
	} {
		t.Run(name, func(t *testing.T) {
			out := reporttest.Render(t, form, reporttest.Specimen(t))
			reporttest.Golden(t, name, bytes.ReplaceAll(out, []byte("\x1b["), []byte("␛")))
		})
	}
}

func TestTerminalKeepsToItsWidth(t *testing.T) {
	for _, form := range []terminal.Form{{Width: 60}, {Width: 80}, {Width: 120}, {Width: 200, Context: 1}, {Width: 80, Context: -1}, {Width: 90, View: report.SideBySide}, {Width: 240, View: report.SideBySide}} {
		for line := range strings.Lines(string(reporttest.Render(t, form, reporttest.Specimen(t)))) {
			if n := ansi.StringWidth(strings.TrimRight(line, "\n")); n > form.Width {
				t.Errorf("%+v: %d columns: %s", form, n, line)
			}
			if strings.TrimRight(line, " \n") != strings.TrimRight(line, "\n") {
				t.Errorf("%+v: spaces at the end of %q", form, line)
			}
		}
	}
}

func TestTerminalSetsTextAtMostEightyEightColumns(t *testing.T) {
	wide := reporttest.Render(t, terminal.Form{Width: 300}, reporttest.Specimen(t))
	for line := range strings.Lines(string(wide)) {
		if n := ansi.StringWidth(line); n > 88+20 { // and the gutter
			t.Errorf("%d columns: %s", n, line)
		}
	}
}

func TestTerminalContextUnfolds(t *testing.T) {
	none := string(reporttest.Render(t, terminal.Form{}, reporttest.Specimen(t)))
	one := string(reporttest.Render(t, terminal.Form{Context: 1}, reporttest.Specimen(t)))
	if strings.Contains(none, "Bearing in mind") || !strings.Contains(one, "Bearing in mind") {
		t.Error("PP3 is to be shown as the neighbour of a change where one is asked for")
	}
	if !strings.Contains(one, "PP2") || strings.Contains(one, "···") {
		t.Errorf("nothing is farther than one clause from a change:\n%s", one)
	}
}

func TestTerminalOfAnEmptyComparison(t *testing.T) {
	out := string(reporttest.Render(t, terminal.Form{Width: 80}, &diff.Comparison{Old: &resolution.Document{}, New: &resolution.Document{Symbol: "A/RES/200/1"}, Warnings: []diff.Warning{{Kind: diff.Unrelated}}}))
	for _, want := range []string{"(no symbol) → A/RES/200/1", "no clauses", "may be unrelated."} {
		if !strings.Contains(out, want) {
			t.Errorf("no %q in\n%s", want, out)
		}
	}
}

// Every change is told apart without colour: with the colours taken out, the
// coloured form has the same lines but for the brackets, in whose place a space
// stands where words would run together (78 and 80).
func TestTerminalColourSaysNoMoreThanSigns(t *testing.T) {
	together := regexp.MustCompile(`([\pL\pN])-\]\{\+([\pL\pN])`)
	unbracket := strings.NewReplacer("[-", "", "-]", "", "{+", "", "+}", "")
	coloured := ansi.Strip(string(reporttest.Render(t, terminal.Form{Colour: true}, reporttest.Specimen(t))))
	plain := string(reporttest.Render(t, terminal.Form{}, reporttest.Specimen(t)))
	if d := cmp.Diff(unbracket.Replace(together.ReplaceAllString(plain, "$1 $2")), coloured); d != "" {
		t.Error(d)
	}
}

// Of a long field, only what changed is shown, with a few words around.
func TestTerminalShowsTheChangedRunsOfALongField(t *testing.T) {
	c := reporttest.Specimen(t)
	old := "Adopted by a recorded vote of 5 to 1. In favour: Utopia, Erewhon, Ruritania, Laputa, Lilliput, Graustark, Freedonia. Against: Brobdingnag, Blefuscu."
	new := strings.Replace(old, "Lilliput, ", "Lilliput, Sylvania, ", 1)
	c.Fields = []diff.Field{{Name: diff.VoteField, Old: old, New: new, Edits: diff.Words(old, new)}, {Name: diff.SessionField, Old: "199", New: "200"}}
	out := string(reporttest.Render(t, terminal.Form{}, c))
	want := "  session: 199 → 200\n  vote: … Ruritania, Laputa, Lilliput,{+ Sylvania,+} Graustark, Freedonia. Against: …\n"
	if !strings.Contains(out, want) {
		t.Errorf("want %q in\n%s", want, out[:min(len(out), 1200)])
	}
}
