package data_test

import (
	"testing"

	"reprise/report/data"
	"reprise/report/reporttest"
)

// TestSeriesJSON holds the JSON of the specimen series against the schemas, and
// a history against its golden file.
func TestSeriesJSON(t *testing.T) {
	table, blame, history := reporttest.SeriesForms(t, data.JSON{})
	reporttest.CheckSchema(t, "reprise/series/1", table)
	reporttest.CheckSchema(t, "reprise/blame/1", blame)
	reporttest.CheckSchema(t, "reprise/history/1", history)
	reporttest.Golden(t, "history.json", history)
}
