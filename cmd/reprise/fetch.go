package main

import (
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"reprise/read"
	"reprise/resolution/symbol"
	"reprise/source"
)

func newFetch(s surroundings) *cobra.Command {
	var f libraryFlags
	c := &cobra.Command{
		Use:   "fetch SYMBOL...",
		Short: "Fetch documents by symbol into the cache",
		Long: `Fetch documents from the UN's public document service into the cache, where
compare and parse find them by symbol, also with --offline. One request is made
at a time. Each line of the output names a symbol and its file.`,
		Example: `  reprise fetch A/RES/73/58 A/RES/75/67
  reprise compare --offline 73/58 75/67`,
		Args: atLeast(1, "SYMBOL"),
		RunE: func(c *cobra.Command, args []string) error { return f.fetch(c, s, args) },
	}
	f.add(c, read.Languages())
	return c
}

func (f *libraryFlags) fetch(c *cobra.Command, s surroundings, names []string) error {
	library, err := f.library(s)
	if err != nil {
		return err
	}
	symbols := make([]symbol.Symbol, len(names))
	for i, name := range names {
		symbol, ok := symbol.Parse(name, symbol.NoBody)
		if !ok {
			return fmt.Errorf("%s: no symbol; want one such as A/RES/73/58 or 75/67", name)
		}
		symbols[i] = symbol
	}
	var failed error
	for _, symbol := range symbols {
		path, err := library.Fetch(c.Context(), symbol)
		if err != nil {
			failed = errors.Join(failed, err)
			if errors.Is(err, source.ErrService) {
				break // the others will fare no better
			}
			continue
		}
		if _, err := fmt.Fprintf(s.stdout, "%s\t%s\n", symbol, path); err != nil {
			return err
		}
	}
	return failed
}
