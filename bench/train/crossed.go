package main

import (
	"cmp"
	"fmt"
	"math/rand/v2"
	"slices"

	"reprise/align"
)

// outerFolds is into how many parts the pairs are parted to score each part by
// what was learnt from the others.
const outerFolds = 20

// crossed links every pair by a model that has not seen it.
func crossed(pairs []*pair) ([][]align.Link, error) {
	found := make([][]align.Link, len(pairs))
	for f := range outerFolds {
		var rest []*pair
		for k, p := range pairs {
			if k%outerFolds != f {
				rest = append(rest, p)
			}
		}
		m, err := train(rest)
		if err != nil {
			return nil, err
		}
		for k, p := range pairs {
			if k%outerFolds != f {
				continue
			}
			if found[k], err = align.With(p.old, p.new, align.Options{Model: m}); err != nil {
				return nil, err
			}
		}
	}
	return found, nil
}

// sayFigures prints the figures of each folder and of all, with their bars, and
// how often links of a score are right.
func sayFigures(pairs []*pair, found [][]align.Link) {
	bySet := map[string][]figures{}
	var sets []string
	var all []figures
	for k, p := range pairs {
		if bySet[p.set] == nil {
			sets = append(sets, p.set)
		}
		f := p.measure(found[k])
		bySet[p.set] = append(bySet[p.set], f)
		all = append(all, f)
	}
	for _, s := range sets {
		fmt.Printf("%s, %d pairs: %v\n  19 in 20: %s\n", s, len(bySet[s]), sum(bySet[s]), bars(bySet[s]))
	}
	fmt.Printf("all, %d pairs: %v\n  19 in 20: %s\n", len(all), sum(all), bars(all))
	fmt.Print(calibration(sum(all).scores))
	bySet["all"] = all
	for _, s := range append(sets, "all") {
		f := sum(bySet[s]).named()
		for _, name := range figureNames {
			fmt.Printf("figure align.%s.%s %.4f\n", s, name, f[name])
		}
	}
}

// bars says between what figures nineteen in twenty samples of as many pairs
// fall (bootstrap over pairs).
func bars(each []figures) string {
	const times = 2000
	r := rand.New(rand.NewPCG(1, 2))
	found := map[string][]float64{}
	for range times {
		var f figures
		for range each {
			o := each[r.IntN(len(each))]
			o.scores = nil
			f.add(o)
		}
		for name, v := range f.named() {
			found[name] = append(found[name], v)
		}
	}
	out := ""
	for _, name := range figureNames {
		v := found[name]
		slices.Sort(v)
		out += fmt.Sprintf("%s %.3f to %.3f  ", name, v[times/40], v[times-1-times/40])
	}
	return out
}

// calibration is a table of how many links of a score are right.
func calibration(list []scored) string {
	slices.SortFunc(list, func(a, b scored) int { return cmp.Compare(a.score, b.score) })
	out := "score           links   right   mean score\n"
	for _, bin := range [][2]float64{{0, .5}, {.5, .6}, {.6, .7}, {.7, .8}, {.8, .9}, {.9, .95}, {.95, .98}, {.98, 1.01}} {
		n, right, mean := 0, 0, 0.0
		for _, s := range list {
			if s.score >= bin[0] && s.score < bin[1] {
				n++
				mean += s.score
				if s.right {
					right++
				}
			}
		}
		out += fmt.Sprintf("%.2f to %.2f   %5d   %5.3f   %.3f\n", bin[0], min(1, bin[1]), n, share(right, n), mean/float64(max(1, n)))
	}
	return out
}
