package page

import (
	"io"
	"strings"

	"reprise/diff"
	"reprise/negotiate"
	"reprise/negotiate/rolling"
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

// RenderReadings writes a page of what changed between two readings of a rolling text.
func (h HTML) RenderReadings(w io.Writer, c *rolling.Comparison) error {
	v := tell.In(c.New.Doc.Language)
	if h.Say != "" {
		v = tell.In(h.Say)
	}
	p := readingsPage{Title: v.Say("rolled-compared", "new", v.Title(c.New.Doc), "old", v.Title(c.Old.Doc)), Counts: v.ReadingsCounts(c)}
	for _, m := range c.Movers {
		p.Movers = append(p.Movers, v.Mover(c, m))
	}
	moved, asBefore := report.Moved(c)
	for _, pair := range moved {
		row := readingsRow{Name: v.ReadingsName(pair), Status: v.ReadingsStatus(pair)}
		if report.ShowsBrackets(pair) {
			row.Edits = []compilationEdit{{Text: v.Bracketed(pair.New)}}
		}
		for i, e := range pair.Words {
			if report.ShowsBrackets(pair) {
				break
			}
			row.Edits = append(row.Edits, compilationEdit{In: e.Op == diff.Insert, Out: e.Op == diff.Delete, Gap: report.RunOn(pair.Words, i), Text: e.Text})
		}
		for _, ch := range pair.Changes {
			row.Brackets = append(row.Brackets, v.BracketChange(ch))
		}
		p.Rows = append(p.Rows, row)
	}
	var names []string
	for _, pair := range asBefore {
		names = append(names, v.ReadingsName(pair))
	}
	if names != nil {
		p.AsBefore = v.Say("rolled-as-before", "list", v.Listed(names))
	}
	return h.assetsOf(seriesAssets).write(w, "readings.html", p, frame{Voice: v, Links: h.Links, Title: p.Title})
}

type readingsPage struct {
	Title, Counts, AsBefore string
	Movers                  []string
	Rows                    []readingsRow
}

type readingsRow struct {
	Name, Status string
	Edits        []compilationEdit
	Brackets     []string
}
