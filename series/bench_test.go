package series

import (
	"fmt"
	"testing"

	"reprise/resolution"
)

// BenchmarkFollow follows series of forty versions with some thirty clauses
// each, which may take two seconds.
func BenchmarkFollow(b *testing.B) {
	for _, n := range []int{10, 20, 40} {
		docs := makeSeries(7, typical, n).docs
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			for b.Loop() {
				Follow(docs)
			}
		})
	}
}

// BenchmarkGroup sorts a heap of many series.
func BenchmarkGroup(b *testing.B) {
	var docs []*resolution.Document
	for seed := range uint64(50) {
		docs = append(docs, makeSeries(seed, typical, 10).docs...)
	}
	for b.Loop() {
		Group(docs)
	}
}
