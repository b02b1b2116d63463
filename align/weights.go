package align

import (
	"math"
	"sync"

	"reprise/internal/vocab"
)

// weigh gives every class its weights, once both texts are read.
//
// A word weighs by how few resolutions use it and, less, by how few clauses of
// these two texts do: in a text on lighthouses "lighthouse" tells no clauses
// apart. In the second weight, matter, the first part counts twice, so that
// boilerplate hardly weighs.
func (x *lexis) weigh(t *thresholds) {
	x.weight = x.mem.floats.take(len(x.common))
	x.matter = x.mem.floats.take(len(x.common))
	rarity, locals := rarities(), x.localRarities()
	for c := range x.common {
		w := rarity[x.common[c]]
		switch x.kind[c] {
		case plainNumber:
			w = t.Number
		case citation:
			w = t.Citation
		}
		local := locals[x.local[c]]
		x.weight[c] = w * local
		x.matter[c] = w * w * local
	}
}

// lookUp asks the vocabulary for the words of the texts that are open; of the
// forms of a word the commonest counts.
func (x *lexis) lookUp(open []*text) {
	wanted := make([]bool, len(x.common))
	for _, t := range open {
		for _, c := range t.words {
			wanted[c] = true
		}
	}
	for _, f := range x.forms {
		if wanted[f.class] {
			x.common[f.class] = max(x.common[f.class], int32(vocab.FrequencyOfHash(f.hash)))
		}
	}
}

// rarities is the weight of a word by the number of texts that use it.
var rarities = sync.OnceValue(func() []float64 {
	texts := vocab.Documents()
	out := make([]float64, texts+1)
	for n := range out {
		out[n] = ln1p(float64(texts) / (float64(n) + rareTexts))
	}
	return out
})

// localRarities is by the number of clauses that use a word.
func (x *lexis) localRarities() []float64 {
	out := x.mem.floats.take(x.clauses + 1)
	for n := range out {
		out[n] = math.Sqrt(ln1p(float64(x.clauses) / float64(max(1, n))))
	}
	return out
}

// rareTexts is how rare the rarest word is taken to be: one that stands in no
// text of the vocabulary counts as if in three, since it may be a name, a new
// word or a slip.
const rareTexts = 3
