package align

import (
	_ "embed"
	"fmt"
	"math"
	"strconv"
	"strings"
	"sync"
)

// Model holds the weights of the three questions that are decided by log odds.
// It is written by bench/train from pairs whose links readers gave, and is
// immutable. Its text form has one line a weight: question, feature, weight, and
// the mean of the feature over all that was asked, so that an explanation can
// say what is more and what less than usual.
type Model struct {
	weights [questions]weights
}

// Question is one of the things that a model decides.
type Question int

// The questions.
const (
	OfLink  Question = iota // did this clause become that one?
	OfGroup                 // does this clause join a link of others, as a part of a split or merge?
	OfTrust                 // would a reader agree with this link, as it stands among its rivals?
	questions
)

var questionNames = [questions]string{"link", "group", "trust"}

// String is the question's name in the model's text form.
func (q Question) String() string { return questionNames[q] }

// Features names what a question is decided by, in the order of a Sample's
// values.
func (q Question) Features() []string {
	switch q {
	case OfLink:
		return linkFeatures[:]
	case OfGroup:
		return groupFeatures[:]
	}
	return trustFeatures[:]
}

// weights are those of one question, in whole numbers.
type weights struct {
	bias   int64
	weight []int64
	mean   []int64
}

// odds are log odds in whole numbers of a hundred-millionth: weights and
// features have four digits behind the point each. So no rounding of a
// processor, and no order in which numbers are added, decides a link.
type odds int64

const (
	digits = 10_000          // of a weight and of a feature
	nat    = digits * digits // log odds of 1
	// hopeless is as low as log odds go, and turned round as high: of one link in
	// three thousand.
	hopeless = -8 * nat
)

// share is the chance that log odds stand for, 0 to 1.
func (z odds) share() float64 { return 1 / (1 + exp(-float64(z)/nat)) }

// fixed is a value in whole numbers. What is no number counts as nothing.
func fixed(v float64) int64 {
	if v != v {
		return 0
	}
	return int64(math.Floor(float64(max(-farthest, min(farthest, v))*digits) + 0.5))
}

// farthest bounds a feature, so that no sum runs over.
const farthest = 1e6

// of are the log odds of these values of the features.
func (w *weights) of(values []float64) odds {
	z := w.bias
	for k, v := range values {
		z += w.weight[k] * fixed(v)
	}
	return odds(max(hopeless, min(-hopeless, z)))
}

// parts are what each feature speaks for and against, beside what is usual.
func (w *weights) parts(values []float64) []odds {
	out := make([]odds, len(values))
	for k, v := range values {
		out[k] = odds(w.weight[k] * (fixed(v) - w.mean[k]))
	}
	return out
}

//go:embed model.txt
var modelText string

// standardModel is the model that reprise comes with.
var standardModel = sync.OnceValue(func() *Model {
	m, err := ParseModel(modelText)
	if err != nil {
		panic("align: model.txt: " + err.Error()) // a test reads it
	}
	return m
})

// NewModel makes a model of the weights of each question, the bias first, and
// the means of its features. All are rounded to four digits.
func NewModel(weight, mean [3][]float64) (*Model, error) {
	m := &Model{}
	for q := range questions {
		n := len(q.Features())
		if len(weight[q]) != n+1 || len(mean[q]) != n {
			return nil, fmt.Errorf("found %d weights and %d means of %s, wanted %d and %d", len(weight[q]), len(mean[q]), q, n+1, n)
		}
		w := weights{bias: fixed(weight[q][0]) * digits}
		for k := range n {
			w.weight = append(w.weight, fixed(weight[q][k+1]))
			w.mean = append(w.mean, fixed(mean[q][k]))
		}
		m.weights[q] = w
	}
	return m, nil
}

// ParseModel reads the text form of a model. Its error names the line and what
// was wanted.
func ParseModel(text string) (*Model, error) {
	var weight, mean [3][]float64
	n := 0
	want := modelRows()
	for line := range strings.Lines(text) {
		n++
		if strings.HasPrefix(line, "#") || strings.TrimSpace(line) == "" {
			continue
		}
		if len(want) == 0 {
			return nil, fmt.Errorf("line %d: found %.60q, wanted no more", n, strings.TrimSpace(line))
		}
		q, name := want[0].q, want[0].name
		want = want[1:]
		f := strings.Fields(line)
		if len(f) != 4 || f[0] != q.String() || f[1] != name {
			return nil, fmt.Errorf("line %d: found %.60q, wanted %q, %q, a weight and a mean", n, strings.TrimSpace(line), q, name)
		}
		var v [2]float64
		for k := range v {
			var err error
			if v[k], err = strconv.ParseFloat(f[2+k], 64); err != nil || math.Abs(v[k]) > farthest {
				return nil, fmt.Errorf("line %d: found %.60q, wanted a number", n, f[2+k])
			}
		}
		weight[q] = append(weight[q], v[0])
		if name != biasName {
			mean[q] = append(mean[q], v[1])
		}
	}
	if len(want) > 0 {
		return nil, fmt.Errorf("line %d: found the end, wanted %q, %q", n+1, want[0].q, want[0].name)
	}
	return NewModel(weight, mean)
}

const biasName = "bias"

// modelRow is one row of the text form.
type modelRow struct {
	q    Question
	name string
}

func modelRows() []modelRow {
	var rows []modelRow
	for q := range questions {
		rows = append(rows, modelRow{q, biasName})
		for _, name := range q.Features() {
			rows = append(rows, modelRow{q, name})
		}
	}
	return rows
}

// String is the text form of a model; ParseModel reads it back.
func (m *Model) String() string {
	var b strings.Builder
	b.WriteString("# Written by bench/train from pairs whose links readers gave.\n# question, feature, weight, mean of the feature\n")
	for q := range questions {
		w := &m.weights[q]
		fmt.Fprintf(&b, "%-5s  %-14s  %9.4f  %9.4f\n", q, biasName, float64(w.bias/digits)/digits, 0.0)
		for k, name := range q.Features() {
			fmt.Fprintf(&b, "%-5s  %-14s  %9.4f  %9.4f\n", q, name, float64(w.weight[k])/digits, float64(w.mean[k])/digits)
		}
	}
	return b.String()
}
