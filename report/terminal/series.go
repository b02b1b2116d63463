package terminal

import (
	"fmt"
	"io"
	"strings"

	"github.com/clipperhouse/displaywidth"

	"reprise/diff"
	"reprise/report"
	"reprise/report/tell"
	"reprise/resolution"
	"reprise/series"
)

// What a row of the evolution table needs of the width.
const (
	rowHead    = 24 // columns for the first words of a clause
	rowHeadMin = 12 // below this they say nothing
)

// RenderSeries writes the evolution table of every series: one row a lineage,
// one column a version. Where the width has no room for all versions side by
// side, the table is a grid of signs.
func (t Form) RenderSeries(w io.Writer, all []*series.Series) error {
	s := &screen{Form: t, paint: newPaint(t.Colour), Voice: tell.OfSeries(t.Say, all...)}
	var single []*series.Series
	shown := 0
	for _, one := range all {
		if len(one.Versions) < 2 {
			single = append(single, one)
			continue
		}
		if shown > 0 {
			s.println(nil)
			s.println(nil)
		}
		shown++
		s.evolution(one)
	}
	if shown > 0 && len(single) > 0 {
		s.println(nil)
	}
	for _, one := range single {
		s.alone(one)
	}
	_, err := io.WriteString(w, s.out.String())
	return err
}

// alone names a document that belongs to no series.
func (s *screen) alone(one *series.Series) {
	for _, v := range one.Versions {
		s.paragraph("", run{clean(v.Name), strong}, run{"  " + clean(v.Document.Title) + " (" + s.say("series-alone") + ")", quiet})
	}
}

func (s *screen) evolution(one *series.Series) {
	s.paragraph("", run{clean(tell.SeriesTitle(one)), strong})
	s.paragraph("", run{clean(s.Extent(one)), quiet})
	s.println(nil)
	remarks := s.SeriesRemarks(one)
	for _, r := range remarks {
		s.paragraph("  ", run{clean(r), plain})
	}
	if len(remarks) > 0 {
		s.println(nil)
	}
	if b, ok := s.whole(one); ok {
		s.block(one, b)
		s.println(nil)
	} else {
		s.grid(one)
	}
	s.legend()
}

func (s *screen) legend() {
	var cells []run
	for _, l := range report.Legend(s.Voice) {
		cells = append(cells, run{l.Sign + " " + l.Word, quiet})
	}
	s.cells(cells, "   ")
}

// block is a table of some of the versions.
type block struct {
	from, to int // versions
	column   int // width of a column
	head     int // width of the row heads
}

// whole is the table of all versions, if the width has room for it.
func (s *screen) whole(one *series.Series) (block, bool) {
	n := len(one.Versions)
	column := 0
	for v := range n {
		column = max(column, displaywidth.String(tell.ShortName(one.Versions[v].Name))+1)
		for _, l := range report.Rows(one) {
			column = max(column, displaywidth.String(report.CellOf(s.Voice, l, v).Text())+1)
		}
	}
	if s.Width <= 0 {
		return block{0, n, column, rowHead}, true
	}
	head := min(rowHead, s.Width-n*column)
	return block{0, n, column, head}, head >= rowHeadMin
}

func (s *screen) block(one *series.Series, b block) {
	head := line{{pad("", b.head), plain}}
	for v := b.from; v < b.to; v++ {
		head = append(head, run{pad(clean(tell.ShortName(one.Versions[v].Name)), b.column), strong})
	}
	s.println(head)
	for _, l := range report.Rows(one) {
		if there(l, b) {
			s.row(l, b)
		}
	}
	s.figures(one, b)
}

// there tells whether a lineage has something to show in a block.
func there(l *series.Lineage, b block) bool {
	for v := b.from; v < b.to; v++ {
		if l.States[v].Status != series.Absent {
			return true
		}
	}
	return false
}

func (s *screen) row(l *series.Lineage, b block) {
	out := line{{pad(opening(report.Latest(l), b.head-1), b.head), plain}}
	for v := b.from; v < b.to; v++ {
		c := report.CellOf(s.Voice, l, v)
		out = append(out, run{pad(displaywidth.TruncateString(clean(c.Text()), b.column-1, "…"), b.column), cellStyle(c, v)})
	}
	s.println(out)
}

// opening is the first words of a clause, as many as there is room for.
func opening(c *resolution.Clause, width int) string {
	if c == nil {
		return ""
	}
	text := strings.Join(strings.Fields(clean(c.Text)), " ")
	return displaywidth.TruncateString(text, width, "…")
}

func cellStyle(c report.Cell, v int) style {
	switch {
	case c.State.Status == series.Dropped, c.State.Status == series.Merged && c.State.Clause == nil:
		return removed
	case v == 0 || c.State.Status == series.Kept && !c.State.Moved && !tell.NoteChanged(c.State):
		return quiet
	case c.State.Status == series.New, c.State.Status == series.Revived:
		return added
	case c.State.Nature == diff.Substantive:
		return substantive
	case c.State.Moved:
		return moved
	}
	return reworded
}

func pad(text string, width int) string {
	return text + strings.Repeat(" ", max(0, width-displaywidth.String(text)))
}

// figures prints what each version comes to.
func (s *screen) figures(one *series.Series, b block) {
	agreed := s.say("agreed-share")
	if displaywidth.String(agreed) >= b.head {
		agreed = s.say("figure-agreed")
	}
	out := [3]line{{{pad(s.say("figure-clauses"), b.head), quiet}}, {{pad(s.say("figure-words"), b.head), quiet}}, {{pad(agreed, b.head), quiet}}}
	for v := b.from; v < b.to; v++ {
		f := report.FiguresOf(one.Versions[v])
		share := s.Percent(f.Agreed)
		if v == 0 {
			share = ""
		}
		for i, text := range [...]string{fmt.Sprint(f.Clauses), fmt.Sprint(f.Words), share} {
			out[i] = append(out[i], run{pad(text, b.column), quiet})
		}
	}
	s.println(nil)
	for _, l := range out {
		s.println(l)
	}
}
