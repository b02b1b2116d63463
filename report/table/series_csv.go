package table

import (
	"encoding/csv"
	"io"
	"strings"

	"reprise/report"
	"reprise/report/tell"
	"reprise/series"
)

// RenderSeries writes one row a lineage and one column a version, after
// columns that name the series and the lineage. A cell holds the clause's name
// and its state in words.
func (f CSV) RenderSeries(w io.Writer, all []*series.Series) error {
	voice := tell.OfSeries(f.Say, all...)
	var table [][]string
	for _, s := range all {
		head := []string{"series", "lineage", "part", "clause"}
		for _, v := range s.Versions {
			head = append(head, tell.Dated(v))
		}
		table = append(table, head)
		for _, l := range report.Rows(s) {
			table = append(table, csvLineage(voice, s, l))
		}
	}
	return writeRows(w, table)
}

func csvLineage(voice tell.Voice, s *series.Series, l *series.Lineage) []string {
	c := report.Latest(l)
	out := []string{tell.SeriesTitle(s), l.ID, c.Part.String(), report.FirstWords(l)}
	for v := range l.States {
		cell := report.CellOf(voice, l, v)
		out = append(out, strings.TrimSpace(cell.Name+" "+cell.Words))
	}
	return out
}

// RenderBlame writes one row a run of words.
func (f CSV) RenderBlame(w io.Writer, s *series.Series, version int) error {
	table := [][]string{{"clause", "first in", "dropped by", "words"}}
	for _, c := range s.Versions[version].Document.Clauses {
		if !c.Counted() {
			continue
		}
		for _, o := range s.State(c).Words {
			back := ""
			if o.Dropped > 0 {
				back = s.Versions[o.Dropped].Name
			}
			table = append(table, []string{c.Name(), s.Versions[o.First].Name, back, o.Text})
		}
	}
	return writeRows(w, table)
}

// RenderHistory writes one row a version.
func (f CSV) RenderHistory(w io.Writer, s *series.Series, l *series.Lineage) error {
	voice := tell.OfSeries(f.Say, s)
	table := [][]string{{"version", "clause", "state", "text"}}
	for v, st := range l.States {
		if st.Status == series.Absent {
			continue
		}
		c, text := report.CellOf(voice, l, v), ""
		if st.Clause != nil {
			text = st.Clause.Text
		}
		table = append(table, []string{s.Versions[v].Name, c.Name, c.Words, text})
	}
	return writeRows(w, table)
}

// writeRows writes cells as the rows of a comparison are written.
func writeRows(w io.Writer, table [][]string) error {
	if _, err := io.WriteString(w, byteOrderMark); err != nil {
		return err
	}
	out := csv.NewWriter(w)
	out.UseCRLF = true
	for _, row := range table {
		for i, cell := range row {
			row[i] = harmless(cell)
		}
		if err := out.Write(row); err != nil {
			return err
		}
	}
	out.Flush()
	return out.Error()
}
