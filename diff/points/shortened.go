package points

import (
	"strings"
	"unicode"

	"reprise/internal/token"
)

// A text tells in brackets how it shortens a name: "the harbour rescue plan (HRP-2)".
// Where the other text spells the name out, the short one is no other thing.

// maxSpelledOut is how many words that carry something before a bracket a short name in
// it may stand for.
const maxSpelledOut = 5

// enterShort enters the short names that a clause explains, with the words, by their
// keys, that each stands for.
func enterShort(ws []word, text string, short map[string][]string) {
	for i := range ws {
		if ws[i].said != "(" {
			continue
		}
		end := i + 1
		for end < len(ws) && ws[end].said != ")" && end <= i+maxSpelledOut {
			end++
		}
		if end == len(ws) || ws[end].said != ")" {
			continue
		}
		for k := i + 1; k < end; k++ {
			if w := &ws[k]; isShort(text[w.from:w.to]) && short[w.key] == nil {
				short[w.key] = spelled(ws[:i], letters(w.said))
			}
		}
	}
}

// isShort tells whether a word is written in capitals, two at least: "UN-SWAP".
func isShort(text string) bool {
	n := 0
	for _, r := range text {
		if unicode.IsUpper(r) {
			n++
		} else if unicode.IsLower(r) {
			return false
		}
	}
	return n > 1
}

func letters(said string) int {
	return strings.IndexFunc(said+"-", func(r rune) bool { return !unicode.IsLetter(r) })
}

// spelled are the keys of the last words that carry something, up to the mark before
// them: as many as the short name has letters.
func spelled(ws []word, n int) []string {
	var keys []string
	for i := len(ws) - 1; i >= 0 && len(keys) < min(max(n, 2), maxSpelledOut) && ws[i].kind != token.Punct; i-- {
		if ws[i].weight > 0 {
			keys = append(keys, ws[i].key)
		}
	}
	return keys
}

// spelledOut tells whether a bag has most of the words that a short name stands for.
func (s *Texts) spelledOut(key string, bag map[string]bool) bool {
	const most = 2.0 / 3
	for _, d := range [...]*document{s.old, s.new} {
		keys, n := d.short[key], 0
		for _, k := range keys {
			if bag[k] {
				n++
			}
		}
		if n > 0 && float64(n) >= most*float64(len(keys)) {
			return true
		}
	}
	return false
}

// rareName is the weight of a part of a name that few resolutions know: that of a person.
const rareName = 6

// shortened are the places, by their first byte, of the words of names of persons of
// whom the other text knows two parts: "Ada Bea Clio Dee" is "Ada Dee".
func (s *Texts) shortened(ws []word, bag map[string]bool) map[int]bool {
	out := map[int]bool{}
	for from := 0; from < len(ws); from++ {
		to, known := from, 0
		for to < len(ws) && ws[to].capital && ws[to].kind == token.Word {
			if ws[to].weight >= rareName && bag[ws[to].key] {
				known++
			}
			to++
		}
		if known > 1 {
			for i := from; i < to; i++ {
				out[ws[i].from] = true
			}
		}
		from = max(from, to-1)
	}
	return out
}
