package page

import (
	"io"
	"strings"

	"reprise/diff"
	"reprise/negotiate"
	"reprise/report"
	"reprise/report/tell"
)

// RenderCompilation writes a page with a table of one column a proposal.
func (h HTML) RenderCompilation(w io.Writer, c *negotiate.Compilation) error {
	v := tell.In(c.Base.Language)
	if h.Say != "" {
		v = tell.In(h.Say)
	}
	p := compilationPage{Title: v.Title(c.Base) + " " + c.Base.Title, Counts: v.CompilationCounts(c), Names: c.Names, Notes: c.Notes()}
	for _, r := range report.Disputes(c, v.Say("rolling-title")) {
		row := compilationRow{Name: r.Name, Text: r.Text, Disputed: r.Disputed()}
		for a := range c.Names {
			cell := report.ProposalOf(c, r, a)
			out := compilationCell{Gone: cell.Gone, With: strings.Join(cell.With, ", ")}
			for i, e := range cell.Edits {
				out.Edits = append(out.Edits, compilationEdit{e.Op == diff.Insert, e.Op == diff.Delete, report.RunOn(cell.Edits, i), e.Text})
			}
			row.Cells = append(row.Cells, out)
		}
		p.Rows = append(p.Rows, row)
	}
	return h.assetsOf(seriesAssets).write(w, "compilation.html", p, frame{Voice: v, Links: h.Links, Title: p.Title})
}

type compilationPage struct {
	Title, Counts string
	Names, Notes  []string
	Rows          []compilationRow
}

type compilationRow struct {
	Name, Text string
	Disputed   bool
	Cells      []compilationCell
}

type compilationCell struct {
	Gone  bool
	With  string
	Edits []compilationEdit
}

type compilationEdit struct {
	In, Out bool
	Gap     bool // as in a hunk
	Text    string
}
