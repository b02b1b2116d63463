package terminal

import (
	"io"

	"reprise/library"
	"reprise/report"
	"reprise/report/tell"
)

// RenderFound writes the clauses that have a phrase, each once for all the texts
// that have it, in its latest wording, with the words marked.
func (t Form) RenderFound(w io.Writer, f *library.Found) error {
	s := &screen{Form: t, paint: newPaint(t.Colour), Voice: tell.OfFound(t.Say, f)}
	for i, one := range f.Findings {
		if i > 0 {
			s.println(nil)
		}
		s.finding(one)
	}
	if more := f.Lineages - len(f.Findings); more > 0 {
		s.println(nil)
		name := "found-more"
		if f.Common {
			name = "found-common"
		}
		s.paragraph("", run{s.Counted(name, more), quiet})
	}
	_, err := io.WriteString(w, s.out.String())
	return err
}

func (s *screen) finding(f library.Finding) {
	last := f.Last()
	s.paragraph("", run{clean(s.Place(last)), strong}, run{"  " + clean(tell.Day(last.Of)), plain}, run{"  " + clean(s.Usage(f)), quiet})
	if vote := tell.Vote(last.Of); vote != "" {
		s.paragraph("    ", run{clean(vote), quiet})
	}
	var runs []run
	for _, r := range report.Marked(last.Text, f.Marks) {
		switch text := clean(r.Text); {
		case !r.Marked:
			runs = append(runs, run{text, plain})
		case s.Colour:
			runs = append(runs, run{text, strong})
		default:
			runs = append(runs, run{"[" + text + "]", plain})
		}
	}
	s.paragraph("    ", runs...)
}
