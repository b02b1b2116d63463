package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"reprise/concord"
	"reprise/read"
	"reprise/report"
	voices "reprise/report/tell"
	"reprise/resolution"
	"reprise/source"
)

// concordFlags are the flags of reprise concord.
type concordFlags struct {
	inputFlags
	formFlags
	with     []string // old and new version in the other language; the new one may stand among the arguments
	exitCode bool
}

func newConcord(s surroundings) *cobra.Command {
	var f concordFlags
	c := &cobra.Command{
		Use:   "concord A B | SYMBOL --lang fr,es | OLD NEW --with OLD2 NEW2",
		Short: "Hold two languages of one text against each other",
		Long: `Link the clauses of one text in two languages and say what does not agree: a clause,
a point or a footnote that one of them lacks, a number, a date, a session or a
citation that differs, a lead of another strength. Nothing is translated: clauses
are linked by their form, numbers, dates, symbols, names, notes and length.

A and B are files or symbols. One symbol, or one file that holds both languages,
is read in the two of --lang. With --with, OLD and NEW are two versions in one
language and OLD2 and NEW2 the same in another: what was changed in one language
and not in the other is said, too.`,
		Example: `  reprise concord resolution-en.docx resolution-fr.docx
  reprise concord A/RES/55/100 --lang fr,es
  reprise concord old-en.md new-en.md --with old-ar.md new-ar.md -o concord.html`,
		Args: f.texts,
		RunE: func(c *cobra.Command, args []string) error { return f.run(c.Context(), s, args) },
	}
	f.inputFlags.add(c)
	f.formFlags.add(c, formsThat[report.ConcordanceRenderer]())
	c.Flags().StringArrayVar(&f.with, "with", nil, "the old and the new version in the other language: --with OLD2 NEW2, behind OLD and NEW")
	c.Flags().BoolVar(&f.exitCode, "exit-code", false, "end with status 1 where the languages do not agree")
	c.Flags().Lookup("lang").Usage = "language of a symbol or of a file that holds several, or of each of the two: fr,es (of " + strings.Join(read.Languages(), ", ") + ")"
	return c
}

// languagesOf are the languages of --lang for the two texts: one for both, or two.
func (f *concordFlags) languagesOf() ([2]string, error) {
	first, second, both := strings.Cut(f.language, ",")
	if !both {
		second = first
	}
	for _, code := range []string{first, second} {
		if code != "" && !slices.Contains(f.languages, code) {
			return [2]string{}, fmt.Errorf("--lang %s: want one or two of %s, as fr,es", f.language, strings.Join(f.languages, ", "))
		}
	}
	if both && first == second {
		return [2]string{}, fmt.Errorf("--lang %s: want two languages", f.language)
	}
	return [2]string{first, second}, nil
}

// texts wants two texts, one that is read in two languages, or four with --with.
func (f *concordFlags) texts(c *cobra.Command, args []string) error {
	if len(f.with) > 0 {
		if len(args)+len(f.with) != 2*2 || len(f.with) > 2 {
			return fmt.Errorf("concord: want OLD NEW --with OLD2 NEW2, got %d texts", len(args)+len(f.with))
		}
		return nil
	}
	if len(args) == 1 && strings.Contains(f.language, ",") {
		return nil
	}
	if len(args) == 1 {
		return errors.New("concord: one text is read in two languages: add --lang with both, as --lang fr,es")
	}
	return exactly(2, "two languages of one text")(c, args)
}

func (f *concordFlags) run(ctx context.Context, s surroundings, args []string) error {
	names := slices.Concat(args, f.with)
	outputs, err := outputsIn[report.ConcordanceRenderer](&f.formFlags, s, names)
	if err != nil {
		return err
	}
	result, err := f.concordance(ctx, s, args)
	if err != nil {
		return err
	}
	if err := showIn(outputs, s, func(r report.ConcordanceRenderer, w io.Writer) error { return r.RenderConcordance(w, result) }); err != nil {
		return err
	}
	if f.exitCode && len(result.Faults) > 0 {
		return errDifferences
	}
	return nil
}

func (f *concordFlags) concordance(ctx context.Context, s surroundings, args []string) (*concord.Concordance, error) {
	if len(f.with) == 0 {
		two, err := f.inBoth(ctx, s, args[0], args[len(args)-1])
		if err != nil {
			return nil, err
		}
		return concord.Texts(two[0], two[1]), nil
	}
	// OLD NEW NEW2 and OLD2, where --with stands behind OLD and NEW.
	second := append(slices.Clone(f.with), args[2:]...)
	olds, err := f.inBoth(ctx, s, args[0], second[0])
	if err != nil {
		return nil, err
	}
	news, err := f.inBoth(ctx, s, args[1], second[1])
	if err != nil {
		return nil, err
	}
	for side, d := range news {
		if d.Language != olds[side].Language {
			return nil, fmt.Errorf("%s and %s are in two languages (%s, %s); want OLD and NEW in one, and --with OLD2 NEW2 in the other", olds[side].Reading.Name, d.Reading.Name, olds[side].Language, d.Language)
		}
	}
	return concord.Versions(olds, news), nil
}

// inBoth reads two texts in the two languages of --lang, or in their own.
func (f *concordFlags) inBoth(ctx context.Context, s surroundings, first, second string) ([2]*resolution.Document, error) {
	var two [2]*resolution.Document
	if first == source.StandardInput && second == source.StandardInput {
		return two, errors.New("standard input (-) can be read once only")
	}
	languages, err := f.languagesOf()
	if err != nil {
		return two, err
	}
	for side, name := range [2]string{first, second} {
		in := f.inputFlags
		in.language = languages[side]
		one, err := in.open(ctx, s, []string{name})
		if err != nil {
			return two, err
		}
		two[side] = one[0]
	}
	warnOfReading(s, two[:])
	if two[0].Language == two[1].Language {
		return two, errors.New(voices.In(f.say).SameLanguage(two[0], two[1]))
	}
	return two, nil
}
