package chain_test

import (
	"fmt"
	"testing"

	"pgregory.net/rapid"

	"reprise/internal/chain"
)

// TestHeaviest: the heaviest of all chains is found, however the pairs lie;
// all subsets are tried.
func TestHeaviest(t *testing.T) {
	for _, step := range []chain.Step{chain.Rising, chain.NeverFalling} {
		rapid.Check(t, func(t *rapid.T) {
			pairs := rapid.SliceOfN(rapid.Custom(func(t *rapid.T) chain.Pair {
				return chain.Pair{Old: rapid.Int32Range(0, 7).Draw(t, "old"), New: rapid.Int32Range(0, 7).Draw(t, "new"),
					Weight: float64(rapid.IntRange(0, 9).Draw(t, "weight"))}
			}), 0, 11).Draw(t, "pairs")
			got, ok := weigh(pairs, chain.Heaviest(pairs, step), step)
			if !ok {
				t.Fatal("what is kept is no chain")
			}
			if want := byTrial(pairs, step); got != want {
				t.Fatalf("weight %v is kept, %v could be", got, want)
			}
		})
	}
}

// weigh adds up what is kept and tells whether it is a chain.
func weigh(pairs []chain.Pair, keep []bool, step chain.Step) (sum float64, ok bool) {
	for n, a := range pairs {
		if !keep[n] {
			continue
		}
		sum += a.Weight
		for m, b := range pairs[:n] {
			if keep[m] && !goesOn(a, b, step) && !goesOn(b, a, step) {
				return 0, false
			}
		}
	}
	return sum, true
}

func goesOn(a, b chain.Pair, step chain.Step) bool {
	if step == chain.Rising {
		return a.Old < b.Old && a.New < b.New
	}
	return a.Old <= b.Old && a.New <= b.New
}

func byTrial(pairs []chain.Pair, step chain.Step) float64 {
	best := 0.0
	keep := make([]bool, len(pairs))
	for set := range 1 << len(pairs) {
		for n := range pairs {
			keep[n] = set>>n&1 == 1
		}
		if sum, ok := weigh(pairs, keep, step); ok {
			best = max(best, sum)
		}
	}
	return best
}

func ExampleHeaviest() {
	pairs := []chain.Pair{{Old: 0, New: 1, Weight: 3}, {Old: 1, New: 0, Weight: 8}, {Old: 2, New: 2, Weight: 1}}
	fmt.Println(chain.Heaviest(pairs, chain.Rising))
	// Output: [false true true]
}
