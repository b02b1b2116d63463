package data_test

import (
	"io"
	"testing"

	"reprise/library"
	"reprise/report/data"
	"reprise/report/reporttest"
)

func TestAgreedFollowsItsSchema(t *testing.T) {
	a := reporttest.Agreement(t)
	reporttest.CheckSchema(t, data.AgreedSchema, reporttest.Written(t, func(w io.Writer) error { return data.JSON{}.RenderAgreed(w, a) }))
	empty := &library.Agreement{Draft: a.Draft, Clauses: []library.Judgement{{Clause: a.Draft.Clauses[0]}}}
	reporttest.CheckSchema(t, data.AgreedSchema, reporttest.Written(t, func(w io.Writer) error { return data.JSON{}.RenderAgreed(w, empty) }))
}

func TestFoundFollowsItsSchema(t *testing.T) {
	use := library.Use{Clause: "op2", Part: "operative", Text: "Calls upon all States"}
	f := &library.Found{Phrase: "upon", Findings: []library.Finding{{Uses: []library.Use{use}, Marks: [][2]int{{6, 10}}}}}
	reporttest.CheckSchema(t, data.FindSchema, reporttest.Written(t, func(w io.Writer) error { return data.JSON{}.RenderFound(w, f) }))
}
