package main

import (
	"bytes"
	"cmp"
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"reprise/internal/visible"
	"reprise/library"
	"reprise/library/store"
	"reprise/report/data"
)

func newLibraryList(s surroundings) *cobra.Command {
	var f storeFlags
	var form string
	c := &cobra.Command{
		Use:   "list [SYMBOL|NUMBER|FILE...]",
		Short: "List the documents of the library",
		Long: `List the documents of the library: their number, symbol, day of adoption,
language, clauses and title; what is a draft, a correction or another text of the
same symbol is said.`,
		Example: `  reprise library list
  reprise library list --format json 75/67`,
		RunE: func(c *cobra.Command, args []string) error {
			if form != "" && form != "json" {
				return fmt.Errorf("--format %s: want json", form)
			}
			return f.use(c.Context(), s, func(l *library.Library) error {
				records, err := l.Records(c.Context(), library.Which{})
				if err == nil && len(args) > 0 {
					records, err = chosen(c.Context(), l, args)
				}
				if err != nil {
					return err
				}
				show := listed
				if form == "json" {
					show = listedAsJSON
				}
				content, err := show(records)
				if err != nil {
					return err
				}
				return write([]output{{standardOutput, content}}, s)
			})
		},
	}
	f.add(c)
	c.Flags().StringVar(&form, "format", "", "json: everything that is known of each (default: a table)")
	return c
}

func listed(records []library.Record) ([]byte, error) {
	var b bytes.Buffer
	w := tabwriter.NewWriter(&b, 0, 0, 2, ' ', 0)
	first := map[string]string{} // the name of the first text of each symbol
	for _, r := range records {
		if r.Symbol != "" && r.Symbol == r.Base && first[r.Symbol+r.Language] == "" {
			first[r.Symbol+r.Language] = fmt.Sprint(r.ID)
		}
	}
	for _, r := range records {
		fmt.Fprintf(w, "%d\t%s\t%s\t%s\t%d\t%s%s\n", r.ID, plainText(cmp.Or(r.Symbol, "-")), cmp.Or(r.Adopted, "-"), r.Language, r.Clauses, plainText(r.Title), remark(r, first))
	}
	err := w.Flush()
	return b.Bytes(), err
}

// remark says what ties a document to another.
func remark(r library.Record, first map[string]string) string {
	var said []string
	if r.Draft {
		said = append(said, "draft")
	}
	if r.Base != r.Symbol {
		said = append(said, "to "+r.Base)
	}
	if one := first[r.Symbol+r.Language]; one != "" && one != fmt.Sprint(r.ID) {
		said = append(said, "another text of "+one)
	}
	if len(said) == 0 {
		return ""
	}
	return " (" + strings.Join(said, ", ") + ")"
}

// plainText is a text on one line of a table.
func plainText(s string) string { return visible.Name(strings.ReplaceAll(s, "\t", " ")) }

func listedAsJSON(records []library.Record) ([]byte, error) {
	var out []data.Record
	for _, r := range records {
		out = append(out, data.RecordOf(r))
	}
	var b bytes.Buffer
	err := data.JSON{}.RenderRecords(&b, out)
	return b.Bytes(), err
}

func newLibraryRemove(s surroundings) *cobra.Command {
	var f storeFlags
	c := &cobra.Command{
		Use:   "remove SYMBOL|NUMBER|FILE...",
		Short: "Take documents out of the library",
		Long: `Take documents out of the library, with the texts and files that nothing else
in it has. Files outside the library are not touched.`,
		Example: `  reprise library remove 75/67`,
		Args:    atLeast(1, "SYMBOL, NUMBER or FILE"),
		RunE: func(c *cobra.Command, args []string) error {
			return f.use(c.Context(), s, func(l *library.Library) error {
				records, err := chosen(c.Context(), l, args)
				if err != nil {
					return err
				}
				ids := map[int64]string{}
				for _, r := range records {
					ids[r.ID] = r.Name()
				}
				order := slices.Sorted(maps.Keys(ids))
				if err := l.Remove(c.Context(), order); err != nil {
					return err
				}
				var b strings.Builder
				for _, id := range order {
					fmt.Fprintf(&b, "removed\t%s\t%d\n", plainText(ids[id]), id)
				}
				return s.print([]byte(b.String()))
			})
		},
	}
	f.add(c)
	return c
}

func newLibraryCheck(s surroundings) *cobra.Command {
	var f storeFlags
	c := &cobra.Command{
		Use:   "check",
		Short: "Look for damage in the library",
		Long: `Look for damage in the library: every document is opened, every file held against
its hash, every clause against its text. The exit status is 2 where something is
wrong.`,
		Example: `  reprise library check`,
		Args:    exactly(0, "nothing"),
		RunE: func(c *cobra.Command, _ []string) error {
			return f.use(c.Context(), s, func(l *library.Library) error { return check(c.Context(), s, l) })
		},
	}
	f.add(c)
	return c
}

func check(ctx context.Context, s surroundings, l *library.Library) error {
	var b *bar
	n := 0
	faults, err := l.Check(ctx, func(done, total int) {
		if b == nil {
			b = newBar(s, "checking", total)
		}
		n = total
		b.show(done)
	})
	if b != nil {
		b.clear()
	}
	if err != nil {
		return err
	}
	if len(faults) == 0 {
		return s.print(fmt.Appendf(nil, "%d documents, nothing wrong\n", n))
	}
	if err := s.print([]byte(strings.Join(faults, "\n") + "\n")); err != nil {
		return err
	}
	return fmt.Errorf("the library is damaged: %d faults", len(faults))
}

func newLibraryStats(s surroundings) *cobra.Command {
	var f storeFlags
	c := &cobra.Command{
		Use:     "stats",
		Short:   "Count what the library keeps",
		Example: `  reprise library stats`,
		Args:    exactly(0, "nothing"),
		RunE: func(c *cobra.Command, _ []string) error {
			return f.use(c.Context(), s, func(l *library.Library) error {
				st, err := l.Stats(c.Context())
				if err != nil {
					return err
				}
				where, err := f.place(s)
				if err != nil {
					return err
				}
				return s.print(statistics(store.Shown(where), st))
			})
		},
	}
	f.add(c)
	return c
}

func statistics(where string, st library.Stats) []byte {
	var b bytes.Buffer
	w := tabwriter.NewWriter(&b, 0, 0, 2, ' ', 0)
	fmt.Fprintf(w, "library\t%s\n", where)
	fmt.Fprintf(w, "documents\t%d (%d drafts), %s\n", st.Documents, st.Drafts, years(st))
	fmt.Fprintf(w, "series\t%d\n", st.Series)
	fmt.Fprintf(w, "clauses\t%d, %d different texts, %d lineages\n", st.Clauses, st.Texts, st.Lineages)
	fmt.Fprintf(w, "languages\t%s\n", tallied(st.Languages))
	fmt.Fprintf(w, "bodies\t%s\n", tallied(st.Bodies))
	fmt.Fprintf(w, "files\t%d, %s\n", st.Files, megabytes(st.FileBytes))
	fmt.Fprintf(w, "size\t%s, for %s of different texts\n", megabytes(st.StoreBytes), megabytes(st.TextBytes))
	w.Flush()
	return b.Bytes()
}

func years(st library.Stats) string {
	if st.FirstYear == 0 {
		return "years unknown"
	}
	return fmt.Sprintf("%d to %d", st.FirstYear, st.LastYear)
}

func megabytes(n int64) string { return fmt.Sprintf("%.1f MB", float64(n)/1e6) }

// tallied lists counts, the largest first.
func tallied(counts map[string]int64) string {
	names := slices.SortedFunc(maps.Keys(counts), func(a, b string) int {
		return cmp.Or(cmp.Compare(counts[b], counts[a]), cmp.Compare(a, b))
	})
	var out []string
	for _, n := range names {
		out = append(out, fmt.Sprintf("%s %d", cmp.Or(n, "none"), counts[n]))
	}
	return strings.Join(out, ", ")
}
