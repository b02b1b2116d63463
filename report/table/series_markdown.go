package table

import (
	"fmt"
	"io"
	"strings"

	"reprise/report"
	"reprise/report/tell"
	"reprise/series"
)

// RenderSeries writes a table a series, one row a lineage.
func (m Markdown) RenderSeries(w io.Writer, all []*series.Series) error {
	var b strings.Builder
	for i, s := range all {
		if i > 0 {
			b.WriteByte('\n')
		}
		markdownSeries(&b, s)
	}
	_, err := io.WriteString(w, b.String())
	return err
}

func markdownSeries(b *strings.Builder, s *series.Series) {
	fmt.Fprintf(b, "# %s\n\n%s\n\n", markdownText(report.SeriesTitle(s)), markdownText(report.Extent(s)))
	if len(s.Versions) < 2 {
		return
	}
	for _, r := range report.SeriesRemarks(s) {
		fmt.Fprintf(b, "- %s\n", markdownText(r))
	}
	if len(report.SeriesRemarks(s)) > 0 {
		b.WriteByte('\n')
	}
	head, rule := []string{"Clause"}, "|---|"
	for _, v := range s.Versions {
		head = append(head, markdownCell(report.ShortName(v.Name)))
		rule += "---|"
	}
	row(b, head...)
	b.WriteString(rule + "\n")
	for _, l := range report.Rows(s) {
		cells := []string{markdownCell(report.FirstWords(l))}
		for v := range l.States {
			cells = append(cells, markdownCell(report.CellOf(l, v).Text()))
		}
		row(b, cells...)
	}
	markdownFigures(b, s)
	var signs []string
	for _, l := range report.Legend {
		signs = append(signs, markdownText(l.Sign+" "+l.Word))
	}
	fmt.Fprintf(b, "\n%s\n", strings.Join(signs, " · "))
}

func markdownFigures(b *strings.Builder, s *series.Series) {
	clauses, words, agreed := []string{"*clauses*"}, []string{"*words*"}, []string{"*agreed language*"}
	for v := range s.Versions {
		f := report.FiguresOf(s.Versions[v])
		share := tell.Percent(f.Agreed)
		if v == 0 {
			share = ""
		}
		clauses = append(clauses, fmt.Sprint(f.Clauses))
		words = append(words, fmt.Sprint(f.Words))
		agreed = append(agreed, share)
	}
	row(b, clauses...)
	row(b, words...)
	row(b, agreed...)
}

// RenderBlame writes one row a run of words.
func (m Markdown) RenderBlame(w io.Writer, s *series.Series, version int) error {
	var b strings.Builder
	fmt.Fprintf(&b, "# %s\n\n**%s**\n\n| Clause | First in | Words |\n|---|---|---|\n",
		markdownText(s.Versions[version].Name), markdownText(report.SeriesTitle(s)))
	for _, c := range s.Versions[version].Document.Clauses {
		if !c.Counted() {
			continue
		}
		name := markdownCell(c.Name())
		for _, o := range s.State(c).Words {
			row(&b, name, markdownCell(report.OriginText(s, o)), markdownCell(o.Text))
			name = ""
		}
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// RenderHistory writes one row a version, in a table for the clause and in one
// for each of its points.
func (m Markdown) RenderHistory(w io.Writer, s *series.Series, l *series.Lineage) error {
	var b strings.Builder
	fmt.Fprintf(&b, "# %s\n\n**%s**\n", markdownText(l.ID), markdownText(report.SeriesTitle(s)))
	historyTable(&b, s, l)
	for _, point := range s.Points(l) {
		fmt.Fprintf(&b, "\n## %s\n", markdownText(point.ID))
		historyTable(&b, s, point)
	}
	_, err := io.WriteString(w, b.String())
	return err
}

func historyTable(b *strings.Builder, s *series.Series, l *series.Lineage) {
	b.WriteString("\n| Version | Clause | State | Text |\n|---|---|---|---|\n")
	for v, st := range l.States {
		if st.Status == series.Absent {
			continue
		}
		c, text := report.CellOf(l, v), ""
		switch {
		case st.Clause == nil || st.Status == series.Kept:
		case st.Since < 0:
			text = markdownCell(st.Clause.Text)
		default:
			text = cellEdits(st.Edits)
		}
		row(b, markdownCell(report.Dated(s.Versions[v])), markdownCell(c.Name), markdownCell(c.Words), text)
	}
}
