package main

import (
	"context"
	"io"

	"reprise/negotiate"
	"reprise/negotiate/rolling"
	"reprise/report"
	voices "reprise/report/tell"
	"reprise/resolution"
)

// writeAmendment writes the differences of two texts as an amendment to the old
// one, and says what it asks for.
func (f *compareFlags) writeAmendment(ctx context.Context, s surroundings, names []string) error {
	f.product = amendmentText
	wanted, err := f.outputs(s, names)
	if err != nil {
		return err
	}
	outputs, err := thatCan[report.AmendmentRenderer](wanted, "--view amendment: the form %s has no amendments")
	if err != nil {
		return err
	}
	documents, opts, err := f.pair(ctx, s, names)
	if err != nil {
		return err
	}
	c, err := f.compare(s, documents, opts)
	if err != nil {
		return err
	}
	m := negotiate.Write(c)
	if err := showIn(outputs, s, func(r report.AmendmentRenderer, w io.Writer) error { return r.RenderAmendment(w, m) }); err != nil {
		return err
	}
	tell(s.stderr, voices.Of(f.say, c).Counted("amendment-written", len(m.Operations), "old", voices.Of(f.say, c).Title(c.Old), "new", voices.Of(f.say, c).Title(c.New)))
	if f.asksToFail(c) {
		return errDifferences
	}
	return nil
}

// compareReadings compares two readings of a rolling text by clause and bracket.
func (f *compareFlags) compareReadings(ctx context.Context, s surroundings, names []string) error {
	f.product = readings
	wanted, err := f.outputs(s, names)
	if err != nil {
		return err
	}
	outputs, err := thatCan[report.ReadingsRenderer](wanted, "--view brackets: the form %s does not show brackets")
	if err != nil {
		return err
	}
	documents, _, err := f.pair(ctx, s, names)
	if err != nil {
		return err
	}
	old, new := rolling.Read(documents[0]), rolling.Read(documents[1])
	for i, t := range []*rolling.Text{old, new} {
		f.tellLoose(s, names[i], t)
	}
	c := rolling.Compare(old, new)
	if err := showIn(outputs, s, func(r report.ReadingsRenderer, w io.Writer) error { return r.RenderReadings(w, c) }); err != nil {
		return err
	}
	tell(s.stderr, voiceFor(f.say, documents[1]).ReadingsCounts(c))
	if moved, _ := report.Moved(c); f.exitCode != "" && len(moved) > 0 {
		return errDifferences
	}
	return nil
}

// tellLoose says which brackets of a text have no other half.
func (f *compareFlags) tellLoose(s surroundings, name string, t *rolling.Text) {
	for _, l := range t.Loose {
		tell(s.stderr, name+": "+voiceFor(f.say, t.Doc).LooseBracket(l))
	}
}

// tellOfBrackets says of two rolling texts that are compared like others that their
// brackets can be compared. A text that was adopted is none.
func (f *compareFlags) tellOfBrackets(s surroundings, documents []*resolution.Document) {
	for _, d := range documents {
		if d.Adopted != (resolution.Date{}) || !rolling.Read(d).IsRolling() {
			return
		}
	}
	tell(s.stderr, voiceFor(f.say, documents[1]).Say("rolled-are"))
}
