package table_test

import (
	"io"
	"testing"

	"reprise/report/reporttest"
	"reprise/report/table"
	"reprise/series"
)

func TestSeriesGolden(t *testing.T) {
	reporttest.SeriesGolden(t, table.CSV{}, "table.csv")
	reporttest.SeriesGolden(t, table.Markdown{}, "table.md")
}

// TestSeriesCountsAndGrid holds the two other tables of a series.
func TestSeriesCountsAndGrid(t *testing.T) {
	all := []*series.Series{reporttest.Series(t)}
	reporttest.Golden(t, "series-grid.csv", reporttest.Written(t, func(w io.Writer) error { return table.SeriesGrid{}.RenderSeries(w, all) }))
	reporttest.Golden(t, "series-counts.csv", reporttest.Written(t, func(w io.Writer) error { return table.SeriesCounts{}.RenderSeries(w, all) }))
}
