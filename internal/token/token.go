// Package token splits text into words and atoms: a date, a document symbol, a
// session ordinal, a number or a quoted title is one token each. Tokens joined
// again give the text byte for byte.
//
// Its main call is Split. It knows no clauses and no documents.
package token

import (
	"iter"

	"reprise/internal/lexicon"
)

// Kind is the sort of a token.
type Kind int

// The kinds of token.
const (
	Word Kind = iota
	Space
	Punct
	Number
	Date     // "5 December 2018"
	Citation // "73/58", "A/RES/73/58", "1540 (2004)"
	Session  // the ordinal before "session": "seventy-fifth"
	Ordinal  // any other ordinal: "thirtieth"
	Title    // a short quoted title with its quotes
)

// Token is one token of a text.
type Token struct {
	Text string // as it stands in the text
	Kind Kind
	At   int // byte offset in the text
}

// Split gives the tokens of a text in order. Joined they are the text, byte
// for byte. Never nil for a text that is not empty.
func Split(text string, lex *lexicon.Lexicon) []Token {
	return split(text, lex)
}

// Each gives the tokens that Split does, one by one, for who stops early.
func Each(text string, lex *lexicon.Lexicon) iter.Seq[Token] {
	return func(yield func(Token) bool) {
		s := scanner{text: text, lex: lex}
		for at, told := 0, 0; at < len(text); {
			at = s.next(at) // which looks back at what stands before, and changes nothing of it
			for ; told < len(s.out); told++ {
				if !yield(s.out[told]) {
					return
				}
			}
		}
	}
}
