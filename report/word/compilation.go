package word

import (
	"io"

	"reprise/diff"
	"reprise/internal/wordml"
	"reprise/negotiate"
	"reprise/report"
	"reprise/report/tell"
)

// RenderCompilation writes a table with a column for each proposal on the page's long
// side, or, in the Rolling view, one text with brackets.
func (d Docx) RenderCompilation(w io.Writer, c *negotiate.Compilation) error {
	v := tell.In(c.Base.Language)
	if d.Say != "" {
		v = tell.In(d.Say)
	}
	file := &wordml.Redline{Styles: docxStyles, Title: v.Title(c.Base), Author: d.author(), Date: undated, Page: docxPage,
		Footer: []wordml.Paragraph{{Style: "Footer", Runs: []wordml.Run{{Field: "PAGE", Text: "1"}}}}}
	if !d.Date.IsZero() {
		file.Date = d.Date
	}
	if d.View == report.Rolling {
		for _, line := range c.Rolling() {
			file.Body = append(file.Body, wordml.Paragraph{Style: "Clause", Runs: []wordml.Run{{Text: line}}})
		}
		return file.Write(w)
	}
	file.Page = docxBroad
	file.Body = append(file.Body,
		wordml.Paragraph{Style: "ResolutionTitle", Runs: []wordml.Run{{Text: v.Title(c.Base) + " " + c.Base.Title}}},
		wordml.Paragraph{Style: "CellText", Runs: []wordml.Run{{Text: v.CompilationCounts(c)}}},
		compilationTable(v, c))
	for _, n := range c.Notes() {
		file.Body = append(file.Body, wordml.Paragraph{Style: "CellText", Runs: []wordml.Run{{Text: n}}})
	}
	file.Body = append(file.Body, wordml.Paragraph{})
	return file.Write(w)
}

// nameWidth is the column of a clause's name, in twentieths of a point: "OP12 (b) bis".
const nameWidth = 1100

func compilationTable(v tell.Voice, c *negotiate.Compilation) wordml.Table {
	columns := len(c.Names) + 1
	each := (docxBroad.Width - docxBroad.Left - docxBroad.Right - nameWidth) / columns
	t := wordml.Table{Style: "SideBySide", Widths: []int{nameWidth}}
	for range columns {
		t.Widths = append(t.Widths, each)
	}
	head := []wordml.Cell{wordCell("CellHead", v.Say("column-clause")), wordCell("CellHead", v.Say("compile-base"))}
	for _, name := range c.Names {
		head = append(head, wordCell("CellHead", name))
	}
	t.Rows = append(t.Rows, head)
	for _, r := range report.Disputes(c, v.Say("rolling-title")) {
		row := []wordml.Cell{wordCell("CellText", r.Name), wordCell("CellText", r.Text)}
		for a := range c.Names {
			row = append(row, proposalCell(v, report.ProposalOf(c, r, a)))
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

func proposalCell(v tell.Voice, cell report.ProposalCell) wordml.Cell {
	if cell.Gone {
		return wordCell("CellRemark", v.Say("compile-deletes"))
	}
	p := wordml.Paragraph{Style: "CellText"}
	for _, e := range cell.Edits {
		f := wordml.Format{}
		switch e.Op {
		case diff.Delete:
			f = oldColumn.own
		case diff.Insert:
			f = newColumn.own
		}
		p.Runs = append(p.Runs, wordml.Run{Text: e.Text, Format: f})
	}
	return wordml.Cell{p}
}
