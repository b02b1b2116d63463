package main

import (
	"context"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"reprise/report"
	"reprise/series"
)

func newTrace(s surroundings) *cobra.Command {
	var f lookFlags
	c := &cobra.Command{
		Use:   "trace PHRASE --series FILE...",
		Short: "Tell where a phrase first stood, where it went and when it came back",
		Long: `Tell in which version of a series a phrase first stood and in which clause, to
which clauses it went, where it was lost and where it came back. Capitals and
line breaks in the phrase do not matter; it begins where a word begins and may
end within one ("girl" finds "girls").`,
		Example: `  reprise trace "pre-primary" --series folder
  reprise trace "sea birds" --series folder -o birds.csv`,
		Args: atLeast(1, "PHRASE"),
		RunE: func(c *cobra.Command, args []string) error { return f.trace(c.Context(), s, args[0], args[1:]) },
	}
	f.add(c, formsThat[report.TraceRenderer]())
	return c
}

func (f *lookFlags) trace(ctx context.Context, s surroundings, phrase string, more []string) error {
	outputs, documents, err := lookedAt[report.TraceRenderer](ctx, f, s, more)
	if err != nil {
		return err
	}
	var traces []*series.Trace
	for _, one := range f.follow(s, documents) {
		if t := one.Trace(phrase); len(t.Sights) > 0 {
			traces = append(traces, t)
		}
	}
	if len(traces) == 0 {
		return fmt.Errorf("%q: in no clause of the series", phrase)
	}
	return showIn(outputs, s, func(r report.TraceRenderer, w io.Writer) error { return r.RenderTrace(w, traces) })
}
