package terminal

import (
	"io"

	"reprise/report"
	"reprise/report/tell"
)

// RenderCollection writes two lines a comparison, its texts and its counts, and
// what could not be paired.
func (t Form) RenderCollection(w io.Writer, all report.Collection) error {
	voice := tell.In(t.Say)
	for i, p := range all.Pairs {
		s := &screen{Form: t, Voice: tell.Of(t.Say, p.Comparison), c: p.Comparison, paint: newPaint(t.Colour)}
		if voice = s.Voice; i > 0 {
			s.println(nil)
		}
		texts := clean(s.Title(p.Comparison.Old) + " " + s.Arrow() + " " + s.Title(p.Comparison.New))
		s.paragraph("", run{clean(p.Name), strong}, run{"  " + texts, quiet})
		s.counts()
		if _, err := io.WriteString(w, s.out.String()); err != nil {
			return err
		}
	}
	s := &screen{Form: t, Voice: voice, paint: newPaint(t.Colour)}
	s.unpaired("only-old", all.OnlyOld)
	s.unpaired("only-new", all.OnlyNew)
	_, err := io.WriteString(w, s.out.String())
	return err
}

// unpaired lists the texts of one side that have no other.
func (s *screen) unpaired(head string, names []string) {
	if len(names) == 0 {
		return
	}
	s.println(nil)
	s.println(line{{s.say(head), strong}})
	for _, name := range names {
		s.paragraph("  ", run{clean(name), plain})
	}
}
