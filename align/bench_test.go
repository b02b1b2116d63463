package align

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"syscall"
	"testing"

	"reprise/resolution"
)

func BenchmarkOmnibus(b *testing.B) {
	for _, n := range []int{1000, 2000, 5000} {
		old, new := omnibus(n, false)
		b.Run(fmt.Sprintf("%d", n), func(b *testing.B) {
			measure(b, old, new)
		})
		old, new = omnibus(n, true)
		b.Run(fmt.Sprintf("repeats/%d", n), func(b *testing.B) {
			measure(b, old, new)
		})
	}
}

func BenchmarkSame(b *testing.B) {
	const n = 5000
	doc := func(k int) *resolution.Document {
		d := &resolution.Document{}
		for i := range n + k {
			d.Clauses = append(d.Clauses, &resolution.Clause{ID: fmt.Sprintf("op%d", i), Part: resolution.Operative, Text: "Requests the keeper to report on the lamp at the next session;"})
		}
		return d
	}
	old, new := doc(0), doc(7)
	measure(b, old, new)
}

// measure reports processor time beside the clock, since the clock is of no
// use on a busy machine.
func measure(b *testing.B, old, new *resolution.Document) {
	b.ReportAllocs()
	start := processorTime()
	for b.Loop() {
		Documents(old, new)
	}
	b.ReportMetric(float64(processorTime()-start)/float64(b.N), "cpu-ns/op")
}

func processorTime() int64 {
	var use syscall.Rusage
	if syscall.Getrusage(syscall.RUSAGE_SELF, &use) != nil {
		return 0
	}
	return use.Utime.Nano() + use.Stime.Nano()
}

// BenchmarkReworded aligns texts of which no clause is left as it was.
func BenchmarkReworded(b *testing.B) {
	for _, n := range []int{1000, 2000, 5000} {
		old, new := omnibus(n, false)
		for i, c := range new.Clauses {
			c.Text += fmt.Sprintf(" and again %d", i)
		}
		b.Run(fmt.Sprint(n), func(b *testing.B) { measure(b, old, new) })
	}
}

// BenchmarkNumbered aligns clauses that differ in a number only, all of which
// went up.
func BenchmarkNumbered(b *testing.B) {
	for _, n := range []int{1000, 5000} {
		doc := func(from int) *resolution.Document {
			d := &resolution.Document{}
			for i := range n {
				d.Clauses = append(d.Clauses, &resolution.Clause{ID: fmt.Sprintf("op%d", i), Part: resolution.Operative,
					Text: fmt.Sprintf("Requests keeper %d to report on the lamp at the next session of the conference of keepers;", from+i)})
			}
			return d
		}
		old, new := doc(0), doc(100000)
		b.Run(fmt.Sprint(n), func(b *testing.B) { measure(b, old, new) })
	}
}

// omnibus makes a text of n clauses and an edit of it: a third reworded, a
// tenth dropped, added or moved. With repeats, nine clauses in ten are of
// twenty sorts that differ in a number only.
func omnibus(n int, repeats bool) (old, new *resolution.Document) {
	r := rand.New(rand.NewPCG(1, uint64(n)))
	words := make([]string, 4000)
	for i := range words {
		words[i] = fmt.Sprintf("%c%c%c%c%c", 'a'+i%26, 'a'+i/26%26, 'a'+i/676%26, 'a'+i*7%26, 'a'+i*11%26)
	}
	common := strings.Fields("the of and to in its report session requests secretary implementation united nations states resolution on for with all member")
	text := func(length int) []string {
		out := make([]string, length)
		for i := range out {
			if r.IntN(2) == 0 {
				out[i] = common[r.IntN(len(common))]
			} else {
				out[i] = words[int(float64(len(words))*r.Float64()*r.Float64())]
			}
		}
		return out
	}
	sorts := make([][]string, 20)
	for i := range sorts {
		sorts[i] = text(40)
	}
	old, new = &resolution.Document{}, &resolution.Document{}
	add := func(d *resolution.Document, w []string) {
		d.Clauses = append(d.Clauses, &resolution.Clause{ID: fmt.Sprintf("op%d", len(d.Clauses)+1), Part: resolution.Operative, Text: strings.Join(w, " ")})
	}
	var later [][]string
	for i := range n {
		w := text(30 + r.IntN(50))
		if repeats && r.IntN(10) > 0 {
			w = append([]string{fmt.Sprint(i)}, sorts[r.IntN(len(sorts))]...)
		}
		add(old, w)
		switch k := r.IntN(30); {
		case k < 10:
			v := append([]string{}, w...)
			for range len(v) / 5 {
				v[r.IntN(len(v))] = text(1)[0]
			}
			add(new, v)
		case k == 10:
		case k == 11:
			add(new, w)
			add(new, text(40))
		case k == 12:
			later = append(later, w)
		default:
			add(new, w)
		}
		if len(later) > 5 {
			add(new, later[0])
			later = later[1:]
		}
	}
	return old, new
}

// BenchmarkUnrelated aligns texts that have only boilerplate in common.
func BenchmarkUnrelated(b *testing.B) {
	const n = 40_000
	doc := func(seed uint64) *resolution.Document {
		r := rand.New(rand.NewPCG(seed, 3))
		common := strings.Fields("requests the keepers to report on of and at next session")
		d := &resolution.Document{}
		for i := range n {
			var words []string
			for k := range 24 {
				if k%2 == 0 {
					words = append(words, common[r.IntN(len(common))])
				} else {
					words = append(words, fmt.Sprintf("w%dx", r.IntN(60_000)))
				}
			}
			d.Clauses = append(d.Clauses, &resolution.Clause{ID: fmt.Sprintf("op%d", i), Part: resolution.Operative, Text: strings.Join(words, " ")})
		}
		return d
	}
	measure(b, doc(1), doc(2))
}

// BenchmarkNearIdentical aligns clauses that differ in one word of sixteen, and
// went on to other ones.
func BenchmarkNearIdentical(b *testing.B) {
	const n = 20_000
	doc := func(seed uint64) *resolution.Document {
		r := rand.New(rand.NewPCG(seed, 5))
		d := &resolution.Document{}
		for i := range n {
			d.Clauses = append(d.Clauses, &resolution.Clause{ID: fmt.Sprintf("op%d", i), Part: resolution.Operative,
				Text: fmt.Sprintf("Requests the keepers of the lamp at w%dx to report to the conference at its next session in spring;", r.IntN(3_000))})
		}
		return d
	}
	measure(b, doc(1), doc(2))
}
