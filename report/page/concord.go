package page

import (
	"io"
	"strconv"

	"reprise/concord"
	"reprise/report"
	"reprise/report/tell"
	"reprise/resolution"
)

// RenderConcordance writes a page with the two languages beside each other, each in its
// own direction, under a list of what does not agree.
func (h HTML) RenderConcordance(w io.Writer, c *concord.Concordance) error {
	v := tell.OfConcordance(h.Say, c)
	p := concordPage{Title: v.ConcordanceTitle(c), Counts: v.ConcordanceCounts(c)}
	for _, d := range c.Texts {
		p.Texts = append(p.Texts, concordText{tell.LanguageName(d), d.Title, d.Language, direction(d.Language)})
	}
	for _, f := range c.Faults {
		if f.Kind == concord.FieldFault {
			p.Faults = append(p.Faults, concordFaultOf(v, c, f, ""))
		}
	}
	part := ""
	for i, l := range c.Links {
		row := concordRowOf(v, c, l, "c"+strconv.Itoa(i+1))
		if now := v.Part(partOf(l)); now != part {
			part, row.Part = now, now
		}
		p.Faults = append(p.Faults, row.Faults...)
		p.Rows = append(p.Rows, row)
	}
	return seriesAssets.write(w, "concord.html", p, frame{Voice: v, Title: p.Title})
}

type concordPage struct {
	Title  string
	Counts []string
	Texts  []concordText
	Faults []concordFault
	Rows   []concordRow
}

type concordText struct{ Name, Title, Language, Direction string }

// concordFault is what does not agree, with the row where it shows ("" for the whole text).
type concordFault struct {
	Row, Kind string
	Pieces    []concordPiece
}

type concordPiece struct {
	Text          string
	Marked, Quote bool
}

type concordRow struct {
	ID, Part string
	Cells    []concordCell
	Faults   []concordFault
}

// concordCell is a clause in one language; without a name the language has none.
type concordCell struct {
	Name, None          string
	Language, Direction string
	Heading             bool
	Depth               int
	Pieces              []concordPiece
	Notes               []concordNote // at which faults show
}

type concordNote struct {
	Mark   string
	Pieces []concordPiece
}

func direction(language string) string {
	if tell.RunsRightToLeft(language) {
		return "rtl"
	}
	return "ltr"
}

func partOf(l concord.Link) resolution.Part {
	if len(l.Sides[0]) > 0 {
		return l.Sides[0][0].Part
	}
	return l.Sides[1][0].Part
}

func concordRowOf(v tell.Voice, c *concord.Concordance, l concord.Link, id string) concordRow {
	row := concordRow{ID: id}
	for side, d := range c.Texts {
		cell := concordCell{Language: d.Language, Direction: direction(d.Language)}
		if len(l.Sides[side]) == 0 {
			cell.None = v.NoClause(d.Language)
		} else {
			clause := l.Sides[side][0]
			cell.Name, cell.Heading, cell.Depth = v.Name(clause), clause.Kind == resolution.Heading, clause.Depth
			cell.Pieces = concordPieces(report.Marked(clause.Text, report.FaultMarks(l.Faults, side, clause)))
			for _, n := range report.FaultNotes(l.Faults, side, d) {
				cell.Notes = append(cell.Notes, concordNote{n.Mark, concordPieces(n.Runs)})
			}
		}
		row.Cells = append(row.Cells, cell)
	}
	for _, f := range l.Faults {
		row.Faults = append(row.Faults, concordFaultOf(v, c, f, id))
	}
	return row
}

func concordPieces(runs []report.Run) []concordPiece {
	var out []concordPiece
	for _, r := range runs {
		out = append(out, concordPiece{Text: r.Text, Marked: r.Marked})
	}
	return out
}

func concordFaultOf(v tell.Voice, c *concord.Concordance, f concord.Fault, row string) concordFault {
	out := concordFault{Row: row, Kind: v.FaultKind(f.Kind)}
	for _, r := range v.Fault(c, f) {
		out.Pieces = append(out.Pieces, concordPiece{Text: r.Text, Quote: r.Quote || r.Clause != nil})
	}
	return out
}
