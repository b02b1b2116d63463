package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"os"
	"slices"
	"strings"

	"reprise/internal/lexicon"
	"reprise/library"
	"reprise/resolution"
	"reprise/resolution/symbol"
	"reprise/series"
	"reprise/source"
)

// kept looks symbols up in the library, where there is one; nil where the flags ask
// for what a library cannot give: another reading, or the service's newest.
func (f *inputFlags) kept(s surroundings) func(context.Context, symbol.Symbol) (*resolution.Document, error) {
	if f.refresh || f.format != "" || f.revisions != "accept" {
		return nil
	}
	language := f.language
	if language == "" {
		language = lexicon.Default
	}
	return func(ctx context.Context, wanted symbol.Symbol) (d *resolution.Document, err error) {
		err = f.ask(ctx, s, func(l *library.Library) error {
			d, err = l.BySymbol(ctx, wanted, language)
			return err
		})
		return d, err
	}
}

// ask does something with the library, if there is one. One that cannot be opened is
// told and left aside: what is asked can be had elsewhere.
func (f *storeFlags) ask(ctx context.Context, s surroundings, do func(*library.Library) error) error {
	if _, err := f.place(s); err != nil {
		return nil // no place, no library
	}
	l, err := f.openIfAny(ctx, s)
	if err != nil {
		tell(s.stderr, "warning: the library is left aside: "+strings.TrimPrefix(err.Error(), "reprise: "))
		return nil
	}
	if l == nil {
		return nil
	}
	return errors.Join(do(l), l.Close())
}

// bySymbol is the one name that stands for a whole series, a symbol; "" for any other
// list of names.
func bySymbol(names []string) symbol.Symbol {
	if len(names) != 1 || names[0] == source.StandardInput {
		return ""
	}
	if _, err := os.Stat(names[0]); err == nil {
		return ""
	}
	s, _ := symbol.Parse(names[0], symbol.NoBody)
	return s
}

// mostOfChain bounds how many texts are fetched for one series: there are series of
// fifty, and a text that cites more than it continues is to be no flood.
const mostOfChain = 120

// chain gives the series of a text: backwards, what it and its predecessors recall and
// what belongs with them; forwards, what the library has of the series. What cannot be
// had is told, and the rest is the series.
func (f *inputFlags) chain(ctx context.Context, s surroundings, from source.Source, start symbol.Symbol) ([]*resolution.Document, error) {
	first, err := from.Open(ctx, string(start))
	if err != nil {
		return nil, err
	}
	known := map[symbol.Symbol]bool{start: true, first.Symbol: true}
	all, line := []*resolution.Document{first}, []*resolution.Document{first}
	later, err := f.later(ctx, s, first)
	if err != nil {
		return nil, err
	}
	for _, d := range later {
		if !known[d.Symbol] {
			known[d.Symbol] = true
			all = append(all, d)
		}
	}
	for front := all; len(front) > 0; {
		var wanted []symbol.Symbol
		for _, d := range front {
			for _, cited := range series.Cited(d) {
				if !known[cited] && len(known) < mostOfChain {
					known[cited] = true
					wanted = append(wanted, cited)
				}
			}
		}
		all = append(all, f.opened(ctx, s, from, wanted)...)
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		before := line
		line = seriesOf(all, first)
		front = slices.DeleteFunc(slices.Clone(line), func(d *resolution.Document) bool { return slices.Contains(before, d) })
	}
	return line, nil
}

// opened opens texts, one after the other, with a word on those that cannot be had.
func (f *inputFlags) opened(ctx context.Context, s surroundings, from source.Source, symbols []symbol.Symbol) []*resolution.Document {
	var out []*resolution.Document
	var absent []string
	var reason error // of the first
	bar := newBar(s, "fetching", len(symbols))
	for n, one := range symbols {
		if ctx.Err() != nil {
			break
		}
		d, err := from.Open(ctx, string(one))
		if err != nil {
			absent, reason = append(absent, string(one)), cmp.Or(reason, err)
		} else {
			out = append(out, d)
		}
		bar.show(n + 1)
	}
	bar.clear()
	if len(absent) > 0 && ctx.Err() == nil {
		why := strings.TrimPrefix(reason.Error(), "reprise: "+absent[0]+": ")
		tell(s.stderr, fmt.Sprintf("warning: cited and not to be had: %s (%s)", strings.Join(absent, ", "), why))
	}
	return out
}

// seriesOf is the series that has a document.
func seriesOf(all []*resolution.Document, one *resolution.Document) []*resolution.Document {
	for _, found := range series.Group(all) {
		if slices.Contains(found.Documents, one) {
			return found.Documents
		}
		for _, double := range found.Doubles {
			if slices.Contains(double.Left, one) {
				return found.Documents
			}
		}
	}
	return []*resolution.Document{one}
}

// later gives what the library has of the series of a document.
func (f *inputFlags) later(ctx context.Context, s surroundings, d *resolution.Document) (out []*resolution.Document, err error) {
	if f.kept(s) == nil {
		return nil, nil
	}
	return out, f.ask(ctx, s, func(l *library.Library) error {
		out, err = l.SeriesOf(ctx, d.Symbol, d.Language)
		return err
	})
}
