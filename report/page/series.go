package page

import (
	"embed"
	"fmt"
	"html/template"
	"io"
	"sync"

	"reprise/diff"
	"reprise/report"
	"reprise/report/tell"
	"reprise/series"
)

//go:embed seriespage
var seriesFiles embed.FS

// RenderSeries writes one self-contained page: for each series a chart, the
// evolution table, and every lineage as a stack of redlines, to which the
// cells of the table lead. It is complete without JavaScript, which only sorts.
func (HTML) RenderSeries(w io.Writer, all []*series.Series) error {
	p := seriesPage{Title: pageTitle(all), Legend: report.Legend}
	for i, s := range all {
		if len(s.Versions) < 2 {
			p.Alone = append(p.Alone, s.Versions...)
			continue
		}
		p.Series = append(p.Series, seriesSectionOf(s, fmt.Sprintf("s%d", i+1)))
	}
	return writePage(w, "series.html", "", p)
}

// framed is a page with what all series pages have.
type framed struct {
	Policy string
	Style  template.CSS
	More   template.CSS // of this page alone
	Script template.JS
	Page   any
}

// writePage executes a template with its style and script, which alone may run.
func writePage(w io.Writer, name, more string, page any) error {
	a, err := seriesAssets()
	if err != nil {
		return err
	}
	return a.page.ExecuteTemplate(w, name, framed{
		Policy: policy(a, more), Style: template.CSS(a.style), More: template.CSS(more), Script: template.JS(a.script), Page: page,
	})
}

// seriesAssets reads the templates when the first page is asked for. Colours
// and faces are those of the page of a comparison.
var seriesAssets = sync.OnceValues(func() (assets, error) {
	tokens, err := joinFiles([]string{"tokens.css"})
	if err != nil {
		return assets{}, err
	}
	style, err := seriesFiles.ReadFile("seriespage/series.css")
	if err != nil {
		return assets{}, fmt.Errorf("report: %w", err)
	}
	script, err := seriesFiles.ReadFile("seriespage/series.js")
	if err != nil {
		return assets{}, fmt.Errorf("report: %w", err)
	}
	page, err := template.ParseFS(seriesFiles, "seriespage/*.html")
	if err != nil {
		return assets{}, fmt.Errorf("report: %w", err)
	}
	return assets{page, tokens + string(style), string(script)}, nil
})

type seriesPage struct {
	Title  string
	Series []seriesSection
	Alone  []series.Version
	Legend any
}

type seriesSection struct {
	ID       string
	Title    string
	Extent   string
	Remarks  []string
	Versions []pageVersion
	Rows     []pageRow
	Chart    chart
}

type pageVersion struct {
	Name, Short, Dated string
	report.Figures
	Agreed string
}

type pageRow struct {
	ID      string // anchor
	Lineage string
	Opening string
	Part    string
	Changes int // versions that changed it
	Cells   []pageCell
	Remarks []string
	States  []pageState
}

type pageCell struct {
	report.Cell
	Href  string // "" where there is nothing to open
	Class string
	Text  string
}

// pageState is one step of a history.
type pageState struct {
	ID, Version, Name, Words, Class string
	Kept                            bool
	Pieces                          []fragment
}

// fragment is a run of a redline.
type fragment struct {
	Op   string // "equal", "delete", "insert"
	Lead bool
	Text string
}

func pageTitle(all []*series.Series) string {
	if len(all) == 1 {
		return report.SeriesTitle(all[0])
	}
	return fmt.Sprintf("%d series", len(all))
}

func seriesSectionOf(s *series.Series, id string) seriesSection {
	out := seriesSection{ID: id, Title: report.SeriesTitle(s), Extent: report.Extent(s), Remarks: report.SeriesRemarks(s), Chart: chartOf(s)}
	for v, ver := range s.Versions {
		f := report.FiguresOf(ver)
		pv := pageVersion{Name: ver.Name, Short: report.ShortName(ver.Name), Dated: report.Dated(ver), Figures: f}
		if v > 0 {
			pv.Agreed = tell.Percent(f.Agreed)
		}
		out.Versions = append(out.Versions, pv)
	}
	for i, l := range report.Rows(s) {
		out.Rows = append(out.Rows, rowOf(s, l, fmt.Sprintf("%s-l%d", id, i+1)))
	}
	return out
}

func rowOf(s *series.Series, l *series.Lineage, id string) pageRow {
	r := pageRow{ID: id, Lineage: l.ID, Opening: report.FirstWords(l), Remarks: report.LineageRemarks(l)}
	if c := report.Latest(l); c != nil {
		r.Part = c.Part.String()
	}
	for v, st := range l.States {
		c := pageCell{Cell: report.CellOf(l, v), Class: cellClass(l, v)}
		c.Text = c.Cell.Text()
		if st.Status != series.Absent {
			c.Href = fmt.Sprintf("#%s-v%d", id, v+1)
			r.States = append(r.States, pageStateOf(s, l, v, c.Href[1:]))
		}
		if v > 0 && st.Status != series.Absent && st.Status != series.Kept {
			r.Changes++
		}
		r.Cells = append(r.Cells, c)
	}
	return r
}

// cellClass names a cell's state for the style: status, and its nature.
func cellClass(l *series.Lineage, v int) string {
	st := l.States[v]
	if v == 0 && st.Clause != nil {
		return "first"
	}
	class := st.Status.String()
	if st.Clause == nil && st.Status == series.Merged {
		class += " gone"
	}
	if st.Clause != nil && st.Nature != diff.NoNature {
		class += " " + st.Nature.String()
	}
	if st.Moved && st.Clause != nil {
		class += " moved"
	}
	if st.Uncertain {
		class += " uncertain"
	}
	return class
}

func pageStateOf(s *series.Series, l *series.Lineage, v int, id string) pageState {
	c := report.CellOf(l, v)
	out := pageState{ID: id, Version: report.Dated(s.Versions[v]), Name: c.Name, Words: c.Words, Class: cellClass(l, v),
		Kept: c.State.Status == series.Kept}
	if c.State.Clause != nil && !out.Kept {
		out.Pieces = fragments(c.State)
	}
	return out
}

// fragments is the redline of a state; a text that is new is not marked.
func fragments(st series.State) []fragment {
	if st.Since < 0 {
		lead := min(len(st.Clause.Lead), len(st.Clause.Text))
		return []fragment{{"equal", true, st.Clause.Text[:lead]}, {"equal", false, st.Clause.Text[lead:]}}
	}
	var out []fragment
	left := len(st.Clause.Lead)
	for _, e := range st.Edits {
		if e.Op == diff.Delete {
			out = append(out, fragment{e.Op.String(), false, e.Text})
			continue
		}
		n := min(left, len(e.Text))
		if n > 0 {
			out = append(out, fragment{e.Op.String(), true, e.Text[:n]})
		}
		if n < len(e.Text) {
			out = append(out, fragment{e.Op.String(), false, e.Text[n:]})
		}
		left -= n
	}
	return out
}
