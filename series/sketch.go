package series

import (
	"cmp"
	"slices"
)

// Likeness of many texts at once, without comparing each with each: every text
// is sketched by the hashes of its runs of shingleWords words; the texts that
// share a hash are found by sorting. Cost grows with the words of all texts,
// times the number of versions of a series.
const (
	shingleWords  = 5   // long enough to be of one resolution, short enough to survive editing
	sampleOf      = 4   // one hash in so many is kept where a text is long
	sampleFrom    = 400 // words: a shorter text keeps all, or chance would decide
	shingleShared = 64  // hashes in more texts than this are formulas, and cost most
)

// sketches holds the hashes of all texts, and for each hash who has it.
type sketches struct {
	own  [][]uint64         // sorted, without repeats; one list a text
	who  map[uint64][]int32 // texts that have a hash, ascending; only those that several have
	size []int              // hashes of a text that are no formulas
}

func newSketches(texts []*member) *sketches {
	s := &sketches{own: make([][]uint64, len(texts)), who: map[uint64][]int32{}, size: make([]int, len(texts))}
	for i, m := range texts {
		s.own[i] = sketchOf(m)
	}
	type posting struct {
		hash uint64
		text int32
	}
	var all []posting
	for i, own := range s.own {
		for _, h := range own {
			all = append(all, posting{h, int32(i)})
		}
	}
	slices.SortFunc(all, func(a, b posting) int {
		return cmp.Or(cmp.Compare(a.hash, b.hash), cmp.Compare(a.text, b.text))
	})
	for from := 0; from < len(all); {
		to := from
		for to < len(all) && all[to].hash == all[from].hash {
			to++
		}
		if to-from <= shingleShared {
			for _, p := range all[from:to] {
				s.size[p.text]++
				if to-from > 1 {
					s.who[p.hash] = append(s.who[p.hash], p.text)
				}
			}
		}
		from = to
	}
	return s
}

// before lists the earlier texts that share wording with text i, with their
// likeness: the share of the smaller text's hashes that both have. In
// ascending order.
func (s *sketches) before(i int) []candidate {
	count := map[int32]int{}
	for _, h := range s.own[i] {
		for _, j := range s.who[h] {
			if int(j) >= i {
				break
			}
			count[j]++
		}
	}
	out := make([]candidate, 0, len(count))
	for j, n := range count {
		a, b := s.size[i], s.size[j]
		out = append(out, candidate{
			text:   int(j),
			weight: float64(n) / float64(max(1, min(a, b))),
			both:   2 * float64(n) / float64(max(1, a+b)),
			shared: n,
		})
	}
	slices.SortFunc(out, func(a, b candidate) int { return cmp.Compare(a.text, b.text) })
	return out
}

// sketchOf hashes the runs of words of a text's counted clauses.
func sketchOf(m *member) []uint64 {
	var hashes []uint64
	n := 0
	for _, c := range m.doc.Clauses {
		if c.Counted() {
			hashes, n = appendHashes(hashes, c.Text, n)
		}
	}
	if n >= sampleFrom {
		hashes = slices.DeleteFunc(hashes, func(h uint64) bool { return h%sampleOf != 0 })
	}
	slices.Sort(hashes)
	return slices.Compact(hashes)
}
