package main

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"reprise/report"
	"reprise/resolution"
	"reprise/series"
)

// seriesFlags are the flags of the commands that follow series.
type seriesFlags struct {
	inputFlags
	formFlags
}

func newSeries(s surroundings) *cobra.Command {
	var f seriesFlags
	c := &cobra.Command{
		Use:   "series FILE...",
		Short: "Follow every clause through the versions of a resolution",
		Long: `Follow every clause through the versions of a resolution. FILE is a path, a
folder, or - for standard input. The texts are sorted into series and put in
order by what they say: symbols, dates, titles and the resolutions they recall.
A symbol in several files counts once. Predecessors that are cited and were not
given are named.

The table has one row a clause and one column a version.`,
		Example: `  reprise series 65-49.txt 67-31.txt 69-36.txt
  reprise series folder -o evolution.html -o evolution.csv`,
		Args: atLeast(1, "FILE"),
		RunE: func(c *cobra.Command, args []string) error { return f.run(c.Context(), s, args) },
	}
	f.inputFlags.add(c)
	f.formFlags.add(c, seriesFormNames())
	return c
}

func (f *seriesFlags) run(ctx context.Context, s surroundings, names []string) error {
	outputs, err := f.seriesOutputs(s, names)
	if err != nil {
		return err
	}
	documents, err := f.gather(ctx, s, names)
	if err != nil {
		return err
	}
	all := follow(s, documents)
	return showSeries(outputs, s, func(r report.SeriesRenderer, w io.Writer) error {
		return r.RenderSeries(w, all)
	})
}

// follow groups and follows documents, with a progress bar on a terminal.
func follow(s surroundings, documents []*resolution.Document) []*series.Series {
	bar := newBar(s, "following", len(documents))
	defer bar.clear()
	return series.FollowAll(series.Group(documents), bar.show)
}

// seriesOutput is one output of a series.
type seriesOutput struct {
	wantedOutput
	renderer report.SeriesRenderer
}

// seriesOutputs are the outputs of the flags in forms that can show series.
func (f *formFlags) seriesOutputs(s surroundings, inputs []string) ([]seriesOutput, error) {
	wanted, err := f.outputs(s, inputs)
	if err != nil {
		return nil, err
	}
	var out []seriesOutput
	for _, w := range wanted {
		r, ok := w.renderer.(report.SeriesRenderer)
		if !ok {
			return nil, fmt.Errorf("--format %s: shows no series; want one of %s", w.form, strings.Join(seriesFormNames(), ", "))
		}
		out = append(out, seriesOutput{w, r})
	}
	return out, nil
}

func seriesFormNames() []string {
	var names []string
	for _, f := range forms {
		if _, ok := f.renderer(look{}).(report.SeriesRenderer); ok {
			names = append(names, f.name)
		}
	}
	return names
}

// showSeries renders every form first and then writes them, all or none.
func showSeries(wanted []seriesOutput, s surroundings, show func(report.SeriesRenderer, io.Writer) error) error {
	outputs := make([]output, len(wanted))
	for i, w := range wanted {
		var b bytes.Buffer
		if err := show(w.renderer, &b); err != nil {
			return fmt.Errorf("%s: %w", w.form, err)
		}
		outputs[i] = w.output(b.Bytes())
	}
	return write(outputs, s)
}

// atLeast refuses fewer arguments, and names what was wanted.
func atLeast(n int, wanted string) cobra.PositionalArgs {
	return func(c *cobra.Command, args []string) error {
		if len(args) < n {
			return fmt.Errorf("%s: want %s (see %s --help)", c.Name(), wanted, c.CommandPath())
		}
		return nil
	}
}
