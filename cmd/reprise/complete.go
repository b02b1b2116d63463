package main

import (
	"context"
	"io"

	"github.com/spf13/cobra"

	"reprise/read"
	"reprise/resolution"
	"reprise/source"
)

// completions are the values that shells offer for flags, by the flag's name,
// on every command that has it.
var completions = map[string][]cobra.Completion{
	"color":        {"auto", "always", "never"},
	"exit-code":    {"any\tthe texts differ", "substantive\tthey differ in substance"},
	"input-format": read.Formats(),
	"move-style":   {"moves", "deletions"},
	"only":         {"substantive"},
	"revisions":    {"accept", "reject"},
	"view":         {"inline", "side-by-side", "table\tWord", "critic\tMarkdown", "amendment\tthe differences as an amendment"},
}

// addCompletions lets shells complete the values of flags.
func addCompletions(c *cobra.Command) {
	for name, values := range completions {
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
	opts := s.reading()
	opts.Format, opts.Language = f.format, f.language
	seen := map[string]bool{}
	var out []cobra.Completion
	for _, name := range files {
		found, err := expand(name)
		if err != nil {
			continue
		}
		for _, file := range found {
			d, err := source.Source{Stdin: noInput{}, Read: opts}.Open(context.Background(), file.name)
			if err != nil {
				continue
			}
			for _, c := range d.Clauses {
				if c.Counted() && !seen[c.ID] {
					seen[c.ID] = true
					out = append(out, c.ID+"\t"+clauseHint(c))
				}
			}
		}
	}
	return out, cobra.ShellCompDirectiveNoFileComp
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
