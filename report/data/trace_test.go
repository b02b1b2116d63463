package data_test

import (
	"io"
	"testing"

	"reprise/report/data"
	"reprise/report/reporttest"
	"reprise/series"
)

func TestTraceFollowsItsSchema(t *testing.T) {
	traces := []*series.Trace{reporttest.Series(t).Trace("sea birds")}
	out := reporttest.Written(t, func(w io.Writer) error { return data.JSON{}.RenderTrace(w, traces) })
	reporttest.CheckSchema(t, data.TraceSchema, out)
}
