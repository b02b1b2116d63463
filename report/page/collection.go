package page

import (
	"io"

	"reprise/report"
	"reprise/report/tell"
)

// RenderCollection writes an index of many comparisons: what each comes to, and a
// link to its page where it has one.
func (h HTML) RenderCollection(w io.Writer, all report.Collection) error {
	v := tell.In(h.Say)
	p := indexPage{OnlyOld: all.OnlyOld, OnlyNew: all.OnlyNew}
	for _, pair := range all.Pairs {
		v = tell.Of(h.Say, pair.Comparison)
		p.Pairs = append(p.Pairs, indexRowOf(v, pair))
	}
	return h.assetsOf(seriesAssets).write(w, "collection.html", p, frame{Voice: v, Links: h.Links, Title: v.Counted("collection", len(all.Pairs))})
}

type indexPage struct {
	Pairs            []indexRow
	OnlyOld, OnlyNew []string
}

// indexRow is one comparison in the index.
type indexRow struct {
	Name, Page, Title string
	Old, New          string
	Tallies           []tell.Tally
	Agreed            string
	First             string // what a reader must hear first
}

func indexRowOf(v tell.Voice, p report.Pair) indexRow {
	c := p.Comparison
	row := indexRow{Name: p.Name, Page: p.Page, Title: titleOf(c), Old: v.Title(c.Old), New: v.Title(c.New),
		Tallies: v.Tallies(c.Summary), Agreed: v.Percent(c.Summary.Agreed)}
	if points := v.Summary(c).Points; len(points) > 0 {
		row.First = points[0].String()
	}
	return row
}
