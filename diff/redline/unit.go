package redline

import (
	"strings"

	"reprise/internal/lexicon"
	"reprise/internal/token"
)

// Unit is a token with the blank before it: the least thing that an edit
// takes. Comparing units, not tokens, halves the work and leaves no edits of
// bare spaces.
type Unit struct {
	token.Token
	Key    string        // what is compared: the text as it stands, or its sense
	Weight float32       // in content words: how much it holds two changes apart
	Stop   bool          // a stop word
	Class  lexicon.Class // what it does to the sense; for who reads senses to set
	from   int           // byte offset where its blank begins; Token.At is where its text does
}

// End is the byte offset after the unit's text.
func (u *Unit) End() int { return u.At + len(u.Text) }

// Alike is the unit's text without what never makes another word of it:
// capitals, and the length of the dash between figures.
func (u *Unit) Alike() string {
	key := lexicon.Fold(u.Text)
	switch u.Kind {
	case token.Number, token.Date:
		return atomMarks.Replace(key)
	case token.Title:
		return `"` + strings.TrimSpace(lexicon.TrimOpening(lexicon.TrimClosing(key))) + `"` // whose quotation marks are a house's style
	}
	return key
}

// atomMarks are written one way or another in numbers and dates: the dash, and
// the blank beside the stroke between two names of a month.
var atomMarks = strings.NewReplacer("–", "-", " / ", "/", "/ ", "/", "‑", "-", "−", "-", "—", "-")

// Anchor tells whether the unit may hold an alignment of words. Stop words and
// punctuation follow their neighbours: they are everywhere, so a match among
// them means nothing.
func (u *Unit) Anchor() bool { return !u.Stop && u.Kind != token.Punct && u.Kind != token.Space }

// The weights of units, in content words.
const (
	WordWeight  = 1
	stopWeight  = 0.15
	punctWeight = 0.05
	breakWeight = 0.3 // the end of a clause inside a split or merge
)

// Units cuts a text into units, in order. Their keys are their texts.
func Units(text string, lex *lexicon.Lexicon) []Unit {
	tokens := token.Split(text, lex)
	n := 1 // a unit is large: room for those there are, and a blank at the end
	for i := range tokens {
		if tokens[i].Kind != token.Space || tokens[i].Text == "\n" {
			n++
		}
	}
	out := make([]Unit, 0, n)
	from := 0
	for _, t := range tokens {
		if t.Kind == token.Space && t.Text != "\n" {
			continue
		}
		u := Unit{Token: t, Key: t.Text, from: from}
		u.weigh(lex)
		out = append(out, u)
		from = u.End()
	}
	if from < len(text) { // a blank at the end of the text
		out = append(out, Unit{Token: token.Token{Kind: token.Space, At: len(text)}, from: from})
	}
	return out
}

// Weigh gives a word the weight of another that stands for it.
func (u *Unit) Weigh(word string, lex *lexicon.Lexicon) {
	u.Stop, u.Weight = lex.Stop(word), WordWeight
	if u.Stop {
		u.Weight = stopWeight
	}
}

func (u *Unit) weigh(lex *lexicon.Lexicon) {
	switch u.Kind {
	case token.Space:
		u.Weight = breakWeight
	case token.Punct:
		u.Weight = punctWeight
	case token.Word:
		u.Weigh(u.Text, lex)
	default:
		u.Weight = WordWeight
	}
}

func weigh(us []Unit) float32 {
	var w float32
	for i := range us {
		w += us[i].Weight
	}
	return w
}
