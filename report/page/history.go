package page

import (
	"io"

	"reprise/report"
	"reprise/series"
)

// RenderHistory writes one lineage as a page: a stack of redlines.
func (HTML) RenderHistory(w io.Writer, s *series.Series, l *series.Lineage) error {
	r := rowOf(s, l, "l")
	return writePage(w, "history.html", "", historyPage{Title: report.SeriesTitle(s), Row: r})
}

type historyPage struct {
	Title string
	Row   pageRow
}
