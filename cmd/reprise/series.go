package main

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"slices"

	"github.com/spf13/cobra"

	"reprise/negotiate"
	voices "reprise/report/tell"
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
	f.warnOfIdleInputFlags(s, names, documents)
	all := f.follow(s, documents)
	return showIn(outputs, s, func(r seriesTable, w io.Writer) error {
		return r.RenderSeries(w, all)
	})
}

// follow groups and follows documents, with a progress bar on a terminal.
func (f *seriesFlags) follow(s surroundings, documents []*resolution.Document) []*series.Series {
	bar := newBar(s, "following", len(documents))
	defer bar.clear()
	found := series.Group(documents)
	proposed := make([][]negotiate.Followed, len(found))
	if len(f.amendments) > 0 {
		for i := range found {
			found[i].Documents, proposed[i] = f.withProposals(s, found[i].Documents)
		}
	}
	all := series.FollowAll(found, bar.show)
	for i, one := range all {
		propose(one, proposed[i])
	}
	return all
}

// withProposals puts, behind each draft that was amended, the draft with what the next
// version took of each amendment, so that words are known by the amendment in which
// they came.
func (f *seriesFlags) withProposals(s surroundings, documents []*resolution.Document) ([]*resolution.Document, []negotiate.Followed) {
	var out []*resolution.Document
	var all []negotiate.Followed
	for i, d := range documents {
		out = append(out, d)
		var amendments []*negotiate.Amendment
		for _, a := range f.amendments {
			switch {
			case d.Symbol == "" || a.Amends != d.Symbol:
			case i+1 == len(documents):
				voice := voices.In(a.Language)
				tell(s.stderr, "passed over: "+voice.Say("proposal-no-later", "file", a.Reading.Name, "genre", voice.Genre(a)))
			default:
				amendments = append(amendments, negotiate.Read(a))
			}
		}
		if amendments == nil {
			continue
		}
		slices.SortStableFunc(amendments, func(a, b *negotiate.Amendment) int { return compareDates(a.Issued, b.Issued) })
		for _, followed := range negotiate.Follow(d, documents[i+1], amendments...) {
			all = append(all, followed)
			if text := followed.Text; text != nil {
				text.Symbol = followed.Amendment.Symbol
				text.Reading.Name, text.Issued = followed.Amendment.Name, followed.Amendment.Issued
				out = append(out, text)
			}
		}
	}
	return out, all
}

func compareDates(a, b resolution.Date) int {
	return cmp.Or(cmp.Compare(a.Year, b.Year), cmp.Compare(a.Month, b.Month), cmp.Compare(a.Day, b.Day))
}

// propose enters what became of amendments in the series and in the lineages that they
// touch.
func propose(one *series.Series, all []negotiate.Followed) {
	for _, f := range all {
		p := series.Proposal{Amendment: f.Amendment.Name, Proposers: f.Amendment.Proposers, Draft: string(f.Draft.Symbol), Next: nameOf(one, f.Next), Uptake: series.Uptake(f.Fate())}
		if f.Amendment.Symbol != "" {
			p.Amendment = string(f.Amendment.Symbol)
		}
		for _, op := range f.Operations {
			request := series.Request{Number: op.Number, Printed: op.Printed, Uptake: series.Uptake(op.Fate)}
			p.Requests = append(p.Requests, request)
			if op.Fate == negotiate.NothingToTake {
				continue
			}
			seen := map[*series.Lineage]bool{}
			for _, c := range slices.Concat(op.Clauses, op.Came) {
				if l := one.Of(c); l != nil && !seen[l] && (op.Kind != negotiate.Insert || op.Came == nil || slices.Contains(op.Came, c)) {
					seen[l] = true
					own := p
					own.Requests = []series.Request{request}
					l.Proposed = append(l.Proposed, own)
				}
			}
		}
		one.Proposed = append(one.Proposed, p)
	}
}

// nameOf is the name of a version by its document.
func nameOf(one *series.Series, d *resolution.Document) string {
	for _, v := range one.Versions {
		if v.Document == d {
			return v.Name
		}
	}
	return string(d.Symbol)
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
