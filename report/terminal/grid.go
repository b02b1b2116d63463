package terminal

import (
	"fmt"
	"strings"

	"github.com/clipperhouse/displaywidth"

	"reprise/report"
	"reprise/report/tell"
	"reprise/series"
)

// What a grid needs of the width.
const (
	gridCell = 3  // a sign, a doubt, a space
	gridHead = 40 // columns for the first words of a clause; more make gaps
)

// grid prints an evolution table of more versions than the width has room for:
// one sign a cell, the clause's name where it first and last stands. Versions
// are numbered; a key with their figures stands above.
func (s *screen) grid(one *series.Series) {
	s.key(one)
	for _, b := range s.gridBlocks(one) {
		s.println(nil)
		head := line{{pad("", b.head+b.column), plain}}
		for v := b.from; v < b.to; v++ {
			head = append(head, run{pad(fmt.Sprint(v+1), gridCell), strong})
		}
		s.println(head)
		for _, l := range report.Rows(one) {
			if there(l, b) {
				s.gridRow(l, b)
			}
		}
	}
	s.println(nil)
	s.paragraph("  ", run{report.KeptSign + " " + s.say("grid-kept"), quiet})
}

// key lists the versions of a grid with what each comes to.
func (s *screen) key(one *series.Series) {
	name := 0
	for _, v := range one.Versions {
		name = max(name, displaywidth.String(clean(tell.Dated(v))))
	}
	heads := [3]string{s.say("figure-clauses"), s.say("figure-words"), s.say("figure-agreed")}
	var widths [3]int
	for i, h := range heads {
		widths[i] = max(minFigure, displaywidth.String(h)) + 1
	}
	name = max(0, min(name, s.Width-len("999  ")-widths[0]-widths[1]-widths[2]))
	s.println(line{{pad("", len("999  ")+name) + figuresLine(heads, widths), quiet}})
	for v, ver := range one.Versions {
		f := report.FiguresOf(ver)
		share := s.Percent(f.Agreed)
		if v == 0 {
			share = ""
		}
		s.println(line{{fmt.Sprintf("%3d  ", v+1), strong}, {pad(displaywidth.TruncateString(clean(tell.Dated(ver)), name, "…"), name), plain},
			{figuresLine([3]string{fmt.Sprint(f.Clauses), fmt.Sprint(f.Words), share}, widths), quiet}})
	}
}

// minFigure is the least width of a column of figures.
const minFigure = 7

// figuresLine sets figures in columns, at their ends.
func figuresLine(figures [3]string, widths [3]int) string {
	out := ""
	for i, f := range figures {
		out += strings.Repeat(" ", max(0, widths[i]-displaywidth.String(f))) + f
	}
	return out
}

// gridBlocks cuts the versions so that each grid fits the width.
func (s *screen) gridBlocks(one *series.Series) []block {
	n, label := len(one.Versions), 0
	for v := range n {
		for _, l := range report.Rows(one) {
			label = max(label, displaywidth.String(labelOf(l, v))+1)
		}
	}
	fits := max(1, (s.Width-rowHeadMin-2*label)/gridCell)
	grids := (n + fits - 1) / fits
	fits = (n + grids - 1) / max(1, grids) // evenly
	head := max(rowHeadMin, min(gridHead, s.Width-2*label-fits*gridCell))
	var out []block
	for from := 0; from < n; from += fits {
		out = append(out, block{from, min(n, from+fits), label, head})
	}
	return out
}

// labelOf is the name of a lineage's clause in a version, "" where it has none.
func labelOf(l *series.Lineage, v int) string {
	c := l.States[v].Clause
	if c == nil {
		return ""
	}
	return clean(report.TableName(c, c.Name()))
}

func (s *screen) gridRow(l *series.Lineage, b block) {
	first, last := "", ""
	for v := b.from; v < b.to; v++ {
		if name := labelOf(l, v); name != "" {
			last = name
			if first == "" {
				first = name
			}
		}
	}
	out := line{{pad(opening(report.Latest(l), b.head-1), b.head), plain}, {pad(first, b.column), quiet}}
	for v := b.from; v < b.to; v++ {
		c := report.CellOf(s.Voice, l, v)
		out = append(out, run{pad(c.Mark(), gridCell), cellStyle(c, v)})
	}
	s.println(append(out, run{last, quiet}))
}
