package series

import (
	"strings"
	"unicode"

	"reprise/internal/lexicon"
	"reprise/internal/token"
)

// word is a word or atom of a text, in lower case, and where it stands.
type word struct {
	text     string
	from, to int // bytes
}

// wordsOf gives the words and atoms of a text, without spaces and punctuation.
func wordsOf(text string, lex *lexicon.Lexicon) []word {
	var out []word
	for _, t := range token.Split(text, lex) {
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

// wordsIn is wordsOf for a text that is asked for again with every version.
func (s *Series) wordsIn(text string) []word {
	known, ok := s.words[text]
	if !ok {
		known = wordsOf(text, s.lex)
		s.words[text] = known
	}
	return known
}

func outside(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }

// contentIn counts the words of a span that are no stop words.
func contentIn(span []word, lex *lexicon.Lexicon) int {
	n := 0
	for _, w := range span {
		if !lex.Stop(w.text) {
			n++
		}
	}
	return n
}
