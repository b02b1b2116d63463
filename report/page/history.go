package page

import (
	"io"
	"strconv"

	"reprise/report"
	"reprise/series"
)

// RenderHistory writes one lineage as a page: a stack of redlines, and below it
// those of its points.
func (HTML) RenderHistory(w io.Writer, s *series.Series, l *series.Lineage) error {
	p := historyPage{Title: report.SeriesTitle(s), Rows: []pageRow{rowOf(s, l, "l")}}
	for i, point := range s.Points(l) {
		p.Rows = append(p.Rows, rowOf(s, point, "l"+strconv.Itoa(i+1)))
	}
	return writePage(w, "history.html", "", p)
}

type historyPage struct {
	Title string
	Rows  []pageRow // the clause, then its points
}
