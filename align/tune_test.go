package align

import (
	"flag"
	"fmt"
	"reflect"
	"testing"
	"time"
)

var tune = flag.String("tune", "", "choose the thresholds by cross-validation over the gold pairs: cv or all")

// tuned are the numbers that are chosen by measurement.
var tuned = []string{"Threshold", "Passage", "Matter", "Runs", "Support", "Cross", "Number", "Citation",
	"Part", "PassageAlone", "WeakLink", "PassageStrong"}

// untuned are the values before any was measured: round, or the prototype's.
func untuned() thresholds {
	k := standard
	k.Threshold, k.Passage, k.Matter, k.Runs, k.Support, k.Cross = .30, .05, .35, .25, .15, .06
	k.Number, k.Citation, k.Part = 2, 2, .05
	k.PassageAlone, k.WeakLink, k.PassageStrong = .3, .4, .45
	return k
}

func objective(pairs []*goldPair, k thresholds) float64 {
	sum := 0.0
	for _, d := range []float64{-.03, 0, .03} {
		k2 := k
		k2.Threshold += d
		_, s := runGold(pairs, k2)
		sum += s.hard.f1() + .15*s.many.f1() + .1*s.move.f1() + .3*float64(s.exactOK)/float64(s.exactN)
	}
	return sum / 3
}

func climb(pairs []*goldPair, k thresholds, rounds int, names []string) (thresholds, float64) {
	best := objective(pairs, k)
	step := 1.3
	for range rounds {
		improved := false
		for _, name := range names {
			for _, f := range []float64{step, 1 / step} {
				try := k
				v := reflect.ValueOf(&try).Elem().FieldByName(name)
				v.SetFloat(v.Float() * f)
				if s := objective(pairs, try); s > best+1e-9 {
					best, k, improved = s, try, true
					break
				}
			}
		}
		if !improved {
			if step < 1.1 {
				break
			}
			step = 1 + (step-1)/2
		}
	}
	return k, best
}

func TestTune(t *testing.T) {
	if *tune == "" {
		t.Skip("asked for by -tune only")
	}
	pairs := goldPairs(t)
	start := time.Now()
	fmt.Println(objective(pairs, standard), time.Since(start))
	if *tune == "all" {
		k, s := climb(pairs, standard, 10, tuned)
		_, total := runGold(pairs, k)
		fmt.Printf("%v %+v\n%v\n%v\n", s, k, total, time.Since(start))
		return
	}
	const folds = 5
	var held goldScore
	for f := range folds {
		var train, test []*goldPair
		for i, p := range pairs {
			if i%folds == f {
				test = append(test, p)
			} else {
				train = append(train, p)
			}
		}
		k, s := climb(train, untuned(), 6, tuned)
		_, a := runGold(test, standard)
		_, b := runGold(test, k)
		fmt.Printf("fold %d: train %.4f\n  before %v\n  after  %v\n  %+v\n", f, s, a, b, k)
		held.add(b)
	}
	fmt.Println("held out:", held, time.Since(start))
}
