package table

import (
	"encoding/csv"
	"io"
	"strconv"
	"strings"

	"reprise/diff"
	"reprise/report"
	"reprise/report/tell"
	"reprise/series"
)

// tidyColumns name what docs/data.md says of the rows of a series.
var tidyColumns = []string{
	"series", "lineage", "version", "year", "part", "clause", "status", "nature", "moved", "renumbered", "uncertain", "words", "text",
}

// RenderSeries writes one row a clause and version, for programs that count:
// where the version has the clause, and where it has just lost it.
func (f CSV) RenderSeries(w io.Writer, all []*series.Series) error {
	table := [][]string{tidyColumns}
	for _, s := range all {
		for _, l := range report.Rows(s) {
			table = append(table, tidyRows(s, l)...)
		}
	}
	return WriteRows(w, table)
}

func tidyRows(s *series.Series, l *series.Lineage) [][]string {
	var out [][]string
	for v, st := range l.States {
		if st.Status == series.Absent {
			continue
		}
		part, words, text := report.Latest(l).Part, 0, ""
		if st.Clause != nil {
			part, text = st.Clause.Part, st.Clause.Text
			words = len(strings.Fields(text))
		}
		version := s.Versions[v]
		out = append(out, []string{
			tell.SeriesTitle(s), l.ID, version.Name, tell.Year(version.Document), part.String(), report.CellOf(tell.Voice{}, l, v).Name,
			tidyStatus(v, st), tidyNature(v, st), yes(st.Moved && st.Clause != nil), yes(st.Renumbered), yes(st.Uncertain), strconv.Itoa(words), text,
		})
	}
	return out
}

// tidyStatus is "first" for the clauses of the first version, of which nobody
// can say whether they are new.
func tidyStatus(v int, st series.State) string {
	if v == 0 && st.Clause != nil {
		return "first"
	}
	return st.Status.String()
}

// tidyNature is that of a change from the version before.
func tidyNature(v int, st series.State) string {
	if v == 0 || st.Nature == diff.NoNature {
		return ""
	}
	return st.Nature.String()
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
	return WriteRows(w, table)
}

// RenderHistory writes the rows that RenderSeries has of the clause and of its
// points.
func (f CSV) RenderHistory(w io.Writer, s *series.Series, l *series.Lineage) error {
	table := [][]string{tidyColumns}
	for _, one := range append([]*series.Lineage{l}, s.Points(l)...) {
		table = append(table, tidyRows(s, one)...)
	}
	return WriteRows(w, table)
}

// WriteRows writes cells as the rows of a comparison are written: none of them is a
// formula.
func WriteRows(w io.Writer, table [][]string) error {
	if _, err := io.WriteString(w, byteOrderMark); err != nil {
		return err
	}
	out := csv.NewWriter(w)
	out.UseCRLF = true
	for _, row := range table {
		cells := make([]string, len(row)) // rows of names are everybody's
		for i, cell := range row {
			cells[i] = harmless(cell)
		}
		if err := out.Write(cells); err != nil {
			return err
		}
	}
	out.Flush()
	return out.Error()
}
