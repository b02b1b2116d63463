package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"slices"

	"github.com/spf13/cobra"

	"reprise/internal/visible"
	"reprise/report"
	"reprise/resolution"
	"reprise/series"
)

// lookFlags are the flags of the commands that look into one series.
type lookFlags struct {
	seriesFlags
	series  []string
	version []string // what else is looked for among them, or looked up
}

func (f *lookFlags) add(c *cobra.Command, forms []string) {
	f.inputFlags.add(c)
	f.formFlags.add(c, forms)
	f.product = evolution
	c.Flags().StringArrayVar(&f.series, "series", nil, "the versions of the series: files or folders")
}

// lookedAt reads the versions of the series, those after --series and those that
// follow it as arguments, and works out where the result goes.
func lookedAt[T any](ctx context.Context, f *lookFlags, s surroundings, more []string) ([]outputIn[T], []*resolution.Document, error) {
	names := append(slices.Clone(f.series), more...)
	if len(names) == 0 {
		return nil, nil, errors.New("want --series with the files or folders of the series")
	}
	outputs, err := outputsIn[T](&f.formFlags, s, names)
	if err != nil {
		return nil, nil, err
	}
	documents, err := f.gather(ctx, s, names)
	if err == nil {
		f.warnOfIdleInputFlags(s, append(names, f.version...), documents)
	}
	return outputs, documents, err
}

func newBlame(s surroundings) *cobra.Command {
	var f lookFlags
	c := &cobra.Command{
		Use:   "blame VERSION --series FILE...",
		Short: "Show which resolution first had each word of a version",
		Long: `Show, phrase by phrase, which resolution of a series first had the words of a
version. VERSION is a file, or the symbol of a text of the series. Words that
had been dropped and came back are marked with ^ and the version that dropped
them.`,
		Example: `  reprise blame 79-24.txt --series folder
  reprise blame A/RES/79/24 --series 65-49.txt 67-31.txt 79-24.txt -o words.html`,
		Args: atLeast(1, "VERSION"),
		RunE: func(c *cobra.Command, args []string) error { return f.blame(c.Context(), s, args[0], args[1:]) },
	}
	f.add(c, formsThat[report.SeriesRenderer]())
	c.ValidArgsFunction = func(_ *cobra.Command, args []string, _ string) ([]cobra.Completion, cobra.ShellCompDirective) {
		if len(args) > 0 {
			return nil, cobra.ShellCompDirectiveDefault
		}
		return f.completeVersions(s, f.series)
	}
	return c
}

func (f *lookFlags) blame(ctx context.Context, s surroundings, version string, more []string) error {
	f.version = []string{version}
	outputs, documents, err := lookedAt[report.SeriesRenderer](ctx, f, s, more)
	if err != nil {
		return err
	}
	documents, named, err := f.withVersion(ctx, s, documents, version)
	if err != nil {
		return err
	}
	for _, one := range f.follow(s, documents) {
		for v := range one.Versions {
			if named(one.Versions[v]) {
				return showIn(outputs, s, func(r report.SeriesRenderer, w io.Writer) error {
					return r.RenderBlame(w, one, v)
				})
			}
		}
	}
	return fmt.Errorf("%s: not among the versions of the series", version)
}

// withVersion finds the version that is asked for: the symbol of one of the
// documents, or a file, which joins them.
func (f *lookFlags) withVersion(ctx context.Context, s surroundings, documents []*resolution.Document, version string) ([]*resolution.Document, func(series.Version) bool, error) {
	for _, d := range documents {
		if symbolIs(d, version) || d.Reading.Name == visible.Name(version) {
			return documents, func(v series.Version) bool { return isText(v.Document, d) }, nil
		}
	}
	one, err := f.open(ctx, s, []string{version})
	if err != nil {
		return nil, nil, fmt.Errorf("%w; want a file, or the symbol of a text of the series", err)
	}
	warnOfReading(s, one)
	return append(documents, one[0]), func(v series.Version) bool { return isText(v.Document, one[0]) }, nil
}

// isText tells whether two documents are one text: the same, or of one symbol.
func isText(a, b *resolution.Document) bool {
	return a == b || a.Symbol != "" && a.Symbol == b.Symbol
}
