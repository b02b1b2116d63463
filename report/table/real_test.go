package table_test

import (
	"testing"

	"reprise/diff"
	"reprise/report/reporttest"
	"reprise/report/table"
)

// Law 4 on every successive pair of real resolutions and on the drafts.
func TestTablesOfRealPairs(t *testing.T) {
	if testing.Short() {
		t.Skip("skipped: reads some 150 pairs of real texts")
	}
	for _, p := range append(reporttest.SeriesPairs(t), reporttest.DraftPairs(t)...) {
		t.Run(p[0]+" "+p[1], func(t *testing.T) {
			c := diff.Compare(reporttest.OpenReal(t, p[0]), reporttest.OpenReal(t, p[1]))
			checkCritic(t, c)
			if rows := rowsOf(t, reporttest.Render(t, table.CSV{}, c)); len(rows) != len(c.Changes)+1 {
				t.Errorf("%d rows for %d changes", len(rows), len(c.Changes))
			}
		})
	}
}
