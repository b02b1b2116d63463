package main

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"slices"

	"github.com/spf13/cobra"

	"reprise/align"
	"reprise/diff"
	"reprise/report"
	voices "reprise/report/tell"
	"reprise/report/terminal"
	"reprise/report/word"
	"reprise/resolution"
)

// compareFlags are the flags of reprise compare.
type compareFlags struct {
	inputFlags
	formFlags
	exitCode string
	pins     string   // path of a pins file
	leads    string   // path of a leads file
	explain  string   // ID of a clause
	reviews  []string // paths of review files
}

// anyDifference is what --exit-code without a value asks for.
const anyDifference = "any"

// substantiveDifference is its other value.
const substantiveDifference = "substantive"

func newCompare(s surroundings) *cobra.Command {
	var f compareFlags
	c := &cobra.Command{
		Use:   "compare OLD NEW",
		Short: "Compare two resolutions clause by clause",
		Long: `Compare two versions of a resolution clause by clause. OLD and NEW are paths,
symbols (A/RES/75/67, 75/67), or - for standard input. The format of each is
found from its content.

Two folders are compared file by file: those of one symbol, or of one name, are
paired, and -o FOLDER/ writes a page for each pair and an index of them.

Without -o the comparison is printed. -o report.html names a file and implies
its form; several -o write several forms of one comparison, all or none.

Exit status: 0 done, 1 differences where --exit-code asks for it, 2 trouble.`,
		Example: `  reprise compare old.md new.txt
  reprise compare old.md new.md -o report.html -o changes.docx
  reprise compare old.md new.md --review all.json -o report.html -o comments.docx
  reprise compare first-reading second-reading -o pages/ -o all.jsonl
  reprise compare old.md new.md --only substantive --exit-code=substantive`,
		Args: f.twoTexts,
		RunE: func(c *cobra.Command, args []string) error { return f.run(c.Context(), s, args) },
	}
	f.inputFlags.add(c)
	f.formFlags.add(c, formsThat[report.Renderer]())
	f.formFlags.addViews(c, report.SideBySide, report.Table, report.Critic, report.Amendment, report.Brackets)
	f.word.add(c)
	c.Flags().StringVar(&f.pins, "pins", "", "links that you know better, from a file (pp3 = pp5, op7 = -, pp1 != pp2)")
	c.Flags().StringVar(&f.leads, "leads", "", "the order of lead verbs by strength, from a file; in the built-in one \"notes\" and \"takes note of\" are neutral (General Assembly decision 55/488)")
	c.Flags().StringArrayVar(&f.reviews, "review", nil, "show what reviewers marked, from this file (see reprise review); may be repeated")
	c.Flags().StringVar(&f.explain, "explain", "", "instead of comparing, say why this clause (op4) was linked as it was")
	c.Flags().StringVar(&f.exitCode, "exit-code", "", "end with status 1 where the texts differ, or (=substantive) differ in substance")
	c.Flags().Lookup("exit-code").NoOptDefVal = anyDifference
	c.RegisterFlagCompletionFunc("explain", func(_ *cobra.Command, args []string, _ string) ([]cobra.Completion, cobra.ShellCompDirective) {
		return f.completeClauses(s, args)
	})
	return c
}

// twoTexts wants OLD and NEW. The value of --exit-code, which may be left out,
// must be tied to it; apart from it, it looks like a text.
func (f *compareFlags) twoTexts(c *cobra.Command, args []string) error {
	if len(args) != 2 && f.exitCode == anyDifference && slices.Contains(args, substantiveDifference) {
		return errors.New("--exit-code substantive: want --exit-code=substantive, with an equals sign, for the value may be left out")
	}
	return exactly(2, "OLD and NEW")(c, args)
}

func (f *compareFlags) run(ctx context.Context, s surroundings, names []string) error {
	switch f.exitCode {
	case "", anyDifference, substantiveDifference:
	default:
		return fmt.Errorf("--exit-code=%s: want %s or %s", f.exitCode, anyDifference, substantiveDifference)
	}
	if folders, err := areFolders(names); err != nil {
		return err
	} else if folders {
		return f.runFolders(ctx, s, names)
	}
	if f.explain != "" {
		return f.explainLink(ctx, s, names)
	}
	switch f.view {
	case report.Amendment.String():
		return f.writeAmendment(ctx, s, names)
	case report.Brackets.String():
		return f.compareReadings(ctx, s, names)
	}
	outputs, err := outputsIn[report.Renderer](&f.formFlags, s, slices.Concat(names, []string{f.pins, f.leads}, f.reviews))
	if err != nil {
		return err
	}
	documents, opts, err := f.pair(ctx, s, names)
	if err != nil {
		return err
	}
	c, err := f.compare(s, documents, opts)
	if err != nil {
		return err
	}
	f.tellOfBrackets(s, documents)
	warn(s, c, outputs, f.say)
	said, err := f.reviewed(s, c)
	if err != nil {
		return err
	}
	show := func(r report.Renderer, w io.Writer) error { return withReview(heard(r, s), said).Render(w, c) }
	if err := showIn(outputs, s, show); err != nil {
		return err
	}
	if f.asksToFail(c) {
		return errDifferences
	}
	return nil
}

// pair reads the two texts and the file of pins, and says what their reading was
// like.
func (f *compareFlags) pair(ctx context.Context, s surroundings, names []string) ([]*resolution.Document, align.Options, error) {
	documents, err := f.open(ctx, s, names)
	if err != nil {
		return nil, align.Options{}, err
	}
	if err := f.comparable(documents); err != nil {
		return nil, align.Options{}, err
	}
	warnOfReading(s, documents)
	f.warnOfIdleInputFlags(s, names, documents)
	opts, err := f.pinned(s)
	return documents, opts, err
}

// pinned reads the file of pins.
func (f *compareFlags) pinned(s surroundings) (align.Options, error) {
	if f.pins == "" {
		return align.Options{}, nil
	}
	text, err := s.readText(f.pins)
	if err != nil {
		return align.Options{}, err
	}
	pins, err := align.ParsePins(f.pins, text)
	return align.Options{Pins: pins}, err
}

func (f *compareFlags) compare(s surroundings, documents []*resolution.Document, opts align.Options) (*diff.Comparison, error) {
	both := resolution.Alike(documents...)
	old, new := both[0], both[1]
	links, err := align.With(old, new, opts)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", f.pins, err)
	}
	leads := ""
	if f.leads != "" {
		if leads, err = s.readText(f.leads); err != nil {
			return nil, err
		}
		if leads == "" {
			return nil, fmt.Errorf("%s: empty file, wanted lead verbs by strength", f.leads)
		}
	}
	c, err := diff.CompareWith(old, new, diff.Options{Leads: leads, Links: links})
	if err != nil {
		return nil, fmt.Errorf("%s: %w", f.leads, err)
	}
	return c, nil
}

// explainLink prints why a clause was linked as it was.
func (f *compareFlags) explainLink(ctx context.Context, s surroundings, names []string) error {
	if f.form != "" || len(f.names) > 0 {
		return errors.New("--explain is printed; leave out --format and -o")
	}
	if _, err := f.look(s); err != nil {
		return err
	}
	f.showsAlone(s, explanation)
	documents, opts, err := f.pair(ctx, s, names)
	if err != nil {
		return err
	}
	asked := fold(f.explain)
	isAsked := func(c *resolution.Clause) bool { return fold(c.ID) == asked }
	if !slices.ContainsFunc(documents[0].Clauses, isAsked) && !slices.ContainsFunc(documents[1].Clauses, isAsked) {
		return fmt.Errorf("--explain %s: neither text has this clause; reprise parse FILE lists them", f.explain)
	}
	explanations, err := align.Explain(documents[0], documents[1], asked, opts)
	if err != nil {
		return fmt.Errorf("%s: %w", f.pins, err)
	}
	var b bytes.Buffer
	form := terminal.Explanation{Width: s.width(f.width), Say: cmp.Or(f.say, documents[1].Language)}
	if err := form.Render(&b, explanations); err != nil {
		return err
	}
	return write([]output{{standardOutput, b.Bytes()}}, s)
}

// warn tells on standard error what is doubtful, unless the terminal form
// shows it anyway: who pipes JSON on would not see it there.
func warn(s surroundings, c *diff.Comparison, outputs []outputIn[report.Renderer], say string) {
	for _, o := range outputs {
		if o.name == standardOutput && o.form == forms[0].name {
			return
		}
	}
	for _, w := range voices.Of(say, c).Warnings(c) {
		tell(s.stderr, "warning: "+w)
	}
}

// asksToFail tells whether the differences are those that --exit-code asks
// for. What stands in no count (masthead, formula, meeting line) does not.
func (f *compareFlags) asksToFail(c *diff.Comparison) bool {
	switch f.exitCode {
	case anyDifference:
		return !c.SayTheSame()
	case substantiveDifference:
		return c.Summary.Substantive > 0
	}
	return false
}

// heard lets the Word form say on standard error what it could not keep.
func heard(r report.Renderer, s surroundings) report.Renderer {
	word, ok := r.(word.Docx)
	if !ok {
		return r
	}
	word.Warn = func(text string) { tell(s.stderr, "warning: "+text) }
	return word
}
