package main

import (
	"context"
	"io"
	"slices"

	"github.com/spf13/cobra"

	"reprise/read"
	"reprise/resolution"
	"reprise/source"
)

// values are what flags may be set to, by the flag's name, on every command that
// has it; after a tabulator the shell is shown a hint.
var values = map[string][]cobra.Completion{
	"color":        {"auto", "always", "never"},
	"exit-code":    {anyDifference + "\tthe texts differ", substantiveDifference + "\tthey differ in substance"},
	"input-format": read.Formats(),
	"lang":         read.Languages(),
	"move-style":   {"moves", "deletions"},
	"only":         {"substantive"},
	"revisions":    {"accept", "reject"},
	"summary":      {firstPoints + "\tthe first points", allPoints + "\tevery point"},
}

// addCompletions lets shells complete the values of flags.
func addCompletions(c *cobra.Command) {
	for name, values := range values {
		if c.Flags().Lookup(name) != nil {
			c.RegisterFlagCompletionFunc(name, cobra.FixedCompletions(values, cobra.ShellCompDirectiveNoFileComp)) // fails only where it is done twice
		}
	}
	for _, sub := range c.Commands() {
		addCompletions(sub)
	}
}

// completeClauses lets shells complete the names of clauses from files that are
// on the command line already. Only local files are read: a shell that is asked
// for a completion must not wait for a document service.
func (f *inputFlags) completeClauses(s surroundings, files []string) ([]cobra.Completion, cobra.ShellCompDirective) {
	s.stderr = io.Discard // the shell shows completions alone
	seen := map[string]bool{}
	var out []cobra.Completion
	for _, d := range f.localTexts(s, files) {
		for _, c := range d.Clauses {
			if c.Counted() && !seen[c.ID] {
				seen[c.ID] = true
				out = append(out, c.ID+"\t"+clauseHint(c))
			}
		}
	}
	return out, cobra.ShellCompDirectiveNoFileComp
}

// completeVersions lets shells complete the versions of a series by their symbols, or
// their files where they bear none.
func (f *inputFlags) completeVersions(s surroundings, files []string) ([]cobra.Completion, cobra.ShellCompDirective) {
	s.stderr = io.Discard // the shell shows completions alone
	var out []cobra.Completion
	for _, d := range f.localTexts(s, files) {
		if d.Symbol == "" {
			continue
		}
		if one := string(d.Symbol) + "\t" + d.Title; !slices.Contains(out, one) {
			out = append(out, one)
		}
	}
	return out, cobra.ShellCompDirectiveDefault // or a file
}

// localTexts reads the files, and those in folders, that can be read.
func (f *inputFlags) localTexts(s surroundings, files []string) []*resolution.Document {
	opts := s.reading()
	opts.Format, opts.Language = f.format, f.language
	var out []*resolution.Document
	for _, name := range files {
		found, err := expand(name)
		if err != nil {
			continue
		}
		for _, file := range found {
			if d, err := (source.Source{Stdin: noInput{}, Read: opts}).Open(context.Background(), file.name); err == nil {
				out = append(out, d)
			}
		}
	}
	return out
}

// hintLength is how many letters of a clause a shell shows beside its name.
const hintLength = 40

func clauseHint(c *resolution.Clause) string {
	if text := []rune(c.Text); len(text) > hintLength {
		return string(text[:hintLength]) + "…"
	}
	return c.Text
}

// noInput is standard input while a shell completes: it is not ours to read.
type noInput struct{}

func (noInput) Read([]byte) (int, error) { return 0, io.EOF }
