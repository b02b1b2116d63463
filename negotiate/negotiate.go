// Package negotiate reads amendments into operations, applies them to a draft,
// writes the differences of two texts as amendments, and puts the proposals of
// several delegations together.
//
// Its main calls are Read, Apply, Write and Compile. It reads no files (package
// read does) and puts nothing into words but amendments themselves.
package negotiate

import (
	"path"
	"strings"

	"reprise/internal/lexicon"
	"reprise/resolution"
	"reprise/resolution/symbol"
)

// Amendment is what one document, or one note typed by hand, asks to be changed
// in a draft.
type Amendment struct {
	Name       string        // file, "-" or symbol, as the user gave it
	Symbol     symbol.Symbol // "" where it has none
	Draft      symbol.Symbol // which it amends; "" where it names none
	Proposers  []string      // in printed order; nil where it names none
	Genre      resolution.Genre
	Issued     resolution.Date
	Operations []Operation // in printed order
	Unread     []*resolution.Clause
	Language   string
}

// Author is who speaks in an amendment: its proposers, else its symbol, else its
// name.
func (a *Amendment) Author() string {
	switch {
	case len(a.Proposers) > 0:
		return strings.Join(a.Proposers, ", ")
	case a.Symbol != "":
		return string(a.Symbol)
	}
	return path.Base(a.Name)
}

// Operation is one thing that an amendment asks for.
type Operation struct {
	Kind       OperationKind
	Number     string          // of its instruction, "4." or "(b)"; "" where unnumbered
	Printed    string          // the instruction as printed, without the text that it brings
	Targets    []Target        // where; of Move what is moved
	To         Target          // of Move: beside what
	Side       Side            // of Insert, InsertWords and Move
	Words      string          // what is deleted or replaced, or beside which something stands
	By         Passage         // what is brought in, of operations on words
	Given      []Given         // what is brought in, of operations on clauses
	Label      string          // of Relabel
	Until      string          // of DeleteWords: the last words of a stretch that opens with Words
	Rest       bool            // of DeleteWords: what stands behind Words goes, and they stay
	Next       string          // words that follow Words where those stand more than once
	Nth        int             // which of several Words is meant, from 1; 0 where it does not say, -1 for the last
	Shown      string          // how the amendment says that the paragraph then reads; "" where it does not
	all        bool            // every occurrence of the words is meant
	points     bool            // what is given is called points
	paragraphs bool            // what is given is called paragraphs, or points
	part       resolution.Part // of what is given; Front where only its place tells
}

// OperationKind is what an operation does.
type OperationKind int

// The kinds of operation.
const (
	Delete       OperationKind = iota // whole clauses
	Replace                           // whole clauses, by a text
	Insert                            // whole clauses, beside another
	Move                              // whole clauses
	DeleteWords                       //
	ReplaceWords                      //
	InsertWords                       //
	Relabel                           // gives a clause another number
	Renumber                          // asks for what is done anyway: the rest is counted anew
)

var operationNames = [...]string{"delete", "replace", "insert", "move", "delete-words", "replace-words", "insert-words", "relabel", "renumber"}

// String is the kind's name in JSON.
func (k OperationKind) String() string { return operationNames[k] }

// Side is where something is put in relation to a clause or to words.
type Side int

// The sides.
const (
	After Side = iota
	Before
	AtEnd
	AtStart
	As // so that it is called as the target is
)

var sideNames = [...]string{"after", "before", "at-end", "at-start", "as"}

// String is the side's name in JSON.
func (s Side) String() string { return sideNames[s] }

// Passage is a text with the footnotes that it cites.
type Passage struct {
	Text  string
	Notes []Note
}

// Note is a footnote, at a byte of the text that cites it.
type Note struct {
	At   int
	Text string
}

// Given is a clause that an amendment brings, as it prints it.
type Given struct {
	Passage
	Label string // "(a)", "4."; "" where none is printed
	Kind  resolution.Kind
	Part  resolution.Part
	Depth int  // labelDepth where the label tells
	Flush bool // it goes on after points, and bears no number
	bare  bool // what looks like a number is text
	exact bool // label and depth are as given, and counted by nobody
}

// Target is a place of the draft as an amendment names it.
type Target struct {
	Kind    TargetKind
	Part    resolution.Part // of Clause, Whole: Preamble, Operative or Annex
	Section string          // "II", "annex"; "" where none is named
	Number  string          // "4", "5bis"; of the preamble its place in order; "last"
	Points  []string        // "b", "ii", outermost first
	Chapeau bool            // the paragraph without its points
	Begins  string          // the words that the paragraph opens with, where it is named by them
	Ours    string          // of Named: the clause's ID
	Printed string          // as the amendment has it
}

// Name is the place as a program is told of it: the clause's ID where it is named by
// that, else "title", "text", a part, or what the amendment calls it.
func (t Target) Name() string {
	switch t.Kind {
	case TitlePlace:
		return "title"
	case TextPlace:
		return "text"
	case WholePlace:
		return t.Part.String()
	case NotePlace:
		return "note " + t.Number
	case NamedPlace:
		return t.Ours
	}
	name := map[resolution.Part]string{resolution.Preamble: "pp", resolution.Operative: "op", resolution.Annex: "op"}[t.Part] + t.Number
	if t.Section != "" {
		name = t.Section + "/" + name
	}
	for _, p := range t.Points {
		name += "(" + p + ")"
	}
	return name
}

// TargetKind is what a target names.
type TargetKind int

// The kinds of target.
const (
	ClausePlace TargetKind = iota
	TitlePlace
	WholePlace // all of a part
	TextPlace  // the whole text with its title
	NotePlace  // a footnote
	NamedPlace // a clause by the ID that reprise gives it
)

// writingLexicon is the language in which amendments to a text and rolling texts are
// written: its own where that has the words, else the default one.
func writingLexicon(code string) *lexicon.Lexicon {
	return lexicon.With(code, "amending", "amendment")
}
