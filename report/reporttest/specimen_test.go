package reporttest_test

import (
	"strings"
	"testing"

	"reprise/diff"
	"reprise/report/reporttest"
	"reprise/resolution"
)

// The documents of a comparison are what its edits join to, so that reading
// the edits back reads the clauses back.
func TestSpecimenKeepsItsOwnLaws(t *testing.T) {
	c := reporttest.Specimen(t)
	for _, ch := range c.Changes {
		for _, side := range []struct {
			clauses []*resolution.Clause
			op      diff.Op
		}{{ch.Old, diff.Delete}, {ch.New, diff.Insert}} {
			var texts []string
			for _, clause := range side.clauses {
				texts = append(texts, clause.Text)
			}
			if got := reporttest.Join(ch.Edits, side.op); got != strings.Join(texts, "\n") {
				t.Errorf("%s: %q", reporttest.IDs(side.clauses), got)
			}
		}
	}
}
