package redline

import (
	"reprise/internal/lexicon"
	"reprise/internal/token"
)

// Op is what an edit does.
type Op int

// The operations.
const (
	Equal Op = iota
	Delete
	Insert
)

var opNames = [...]string{"equal", "delete", "insert"}

// String is the operation's name in JSON.
func (o Op) String() string { return opNames[o] }

// EditKind is what sort of text an edit touches.
type EditKind int

// The kinds of edit.
const (
	WordEdit EditKind = iota
	NumberEdit
	DateEdit
	CitationEdit
	SessionEdit
	PunctuationEdit
	LeadEdit
)

var editKindNames = [...]string{"word", "number", "date", "citation", "session", "punctuation", "lead"}

// String is the edit kind's name in JSON.
func (k EditKind) String() string { return editKindNames[k] }

// Edit is a run of text that was kept, deleted or inserted.
type Edit struct {
	Op   Op
	Text string
	Kind EditKind
}

// Words gives the edits that turn one text into another as a drafter would
// mark them: whole words, few hunks, atoms never cut. It reads the texts as
// the default language; nil for two empty texts.
//
// Law 3: edits are exact. Equal and Delete joined are the old text, Equal and
// Insert the new, byte for byte.
func Words(old, new string) []Edit {
	lex, _ := lexicon.Language(lexicon.Default) // the embedded files are tested to load
	return In(old, new, lex)
}

// In is Words for texts of a language.
func In(old, new string, lex *lexicon.Lexicon) []Edit {
	if old == new {
		if old == "" {
			return nil
		}
		return []Edit{{Equal, old, WordEdit}}
	}
	switch "" {
	case old:
		return []Edit{{Insert, new, kindIn(new, lex)}}
	case new:
		return []Edit{{Delete, old, kindIn(old, lex)}}
	}
	return Compare(old, new, lex).edits()
}

// kindIn is the kind of a text that is inserted or deleted as a whole. Nearly every
// one has a word that tells at its beginning: it is not cut up any further.
func kindIn(text string, lex *lexicon.Lexicon) EditKind {
	var has kinds
	for t := range token.Each(text, lex) {
		if t.Kind == token.Space {
			continue
		}
		u := Unit{Token: t}
		if u.weigh(lex); has.add(&u) {
			return WordEdit
		}
	}
	return has.kind()
}
