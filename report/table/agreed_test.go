package table_test

import (
	"io"
	"testing"

	"reprise/report/reporttest"
	"reprise/report/table"
)

func TestAgreedGolden(t *testing.T) {
	a := reporttest.Agreement(t)
	a.Clauses[0].Clause.Text = "=cmd()" // no cell is a formula
	reporttest.Golden(t, "agreed.csv", reporttest.Written(t, func(w io.Writer) error { return table.CSV{}.RenderAgreed(w, a) }))
}
