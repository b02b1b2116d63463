package points

import (
	"fmt"
	"slices"
	"testing"

	"reprise/resolution"
)

// TestNearFindsWhatSharesRareWords: of many clauses without a partner not all are
// looked at, but the one that was written anew is.
func TestNearFindsWhatSharesRareWords(t *testing.T) {
	d := &document{of: map[*resolution.Clause]*passage{}}
	var changes []Change
	for i := range fewClauses + 200 {
		c := &resolution.Clause{}
		words := []word{{key: "harbour", weight: 1}, {key: fmt.Sprint("kite", i), weight: 1}}
		d.of[c] = &passage{clause: c, reading: reading{words: words, bag: bagOf(words)}}
		changes = append(changes, Change{New: []*resolution.Clause{c}})
	}
	came := (&Texts{}).lonesOf(changes, d)
	near := came.near(d.of[changes[700].New[0]])
	if at := slices.IndexFunc(near, func(l lone) bool { return l.at == 700 }); at < 0 || len(near) > maxHolders {
		t.Errorf("%d are near, the one looked for at %d", len(near), at)
	}
}
