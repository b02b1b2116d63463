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

// sketches holds which texts have a hash in common. A hash that one text alone has, as
// most, is counted and kept nowhere.
type sketches struct {
	runs [][]int32 // by text: the runs of texts, each of one hash, that it is in
	ends []int32   // where each run ends in who
	who  []int32   // texts, ascending within a run
	size []int     // hashes of a text that are no formulas

	count   []int32 // by text, of before; all 0 between calls
	touched []int32
}

// posting is a hash of a text.
type posting struct {
	hash uint64
	text int32
}

func newSketches(texts []*member) *sketches {
	own := make([][]uint64, len(texts)) // sorted, without repeats
	total := 0
	var scratch []uint64
	for i, m := range texts {
		scratch = sketchOf(m, scratch[:0])
		own[i] = slices.Clone(scratch)
		total += len(own[i])
	}
	s := &sketches{runs: make([][]int32, len(texts)), size: make([]int, len(texts)), count: make([]int32, len(texts))}
	again := repeated(own, total)
	for i := range own {
		s.size[i] = len(own[i])
		own[i] = slices.DeleteFunc(own[i], func(h uint64) bool { return !again.has(h) })
	}
	var some []posting
	for part := range uint64(sketchParts) {
		some = some[:0]
		for i := range own {
			n := 0
			for n < len(own[i]) && own[i][n]>>(64-sketchBits) == part {
				some = append(some, posting{own[i][n], int32(i)})
				n++
			}
			own[i] = own[i][n:]
		}
		s.add(some)
	}
	return s
}

// The hashes are sorted in so many parts, by their first bits, so that all of them are
// never at hand twice.
const (
	sketchBits  = 4
	sketchParts = 1 << sketchBits
)

// add takes all postings of some hashes.
func (s *sketches) add(some []posting) {
	slices.SortFunc(some, func(a, b posting) int {
		return cmp.Or(cmp.Compare(a.hash, b.hash), cmp.Compare(a.text, b.text))
	})
	for from := 0; from < len(some); {
		to := from
		for to < len(some) && some[to].hash == some[from].hash {
			to++
		}
		run := some[from:to]
		from = to
		switch {
		case len(run) > shingleShared:
			for _, p := range run {
				s.size[p.text]--
			}
		case len(run) > 1:
			for _, p := range run {
				s.runs[p.text] = append(s.runs[p.text], int32(len(s.ends)))
				s.who = append(s.who, p.text)
			}
			s.ends = append(s.ends, int32(len(s.who)))
		}
	}
}

// run gives the texts of a run.
func (s *sketches) run(n int32) []int32 {
	from := int32(0)
	if n > 0 {
		from = s.ends[n-1]
	}
	return s.who[from:s.ends[n]]
}

// seenTwice tells, by a bit for many hashes, which ones may stand in two texts: it
// never misses one.
type seenTwice struct {
	bits []uint64
	mask uint64
}

// bitsPerHash keeps nine in ten of the hashes that one text alone has out.
const bitsPerHash = 8

func repeated(own [][]uint64, total int) seenTwice {
	words := 1
	for words*64 < total*bitsPerHash {
		words *= 2
	}
	once, twice := make([]uint64, words), seenTwice{make([]uint64, words), uint64(words*64 - 1)}
	for _, hashes := range own {
		for _, h := range hashes {
			at, bit := twice.at(h)
			twice.bits[at] |= once[at] & bit
			once[at] |= bit
		}
	}
	return twice
}

// at is the bit of a hash. The last bits of a hash are those that it was sampled by.
func (s seenTwice) at(h uint64) (word, bit uint64) {
	h = h / sampleOf & s.mask
	return h / 64, 1 << (h % 64)
}

func (s seenTwice) has(h uint64) bool {
	at, bit := s.at(h)
	return s.bits[at]&bit != 0
}

// candidate is an earlier text that may be a text's predecessor.
type candidate struct {
	text int
	Kinship
}

// before lists the earlier texts that share wording with text i, in ascending order.
func (s *sketches) before(i int) []candidate {
	s.touched = s.touched[:0]
	for _, n := range s.runs[i] {
		for _, j := range s.run(n) {
			if int(j) >= i {
				break
			}
			if s.count[j] == 0 {
				s.touched = append(s.touched, j)
			}
			s.count[j]++
		}
	}
	slices.Sort(s.touched)
	out := make([]candidate, 0, len(s.touched))
	for _, j := range s.touched {
		n := int(s.count[j])
		s.count[j] = 0
		out = append(out, candidate{text: int(j), Kinship: Kinship{Shared: n, Of: s.size[i], OfEarlier: s.size[j]}})
	}
	return out
}

// sketchOf appends the hashes of the runs of words of a text's counted clauses, sorted,
// without repeats.
func sketchOf(m *member, hashes []uint64) []uint64 {
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
