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
	v := tell.OfSeries(m.Say, all...)
	for i, s := range all {
		if i > 0 {
			b.WriteByte('\n')
		}
		markdownSeries(&b, v, s)
	}
	_, err := io.WriteString(w, b.String())
	return err
}

func markdownSeries(b *strings.Builder, voice tell.Voice, s *series.Series) {
	fmt.Fprintf(b, "# %s\n\n%s\n\n", markdownText(tell.SeriesTitle(s)), markdownText(voice.Extent(s)))
	if len(s.Versions) < 2 {
		return
	}
	remarks := voice.SeriesRemarks(s)
	for _, r := range remarks {
		fmt.Fprintf(b, "- %s\n", markdownText(r))
	}
	if len(remarks) > 0 {
		b.WriteByte('\n')
	}
	head, rule := []string{voice.Say("column-clause")}, "|---|"
	for _, v := range s.Versions {
		head = append(head, markdownCell(tell.ShortName(v.Name)))
		rule += "---|"
	}
	row(b, head...)
	b.WriteString(rule + "\n")
	for _, l := range report.Rows(s) {
		cells := []string{markdownCell(report.FirstWords(l))}
		for v := range l.States {
			cells = append(cells, markdownCell(report.CellOf(voice, l, v).Text()))
		}
		row(b, cells...)
	}
	markdownFigures(b, voice, s)
	var signs []string
	for _, l := range report.Legend(voice) {
		signs = append(signs, markdownText(l.Sign+" "+l.Word))
	}
	fmt.Fprintf(b, "\n%s\n", strings.Join(signs, " · "))
}

func markdownFigures(b *strings.Builder, voice tell.Voice, s *series.Series) {
	clauses, words, agreed := []string{"*" + voice.Say("figure-clauses") + "*"}, []string{"*" + voice.Say("figure-words") + "*"}, []string{"*" + voice.Say("agreed-share") + "*"}
	for v := range s.Versions {
		f := report.FiguresOf(s.Versions[v])
		share := voice.Percent(f.Agreed)
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
	voice := tell.OfSeries(m.Say, s)
	fmt.Fprintf(&b, "# %s\n\n**%s**\n\n", markdownText(s.Versions[version].Name), markdownText(tell.SeriesTitle(s)))
	for _, remark := range voice.ProposalRemarks(s) {
		fmt.Fprintf(&b, "%s\n\n", markdownText(remark))
	}
	row(&b, voice.Say("column-clause"), voice.Say("column-first"), voice.Say("column-words"))
	b.WriteString("|---|---|---|\n")
	for _, c := range s.Versions[version].Document.Clauses {
		if !c.Counted() {
			continue
		}
		name := markdownCell(voice.Name(c))
		for _, o := range report.Phrases(s, version, c) {
			row(&b, name, markdownCell(tell.OriginText(s, o)), markdownCell(o.Text))
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
	voice := tell.OfSeries(m.Say, s)
	fmt.Fprintf(&b, "# %s\n\n**%s**\n", markdownText(l.ID), markdownText(tell.SeriesTitle(s)))
	historyTable(&b, voice, s, l)
	for _, point := range s.Points(l) {
		fmt.Fprintf(&b, "\n## %s\n", markdownText(point.ID))
		historyTable(&b, voice, s, point)
	}
	_, err := io.WriteString(w, b.String())
	return err
}

func historyTable(b *strings.Builder, voice tell.Voice, s *series.Series, l *series.Lineage) {
	b.WriteString("\n")
	for _, remark := range voice.LineageRemarks(l) {
		fmt.Fprintf(b, "%s\n\n", markdownText(remark))
	}
	row(b, voice.Say("column-version"), voice.Say("column-clause"), voice.Say("column-state"), voice.Say("column-text"))
	b.WriteString("|---|---|---|---|\n")
	for v, st := range l.States {
		if st.Status == series.Absent {
			continue
		}
		c, text := report.CellOf(voice, l, v), ""
		switch {
		case st.Clause == nil || st.Status == series.Kept:
		case st.Since < 0:
			text = markdownCell(st.Clause.Text)
		default:
			text = cellEdits(st.Edits)
		}
		row(b, markdownCell(tell.Dated(s.Versions[v])), markdownCell(c.Name), markdownCell(c.Words), text)
	}
}
