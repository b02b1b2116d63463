package main

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"strconv"

	"github.com/spf13/cobra"

	"reprise/library"
	"reprise/library/store"
	"reprise/resolution/symbol"
)

func newLibrary(s surroundings) *cobra.Command {
	c := &cobra.Command{
		Use:   "library",
		Short: "Keep resolutions at hand, to find what was said and agreed before",
		Long: `Keep resolutions in a library, where find, agreed and the commands that take
symbols look first. It is one file in the user's data folder, or a database of
PostgreSQL for a team (--library postgres://user@host/database).`,
		Args: known,
		RunE: func(c *cobra.Command, _ []string) error { return c.Help() },
	}
	c.AddCommand(newLibraryAdd(s), newLibraryList(s), newLibraryRemove(s), newLibraryCheck(s), newLibraryExport(s), newLibraryStats(s))
	return c
}

// storeFlags say where the library is.
type storeFlags struct{ where string }

func (f *storeFlags) add(c *cobra.Command) {
	c.Flags().StringVar(&f.where, "library", "", "folder of the library, or an address of PostgreSQL (default: REPRISE_LIBRARY, or reprise in the user's data folder)")
}

// place is where the library is: the flag, REPRISE_LIBRARY, or the folder of the XDG
// Base Directory Specification (on Windows, that of local data).
func (f *storeFlags) place(s surroundings) (string, error) {
	if f.where != "" {
		return f.where, nil
	}
	if where := s.getenv("REPRISE_LIBRARY"); where != "" {
		return where, nil
	}
	if folder := s.getenv("XDG_DATA_HOME"); filepath.IsAbs(folder) { // relative ones are to be ignored
		return filepath.Join(folder, "reprise"), nil
	}
	if folder := s.getenv("LocalAppData"); folder != "" {
		return filepath.Join(folder, "reprise"), nil
	}
	if home := s.getenv("HOME"); home != "" {
		return filepath.Join(home, ".local", "share", "reprise"), nil
	}
	return "", errors.New("no place for a library: neither XDG_DATA_HOME nor HOME is set; name one with --library")
}

func (f *storeFlags) open(ctx context.Context, s surroundings, mode store.Mode) (*library.Library, error) {
	where, err := f.place(s)
	if err != nil {
		return nil, err
	}
	kept, err := store.Open(ctx, where, mode)
	if errors.Is(err, store.ErrNone) {
		return nil, fmt.Errorf("%w (reprise library add makes one)", err)
	}
	if err != nil {
		return nil, err
	}
	return library.New(kept), nil
}

// openIfAny opens the library; nil where there is none.
func (f *storeFlags) openIfAny(ctx context.Context, s surroundings) (*library.Library, error) {
	where, err := f.place(s)
	if err != nil {
		return nil, err
	}
	if !store.Exists(where) {
		return nil, nil
	}
	l, err := f.open(ctx, s, store.Existing)
	if errors.Is(err, store.ErrNone) {
		return nil, nil
	}
	return l, err
}

// use opens the library that is there, does something with it and closes it.
func (f *storeFlags) use(ctx context.Context, s surroundings, do func(*library.Library) error) error {
	return f.useIn(ctx, s, store.Existing, do)
}

func (f *storeFlags) useIn(ctx context.Context, s surroundings, mode store.Mode, do func(*library.Library) error) error {
	l, err := f.open(ctx, s, mode)
	if err != nil {
		return err
	}
	return errors.Join(do(l), l.Close())
}

// sorted brings the series of a library up to date, where an earlier run was
// stopped before it did.
func sorted(ctx context.Context, s surroundings, l *library.Library) error {
	var b *bar
	err := l.Sort(ctx, func(done, total int) {
		if b == nil {
			b = newBar(s, "sorting", total)
		}
		b.show(done)
	})
	if b != nil {
		b.clear()
	}
	return err
}

// chosen finds documents of a library by what a user calls them: a symbol, the
// number in the list, the name of the file.
func chosen(ctx context.Context, l *library.Library, names []string) ([]library.Record, error) {
	all, err := l.Records(ctx, library.Which{})
	if err != nil {
		return nil, err
	}
	var out []library.Record
	for _, name := range names {
		before := len(out)
		sym, _ := symbol.Parse(name, symbol.NoBody)
		number, _ := strconv.ParseInt(name, 10, 64)
		for _, r := range all {
			if r.ID == number || sym != "" && r.Symbol == string(sym) || named(r, name) {
				out = append(out, r)
			}
		}
		if len(out) == before {
			return nil, fmt.Errorf("%s: %w", name, library.ErrAbsent)
		}
	}
	return out, nil
}

func named(r library.Record, name string) bool {
	full, err := filepath.Abs(name)
	for _, n := range r.Names {
		if n == name || err == nil && n == full {
			return true
		}
	}
	return false
}
