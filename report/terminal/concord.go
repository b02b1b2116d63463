package terminal

import (
	"io"

	"reprise/concord"
	"reprise/report"
	"reprise/report/tell"
	"reprise/resolution"
)

// RenderConcordance writes what does not agree between two languages of one text, each
// with the clause in both, and the words marked.
func (t Form) RenderConcordance(w io.Writer, c *concord.Concordance) error {
	s := &screen{Form: t, paint: newPaint(t.Colour), Voice: tell.OfConcordance(t.Say, c)}
	s.paragraph("", run{clean(s.ConcordanceTitle(c)), strong})
	if title := s.titleIn(c); title != "" {
		s.paragraph("", run{clean(title), plain})
	}
	s.println(nil)
	for _, sentence := range s.ConcordanceCounts(c) {
		s.paragraph("  ", run{sentence, plain})
	}
	for _, f := range c.Faults {
		if f.Kind == concord.FieldFault {
			s.fault(c, f)
		}
	}
	for _, l := range c.Links {
		if len(l.Faults) > 0 {
			s.println(nil)
			s.disagreement(c, l)
		}
	}
	_, err := io.WriteString(w, s.out.String())
	return err
}

// titleIn is the title of the text in the reader's language, where one of the two has it.
func (s *screen) titleIn(c *concord.Concordance) string {
	for _, d := range c.Texts {
		if d.Language == s.Language() {
			return d.Title
		}
	}
	return c.Texts[0].Title
}

func (s *screen) fault(c *concord.Concordance, f concord.Fault) {
	runs := []run{{s.FaultKind(f.Kind) + "  ", substantive}}
	for _, r := range s.Fault(c, f) {
		one := run{clean(r.Text), plain}
		if r.Clause != nil {
			one.style = strong
		}
		runs = append(runs, one)
	}
	s.paragraph("", runs...)
}

// disagreement is a link with its faults, then its clause in both languages.
func (s *screen) disagreement(c *concord.Concordance, l concord.Link) {
	for _, f := range l.Faults {
		s.fault(c, f)
	}
	for side, d := range c.Texts {
		s.println(line{{"  " + clean(tell.LanguageName(d)), quiet}})
		if len(l.Sides[side]) == 0 {
			s.paragraph("    ", run{s.NoClause(d.Language), quiet})
			continue
		}
		s.inLanguage(d, s.marked(l, side))
		for _, note := range report.FaultNotes(l.Faults, side, d) {
			s.inLanguage(d, s.markedNote(note))
		}
	}
}

// marked is a clause with the words marked at which its faults show.
func (s *screen) marked(l concord.Link, side int) []run {
	clause := l.Sides[side][0]
	runs := []run{{clean(s.Name(clause)) + " ", quiet}}
	return append(runs, s.marks(report.Marked(clause.Text, report.FaultMarks(l.Faults, side, clause)))...)
}

// markedNote is a footnote at which a fault shows, behind its mark.
func (s *screen) markedNote(n report.FaultNote) []run {
	runs := []run{{clean(n.Mark) + " ", quiet}}
	return append(runs, s.marks(n.Runs)...)
}

func (s *screen) marks(text []report.Run) []run {
	var runs []run
	for _, r := range text {
		switch text := clean(r.Text); {
		case !r.Marked:
			runs = append(runs, run{text, plain})
		case s.Colour:
			runs = append(runs, run{text, reworded})
		default:
			runs = append(runs, run{"[" + text + "]", plain})
		}
	}
	return runs
}

// inLanguage prints the text of a document in its own direction.
func (s *screen) inLanguage(d *resolution.Document, runs []run) {
	const indent = "    "
	mark := ""
	if tell.RunsRightToLeft(d.Language) && !s.RightToLeft() {
		mark = rightToLeftMark
	}
	for _, l := range wrap(runs, s.measure(len(indent))) {
		s.println(append(line{{mark + indent, plain}}, l...))
	}
}
