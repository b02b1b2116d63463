package negotiate

import (
	"strings"

	"reprise/internal/lexicon"
)

// nearest finds the stretch of a text that is most like some words, and how
// like it is: the share of their words that it has in the same order.
func nearest(text, words string) (string, float64) {
	t, w := fieldsAt(text), strings.Fields(lexicon.Fold(words))
	if len(w) == 0 || len(t) == 0 || len(t)*len(w) > maxNear {
		return "", 0
	}
	best, bestFrom, bestTo := 0, 0, 0
	for from := range t {
		for _, n := range []int{len(w), len(w) - 1, len(w) + 1} {
			to := min(from+n, len(t))
			if to <= from {
				continue
			}
			if same := inOrder(t[from:to], w); same > best {
				best, bestFrom, bestTo = same, from, to
			}
		}
	}
	if best*2 < len(w) { // less than half of the words: nothing is near
		return "", 0
	}
	return text[t[bestFrom].from:t[bestTo-1].to], float64(best) / float64(len(w))
}

// maxNear bounds the work: a long paragraph times a long quotation.
const maxNear = 200_000

// inOrder is how many words two rows share in order, looked at greedily.
func inOrder(t []field, w []string) int {
	n, at := 0, 0
	for _, word := range w {
		for k := at; k < len(t) && k < at+3; k++ {
			if t[k].fold == word {
				n, at = n+1, k+1
				break
			}
		}
	}
	return n
}

type field struct {
	fold     string
	from, to int
}

func fieldsAt(text string) []field {
	var out []field
	at := 0
	for _, w := range strings.Fields(text) {
		from := at + strings.Index(text[at:], w)
		at = from + len(w)
		out = append(out, field{lexicon.Fold(w), from, at})
	}
	return out
}
