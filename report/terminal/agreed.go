package terminal

import (
	"io"
	"strconv"

	"reprise/library"
	"reprise/report/tell"
)

// standingStyles are those of what happens likewise in a comparison.
var standingStyles = map[library.Standing]style{library.Agreed: quiet, library.Amended: reworded, library.Unprecedented: added}

// RenderAgreed writes each clause of a draft under what it is and where it was
// adopted, as a redline against the nearest adopted clause.
func (t Form) RenderAgreed(w io.Writer, a *library.Agreement) error {
	s := &screen{Form: t, paint: newPaint(t.Colour), Voice: tell.OfAgreement(t.Say, a)}
	if title := tell.Title(a.Draft); title != "" {
		s.paragraph("", run{clean(title), strong}, run{"  " + clean(a.Draft.Title), plain})
	}
	for _, sentence := range s.AgreedSummary(a) {
		s.paragraph("", run{sentence, plain})
	}
	for _, j := range a.Clauses {
		s.println(nil)
		s.judgement(a, j)
	}
	_, err := io.WriteString(w, s.out.String())
	return err
}

func (s *screen) judgement(a *library.Agreement, j library.Judgement) {
	const indent = "    "
	head := line{{clean(s.Name(j.Clause)), strong}, {"  " + s.Standing(j.Standing), standingStyles[j.Standing]}}
	if j.Standing == library.Amended {
		head = append(head, run{" (" + s.say("percent", "n", strconv.Itoa(tell.Percent(j.Kept, j.Words))) + ")", plain})
	}
	s.paragraph("", head...)
	s.paragraph(indent, italic(s.against(j), clean(j.Clause.Lead))...)
	if len(j.Precedents) == 0 {
		return
	}
	first := j.Precedents[0]
	if j.Standing == library.Unprecedented {
		s.paragraph(indent, run{clean(s.say("precedent-nearest", "clause", s.DatedPlace(first.Nearest))), quiet})
		return
	}
	s.paragraph(indent, run{clean(s.Adoptions(first)), quiet})
	for _, caution := range s.Cautions(first, a.Draft.Body) {
		s.paragraph(indent, run{"! " + clean(caution), substantive})
	}
	if others := s.AlsoNear(j); others != "" && j.Standing == library.Amended {
		s.paragraph(indent, run{clean(others), quiet})
	}
}

// against is a clause as a redline; one that is new, or agreed, has nothing to mark.
func (s *screen) against(j library.Judgement) []run {
	if j.Standing != library.Amended {
		return []run{{clean(j.Clause.Text), plain}}
	}
	return s.redlined(j.Precedents[0].Edits)
}
