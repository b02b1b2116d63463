package main

import (
	"context"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"reprise/library"
	"reprise/report"
	"reprise/resolution"
	"reprise/resolution/symbol"
)

// findFlags are the flags of reprise find.
type findFlags struct {
	storeFlags
	formFlags
	bodies       []string
	since, until int
	lead, part   string
	language     string
	limit        int
}

func newFind(s surroundings) *cobra.Command {
	var f findFlags
	c := &cobra.Command{
		Use:   "find PHRASE",
		Short: "Find where the library has a phrase",
		Long: `Find where the library has a phrase: word for word, in other forms of the words,
and where that finds little, with the words close together. A clause is shown once
for all the resolutions that have it: in its latest wording, with how often it was
used, since when, by which body, and the line of the vote where one is printed.`,
		Example: `  reprise find "sea birds"
  reprise find "report on the implementation" --body SC --since 2010 --part operative`,
		Args: exactly(1, "PHRASE"),
		RunE: func(c *cobra.Command, args []string) error { return f.run(c.Context(), s, args[0]) },
	}
	f.storeFlags.add(c)
	f.formFlags.add(c, formsThat[report.FoundRenderer]())
	flags := c.Flags()
	flags.StringSliceVar(&f.bodies, "body", nil, "only what these bodies adopted, such as GA, SC or HRC")
	flags.IntVar(&f.since, "since", 0, "only what was adopted in this year or later")
	flags.IntVar(&f.until, "until", 0, "only what was adopted in this year or earlier")
	flags.StringVar(&f.lead, "lead", "", "only clauses that open so (\"Calls upon\")")
	flags.StringVar(&f.part, "part", "", "only this part: preamble, operative or annex")
	flags.StringVar(&f.language, "lang", "", "only texts in this language (default: all)")
	flags.IntVar(&f.limit, "limit", library.DefaultLimit, "so many clauses at most")
	return c
}

func (f *findFlags) run(ctx context.Context, s surroundings, phrase string) error {
	outputs, err := outputsIn[report.FoundRenderer](&f.formFlags, s, nil)
	if err != nil {
		return err
	}
	filter, err := f.filter()
	if err != nil {
		return err
	}
	return f.use(ctx, s, func(l *library.Library) error {
		found, err := l.Find(ctx, phrase, library.FindOptions{Filter: filter, Language: f.language, Limit: f.limit})
		if err != nil {
			return fmt.Errorf("%q: %w", phrase, err)
		}
		if len(found.Findings) == 0 {
			return fmt.Errorf("%q: in no clause of the library that was asked for", phrase)
		}
		return showIn(outputs, s, func(r report.FoundRenderer, w io.Writer) error { return r.RenderFound(w, found) })
	})
}

// filter is what the flags leave out.
func (f *findFlags) filter() (library.Filter, error) {
	out := library.Filter{Since: f.since, Until: f.until, Lead: f.lead, Part: f.part}
	if f.limit < 1 {
		return out, fmt.Errorf("--limit %d: want 1 or more", f.limit)
	}
	if f.since != 0 && f.until != 0 && f.since > f.until {
		return out, fmt.Errorf("--since %d --until %d: no year is both", f.since, f.until)
	}
	parts := []string{"", resolution.Preamble.String(), resolution.Operative.String(), resolution.Annex.String()}
	if !slices.Contains(parts, f.part) {
		return out, fmt.Errorf("--part %s: want one of %s", f.part, strings.Join(parts[1:], ", "))
	}
	for _, b := range f.bodies {
		body := string(symbol.BodyByCode(strings.ToUpper(b)))
		if body == "" {
			return out, fmt.Errorf("--body %s: no body that is known; want one of %s", b, codes(symbol.Bodies()))
		}
		out.Bodies = append(out.Bodies, body)
	}
	return out, nil
}

// codes lists bodies as the user writes them.
func codes(bodies []symbol.Body) string {
	var out []string
	for _, b := range bodies {
		out = append(out, b.String())
	}
	return strings.Join(out, ", ")
}
