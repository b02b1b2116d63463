package page

import (
	"io"
	"strconv"

	"reprise/report/tell"
	"reprise/series"
)

// RenderHistory writes one lineage as a page: a stack of redlines, and below it
// those of its points.
func (h HTML) RenderHistory(w io.Writer, s *series.Series, l *series.Lineage) error {
	v := tell.OfSeries(h.Say, s)
	p := historyPage{Title: tell.SeriesTitle(s), Rows: []pageRow{rowOf(v, s, l, "l")}}
	for i, point := range s.Points(l) {
		p.Rows = append(p.Rows, rowOf(v, s, point, "l"+strconv.Itoa(i+1)))
	}
	return h.assetsOf(seriesAssets).write(w, "history.html", p, frame{Voice: v, Links: h.Links, Title: p.Title})
}

type historyPage struct {
	Title string
	Rows  []pageRow // the clause, then its points
}
