package lexicon

import (
	"testing"

	"pgregory.net/rapid"
)

// A dictionary says what a map does, however it was filled.
func TestDictionaryIsAMap(t *testing.T) {
	words := rapid.OneOf(rapid.StringN(0, 3, -1), rapid.SampledFrom([]string{"lamp", "lamps", "фонарь", ""}))
	rapid.Check(t, func(t *rapid.T) {
		d, want := dictionary[int]{}, map[string]int{}
		if rapid.Bool().Draw(t, "hinted") {
			d = dictionaryOf[int](rapid.IntRange(0, 40).Draw(t, "words"))
		}
		for i, w := range rapid.SliceOfN(words, 0, 100).Draw(t, "entered") {
			*d.enter(w) += i
			want[w] += i
		}
		for _, w := range append(rapid.SliceOfN(words, 0, 20).Draw(t, "asked"), "lamp", "") {
			if d.of(w) != want[w] || d.ofFolded([]byte(w)) != want[w] || (d.find(w) != nil) != has(want, w) {
				t.Fatalf("%q is %d, want %d", w, d.of(w), want[w])
			}
		}
	})
}

func has(m map[string]int, word string) bool {
	_, ok := m[word]
	return ok
}
