package data_test

import (
	"testing"

	"reprise/diff"
	"reprise/report/data"
	"reprise/report/reporttest"
)

// The schema on every successive pair of real resolutions and on the drafts.
func TestJSONOfRealPairs(t *testing.T) {
	if testing.Short() {
		t.Skip("skipped: reads some 150 pairs of real texts")
	}
	schema := reporttest.Schema(t, "reprise/comparison/1")
	for _, p := range append(reporttest.SeriesPairs(t), reporttest.DraftPairs(t)...) {
		t.Run(p[0]+" "+p[1], func(t *testing.T) {
			c := diff.Compare(reporttest.OpenReal(t, p[0]), reporttest.OpenReal(t, p[1]))
			if err := schema.Validate(reporttest.Decode(t, reporttest.Render(t, data.JSON{}, c))); err != nil {
				t.Error(err)
			}
		})
	}
}
