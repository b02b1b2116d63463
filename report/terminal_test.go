package report_test

import (
	"bytes"
	"testing"

	"reprise/report"
)

func TestTerminalGolden(t *testing.T) {
	for name, form := range map[string]report.Terminal{
		"terminal-80.txt":           {Width: 80},
		"terminal-unwrapped.txt":    {},
		"terminal-colour.txt":       {Width: 80, Colour: true},
		"terminal-side-by-side.txt": {Width: 140, View: report.SideBySide},
		"terminal-substantive.txt":  {Width: 80, Only: report.SubstantiveOnly},
		"terminal-everything.txt":   {Width: 80, Context: -1},
	} {
		t.Run(name, func(t *testing.T) {
			out := render(t, form, specimen(t))
			golden(t, name, bytes.ReplaceAll(out, []byte("\x1b["), []byte("␛")))
		})
	}
}
