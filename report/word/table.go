package word

import (
	"fmt"
	"slices"

	"reprise/diff"
	"reprise/internal/wordml"
	"reprise/report/tell"
	"reprise/resolution"
	"reprise/review"
)

// Shares of a landscape page's width, in twentieths of a point.
var docxColumns = []int{1400, 4900, 4900, 2840}

// Colours of struck and underlined words, dark enough to print in black.
const (
	goneColour = "9B1C31"
	newColour  = "0B5D3B"
)

// docxTable is the title, the summary, and a table of clause, old text, new text and
// remark, a row a change.
func docxTable(v tell.Voice, c *diff.Comparison, said review.Placed) []wordml.Block {
	t := wordml.Table{Style: "SideBySide", Widths: docxColumns}
	t.Rows = append(t.Rows, []wordml.Cell{
		wordCell("CellHead", v.Say("column-clause")), wordCell("CellHead", v.Title(c.Old)), wordCell("CellHead", v.Title(c.New)), wordCell("CellHead", v.Say("column-remark"))})
	for _, f := range c.Fields {
		t.Rows = append(t.Rows, []wordml.Cell{
			wordCell("CellRemark", v.Field(f)), {fieldSide(f, oldColumn)}, {fieldSide(f, newColumn)}, wordCell("CellRemark", v.Say("column-field"))})
	}
	old, new := placesOf(c.Old), placesOf(c.New)
	bookmarks := map[*resolution.Clause]string{}
	for i, ch := range c.Changes {
		reviewed := v.Reviewed(said.On(i))
		if !ch.Counted() || !tell.Remarkable(ch) && reviewed == nil {
			continue
		}
		for _, clause := range slices.Concat(ch.Old, ch.New) {
			bookmarks[clause] = fmt.Sprintf("clause_%d", len(bookmarks)+1)
		}
		row := docxRow(ch, old, new, v)
		mark(row[oldSide], ch.Old, bookmarks)
		mark(row[newSide], ch.New, bookmarks)
		row[remarkSide] = append(row[remarkSide], wordCell("CellRemark", reviewed...)...)
		t.Rows = append(t.Rows, row)
	}
	blocks := []wordml.Block{wordml.Paragraph{Style: "ResolutionTitle", Runs: []wordml.Run{{Text: tableTitle(v, c)}}}}
	for _, l := range v.Short(v.Summary(c)) {
		blocks = append(blocks, summaryLine(l, bookmarks))
	}
	return append(blocks, t, wordml.Paragraph{}) // Word wants a paragraph after a table
}

// The columns of a row.
const (
	nameSide = iota
	oldSide
	newSide
	remarkSide
)

// tableTitle names both texts and what they are about.
func tableTitle(v tell.Voice, c *diff.Comparison) string {
	names := v.Title(c.Old) + " " + v.Arrow() + " " + v.Title(c.New)
	title := c.New.Title
	if title == "" {
		title = c.Old.Title
	}
	if title == "" {
		return names
	}
	return v.Say("because", "why", names, "words", title)
}

// mark puts the bookmarks of clauses on their paragraphs of a cell, the first ones
// in it.
func mark(cell wordml.Cell, clauses []*resolution.Clause, bookmarks map[*resolution.Clause]string) {
	for i, c := range clauses {
		cell[i].Place = bookmarks[c]
	}
}

// summaryLine is a sentence whose clauses lead to their rows.
func summaryLine(l tell.Line, bookmarks map[*resolution.Clause]string) wordml.Paragraph {
	p := wordml.Paragraph{Style: "CellText"}
	for _, r := range l {
		p.Runs = append(p.Runs, wordml.Run{Text: r.Text, Link: bookmarks[r.Clause], Format: wordml.Format{Bold: r.Clause != nil, Italic: r.Quote}})
	}
	return p
}

func wordCell(style string, lines ...string) wordml.Cell {
	var cell wordml.Cell
	for _, line := range lines {
		cell = append(cell, wordml.Paragraph{Style: style, Runs: []wordml.Run{{Text: line}}})
	}
	return cell
}

func docxRow(ch diff.Change, old, new places, v tell.Voice) []wordml.Cell {
	cells := overlapsOf(ch, old, new)
	name := wordCell("CellText", v.NamesOf(ch))
	name[0].Runs[0].Format.Bold = true
	if page := v.Page(ch); page != "" {
		name = append(name, wordCell("CellRemark", page)...)
	}
	row := []wordml.Cell{nameSide: name, oldSide: nil, newSide: nil, remarkSide: wordCell("CellRemark", v.Beside(ch)...)}
	for _, c := range ch.Old {
		here := func(k *overlap) bool { return k.old == old[c] }
		row[oldSide] = append(row[oldSide], tableClause(c, piecesOf(cells, here), oldColumn))
	}
	for _, c := range ch.New {
		here := func(k *overlap) bool { return k.new == new[c] }
		row[newSide] = append(row[newSide], tableClause(c, piecesOf(cells, here), newColumn))
	}
	for _, n := range ch.Notes {
		row[oldSide] = append(row[oldSide], tableNote(n.OldMark, n.Edits, oldColumn)...)
		row[newSide] = append(row[newSide], tableNote(n.NewMark, n.Edits, newColumn)...)
	}
	return row
}

// piecesOf are the pieces of those cells of a change that stand at one clause.
func piecesOf(cells []*overlap, here func(*overlap) bool) []piece {
	var out []piece
	for _, k := range cells {
		if here(k) {
			out = append(out, k.pieces...)
		}
	}
	return out
}

// tableNote is a changed footnote below its clause; nothing on the side that
// does not have it.
func tableNote(mark string, edits []diff.Edit, col column) []wordml.Paragraph {
	if mark == "" {
		return nil
	}
	p := wordml.Paragraph{Style: "CellRemark", Runs: []wordml.Run{
		{Text: mark, Format: wordml.Format{Raised: true}}, {Text: " "}}}
	p.Runs = append(p.Runs, sideRuns(edits, col)...)
	return []wordml.Paragraph{p}
}

// fieldSide is a changed field in a cell, its own words marked.
func fieldSide(f diff.Field, col column) wordml.Paragraph {
	return wordml.Paragraph{Style: "CellText", Runs: sideRuns(f.Edits, col)}
}

// sideRuns are edits as one side has them, its own words marked.
func sideRuns(edits []diff.Edit, col column) []wordml.Run {
	var out []wordml.Run
	for _, e := range edits {
		switch e.Op {
		case col.without:
		case diff.Equal:
			out = append(out, wordml.Run{Text: e.Text})
		default:
			out = append(out, wordml.Run{Text: e.Text, Format: col.own})
		}
	}
	return out
}

// column is how a side shows its own words.
type column struct {
	without diff.Op
	own     wordml.Format
	offset  func(piece) int
}

var (
	oldColumn = column{diff.Insert, wordml.Format{Struck: true, Colour: goneColour}, func(p piece) int { return p.old }}
	newColumn = column{diff.Delete, wordml.Format{Underlined: true, Colour: newColour}, func(p piece) int { return p.new }}
)

// tableClause is a clause in a cell: all of it, the words that the other side
// lacks marked. A clause that is whole on one side only carries no marks.
func tableClause(c *resolution.Clause, pieces []piece, col column) wordml.Paragraph {
	p := wordml.Paragraph{Style: "CellText"}
	if c.Label != "" {
		p.Runs = append(p.Runs, wordml.Run{Text: c.Label + " "})
	}
	if len(pieces) == 0 {
		pieces = []piece{{op: diff.Equal, text: c.Text}}
	}
	for _, piece := range pieces {
		if piece.op == col.without {
			continue
		}
		format := wordml.Format{}
		if piece.op != diff.Equal {
			format = col.own
		}
		lead := min(max(len(c.Lead)-col.offset(piece), 0), len(piece.text))
		leading := format
		leading.Italic = true
		p.Runs = append(p.Runs, wordml.Run{Text: piece.text[:lead], Format: leading},
			wordml.Run{Text: piece.text[lead:], Format: format})
	}
	return p
}
