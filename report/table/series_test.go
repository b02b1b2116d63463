package table_test

import (
	"testing"

	"reprise/report/reporttest"
	"reprise/report/table"
)

func TestSeriesGolden(t *testing.T) {
	reporttest.SeriesGolden(t, table.CSV{}, "table.csv")
	reporttest.SeriesGolden(t, table.Markdown{}, "table.md")
}
