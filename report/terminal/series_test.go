package terminal_test

import (
	"io"
	"strings"
	"testing"

	"reprise/report/reporttest"
	"reprise/report/terminal"
	"reprise/series"
)

func TestSeriesGolden(t *testing.T) {
	reporttest.SeriesGolden(t, terminal.Form{Width: 80}, "terminal.txt")
}

// TestSeriesGrid: where the width has no room for names, each cell has one sign.
func TestSeriesGrid(t *testing.T) {
	s := reporttest.Series(t)
	reporttest.Golden(t, "series-grid-48.txt", reporttest.Written(t, func(w io.Writer) error { return terminal.Form{Width: 48}.RenderSeries(w, []*series.Series{s}) }))
}

// TestSeriesTableFits: eight versions fit 80 columns, and so does any number
// as a grid.
func TestSeriesTableFits(t *testing.T) {
	s := reporttest.Series(t)
	for _, width := range []int{40, 60, 80} {
		out := reporttest.Written(t, func(w io.Writer) error { return terminal.Form{Width: width}.RenderSeries(w, []*series.Series{s}) })
		for line := range strings.Lines(string(out)) {
			if n := len([]rune(strings.TrimRight(line, "\n"))); n > width {
				t.Errorf("width %d: %d columns: %q", width, n, line)
			}
		}
	}
}
