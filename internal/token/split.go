package token

import (
	"strings"

	"reprise/internal/lexicon"
)

func split(text string, lex *lexicon.Lexicon) []Token {
	var out []Token
	at := 0
	for _, word := range strings.SplitAfter(text, " ") {
		if word != "" {
			out = append(out, Token{Text: word, At: at})
			at += len(word)
		}
	}
	return out
}
