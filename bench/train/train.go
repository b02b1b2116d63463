package main

import (
	"fmt"
	"slices"
	"sync"

	"reprise/align"
)

// penalties are the weights of the quadratic penalty by question, as the
// cross-validated loss is least; twice or half as much is as good.
var penalties = [4]float64{3, 6, 3}

// innerFolds is into how many parts the pairs are parted, to ask a question as
// it will be asked of a pair that the model has not seen.
const innerFolds = 10

// train learns a model from pairs: the links first; then groups, of links that
// weights gave which had not seen their pair; then trust, of both likewise.
func train(pairs []*pair) (*align.Model, error) {
	var weight, mean [3][]float64
	var unseen [innerFolds][3][]float64
	for q := range align.Question(3) {
		mean[q] = make([]float64, len(q.Features()))
		weight[q] = make([]float64, len(q.Features())+1)
		for f := range unseen {
			unseen[f][q] = weight[q]
		}
	}
	for q := range align.Question(3) {
		data, err := samples(pairs, q, func(k int) (*align.Model, error) { return align.NewModel(unseen[k%innerFolds], mean) })
		if err != nil {
			return nil, err
		}
		if len(data) == 0 {
			return nil, fmt.Errorf("found no candidates for %s, wanted pairs of texts with links", q)
		}
		mean[q], _ = spread(data)
		weight[q] = fit(data, penalties[q])
		each(innerFolds, func(f int) {
			rest := slices.DeleteFunc(slices.Clone(data), func(s sample) bool { return s.pair%innerFolds == f })
			unseen[f][q] = fit(rest, penalties[q])
		})
	}
	return align.NewModel(weight, mean)
}

// samples asks a question of all pairs, each under a model of its own; what
// readers called possible is left out.
func samples(pairs []*pair, q align.Question, model func(pair int) (*align.Model, error)) ([]sample, error) {
	lists := make([][]sample, len(pairs))
	errs := make([]error, len(pairs))
	each(len(pairs), func(k int) {
		m, err := model(k)
		if err != nil {
			errs[k] = err
			return
		}
		lists[k], errs[k] = pairs[k].samples(k, q, m)
	})
	for k, err := range errs {
		if err != nil {
			return nil, fmt.Errorf("%s: %w", pairs[k].ID, err)
		}
	}
	return slices.Concat(lists...), nil
}

func (p *pair) samples(at int, q align.Question, m *align.Model) ([]sample, error) {
	asked, err := align.Samples(p.old, p.new, q, align.Options{Model: m})
	if err != nil {
		return nil, err
	}
	var out []sample
	for _, a := range asked {
		i, okOld := p.at[a.Old]
		j, okNew := p.at[a.New]
		l := [2]int{i, j}
		if !okOld || !okNew || p.possible[l] {
			continue
		}
		s := sample{values: a.Values, pair: at}
		if p.sure[l] || p.exact[l] {
			s.yes = 1
		}
		out = append(out, s)
	}
	return out, nil
}

// each calls f for 0 to n-1, two at a time.
func each(n int, f func(int)) {
	var group sync.WaitGroup
	for w := range 2 {
		group.Go(func() {
			for k := w; k < n; k += 2 {
				f(k)
			}
		})
	}
	group.Wait()
}
