package table

import (
	"fmt"
	"io"
	"strings"

	"reprise/diff"
	"reprise/negotiate"
	"reprise/report"
	"reprise/report/tell"
)

// RenderCompilation writes a table with a column for each proposal, or, in the
// Rolling view, one text with brackets.
func (m Markdown) RenderCompilation(w io.Writer, c *negotiate.Compilation) error {
	var b strings.Builder
	v := tell.In(c.Base.Language)
	if m.Say != "" {
		v = tell.In(m.Say)
	}
	if m.View == report.Rolling {
		for _, line := range c.Rolling() {
			fmt.Fprintf(&b, "%s\n\n", markdownText(line))
		}
		_, err := io.WriteString(w, b.String())
		return err
	}
	fmt.Fprintf(&b, "# %s\n\n%s\n\n", markdownText(v.Title(c.Base)+" "+c.Base.Title), markdownText(v.CompilationCounts(c)))
	fmt.Fprintf(&b, "| %s | %s |", v.Say("column-clause"), v.Say("compile-base"))
	for _, name := range c.Names {
		fmt.Fprintf(&b, " %s |", markdownCell(name))
	}
	b.WriteString("\n|" + strings.Repeat(" --- |", len(c.Names)+2) + "\n")
	for _, r := range report.Disputes(c, v.Say("rolling-title")) {
		fmt.Fprintf(&b, "| %s | %s |", markdownCell(r.Name), markdownCell(r.Text))
		for a := range c.Names {
			fmt.Fprintf(&b, " %s |", proposalCell(v, report.ProposalOf(c, r, a)))
		}
		b.WriteString("\n")
	}
	for _, n := range c.Notes() {
		fmt.Fprintf(&b, "\n%s\n", markdownText(n))
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// RenderCompilation writes one row for each wording that proposals have of a clause.
func (f CSV) RenderCompilation(w io.Writer, c *negotiate.Compilation) error {
	v := tell.In(c.Base.Language)
	if f.Say != "" {
		v = tell.In(f.Say)
	}
	rows := [][]string{{"clause", "base", "proposed by", "deletes", "text", "disputed"}}
	for _, r := range report.Disputes(c, v.Say("rolling-title")) {
		for _, variant := range r.Variants {
			var names []string
			for _, a := range variant.Authors {
				names = append(names, c.Names[a])
			}
			rows = append(rows, []string{r.Name, r.Text, strings.Join(names, "; "), yes(variant.Gone), variant.Text, yes(r.Disputed())})
		}
	}
	return WriteRows(w, rows)
}

func proposalCell(v tell.Voice, cell report.ProposalCell) string {
	var b strings.Builder
	if cell.Gone {
		return markdownCell(v.Say("compile-deletes"))
	}
	for _, e := range cell.Edits {
		b.WriteString(markedWords(e.Op, markdownCell(e.Text)))
	}
	return strings.TrimSpace(b.String())
}

// markedWords are the words of an edit in Markdown: deleted ones struck, inserted ones
// strong, and a space behind either that keeps the next word apart.
func markedWords(op diff.Op, text string) string {
	switch op {
	case diff.Delete:
		return "~~" + strings.TrimSpace(text) + "~~ "
	case diff.Insert:
		return "**" + strings.TrimSpace(text) + "** "
	}
	return text
}
