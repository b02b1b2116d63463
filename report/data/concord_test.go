package data_test

import (
	"io"
	"strings"
	"testing"

	"reprise/concord"
	"reprise/read"
	"reprise/report/data"
	"reprise/report/reporttest"
	"reprise/resolution"
)

// Two short texts with a fault of most kinds.
const (
	lampsInEnglish = "Resolution 204/52\n\nThe General Assembly,\n\nRecalling its resolution 202/38 of 4 December 2147,\n\n1. Urges the keepers to report by 2151;\n\n2. Welcomes the fog;\n"
	lampsInFrench  = "Résolution 204/52\n\nL’Assemblée générale,\n\nRappelant sa résolution 202/38 du 5 décembre 2147,\n\n1. Invite les gardiens à faire rapport avant 2153 ;\n"
)

func TestConcordanceFollowsItsSchema(t *testing.T) {
	two := [2]*resolution.Document{}
	for i, text := range [...]string{lampsInEnglish, lampsInFrench} {
		d, err := read.Open(t.Context(), "lamps.txt", []byte(text), read.Options{})
		if err != nil {
			t.Fatal(err)
		}
		two[i] = d
	}
	c := concord.Texts(two[0], two[1])
	text := reporttest.Written(t, func(w io.Writer) error { return data.JSON{}.RenderConcordance(w, c) })
	reporttest.CheckSchema(t, data.ConcordanceSchema, text)
	for _, want := range []string{`"date"`, `"number"`, `"lead"`, `"weaker"`, `"clause"`} {
		if !strings.Contains(string(text), want) {
			t.Errorf("no %s in %s", want, text)
		}
	}
	versions := concord.Versions([2]*resolution.Document{two[1], two[1]}, two)
	reporttest.CheckSchema(t, data.ConcordanceSchema, reporttest.Written(t, func(w io.Writer) error { return data.JSON{}.RenderConcordance(w, versions) }))
}
