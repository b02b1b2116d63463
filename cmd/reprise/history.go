package main

import (
	"context"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"reprise/report"
	"reprise/resolution"
	"reprise/series"
)

func newHistory(s surroundings) *cobra.Command {
	var f lookFlags
	c := &cobra.Command{
		Use:   "history CLAUSE --series FILE...",
		Short: "Show one clause through all versions, as a stack of redlines",
		Long: `Show one clause through all versions of a series, each as a redline against the
version before. CLAUSE is a clause of the latest version that has it ("op4"),
or of a certain one ("73/58/op4", "A/RES/65/49/pp1"). Its points, (a) and (b),
are shown below it.`,
		Example: `  reprise history op4 --series folder
  reprise history A/RES/65/49/pp1 --series 65-49.txt 67-31.txt 69-36.txt`,
		Args: atLeast(1, "CLAUSE"),
		RunE: func(c *cobra.Command, args []string) error { return f.history(c.Context(), s, args[0], args[1:]) },
	}
	f.add(c, formsThat[report.SeriesRenderer]())
	c.ValidArgsFunction = func(_ *cobra.Command, args []string, _ string) ([]cobra.Completion, cobra.ShellCompDirective) {
		if len(args) > 0 {
			return nil, cobra.ShellCompDirectiveDefault
		}
		return f.completeClauses(s, f.series)
	}
	return c
}

func (f *lookFlags) history(ctx context.Context, s surroundings, clause string, more []string) error {
	outputs, documents, err := lookedAt[report.SeriesRenderer](ctx, f, s, more)
	if err != nil {
		return err
	}
	one, l, err := findLineage(f.follow(s, documents), clause)
	if err != nil {
		return err
	}
	return showIn(outputs, s, func(r report.SeriesRenderer, w io.Writer) error {
		return r.RenderHistory(w, one, l)
	})
}

// findLineage finds the lineage that a clause is asked for by. Of several
// series, the clause must name the version.
func findLineage(all []*series.Series, clause string) (*series.Series, *series.Lineage, error) {
	var one *series.Series
	var l *series.Lineage
	for _, s := range all {
		found := lineageOf(s, clause)
		switch {
		case found == nil:
		case l != nil:
			return nil, nil, fmt.Errorf("%s: in several series; name its version too (%s/%s)", clause, s.Versions[0].Name, clause)
		default:
			one, l = s, found
		}
	}
	if l == nil {
		return nil, nil, fmt.Errorf("%s: no such clause in the series; reprise series lists them", clause)
	}
	return one, l, nil
}

// lineageOf finds a clause in the latest version that has it.
func lineageOf(s *series.Series, clause string) *series.Lineage {
	if l := s.Lineage(clause); l != nil {
		return l
	}
	for v := len(s.Versions) - 1; v >= 0; v-- {
		id := fold(clause)
		if rest, ok := cutVersion(s.Versions[v], clause); ok {
			id = fold(rest)
		}
		for _, c := range s.Versions[v].Document.Clauses {
			if fold(c.ID) == id {
				return s.Of(c)
			}
		}
	}
	return nil
}

// cutVersion takes the name of a version off a clause: "73/58/op4" is op4 of
// A/RES/73/58.
func cutVersion(v series.Version, clause string) (rest string, ok bool) {
	for _, name := range [...]string{v.Name, strings.TrimPrefix(v.Name, "A/RES/")} {
		if rest, ok := strings.CutPrefix(clause, name+"/"); ok {
			return rest, true
		}
	}
	return "", false
}

// fold writes a clause's ID as it may be asked for: "OP4 (b)" is op4(b).
func fold(id string) string {
	return strings.ToLower(strings.ReplaceAll(id, " ", ""))
}

// symbolIs tells whether a document is asked for by its symbol, written in
// full or as a citation of its own organ.
func symbolIs(d *resolution.Document, asked string) bool {
	symbol := string(d.Symbol)
	return symbol != "" && (symbol == asked || strings.HasSuffix(symbol, "/RES/"+asked))
}
