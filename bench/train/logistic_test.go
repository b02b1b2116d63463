package main

import (
	"math"
	"testing"
)

// TestFit: of a feature that decides and one that says nothing, the first gets
// the weight; the bias is right where both are as usual.
func TestFit(t *testing.T) {
	var data []sample
	for n := range 400 {
		x, noise := float64(n%20)/10-1, float64(n%7)
		yes := 0.0
		if x+float64(n%3-1)/2 > 0 {
			yes = 1
		}
		data = append(data, sample{values: []float64{x, noise}, yes: yes})
	}
	w := fit(data, 1)
	if w[1] < 2 || math.Abs(w[2]) > .1 {
		t.Errorf("weights %v", w)
	}
	if got, none := loss(data, w), loss(data, make([]float64, 3)); got > none*.6 {
		t.Errorf("loss %v of %v", got, none)
	}
}
