package reporttest

import (
	"path/filepath"
	"testing"

	"reprise/concord"
	"reprise/internal/outside"
	"reprise/resolution"
)

// Concordance is the lighthouses of one session in French against those of the next in
// Arabic: two texts in two directions that differ in clauses, numbers and dates.
func Concordance(t testing.TB) *concord.Concordance {
	t.Helper()
	open := func(language, name string) *resolution.Document {
		return Document(t, filepath.Join(outside.Repository(t), "testdata", "specimen-"+language, name))
	}
	return concord.Texts(open("fr", "A_RES_202_38.md"), open("ar", "A_RES_204_52.md"))
}
