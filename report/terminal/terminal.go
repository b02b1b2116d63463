// Package terminal shows a comparison, a series or one document as text in
// columns, with colour or without. What a text says never orders the terminal
// about: clean is the one place that sees to it.
//
// Its main call is Form.Render.
package terminal

import (
	"fmt"
	"io"
	"strings"

	"github.com/clipperhouse/displaywidth"

	"reprise/diff"
	"reprise/report"
	"reprise/report/tell"
)

// Form shows a comparison as text in columns. The zero value is plain
// text, one line a clause, for pipes.
type Form struct {
	Width   int          // columns; 0 does not wrap
	Colour  bool         // decided by the caller, for the whole output
	View    report.View  // Inline or report.SideBySide
	Only    report.Scope // what is listed; the rest is folded and counted
	Say     string       // language of what is said; "" for that of the texts
	Context int          // unchanged clauses shown on each side of a change; negative shows all
	Detail  report.Detail
}

// Longer lines than this are hard to read; a wider terminal stays empty.
const maxMeasure = 88

// Below this a column holds hardly three words; lines may then run over.
const minMeasure = 20

// Render writes the comparison: both symbols, title, summary, what is doubtful,
// changed fields, then the changes in the order of the new text.
func (t Form) Render(w io.Writer, c *diff.Comparison) error {
	s := &screen{Form: t, paint: newPaint(t.Colour), Voice: tell.Of(t.Say, c), c: c}
	s.head()
	if t.Detail == report.Full {
		s.changes()
	}
	_, err := io.WriteString(w, s.out.String())
	return err
}

// changes are the changes in the order of the new text.
func (s *screen) changes() {
	if s.View == report.SideBySide {
		s.columnHeads()
	}
	for _, g := range report.Fold(report.Listed(s.c.Changes, s.Context), report.Folding{Only: s.Only, Context: s.Context}) {
		if g.Folded {
			s.foldedLine(g.Changes)
			continue
		}
		for _, ch := range g.Changes {
			s.change(ch)
		}
	}
}

// screen is one rendering in the making.
type screen struct {
	Form
	paint
	tell.Voice
	c      *diff.Comparison
	out    strings.Builder
	gutter int // columns before the text; 0 until asked for
}

// say is a phrase of the voice; the form's own Say is which language it speaks.
func (s *screen) say(name string, values ...string) string { return s.Voice.Say(name, values...) }

func (s *screen) println(l line) {
	l = trimEnd(l)
	if len(l) > 0 && s.RightToLeft() {
		s.out.WriteString(rightToLeftMark)
	}
	s.paint.write(&s.out, l)
	s.out.WriteByte('\n')
}

// rightToLeftMark opens a line in a language that is written so: a terminal takes
// the direction of a line from the first letter that has one, and ours often open
// with "PP1". It has no width.
const rightToLeftMark = "\u200f"

// trimEnd drops spaces at the end of a line.
func trimEnd(l line) line {
	for n := len(l); n > 0; n-- {
		if t := strings.TrimRight(l[n-1].text, " "); t != "" {
			l[n-1].text = t
			return l[:n]
		}
	}
	return nil
}

// paragraph prints runs wrapped, with the same indent before every line.
func (s *screen) paragraph(indent string, runs ...run) {
	for _, l := range wrap(runs, s.measure(len(indent))) {
		s.println(append(line{{indent, plain}}, l...))
	}
}

// measure is the width of text after an indent; 0 where nothing is wrapped.
func (s *screen) measure(indent int) int {
	if s.Width <= 0 {
		return 0
	}
	return min(max(s.Width-indent, minMeasure), maxMeasure)
}

func (s *screen) head() {
	old, new := s.c.Old, s.c.New
	s.paragraph("", run{clean(s.Title(old)), strong}, run{" " + s.Arrow() + " ", quiet}, run{clean(s.Title(new)), strong})
	if new.Title != "" {
		s.paragraph("", run{clean(new.Title), plain})
	}
	s.println(nil)
	s.counts()
	s.summary()
	s.fields()
	for _, warning := range s.Warnings(s.c) {
		s.paragraph("  ", run{"! " + clean(warning), substantive})
	}
	s.println(nil)
}

// summary is what a reader must hear, a line a point, clauses by their names.
func (s *screen) summary() {
	for _, l := range s.Detail.Lines(s.Voice, s.Voice.Summary(s.c)) {
		s.told(l)
	}
}

// told prints a sentence, the clauses that it names apart from what is said of them.
func (s *screen) told(l tell.Line) {
	runs := make([]run, len(l))
	for i, r := range l {
		runs[i] = run{clean(r.Text), plain}
		if r.Clause != nil {
			runs[i].style = strong
		}
	}
	s.paragraph("  ", runs...)
}

// counts is the line of figures under the title.
func (s *screen) counts() {
	sum := s.c.Summary
	var cells []run
	for _, t := range s.Tallies(sum) {
		if t.Key == "substantive" || t.Key == "routine" {
			continue
		}
		text := fmt.Sprintf("%d %s", t.Count, t.Word)
		if t.Key == "reworded" && sum.Routine > 0 {
			text += " " + s.Counted("routine-of", min(sum.Routine, sum.Reworded))
		}
		cells = append(cells, run{text, strong})
	}
	if len(cells) == 0 {
		cells = []run{{s.say("no-clauses"), strong}}
	}
	s.cells(append(cells, run{s.Agreed(sum), quiet}), "   ")
}

// cells prints runs beside each other as far as the width allows; one that is
// longer than the width has lines of its own.
func (s *screen) cells(cells []run, between string) {
	const indent = "  "
	var l []run
	width := 0
	for _, c := range cells {
		w := displaywidth.String(c.text)
		if len(l) > 0 && s.Width > 0 && width+len([]rune(between))+w > s.measure(len(indent)) {
			s.paragraph(indent, l...)
			l, width = nil, 0
		}
		if len(l) > 0 {
			l = append(l, run{between, quiet})
			width += len([]rune(between))
		}
		l = append(l, c)
		width += w
	}
	if len(l) > 0 {
		s.paragraph(indent, l...)
	}
}
