package table

import (
	"io"
	"slices"
	"strconv"
	"strings"

	"reprise/diff"
	"reprise/report"
	"reprise/report/tell"
	"reprise/series"
)

// SeriesGrid writes the evolution table: one row a clause and one column a
// version, as people read it.
type SeriesGrid struct {
	Say string // language of the states; "" for that of the texts
}

// RenderSeries writes one row a lineage and one column a version, after
// columns that name the series and the lineage. A cell holds the clause's name
// and its state in words. Each series has a row of names of its own.
func (g SeriesGrid) RenderSeries(w io.Writer, all []*series.Series) error {
	voice := tell.OfSeries(g.Say, all...)
	var table [][]string
	for _, s := range all {
		table = append(table, g.rows(voice, s)...)
	}
	return WriteRows(w, table)
}

// rows are the row of names and one a lineage.
func (SeriesGrid) rows(voice tell.Voice, s *series.Series) [][]string {
	head := []string{"series", "lineage", "part", "clause"}
	for _, v := range s.Versions {
		head = append(head, tell.Dated(v))
	}
	table := [][]string{head}
	for _, l := range report.Rows(s) {
		table = append(table, csvLineage(voice, s, l))
	}
	return table
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

// SeriesCounts writes what each version comes to.
type SeriesCounts struct{}

// RenderSeries writes one row a version.
func (SeriesCounts) RenderSeries(w io.Writer, all []*series.Series) error {
	table := [][]string{countColumns}
	for _, s := range all {
		for v := range s.Versions {
			table = append(table, countRow(s, v))
		}
	}
	return WriteRows(w, table)
}

// counted are the states that have a column in the counts.
var counted = []series.Status{series.New, series.Kept, series.Reworded, series.Split, series.Merged, series.Rearranged, series.Revived, series.Dropped}

var countColumns = slices.Concat([]string{"series", "version", "year", "clauses", "words", "agreed"}, countedNames(), []string{"substantive", "routine", "moved"})

func countedNames() []string {
	var names []string
	for _, status := range counted {
		names = append(names, status.String())
	}
	return names
}

// countRow counts the states of a version. The first has none: nothing stands
// before it.
func countRow(s *series.Series, v int) []string {
	version, f := s.Versions[v], report.FiguresOf(s.Versions[v])
	row := []string{tell.SeriesTitle(s), version.Name, tell.Year(version.Document), strconv.Itoa(f.Clauses), strconv.Itoa(f.Words)}
	if v == 0 {
		return append(row, make([]string, len(countColumns)-len(row))...)
	}
	row = append(row, strconv.FormatFloat(f.Agreed, 'f', 4, 64))
	states := map[series.Status]int{}
	natures := map[diff.Nature]int{}
	moved := 0
	for _, l := range report.Rows(s) {
		st := l.States[v]
		states[st.Status]++
		if st.Status != series.Absent {
			natures[st.Nature]++
		}
		if st.Moved && st.Clause != nil {
			moved++
		}
	}
	for _, status := range counted {
		row = append(row, strconv.Itoa(states[status]))
	}
	return append(row, strconv.Itoa(natures[diff.Substantive]), strconv.Itoa(natures[diff.Routine]), strconv.Itoa(moved))
}
