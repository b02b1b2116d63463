package wordml

import "time"

// Redline is a Word document to be written with its changes tracked: rejecting
// all of them gives the old text, accepting all the new.
//
// Law 4, in this package's words: the paragraphs that Resolve reads out of the
// written file are those of the value, each run and each paragraph mark on the
// sides that its Change names.
type Redline struct {
	Body   []Block
	Notes  []Note      // footnotes, cited by Run.Note
	Header []Paragraph // on every page but the first; nil for none
	Footer []Paragraph // on every page; nil for none
	Heads  []Replaced  // in the heads and feet of the file that it is written on
	Styles string      // the whole of styles.xml
	Page   Page
	Rtl    bool      // the text runs from right to left: so do the page, its columns and its tables
	Title  string    // in the document's properties
	Author string    // of the changes and comments
	Date   time.Time // of the changes, comments and properties; written in UTC
}

// Block is a Paragraph or a Table.
type Block interface{ appendTo(w *bodyWriter) }

// Change tells on which sides of a redline a piece of text stands.
type Change int

// The changes.
const (
	Same      Change = iota // both sides
	Inserted                // new side
	Deleted                 // old side
	MovedTo                 // new side, and the old elsewhere (see Paragraph.Move)
	MovedFrom               // old side, and the new elsewhere
)

// InOld tells whether the text is there when all changes are rejected.
func (c Change) InOld() bool { return c == Same || c == Deleted || c == MovedFrom }

// InNew tells whether the text is there when all changes are accepted.
func (c Change) InNew() bool { return c == Same || c == Inserted || c == MovedTo }

var changeElements = [...]string{"", "w:ins", "w:del", "w:moveTo", "w:moveFrom"}

// Paragraph is one paragraph and the mark that ends it. A paragraph whose mark
// goes runs into the next one.
type Paragraph struct {
	Style    string // a style's id in Redline.Styles; "" for the default style
	OldStyle string // where it differs from Style: the style before the change
	Mark     Change
	Restyled bool   // told as formatted anew though the style stays: parts the insertions on both sides of its mark
	Move     string // the name of the move of which the paragraph is an end; "" for none
	Author   string // of the change of its mark; "" for that of the document
	Runs     []Run
	Comment  []string // paragraphs of a comment on this paragraph; nil for none
	Place    string   // the name of a bookmark on the paragraph, unique in the file: a letter, then letters, figures and "_"; "" for none
}

// Run is text in one format with one change.
type Run struct {
	Text   string // a tab is a tabulator, a newline a line break; characters that XML forbids are dropped
	Format Format
	Change Change
	Author string // of the change; "" for that of the document
	Note   int    // a footnote's reference instead of text: index in Redline.Notes plus one
	Mark   string // with Note: the mark as typed ("*"); "" lets Word number it
	Label  bool   // the typed number of the paragraph, or the tabulator after it
	Field  string // a field's instruction ("PAGE"); Text is then the result shown until it is updated
	Link   string // the name of a bookmark of the file to which the text leads; "" for none
}

// Format is how a run looks; the zero value is as the style says.
type Format struct {
	Italic, Bold, Raised, Struck, Underlined bool
	Colour                                   string // "9B1C31"; "" as the style says
}

// Note is a footnote's text, its changes tracked like those of the body.
type Note struct {
	Runs []Run
	Mark string // as typed ("*"); "" where Word numbers it
}

// Page is a page's size and margins in twentieths of a point.
type Page struct{ Width, Height, Left, Right, Top, Bottom int }

// Table has a fixed grid. Its first row is repeated on every page.
type Table struct {
	Style  string
	Widths []int // of the columns, in twentieths of a point
	Rows   [][]Cell
}

// Cell is one cell of a table; it holds at least one paragraph when written.
type Cell []Paragraph
