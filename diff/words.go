package diff

import (
	"reprise/internal/lexicon"
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
	return wordsIn(old, new, mustLanguage(""))
}

func wordsIn(old, new string, lex *lexicon.Lexicon) []Edit {
	if old == new {
		if old == "" {
			return nil
		}
		return []Edit{{Equal, old, WordEdit}}
	}
	return newWording(old, new, lex).edits()
}

// mustLanguage is the lexicon of a language, of the default one where the code
// is unknown or empty. The embedded files are tested to load.
func mustLanguage(code string) *lexicon.Lexicon {
	lex, err := lexicon.Language(code)
	if err != nil {
		lex, _ = lexicon.Language(lexicon.Default)
	}
	return lex
}
