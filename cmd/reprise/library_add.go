package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime/debug"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"reprise/internal/visible"
	"reprise/library"
	"reprise/library/store"
	"reprise/source"
)

// addFlags are the flags of reprise library add.
type addFlags struct {
	inputFlags
	series []string
}

func newLibraryAdd(s surroundings) *cobra.Command {
	var f addFlags
	c := &cobra.Command{
		Use:   "add [PATH|SYMBOL|FOLDER...] [--series SYMBOL]",
		Short: "Read documents of any format into the library",
		Long: `Read documents of any format into the library; folders with all that is below
them. Each line of the output names a document that is kept for good and what
became of it: "added", or "known" where the library had the text already. A run
that is stopped can be started again: it goes on where it was. What cannot be
read is named with its reason, and the rest goes in.`,
		Example: `  reprise library add resolutions
  reprise library add A/RES/75/67 draft.docx
  reprise library add --series 75/67`,
		Args: func(c *cobra.Command, args []string) error {
			if len(f.series) > 0 {
				return nil
			}
			return atLeast(1, "PATH, SYMBOL or FOLDER")(c, args)
		},
		RunE: func(c *cobra.Command, args []string) error {
			return f.useIn(c.Context(), s, store.Create, func(l *library.Library) error { return f.run(c.Context(), s, l, args) })
		},
	}
	f.inputFlags.add(c)
	c.Flags().StringArrayVar(&f.series, "series", nil, "add the whole series of this symbol: what it recalls, and what that recalls; may be repeated")
	return c
}

// addChunk is how many documents are read before they are kept: enough for all
// processors, and no more memory than they take.
const addChunk = 64

// errLeftOut says that some of what was named did not go in.
var errLeftOut = errors.New("not everything that was named could be read")

func (f *addFlags) run(ctx context.Context, s surroundings, l *library.Library, names []string) error {
	var files []found
	for _, name := range names {
		more, err := expand(name)
		if err != nil {
			return err
		}
		files = append(files, more...)
	}
	files = s.withoutStreams(files)
	from, err := f.source(s)
	if err != nil {
		return err
	}
	for _, name := range f.series {
		more, err := f.recalled(ctx, s, from, name)
		if err != nil {
			return err
		}
		files = append(files, more...)
	}
	from.Kept = nil // what is added is read anew
	debug.SetMemoryLimit(addMemory)
	bar := newBar(s, "adding", len(files))
	left, done := 0, 0
	for chunk := range slices.Chunk(files, addChunk) {
		items, failed, err := readItems(ctx, s, from, chunk)
		if err != nil {
			return err
		}
		left += failed
		var unwritten error
		err = l.Add(ctx, items, func(item library.Item, a library.Added) {
			unwritten = errors.Join(unwritten, s.acknowledge(item, a))
		})
		if err := errors.Join(err, unwritten); err != nil {
			return err
		}
		done += len(chunk)
		bar.show(done)
	}
	bar.clear()
	if err := sorted(ctx, s, l); err != nil {
		return err
	}
	if left > 0 {
		return fmt.Errorf("%w: %d of %d", errLeftOut, left, len(files))
	}
	return nil
}

// recalled names the texts of a series that the library has not yet.
func (f *addFlags) recalled(ctx context.Context, s surroundings, from source.Source, name string) ([]found, error) {
	start := bySymbol([]string{name})
	if start == "" {
		return nil, fmt.Errorf("--series %s: want a symbol, such as A/RES/75/67", name)
	}
	documents, err := f.chain(ctx, s, from, start)
	if err != nil {
		return nil, err
	}
	var out []found
	for _, d := range documents {
		if d.Symbol == "" {
			continue
		}
		there, err := from.Kept(ctx, d.Symbol)
		if err != nil {
			return nil, err
		}
		if there == nil {
			out = append(out, found{string(d.Symbol), true})
		}
	}
	return out, nil
}

// addMemory is where the collector gets to work in earnest.
const addMemory = 500 << 20

func (s surroundings) acknowledge(item library.Item, a library.Added) error {
	word := "known"
	if a.New {
		word = "added"
	}
	name := string(item.Document.Symbol)
	if name == "" {
		name = "-"
	}
	_, err := fmt.Fprintf(s.stdout, "%s\t%s\t%s\n", word, name, item.Name)
	return unlessUnread(standardOutputWords, err)
}

// readItems reads files. What cannot be read is told and counted: failed counts
// what the user named or a folder held, but not what reprise wrote itself.
func readItems(ctx context.Context, s surroundings, from source.Source, files []found) (items []library.Item, failed int, err error) {
	read := make([]library.Item, len(files))
	failures := make([]error, len(files))
	each(len(files), func(int) {}, func(i int) {
		if failures[i] = ctx.Err(); failures[i] != nil {
			return
		}
		one := from
		one.Content = func(content []byte) { read[i].Content = content }
		read[i].Document, failures[i] = files[i].open(ctx, one)
		read[i].Name = placeOf(files[i].name)
	})
	if err := ctx.Err(); err != nil {
		return nil, 0, err
	}
	for i, err := range failures {
		switch {
		case err == nil:
			items = append(items, read[i])
		case errors.Is(err, source.ErrOwn):
			tell(s.stderr, "passed over: "+visible.Name(files[i].name)+": "+source.ErrOwn.Error())
		default:
			failed++
			tell(s.stderr, "left out: "+strings.TrimPrefix(err.Error(), "reprise: "))
		}
	}
	return items, failed, nil
}

// placeOf is where a file is for whoever asks later, from another folder.
func placeOf(name string) string {
	if _, err := os.Stat(name); err != nil {
		return name // a symbol
	}
	if full, err := filepath.Abs(name); err == nil {
		return full
	}
	return name
}
