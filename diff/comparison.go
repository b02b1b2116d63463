// Package diff says what changed inside the links of an alignment: the word
// edits, the reasons, whether a change is routine or substantive, and the
// whole comparison as one value that every form shows.
//
// Its main call is Compare. It has align link the clauses and does not print;
// edits are drawn in diff/redline, reasons found in diff/nature.
package diff

import (
	"reprise/align"
	"reprise/diff/nature"
	"reprise/diff/points"
	"reprise/diff/redline"
	"reprise/internal/lexicon"
	"reprise/resolution"
)

// Comparison is what changed between two versions of a resolution. It is
// computed once and shown in many forms.
type Comparison struct {
	Old, New  *resolution.Document
	Fields    []Field  // those that differ, in the order title, agenda, session, adopted, vote, sponsors
	Changes   []Change // one a link, in the order of the links
	Citations []CitationChange
	Points    []Point // what a reader must hear, the weightiest first; nil where one text is empty
	Thrust    points.Thrust
	Summary   Summary
	Warnings  []Warning
	Scale     string // name of the scale that orders the leads
}

// Point is what a reader of a comparison must hear (package points).
type Point = points.Point

// Change is one link and what happened in it.
type Change struct {
	align.Link
	Status     Status
	Renumbered bool     // the label differs; never a change of its own weight
	Nature     Nature   // follows from the reasons
	Reasons    []Reason // weightiest first
	Edits      []Edit   // law 3; the texts of several clauses on a side are joined with a newline
	Notes      []NoteChange
	Unread     bool // added or removed where text of the other side is known to be missing
}

// Counted tells whether the change stands in counts, summary and exit status:
// one of its clauses does.
func (c *Change) Counted() bool {
	for _, side := range [...][]*resolution.Clause{c.Old, c.New} {
		for _, clause := range side {
			if clause.Counted() {
				return true
			}
		}
	}
	return false
}

// Field is a changed field of the document, as both texts print it. A field
// that a text does not print is unknown, not changed.
type Field struct {
	Name     FieldName
	Old, New string
	Edits    []Edit // law 3, from Old to New
}

// FieldName is which field of a document a Field is.
type FieldName int

// The fields, in the order in which they are told.
const (
	TitleField FieldName = iota
	AgendaField
	SessionField
	AdoptedField
	VoteField
	SponsorsField
)

var fieldNames = [...]string{"title", "agenda", "session", "adopted", "vote", "sponsors"}

// String is the field's name in JSON.
func (n FieldName) String() string { return fieldNames[n] }

// NoteChange is a footnote of a clause that differs.
type NoteChange struct {
	OldMark, NewMark string // "" where added or removed
	Edits            []Edit
}

// CitationChange is a document cited by one text only, or rolled forward.
type CitationChange struct {
	Old, New string   // canonical symbols; "" where newly or no longer cited
	Clauses  []string // IDs of the clauses that cite it, new text (old text where dropped)
}

// Status is what happened to a clause.
type Status int

// The states of a change.
const (
	Kept Status = iota
	Reworded
	Added
	Removed
	Split
	Merged
	Rearranged
)

var statusNames = [...]string{"kept", "reworded", "added", "removed", "split", "merged", "rearranged"}

// String is the status's name in JSON.
func (s Status) String() string { return statusNames[s] }

// What the rooms below tell of a change, under the names of this one: word edits of
// diff/redline, natures and reasons of diff/nature.
type (
	Edit     = redline.Edit
	EditKind = redline.EditKind
	Op       = redline.Op
	Nature   = nature.Nature
	Reason   = nature.Reason
)

// What an edit does, and how much a change matters.
const (
	Equal  = redline.Equal
	Delete = redline.Delete
	Insert = redline.Insert

	NoNature    = nature.None
	Routine     = nature.Routine
	Substantive = nature.Substantive
)

// Words is redline.Words: the edits that turn one text into another as a drafter
// would mark them, read as the default language.
func Words(old, new string) []Edit { return redline.Words(old, new) }

// WordsIn is Words read as a language, whose dates and numbers are never cut.
func WordsIn(old, new string, lex *lexicon.Lexicon) []Edit { return redline.In(old, new, lex) }

// Summary counts the changes.
type Summary struct {
	Kept, Reworded, Added, Removed, Split, Merged, Rearranged int // counted clauses only
	Moved, Renumbered, Uncertain                              int
	Routine, Substantive                                      int
	Agreed                                                    float64 // share of the new text's words kept word for word, 0 to 1
	WordsAdded, WordsRemoved                                  int
}
