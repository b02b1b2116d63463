package align

import "math"

// The numbers of this package come out the same on every processor, to the last
// bit. Sums, products, quotients and square roots of float64 do by the standard
// (IEEE 754), as long as no compiler makes one rounded step of a product and a
// sum; Go's specification lets it, but not across a conversion. So every product
// that is added to something is written float64(a*b), which
// TestNoFusedArithmetic checks in the code made for other processors. Logarithms
// and exponentials of package math are made differently on different
// processors; these here are sums and products only.

// ln2 is the natural logarithm of 2.
const ln2 = 0.693147180559945309417232121458176568

// ln is the natural logarithm of a number above 0, right to fourteen digits.
func ln(x float64) float64 {
	fraction, exponent := math.Frexp(x) // exact: it takes the bits apart
	if fraction < math.Sqrt2/2 {
		fraction, exponent = 2*fraction, exponent-1
	}
	// ln f = 2 artanh((f-1)/(f+1)), whose argument is below .172 here
	t := (fraction - 1) / (fraction + 1)
	square := float64(t * t)
	sum := 0.0
	for n := lnTerms; n > 0; n -= 2 {
		sum = float64(sum*square) + 1/float64(n)
	}
	return float64(float64(exponent)*ln2) + float64(2*t*sum)
}

// lnTerms is the last odd power of the series: .172^19/19 is below 1e-15.
const lnTerms = 19

// ln1p is ln(1+x).
func ln1p(x float64) float64 { return ln(1 + x) }

// exp is the exponential function for numbers of at most some hundreds, right
// to thirteen digits.
func exp(x float64) float64 {
	n := math.Floor(x/ln2 + 0.5)
	rest := x - float64(n*ln2)
	sum := 1.0
	for k := expTerms; k > 0; k-- {
		sum = 1 + float64(rest*sum)/float64(k)
	}
	return math.Ldexp(sum, int(n))
}

// expTerms is the last power of the series: .35^13/13! is below 1e-15.
const expTerms = 13
