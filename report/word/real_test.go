package word_test

import (
	"bytes"
	"path/filepath"
	"testing"

	"reprise/diff"
	"reprise/internal/wordml/wordmltest"
	"reprise/report/reporttest"
	"reprise/report/word"
)

// realPair is two successive real resolutions and their tracked document.
type realPair struct {
	name string
	c    *diff.Comparison
	docx []byte
}

// realPairs compares every successive pair of the real series and every draft
// with its adopted text; every nth of them for n above one.
func realPairs(t *testing.T, nth int) []realPair {
	t.Helper()
	var pairs []realPair
	i := 0
	for _, p := range append(reporttest.SeriesPairs(t), reporttest.DraftPairs(t)...) {
		if i++; i%nth != 0 {
			continue
		}
		old, new := reporttest.OpenReal(t, p[0]), reporttest.OpenReal(t, p[1])
		pair := realPair{name: filepath.Base(p[0]) + " " + filepath.Base(p[1]), c: diff.Compare(old, new)}
		var b bytes.Buffer
		if err := (word.Docx{}).Render(&b, pair.c); err != nil {
			t.Fatal(err)
		}
		pair.docx = b.Bytes()
		pairs = append(pairs, pair)
	}
	return pairs
}

// Law 4 on every successive pair of real resolutions and on the drafts.
func TestDocxOfRealPairsHoldsLaw4(t *testing.T) {
	if testing.Short() {
		t.Skip("skipped: reads some 150 pairs of real texts")
	}
	pairs := realPairs(t, 1)
	for _, p := range pairs {
		t.Run(p.name, func(t *testing.T) {
			holdsLaw4(t, p.docx, p.c)
			for _, fault := range wordmltest.Faults(p.docx) {
				t.Error(fault)
			}
		})
	}
	t.Logf("%d pairs", len(pairs))
}
