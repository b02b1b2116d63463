package main

import (
	"context"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"reprise/resolution"
	"reprise/series"
)

// seriesFlags are the flags of the commands that follow series.
type seriesFlags struct {
	inputFlags
	formFlags
}

// seriesTable is what shows series as a whole.
type seriesTable interface {
	RenderSeries(w io.Writer, all []*series.Series) error
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
  reprise series folder -o evolution.html -o evolution.csv
  reprise series folder -o evolution.grid.csv -o evolution.counts.csv`,
		Args: atLeast(1, "FILE"),
		RunE: func(c *cobra.Command, args []string) error { return f.run(c.Context(), s, args) },
	}
	f.inputFlags.add(c)
	f.formFlags.add(c, formsThat[seriesTable]())
	f.product = evolution
	return c
}

func (f *seriesFlags) run(ctx context.Context, s surroundings, names []string) error {
	outputs, err := outputsIn[seriesTable](&f.formFlags, s, names)
	if err != nil {
		return err
	}
	documents, err := f.gather(ctx, s, names)
	if err != nil {
		return err
	}
	all := follow(s, documents)
	return showIn(outputs, s, func(r seriesTable, w io.Writer) error {
		return r.RenderSeries(w, all)
	})
}

// follow groups and follows documents, with a progress bar on a terminal.
func follow(s surroundings, documents []*resolution.Document) []*series.Series {
	bar := newBar(s, "following", len(documents))
	defer bar.clear()
	return series.FollowAll(series.Group(documents), bar.show)
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
