package points

import (
	"fmt"
	"testing"
)

// BenchmarkFind reads and compares two texts of sixty clauses that share nothing.
func BenchmarkFind(b *testing.B) {
	var before, after []string
	for i := range 60 {
		before = append(before, fmt.Sprintf("op%d|Urges keepers %d to trim the wicks of the reef, to count the gulls %d and to report on lamps at its fiftieth session", i+1, i, i*7))
		after = append(after, fmt.Sprintf("op%d|Requests bakers %d to bake bread for the coast, to feed the seals %d, as appropriate, and to convene a feast by 5 May 2219", i+1, i, i*7))
	}
	old, new := text(before...), text(after...)
	for b.Loop() {
		find(b, old, new)
	}
}
