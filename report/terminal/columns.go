package terminal

import (
	"strings"
	"unicode/utf8"

	"reprise/diff"
)

// Between the two columns of the side-by-side view, after one space.
const columnRule = "│ "

// columnHeads names the two columns.
func (s *screen) columnHeads() {
	l := s.label(" ", "", plain)
	l = append(l, run{clean(s.Title(s.c.Old)), strong})
	l = padTo(l, s.indent()+s.columnWidth()+len(" "))
	s.println(append(l, run{columnRule, quiet}, run{clean(s.Title(s.c.New)), strong}))
}

// columns prints old and new text beside each other.
func (s *screen) columns(head line, ch diff.Change) {
	width := s.columnWidth()
	old, new := wrap(s.side(ch, diff.Delete), width), wrap(s.side(ch, diff.Insert), width)
	for i := range max(len(old), len(new)) {
		if i > 0 {
			head = s.label(" ", "", plain)
		}
		l := append(line{}, head...)
		l = append(l, at(old, i)...)
		l = padTo(l, s.indent()+width+len(" "))
		l = append(l, run{columnRule, quiet})
		s.println(append(l, at(new, i)...))
	}
}

func at(lines []line, i int) line {
	if i < len(lines) {
		return lines[i]
	}
	return nil
}

// columnWidth is the width of one of two equal columns.
func (s *screen) columnWidth() int {
	if s.Width <= 0 {
		return maxMeasure
	}
	free := s.Width - s.indent() - utf8.RuneCountInString(" "+columnRule)
	return min(max(free/2, minMeasure), maxMeasure)
}

// side is one side of the edits, its clauses parted by newlines.
func (s *screen) side(ch diff.Change, op diff.Op) []run {
	var runs []run
	mark := s.marker(ch)
	for _, e := range ch.Edits {
		if e.Op == diff.Equal || e.Op == op {
			runs = append(runs, pieces(e, mark)...)
		}
	}
	return runs
}

// pieces marks each line of an edit apart, so that brackets close before a
// newline.
func pieces(e diff.Edit, mark func(string, diff.Op) run) []run {
	var runs []run
	for i, p := range strings.Split(clean(e.Text), "\n") {
		if i > 0 {
			runs = append(runs, run{"\n", plain})
		}
		if p != "" {
			runs = append(runs, mark(p, e.Op))
		}
	}
	return runs
}
