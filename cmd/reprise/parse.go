package main

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"reprise/report/data"
	"reprise/report/terminal"
	"reprise/resolution"
)

// parseFlags are the flags of reprise parse.
type parseFlags struct {
	inputFlags
	form  string
	color string
	say   string
	width int
}

// parseForms are the forms in which it is shown how a text was read.
var parseForms = []string{"outline", "text", "json"}

func newParse(s surroundings) *cobra.Command {
	var f parseFlags
	c := &cobra.Command{
		Use:   "parse FILE",
		Short: "Show how a resolution was read",
		Long: `Show how a resolution was read: its fields, and its clauses with their labels,
leads, depth and footnotes; or, with --format json, everything.`,
		Example: `  reprise parse old.md
  reprise parse --format json scan.txt`,
		Args: exactly(1, "FILE"),
		RunE: func(c *cobra.Command, args []string) error { return f.run(c.Context(), s, args) },
	}
	f.inputFlags.add(c)
	c.Flags().StringVar(&f.form, "format", "outline", "outline, text (a clause a line, for programs that compare lines) or json")
	c.RegisterFlagCompletionFunc("format", cobra.FixedCompletions(parseForms, cobra.ShellCompDirectiveNoFileComp))
	c.Flags().StringVar(&f.color, "color", "auto", "colour: auto, always or never")
	addSay(c, &f.say)
	addWidth(c, &f.width)
	return c
}

func (f *parseFlags) run(ctx context.Context, s surroundings, names []string) error {
	show, err := f.renderer(s)
	if err != nil {
		return err
	}
	look := formFlags{product: reading, flags: f.given, offered: parseForms}
	look.warnOfIdleFlags(s, []wantedOutput{{form: f.form}})
	documents, err := f.open(ctx, s, names)
	if err != nil {
		return err
	}
	f.warnOfIdleInputFlags(s, names, documents)
	var b bytes.Buffer
	if err := show.RenderResolution(&b, documents[0]); err != nil {
		return err
	}
	return write([]output{{standardOutput, b.Bytes()}}, s)
}

// documentRenderer shows one document.
type documentRenderer interface {
	RenderResolution(io.Writer, *resolution.Document) error
}

func (f *parseFlags) renderer(s surroundings) (documentRenderer, error) {
	color, err := s.useColor(f.color)
	if err != nil {
		return nil, err
	}
	if err := checkSay(f.say); err != nil {
		return nil, err
	}
	switch f.form {
	case "outline":
		return terminal.Outline{Width: s.width(f.width), Colour: color, Say: f.say}, nil
	case "text":
		return terminal.Plain{}, nil
	case "json":
		return data.JSON{}, nil
	}
	return nil, fmt.Errorf("--format %s: want one of %s", f.form, strings.Join(parseForms, ", "))
}
