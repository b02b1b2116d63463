package series

import (
	"strings"
	"unicode"

	"reprise/internal/lexicon"
	"reprise/internal/token"
	"reprise/internal/vocab"
)

// word is a word or atom of a text, in lower case, and where it stands.
type word struct {
	text     string
	from, to int // bytes
}

// wordsOf gives the words and atoms of a text, without spaces and punctuation.
func wordsOf(text string) []word {
	var out []word
	for _, t := range token.Split(text, speech) {
		if t.Kind == token.Space || t.Kind == token.Punct {
			continue
		}
		if trimmed := strings.TrimFunc(t.Text, outside); trimmed != "" {
			from := t.At + strings.Index(t.Text, trimmed)
			out = append(out, word{strings.ToLower(trimmed), from, from + len(trimmed)})
		}
	}
	return out
}

// speech splits words for likeness and origins. Any language will do: both
// sides of every comparison here are split alike.
var speech, _ = lexicon.Language(lexicon.Default)

func outside(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }

// commonShare is the share of all resolutions above which a word says nothing
// of its clause: "the" and "of" stand in nearly all, "cooperation" in half.
const commonShare = 0.6

// isContent tells whether a word could tell one clause from another.
func isContent(w string) bool {
	return float64(vocab.Frequency(w)) < commonShare*float64(vocab.Documents())
}
