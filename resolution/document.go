// Package resolution is the model of a United Nations resolution: Document,
// Clause, Footnote, and the one place where text is normalised (Normalise).
//
// It reads nothing: package recognise makes documents.
package resolution

import (
	"fmt"
	"slices"

	"reprise/resolution/symbol"
)

// Document is one resolution, draft or decision as it was read. Its text is
// normalised once on reading (see Normalise) and exact from there on.
//
// Law 1: nothing is lost in reading. Every word of the source is in exactly
// one of a clause (text, label), a footnote (text, mark) or the furniture. The
// fields (Symbol, Title, Session ...) are readings of front and back clauses,
// which keep the words as printed.
type Document struct {
	Symbol      symbol.Symbol // canonical, "" where the text names none
	Title       string        // without the number before it
	Body        symbol.Body   // NoBody where neither symbol, masthead nor formula tells
	Session     string        // "73", "S-10", "2016"; "" where not printed
	Adopted     Date          // zero where not printed
	Issued      Date          // the masthead's date
	AgendaItem  string        // "101 (o)"
	AgendaTitle string        // printed under the agenda item
	Provenance  string        // "[on the report of ...]" without the brackets
	Sponsors    []string      // in printed order
	Vote        string        // as printed, without brackets
	Meeting     string        // "45th plenary meeting"
	Draft       bool          // a draft, not an adopted text
	Genre       Genre         // what kind of text it is
	Amends      symbol.Symbol // of an amendment: the draft that it amends; "" where it names none
	Language    string        // ISO 639-1 code of the lexicon that read it
	Apart       string        // letters whose accents stand apart from them in the texts, as in the file; "" mostly

	Clauses   []*Clause  // reading order, flat
	Footnotes []Footnote // reading order
	Furniture []Furniture
	Reading   Reading
	Source    []byte // the file that was read, where a form can build on it (Word); nil otherwise
}

// Reading tells how a document was read, so that a user can trust or doubt it.
type Reading struct {
	Name     string    // file, "-" or symbol, as the user gave it
	Format   string    // "markdown", "text", "html", "docx", "odt", "pdf"
	Engine   string    // what read it, "goldmark"
	Warnings []Warning // in order
	Gaps     []Gap     // where text is known to be missing, pages first
	Unknown  bool      // nothing told the genre; it was read as a plain text
}

// Part tells where in a resolution a clause stands.
type Part int

// The parts, in reading order.
const (
	Front Part = iota // masthead, title, adoption line
	Preamble
	Operative
	Annex
	Back // meeting line, date, vote
)

var partNames = [...]string{"front", "preamble", "operative", "annex", "back"}

// String is the part's name in JSON.
func (p Part) String() string { return partNames[p] }

// PartByName is the inverse of String; false for a name that is none.
func PartByName(name string) (Part, bool) {
	i := slices.Index(partNames[:], name)
	return Part(max(i, 0)), i >= 0
}

// Kind is the form of a clause.
type Kind int

// The kinds of clause.
const (
	Paragraph Kind = iota
	Heading
	Table
)

var kindNames = [...]string{"paragraph", "heading", "table"}

// String is the kind's name in JSON.
func (k Kind) String() string { return kindNames[k] }

// Clause is one paragraph, point, heading or table of a resolution.
type Clause struct {
	ID      string    // unique in its document, how negotiators speak: "pp3", "op4(b)(ii)", "II/op2", "annex/op1"
	Part    Part      //
	Kind    Kind      //
	Role    Role      // what it is in the form: formula, meeting line, a line of the masthead; NoRole for what carries the matter
	Section string    // the divisions in which its number counts, outermost first: "II", "annex", "annex/II"; "" where numbers run through the text
	Number  string    // by which others refer to it: "4", "b", "5bis", of a heading "II"; "" where none is printed
	Label   string    // as printed: "4.", "(b)", "PP5 bis"; "" where none
	Depth   int       // 0 for paragraphs and headings of the first level, 1 for (a), 2 for (i)
	Parent  string    // ID of the clause whose point this is; "" where none
	Lead    string    // the lead phrase that opens Text, a prefix of Text: "Also welcomes"; "" where none
	Text    string    // without label and footnote marks
	Notes   []NoteRef // by position
	Struck  []Stretch // what is struck through, by position; it is part of Text
	Page    int       // from 1; 0 where the format has no pages
}

// Counted tells whether a clause stands in counts, summary and exit status:
// the enacting formula and the parts front and back do not.
func (c *Clause) Counted() bool {
	return c.Part != Front && c.Part != Back && !c.IsFormula()
}

// IsFormula tells whether the clause is an enacting formula ("The General
// Assembly,"), of the whole text or of one of its parts.
func (c *Clause) IsFormula() bool { return c.Role == FormulaRole }

// Stretch is a part of a clause's text, in bytes from From up to To.
type Stretch struct{ From, To int }

// NoteRef is a footnote mark in a clause.
type NoteRef struct {
	Mark string // "1", "*"
	At   int    // byte offset in the clause's text, 0 to len(Text)
}

// Footnote is a note at the foot of a page or the end of the text.
type Footnote struct {
	Mark string // "1", "*"
	Text string
	Page int
}

// Furniture is text that belongs to the page, not to the resolution: page
// heads, page numbers, job numbers, bar codes.
type Furniture struct {
	Text string
	Page int
}

// Date is a day of the calendar; the zero value is no date.
type Date struct{ Year, Month, Day int }

// ISO is a date as 2018-12-05 (ISO 8601), "" for the zero date.
func (d Date) ISO() string {
	if d == (Date{}) {
		return ""
	}
	return fmt.Sprintf("%04d-%02d-%02d", d.Year, d.Month, d.Day)
}

// IDs are the IDs of clauses, in their order.
func IDs(clauses []*Clause) []string {
	var ids []string
	for _, c := range clauses {
		ids = append(ids, c.ID)
	}
	return ids
}

// Clause finds a clause by its ID; nil where there is none.
func (d *Document) Clause(id string) *Clause {
	for _, c := range d.Clauses {
		if c.ID == id {
			return c
		}
	}
	return nil
}

// Footnote finds a footnote by its mark; nil where there is none.
func (d *Document) Footnote(mark string) *Footnote {
	for i := range d.Footnotes {
		if d.Footnotes[i].Mark == mark {
			return &d.Footnotes[i]
		}
	}
	return nil
}
