package points

import (
	"strings"
	"unicode/utf8"

	"reprise/internal/token"
)

// A long name and its initials are one name: "Federal Government of Somalia" and
// "FGS". Which words a text abbreviates is seen from the texts themselves.

// maxName is the longest name in words with capitals.
const maxName = 8

// eachName calls back for each row of two words and more with capitals, small words
// between them allowed, with its words and its initials in small letters.
func eachName(ws []word, visit func(from, to int, initials string)) {
	for from := range ws {
		if !ws[from].capital || ws[from].kind != token.Word {
			continue
		}
		var b strings.Builder
		n := 0
		for to := from; to < len(ws) && n < maxName; to++ {
			w := &ws[to]
			if w.kind != token.Word || !w.capital && w.weight > 0 {
				break
			}
			if !w.capital {
				continue
			}
			first, _ := utf8.DecodeRuneInString(w.said)
			b.WriteRune(first)
			if n++; n > 1 {
				visit(from, to+1, b.String())
			}
		}
	}
}

// enterInitials enters the initials of the names among words.
func enterInitials(ws []word, bag map[string]bool) {
	eachName(ws, func(_, _ int, initials string) { bag[initials] = true })
}

// abbreviated are the places, by their first byte, of the words that make a name
// whose initials a bag has.
func (l *language) abbreviated(ws []word, bag map[string]bool) map[int]bool {
	out := map[int]bool{}
	eachName(ws, func(from, to int, initials string) {
		if bag[initials] {
			for i := from; i < to; i++ {
				out[ws[i].from] = true
			}
		}
	})
	return out
}
