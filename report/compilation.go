package report

import (
	"io"

	"reprise/diff"
	"reprise/negotiate"
)

// CompilationRenderer writes the proposals of several delegations in one form: as a
// table with a column for each, or as a rolling text.
type CompilationRenderer interface {
	RenderCompilation(w io.Writer, c *negotiate.Compilation) error
}

// ProposalCell is what one proposal makes of a clause, as a table shows it.
type ProposalCell struct {
	Edits []diff.Edit // from the base; nil where it keeps it
	Gone  bool
	With  []string // who else wants the same
}

// ProposalOf is the cell of a proposal in a row.
func ProposalOf(c *negotiate.Compilation, r negotiate.Row, author int) ProposalCell {
	v, ok := r.Of(author)
	if !ok {
		return ProposalCell{}
	}
	cell := ProposalCell{Gone: v.Gone}
	if v.Gone {
		cell.Edits = []diff.Edit{{Op: diff.Delete, Text: r.Text}}
	} else {
		cell.Edits = diff.Words(r.Text, v.Text)
	}
	for _, a := range v.Authors {
		if a != author {
			cell.With = append(cell.With, c.Names[a])
		}
	}
	return cell
}

// Disputes are the rows that a proposal touches, the title first.
func Disputes(c *negotiate.Compilation, name string) []negotiate.Row {
	var out []negotiate.Row
	if len(c.Title.Variants) > 0 {
		title := c.Title
		title.Name = name
		out = append(out, title)
	}
	for _, r := range c.Rows {
		if len(r.Variants) > 0 {
			out = append(out, r)
		}
	}
	return out
}
