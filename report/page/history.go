package page

import (
	"io"

	"reprise/report/tell"
	"reprise/series"
)

// RenderHistory writes one lineage as a page: a stack of redlines.
func (h HTML) RenderHistory(w io.Writer, s *series.Series, l *series.Lineage) error {
	v := tell.OfSeries(h.Say, s)
	title := tell.SeriesTitle(s)
	return seriesAssets.write(w, "history.html", historyPage{Title: title, Row: rowOf(v, s, l, "l")}, frame{Voice: v, Title: title})
}

type historyPage struct {
	Title string
	Row   pageRow
}
