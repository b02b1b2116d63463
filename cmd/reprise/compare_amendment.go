package main

import (
	"context"
	"fmt"
	"io"
	"strings"

	"reprise/negotiate"
	"reprise/report"
	voices "reprise/report/tell"
)

// writeAmendment writes the differences of two texts as an amendment to the old
// one, and says what it asks for.
func (f *compareFlags) writeAmendment(ctx context.Context, s surroundings, names []string) error {
	f.product = amendmentText
	wanted, err := f.outputs(s, names)
	if err != nil {
		return err
	}
	var outputs []outputIn[report.AmendmentRenderer]
	for _, w := range wanted {
		form, ok := w.renderer.(report.AmendmentRenderer)
		if !ok {
			return fmt.Errorf("--view amendment: the form %s has no amendments; want one of %s", w.form, strings.Join(formsThat[report.AmendmentRenderer](), ", "))
		}
		outputs = append(outputs, outputIn[report.AmendmentRenderer]{w, form})
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
	if f.asksToFail(c.Summary) {
		return errDifferences
	}
	return nil
}
