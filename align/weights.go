package align

import (
	"math"

	"reprise/internal/vocab"
)

// weigh gives every class its weights, once both texts are read.
//
// A word weighs by how few resolutions use it and, less, by how few clauses of
// these two texts do: in a text on lighthouses "lighthouse" tells no clauses
// apart.
func (x *lexis) weigh(k *knobs) {
	x.weight = make([]float64, len(x.common))
	x.matter = make([]float64, len(x.common))
	texts := float64(vocab.Documents())
	n := float64(x.clauses)
	for c := range x.common {
		w := math.Log1p(texts / (float64(x.common[c]) + k.Rare))
		switch x.kind[c] {
		case plainNumber:
			w = k.Number
		case citation:
			w = k.Citation
		}
		local := math.Log1p(n / float64(max(x.local[c], 1)))
		x.weight[c] = math.Pow(w, k.Background) * math.Pow(local, k.Local)
		x.matter[c] = math.Pow(w, k.MatterBackground) * math.Pow(local, k.MatterLocal)
	}
}
