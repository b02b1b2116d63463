package main

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"reprise/read"
	voices "reprise/report/tell"
	"reprise/resolution"
	"reprise/source"
)

// inputFlags say where documents come from and how they are read.
type inputFlags struct {
	format    string
	revisions string
	libraryFlags
	storeFlags

	given      *pflag.FlagSet         // to tell what was given
	uses       []string               // flags that the command heeds whatever the inputs are
	amendments []*resolution.Document // that were gathered and are no versions
}

func (f *inputFlags) add(c *cobra.Command) {
	f.given = c.Flags()
	c.Flags().StringVar(&f.format, "input-format", "", "read the input as "+strings.Join(read.Formats(), ", ")+" (default: found from the content)")
	c.Flags().StringVar(&f.revisions, "revisions", "accept", "tracked changes in the input: accept or reject them")
	f.libraryFlags.add(c, read.Languages())
	f.storeFlags.add(c)
}

// libraryFlags say where symbols are looked up.
type libraryFlags struct {
	language  string
	languages []string // that the command can do with
	offline   bool
	refresh   bool
	base      string
}

func (f *libraryFlags) add(c *cobra.Command, languages []string) {
	f.languages = languages
	flags := c.Flags()
	flags.StringVar(&f.language, "lang", "", "language of the texts: "+strings.Join(languages, ", ")+" (default: a symbol in English; a file's own)")
	c.RegisterFlagCompletionFunc("lang", cobra.FixedCompletions(languages, cobra.ShellCompDirectiveNoFileComp))
	flags.BoolVar(&f.offline, "offline", false, "take symbols from the cache only")
	flags.BoolVar(&f.refresh, "refresh", false, "fetch symbols anew, even where the cache has them")
	flags.StringVar(&f.base, "base", source.DefaultBase, "address of the document service")
}

// library looks symbols up as the flags say. Without a cache folder documents
// are fetched and not kept.
func (f *libraryFlags) library(s surroundings) (*source.Library, error) {
	if f.offline && f.refresh {
		return nil, errors.New("--offline and --refresh exclude each other")
	}
	if err := f.checkLanguage(); err != nil {
		return nil, err
	}
	cache := s.documentCache().From(f.base)
	cache.Opened = s.guard.reads
	l := &source.Library{Cache: cache, Language: f.language, Refresh: f.refresh, Read: s.reading()}
	if !f.offline {
		l.Service = &source.Service{
			Base:      f.base,
			UserAgent: "reprise/" + version(),
			Notify:    func(message string) { tell(s.stderr, message) },
		}
	}
	return l, nil
}

func (f *libraryFlags) checkLanguage() error {
	wanted := strings.Join(f.languages, ", ")
	switch {
	case f.language == "", slices.Contains(f.languages, f.language):
		return nil
	}
	return fmt.Errorf("--lang %s: want one of %s", f.language, wanted)
}

// source is where the flags say that documents come from.
func (f *inputFlags) source(s surroundings) (source.Source, error) {
	if f.format != "" && !slices.Contains(read.Formats(), f.format) {
		return source.Source{}, fmt.Errorf("--input-format %s: want one of %s", f.format, strings.Join(read.Formats(), ", "))
	}
	opts := s.reading()
	opts.Format, opts.Language = f.format, f.language
	switch f.revisions {
	case "accept":
	case "reject":
		opts.Revisions = read.RejectRevisions
	default:
		return source.Source{}, fmt.Errorf("--revisions %s: want accept or reject", f.revisions)
	}
	library, err := f.library(s)
	return source.Source{Stdin: s.stdin, Read: opts, Library: library, Kept: f.kept(s), Opened: s.guard.reads}, err
}

// open reads the documents in the order they were given. Standard input can
// be one of them.
func (f *inputFlags) open(ctx context.Context, s surroundings, names []string) ([]*resolution.Document, error) {
	stdin := 0
	for _, name := range names {
		if name == source.StandardInput {
			stdin++
		}
	}
	if stdin > 1 {
		return nil, errors.New("standard input (-) can be read once only")
	}
	from, err := f.source(s)
	if err != nil {
		return nil, err
	}
	documents := make([]*resolution.Document, len(names))
	failures := make([]error, len(names))
	each(len(names), func(int) {}, func(i int) {
		documents[i], failures[i] = from.Open(ctx, names[i])
	})
	for _, err := range failures {
		if err != nil {
			return nil, err // the first in the order of the names
		}
	}
	return documents, nil
}

// warnOfReading tells on standard error what was guessed or decided in reading,
// such as an encoding: no form of a
// comparison or of a series shows it in words.
func warnOfReading(s surroundings, documents []*resolution.Document) {
	for _, d := range documents {
		for _, w := range voices.In("").ReadingWarnings(d) {
			tell(s.stderr, "warning: "+d.Reading.Name+": "+w)
		}
	}
}
