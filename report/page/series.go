package page

import (
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"

	"reprise/diff"
	"reprise/report"
	"reprise/report/tell"
	"reprise/resolution"
	"reprise/series"
)

// RenderSeries writes one self-contained page: for each series a chart, the
// evolution table, and every lineage as a stack of redlines, to which the
// cells of the table lead. It is complete without JavaScript, which only sorts.
func (h HTML) RenderSeries(w io.Writer, all []*series.Series) error {
	v := tell.OfSeries(h.Say, all...)
	p := seriesPage{Legend: report.Legend(v)}
	for i, s := range all {
		if len(s.Versions) < 2 {
			p.Alone = append(p.Alone, s.Versions...)
			continue
		}
		p.Series = append(p.Series, seriesSectionOf(v, s, fmt.Sprintf("s%d", i+1)))
	}
	return h.assetsOf(seriesAssets).write(w, "series.html", p, frame{Voice: v, Links: h.Links, Title: pageTitle(v, all)})
}

type seriesPage struct {
	Series []seriesSection
	Alone  []series.Version
	Legend []report.Key
}

type seriesSection struct {
	ID       string
	Title    string
	Extent   string
	Remarks  []string
	Versions []pageVersion
	Groups   []pageGroup
	Filters  []rowFilter
	Strip    bool // opens as a strip of signs: there is no room for names
	Chart    chart
}

// pageGroup are the rows of one part of the resolution.
type pageGroup struct {
	Name string
	Rows []pageRow
}

// rowFilter is something that happened to some of the clauses.
type rowFilter struct {
	Key, Word string
	Count     int // clauses to which it happened
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
	Heading bool   // of a section
	Has     string // what happened to it, as class names
	Changes int    // versions that changed it
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
	Gap  bool // as in a hunk
	Text string
}

func pageTitle(v tell.Voice, all []*series.Series) string {
	if len(all) == 1 {
		return tell.SeriesTitle(all[0])
	}
	return v.SeriesCount(len(all))
}

func seriesSectionOf(voice tell.Voice, s *series.Series, id string) seriesSection {
	out := seriesSection{ID: id, Title: tell.SeriesTitle(s), Extent: voice.Extent(s), Remarks: voice.SeriesRemarks(s), Chart: chartOf(voice, s)}
	for v, ver := range s.Versions {
		f := report.FiguresOf(ver)
		pv := pageVersion{Name: ver.Name, Short: tell.ShortName(ver.Name), Dated: tell.Dated(ver), Figures: f}
		if v > 0 {
			pv.Agreed = voice.Percent(f.Agreed)
		}
		out.Versions = append(out.Versions, pv)
	}
	out.Strip = len(s.Versions) > stripFrom
	for i, l := range report.Rows(s) {
		r := rowOf(voice, s, l, fmt.Sprintf("%s-l%d", id, i+1))
		if n := len(out.Groups); n == 0 || out.Groups[n-1].Name != r.Part {
			out.Groups = append(out.Groups, pageGroup{Name: r.Part})
		}
		g := &out.Groups[len(out.Groups)-1]
		g.Rows = append(g.Rows, r)
	}
	out.Filters = rowFilters(voice, out.Groups)
	return out
}

// stripFrom is how many versions a table has room for by their names at the width of
// a desk; more are a strip of signs.
const stripFrom = 13

// rowFilters are what can be asked of the rows, where some have it and some have not.
func rowFilters(voice tell.Voice, groups []pageGroup) []rowFilter {
	var out []rowFilter
	for _, f := range []rowFilter{
		{Key: "in-substance", Word: voice.Say("legend-substantive")}, {Key: "new", Word: voice.Say("state-new")}, {Key: "dropped", Word: voice.Say("state-dropped")},
		{Key: "revived", Word: voice.Say("state-revived")}, {Key: "moved", Word: voice.Say("moved")}, {Key: "uncertain", Word: voice.Say("uncertain")},
	} {
		all := 0
		for _, g := range groups {
			for _, r := range g.Rows {
				all++
				if slices.Contains(strings.Fields(r.Has), f.Key) {
					f.Count++
				}
			}
		}
		if f.Count > 0 && f.Count < all {
			out = append(out, f)
		}
	}
	return out
}

func rowOf(voice tell.Voice, s *series.Series, l *series.Lineage, id string) pageRow {
	r := pageRow{ID: id, Lineage: l.ID, Opening: report.FirstWords(l), Remarks: voice.LineageRemarks(l)}
	if c := report.Latest(l); c != nil {
		r.Part, r.Heading = voice.Part(c.Part), c.Kind == resolution.Heading
	}
	has := map[string]bool{}
	for v, st := range l.States {
		c := pageCell{Cell: report.CellOf(voice, l, v), Class: cellClass(l, v)}
		c.Text = c.Cell.Text()
		for _, name := range strings.Fields(c.Class) {
			has[name] = true
		}
		if v > 0 && c.Sign != "" && st.Nature == diff.Substantive && slices.Contains([]series.Status{series.Reworded, series.Split, series.Merged, series.Rearranged}, st.Status) {
			has["in-substance"] = true
		}
		if st.Status != series.Absent {
			c.Href = fmt.Sprintf("#%s-v%d", id, v+1)
			r.States = append(r.States, pageStateOf(voice, s, l, v, c.Href[1:]))
		}
		if v > 0 && st.Status != series.Absent && st.Status != series.Kept {
			r.Changes++
		}
		r.Cells = append(r.Cells, c)
	}
	r.Has = strings.Join(slices.Sorted(maps.Keys(has)), " ")
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

func pageStateOf(voice tell.Voice, s *series.Series, l *series.Lineage, v int, id string) pageState {
	c := report.CellOf(voice, l, v)
	out := pageState{ID: id, Version: tell.Dated(s.Versions[v]), Name: c.Name, Words: c.Words, Class: cellClass(l, v),
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
		return []fragment{{Op: "equal", Lead: true, Text: st.Clause.Text[:lead]}, {Op: "equal", Text: st.Clause.Text[lead:]}}
	}
	var out []fragment
	left := len(st.Clause.Lead)
	for i, e := range st.Edits {
		gap := report.RunOn(st.Edits, i)
		if e.Op == diff.Delete {
			out = append(out, fragment{e.Op.String(), false, gap, e.Text})
			continue
		}
		n := min(left, len(e.Text))
		if n > 0 {
			out = append(out, fragment{e.Op.String(), true, gap, e.Text[:n]})
		}
		if n < len(e.Text) {
			out = append(out, fragment{e.Op.String(), false, gap && n == 0, e.Text[n:]})
		}
		left -= n
	}
	return out
}
