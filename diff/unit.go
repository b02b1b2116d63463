package diff

import (
	"strings"

	"reprise/internal/lexicon"
	"reprise/internal/token"
)

// unit is a token with the blank before it: the least thing that an edit
// takes. Comparing units, not tokens, halves the work and leaves no edits of
// bare spaces.
type unit struct {
	token.Token
	key    string        // what is compared: the text as it stands, or its sense
	from   int           // byte offset where its blank begins; Token.At is where its text does
	weight float32       // in content words: how much it holds two changes apart
	stop   bool          // a stop word
	class  lexicon.Class // what it does to the sense; set on senses only
}

// end is the byte offset after the unit's text.
func (u *unit) end() int { return u.At + len(u.Text) }

// alike is the unit's text without what never makes another word of it:
// capitals, and the length of the dash between figures.
func (u *unit) alike() string {
	key := lexicon.Fold(u.Text)
	if u.Kind == token.Number || u.Kind == token.Date {
		return strings.ReplaceAll(key, "–", "-")
	}
	return key
}

// anchor tells whether the unit may hold an alignment of words. Stop words and
// punctuation follow their neighbours: they are everywhere, so a match among
// them means nothing.
func (u *unit) anchor() bool { return !u.stop && u.Kind != token.Punct && u.Kind != token.Space }

// The weights of units, in content words.
const (
	wordWeight  = 1
	stopWeight  = 0.15
	punctWeight = 0.05
	breakWeight = 0.3 // the end of a clause inside a split or merge
)

func units(text string, lex *lexicon.Lexicon) []unit {
	tokens := token.Split(text, lex)
	out := make([]unit, 0, len(tokens)/2+2)
	from := 0
	for _, t := range tokens {
		if t.Kind == token.Space && t.Text != "\n" {
			continue
		}
		u := unit{Token: t, key: t.Text, from: from}
		u.weigh(lex)
		out = append(out, u)
		from = u.end()
	}
	if from < len(text) { // a blank at the end of the text
		out = append(out, unit{Token: token.Token{Kind: token.Space, At: len(text)}, from: from})
	}
	return out
}

func (u *unit) weigh(lex *lexicon.Lexicon) {
	switch u.Kind {
	case token.Space:
		u.weight = breakWeight
	case token.Punct:
		u.weight = punctWeight
	case token.Word:
		u.stop = lex.Stop(u.Text)
		u.weight = wordWeight
		if u.stop {
			u.weight = stopWeight
		}
	default:
		u.weight = wordWeight
	}
}

func weigh(us []unit) float32 {
	var w float32
	for i := range us {
		w += us[i].weight
	}
	return w
}
