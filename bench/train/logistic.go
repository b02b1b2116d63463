package main

import "math"

// sample is a thing that was asked, with the answer that readers gave.
type sample struct {
	values []float64
	yes    float64 // 1 or 0
	pair   int     // of which it is
}

// fit is logistic regression with a quadratic penalty on standardised features,
// by Newton's method from nothing. The same samples give the same weights: the
// bias first, for features as they are.
func fit(data []sample, penalty float64) []float64 {
	mean, dev := spread(data)
	n := len(mean) + 1
	w := make([]float64, n)
	for range steps {
		newton(data, w, mean, dev, penalty)
	}
	for k := range mean {
		w[k+1] /= dev[k]
		w[0] -= w[k+1] * mean[k]
	}
	return w
}

// steps is more than Newton's method needs from nothing on all gold there is.
const steps = 10

// spread is the mean and standard deviation of each feature.
func spread(data []sample) (mean, dev []float64) {
	mean, dev = make([]float64, len(data[0].values)), make([]float64, len(data[0].values))
	for _, s := range data {
		for k, v := range s.values {
			mean[k] += v / float64(len(data))
		}
	}
	for _, s := range data {
		for k, v := range s.values {
			dev[k] += (v - mean[k]) * (v - mean[k]) / float64(len(data))
		}
	}
	for k := range dev {
		dev[k] = math.Sqrt(dev[k]) + 1e-6
	}
	return mean, dev
}

// newton improves w by one step.
func newton(data []sample, w, mean, dev []float64, penalty float64) {
	n := len(w)
	rows := make([][]float64, n) // the Hessian, with the gradient as last column
	for i := range rows {
		rows[i] = make([]float64, n+1)
	}
	x := make([]float64, n)
	x[0] = 1
	for _, s := range data {
		z := w[0]
		for k, v := range s.values {
			x[k+1] = (v - mean[k]) / dev[k]
			z += w[k+1] * x[k+1]
		}
		p := 1 / (1 + math.Exp(-z))
		curve, slope := max(p*(1-p), 1e-6), s.yes-p
		for i := range n {
			row, c := rows[i], curve*x[i]
			row[n] += slope * x[i]
			for j := 0; j <= i; j++ {
				row[j] += c * x[j]
			}
		}
	}
	for i := range n {
		if i > 0 { // the bias is free
			rows[i][i] += penalty
			rows[i][n] -= penalty * w[i]
		}
		for j := range i {
			rows[j][i] = rows[i][j]
		}
	}
	solve(rows)
	for i := range w {
		w[i] += rows[i][n]
	}
}

// solve leaves the solution of linear equations in the last column. The matrix
// is symmetric and positive definite, so nothing need change places.
func solve(rows [][]float64) {
	n := len(rows)
	for i := range n {
		for r := i + 1; r < n; r++ {
			f := rows[r][i] / rows[i][i]
			for c := i; c <= n; c++ {
				rows[r][c] -= f * rows[i][c]
			}
		}
	}
	for i := n - 1; i >= 0; i-- {
		for c := i + 1; c < n; c++ {
			rows[i][n] -= rows[i][c] * rows[c][n]
		}
		rows[i][n] /= rows[i][i]
	}
}

// loss is how little the weights expect the answers: the sum of the logarithms
// of what they thought unlikely.
func loss(data []sample, w []float64) float64 {
	sum := 0.0
	for _, s := range data {
		z := w[0]
		for k, v := range s.values {
			z += w[k+1] * v
		}
		sum += math.Log1p(math.Exp((1 - 2*s.yes) * z))
	}
	return sum
}
