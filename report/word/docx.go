// Package word writes a comparison as a Word document of tracked changes, on the
// file of the old text where there is one, or as a table of old, new and remark.
//
// Its main call is Docx.Render. The markup itself is the business of wordml.
package word

import (
	"cmp"
	_ "embed"
	"errors"
	"io"
	"strings"
	"time"

	"reprise/diff"
	"reprise/internal/wordml"
	"reprise/report"
	"reprise/report/tell"
	"reprise/resolution"
	"reprise/review"
)

//go:embed styles.xml
var docxStyles string

// Docx writes a Word document of the old text in which every change is
// tracked, in the look of a resolution.
//
// Law 4: rejecting all changes gives the old text, accepting all the new:
// each clause a paragraph of its label, a tabulator and its text, each cited
// footnote a footnote.
type Docx struct {
	Author    string       // of the changes; "" is "reprise"
	Date      time.Time    // of the changes; zero is the day that the new text bears
	Comments  CommentStyle // zero puts a comment on each changed clause
	MoveStyle MoveStyle    // zero shows moves as moves
	View      report.View  // Table for old, new and remark side by side
	Say       string       // language of comments and heads; "" for that of the texts
	Heads     Heads        // what page heads and feet say; zero is what the new text says

	Review review.Placed // what reviewers said of the changes, by their order; zero for nothing

	// Credit names who made a change at a byte of a clause, of the old text for what
	// went and of the new for what came; nil, or "", for Author.
	Credit func(c *resolution.Clause, at int) string

	// Warn is told, in a sentence, where the file of the old text cannot be the
	// base and its look is lost, and what was taken out of it; nil tells nobody.
	Warn func(string)

	on map[*resolution.Clause][]string // what else a comment on a clause of the new text says
}

// CommentStyle is whether changed clauses carry a comment in the margin.
type CommentStyle int

// The styles of comments.
const (
	WithComments CommentStyle = iota
	WithoutComments
)

// MoveStyle is how Word is told of a move.
type MoveStyle int

// The styles of moves.
const (
	MovesAsMoves     MoveStyle = iota
	MovesAsDeletions           // and insertions, for programs that do not know moves
)

const docxAuthor = "reprise"

// undated stands where neither the caller nor the new text gives a day, so
// that the same input gives the same bytes (law 5).
var undated = time.Date(2000, 1, 1, 0, 0, 0, 0, time.UTC)

// Pages as in the United Nations' New York documents: Letter, with the text
// in a narrow column; a table uses the page's long side.
var (
	docxPage  = wordml.Page{Width: 12240, Height: 15840, Left: 1200, Right: 1200, Top: 1440, Bottom: 1200}
	docxBroad = wordml.Page{Width: 15840, Height: 12240, Left: 900, Right: 900, Top: 1080, Bottom: 1000}
)

// Render writes the document. Where the old text was read from a Word file that
// can carry the changes, that file is the base: its styles, heads, feet and
// whatever does not change stay as they are, and its numbers go on counting.
func (d Docx) Render(w io.Writer, c *diff.Comparison) error {
	if d.View != report.Table {
		c = d.Heads.masthead(c)
	}
	v := tell.Of(d.Say, c)
	file := &wordml.Redline{
		Styles: stylesIn(c.New.Language),
		Rtl:    tell.RunsRightToLeft(c.New.Language),
		Title:  v.Title(c.Old) + " " + v.Arrow() + " " + v.Title(c.New),
		Author: d.author(),
		Date:   d.date(c),
		Footer: []wordml.Paragraph{{Style: "Footer", Runs: []wordml.Run{{Field: "PAGE", Text: "1"}}}},
	}
	if d.View == report.Table {
		file.Page = docxBroad
		file.Footer[0].Runs = append([]wordml.Run{{Text: file.Title + "   "}}, file.Footer[0].Runs...)
		file.Body = docxTable(v, c, d.Review)
	} else {
		file.Page = docxPage
		file.Body, file.Notes = newDocxBuilder(d, c).build()
		file.Header = []wordml.Paragraph{{Style: "Header", Runs: replaced(v.Title(c.Old), cmp.Or(d.Heads.Symbol, v.Title(c.New)), wordml.Format{})}}
	}
	if c.Old.Source != nil && d.View != report.Table {
		file.Heads = d.Heads.replaced(c)
		warn := func(text string) { d.warn(v.Title(c.Old) + ": " + text) }
		taken, err := file.WriteOn(w, c.Old.Source)
		if errors.Is(err, wordml.ErrBase) {
			warn(err.Error() + "; the document has the look of a resolution instead")
			d.warnOfHeads(nil)
			return file.Write(w)
		}
		for _, text := range append(takenOut(taken), d.Heads.kept(c)...) {
			warn(text)
		}
		d.warnOfHeads(file.Heads)
		return err
	}
	if d.View != report.Table {
		d.warnOfHeads(nil)
	}
	return file.Write(w)
}

// warnOfHeads says what was asked for in heads and feet and stands in none: those
// of the old file have no such text, or they are made anew.
func (d Docx) warnOfHeads(replaced []wordml.Replaced) {
	for _, text := range d.Heads.idle(replaced) {
		d.warn(text)
	}
}

// takenOut says what the file of the old text had and the document has not; nil
// for nothing.
func takenOut(taken []wordml.Taken) []string {
	if len(taken) == 0 {
		return nil
	}
	names := make([]string, len(taken))
	for i, t := range taken {
		names[i] = t.String()
	}
	return []string{"taken out of what its file brought along: " + strings.Join(names, "; ")}
}

func (d Docx) warn(text string) {
	if d.Warn != nil {
		d.Warn(text)
	}
}

func (d Docx) author() string {
	if d.Author == "" {
		return docxAuthor
	}
	return d.Author
}

func (d Docx) date(c *diff.Comparison) time.Time {
	if !d.Date.IsZero() {
		return d.Date
	}
	for _, day := range []resolution.Date{c.New.Adopted, c.New.Issued, c.Old.Adopted, c.Old.Issued} {
		if day != (resolution.Date{}) {
			return time.Date(day.Year, time.Month(day.Month), day.Day, 0, 0, 0, 0, time.UTC)
		}
	}
	return undated
}

// replaced are the runs of a short text that is kept or replaced as a whole.
func replaced(old, new string, f wordml.Format) []wordml.Run {
	switch {
	case old == new && old == "":
		return nil
	case old == new:
		return []wordml.Run{{Text: old, Format: f}}
	}
	var runs []wordml.Run
	if old != "" {
		runs = append(runs, wordml.Run{Text: old, Format: f, Change: wordml.Deleted})
	}
	if new != "" {
		runs = append(runs, wordml.Run{Text: new, Format: f, Change: wordml.Inserted})
	}
	return runs
}
