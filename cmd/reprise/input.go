package main

import (
	"errors"

	"github.com/spf13/cobra"

	"reprise/read"
	"reprise/resolution"
	"reprise/source"
)

// inputFlags say where documents come from and how they are read.
type inputFlags struct {
	format, language string
}

func (f *inputFlags) add(c *cobra.Command) {
	c.Flags().StringVar(&f.format, "input-format", "", "read the input as markdown, text, html, docx, odt or pdf (default: found from the content)")
	c.Flags().StringVar(&f.language, "lang", "", "language of the texts, as an ISO 639-1 code (default: found from the content)")
}

// open reads the documents in the order they were given. Standard input can
// be one of them.
func (f *inputFlags) open(s surroundings, names []string) ([]*resolution.Document, error) {
	stdin := 0
	for _, name := range names {
		if name == source.StandardInput {
			stdin++
		}
	}
	if stdin > 1 {
		return nil, errors.New("standard input (-) can be read once only")
	}
	from := source.Source{Stdin: s.stdin, Read: read.Options{Format: f.format, Language: f.language}}
	documents := make([]*resolution.Document, len(names))
	for i, name := range names {
		d, err := from.Open(name)
		if err != nil {
			return nil, err
		}
		documents[i] = d
	}
	return documents, nil
}
