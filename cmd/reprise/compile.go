package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"reprise/diff"
	"reprise/internal/whole"
	"reprise/negotiate"
	"reprise/read"
	"reprise/report"
	"reprise/resolution"
	"reprise/source"
)

// compileFlags are the flags of reprise compile.
type compileFlags struct {
	inputFlags
	formFlags
	apart     string
	take      []string
	decisions string
	clean     bool
}

func newCompile(s surroundings) *cobra.Command {
	var f compileFlags
	c := &cobra.Command{
		Use:   "compile BASE NAME=FILE...",
		Short: "Put the proposals of several delegations on one text, clause by clause",
		Long: `Put the proposals of several delegations on one text, clause by clause. FILE is a
whole text, a Word file with tracked changes, or an amendment to BASE; NAME is who
proposes it. A Word file that several people changed, given without NAME, is one
proposal of each. The same change of several counts once, with all its authors.

The table has one column a delegation; --view rolling writes one text with square
brackets: [urges] [EU: calls upon] [Delete: US]. A rolling text gives its proposals
back: reprise compile ROLLING --apart FOLDER.

--take OP4=EU, or a file of such lines (--decisions), takes what a delegation wants
of a clause; the result is shown as a comparison with BASE, with --clean as a text
without changes. What nobody decided stays as in BASE.`,
		Example: `  reprise compile draft.docx EU=eu.docx "Group of 77=g77.pdf" -o table.docx
  reprise compile draft.md EU=eu.md US=us.txt --view rolling -o rolling.txt
  reprise compile rolling.txt --apart proposals
  reprise compile draft.md EU=eu.md US=us.md --take OP4=EU --take "OP7 bis=US" -o agreed.docx`,
		Args: atLeast(1, "BASE and NAME=FILE, or a rolling text and --apart"),
		RunE: func(c *cobra.Command, args []string) error { return f.run(c.Context(), s, args) },
	}
	f.inputFlags.add(c)
	f.formFlags.add(c, formsThat[report.Renderer]())
	f.formFlags.addViews(c, report.SideBySide, report.Table, report.Critic, report.Rolling)
	f.word.add(c)
	c.Flags().StringVar(&f.apart, "apart", "", "write the proposals of a rolling text, a file each, to this folder")
	c.Flags().StringArrayVar(&f.take, "take", nil, "take what a delegation wants of a clause, OP4=EU; may be repeated")
	c.Flags().StringVar(&f.decisions, "decisions", "", "take what this file says, a line each: OP4 = EU")
	c.Flags().BoolVar(&f.clean, "clean", false, "with --take: the text without changes")
	return c
}

func (f *compileFlags) run(ctx context.Context, s surroundings, args []string) error {
	if f.apart != "" {
		return f.takeApart(ctx, s, args)
	}
	if len(args) < 2 {
		return errors.New("compile: want BASE and NAME=FILE (see reprise compile --help)")
	}
	names := []string{args[0]}
	authors := make([]string, len(args)-1)
	for i, arg := range args[1:] {
		name, file, ok := strings.Cut(arg, "=")
		if _, err := os.Stat(arg); !ok || err == nil {
			name, file = "", arg
		}
		authors[i], names = strings.TrimSpace(name), append(names, file)
	}
	f.product = f.shown()
	wanted, err := f.outputs(s, append(slices.Clone(names), f.decisions))
	if err != nil {
		return err
	}
	base, proposals, err := f.openProposals(ctx, s, names, authors)
	if err != nil {
		return err
	}
	c := negotiate.Compile(base, proposals...)
	voice := voiceFor(f.say, base)
	tell(s.stderr, voice.CompilationCounts(c))
	if f.product == comparison {
		return f.decide(s, c, wanted)
	}
	outputs, err := thatCan[report.CompilationRenderer](wanted, "compile: the form %s has no compilation")
	if err != nil {
		return err
	}
	return showIn(outputs, s, func(r report.CompilationRenderer, w io.Writer) error { return r.RenderCompilation(w, c) })
}

// shown is what is made of the proposals.
func (f *compileFlags) shown() product {
	switch {
	case len(f.take) > 0 || f.decisions != "":
		return comparison
	case f.view == report.Rolling.String():
		return rollingText
	}
	return compilation
}

// openProposals reads the base and what each delegation proposes; an amendment is
// applied to the base.
func (f *compileFlags) openProposals(ctx context.Context, s surroundings, names, authors []string) (*resolution.Document, []negotiate.Proposal, error) {
	documents, err := f.open(ctx, s, names)
	if err != nil {
		return nil, nil, err
	}
	warnOfReading(s, documents)
	f.warnOfIdleInputFlags(s, names, documents)
	base := documents[0]
	if !isVersion(base) {
		return nil, nil, fmt.Errorf("%s: %s, wanted the text that the proposals are made on", names[0], voiceFor(f.say, base).Genre(base))
	}
	var out []negotiate.Proposal
	documents, names, authors, err = byAuthor(ctx, documents, names, authors)
	if err != nil {
		return nil, nil, err
	}
	for i, d := range documents[1:] {
		p := negotiate.Proposal{Name: proposalName(authors[i], d, names[i+1]), Text: d}
		if !isVersion(d) {
			r := negotiate.Apply(base, negotiate.Read(d))
			if r.Refused() {
				for _, line := range amendmentReport(voiceFor(f.say, base), r) {
					tell(s.stderr, line)
				}
				return nil, nil, fmt.Errorf("%s: the amendment does not fit %s", names[i+1], names[0])
			}
			p.Text = r.Amended
		}
		if strings.ContainsAny(p.Name, nameBreaks) {
			return nil, nil, fmt.Errorf("%s: found the name %q, wanted one without : ; , [ ] { } and =", names[i+1], p.Name)
		}
		if slices.ContainsFunc(out, func(o negotiate.Proposal) bool { return o.Name == p.Name }) {
			return nil, nil, fmt.Errorf("%s: a second proposal of %q; want a name for each (NAME=FILE)", names[i+1], p.Name)
		}
		out = append(out, p)
	}
	return base, out, nil
}

// byAuthor takes a Word file that several people changed, and to which no name is
// given, as one proposal of each: the text with his changes alone.
func byAuthor(ctx context.Context, documents []*resolution.Document, names, authors []string) ([]*resolution.Document, []string, []string, error) {
	outDocuments, outNames, outAuthors := documents[:1:1], names[:1:1], []string(nil)
	for i, d := range documents[1:] {
		var list []string
		if authors[i] == "" && d.Source != nil {
			list = read.Authors(d.Source)
		}
		if len(list) < 2 {
			outDocuments, outNames, outAuthors = append(outDocuments, d), append(outNames, names[i+1]), append(outAuthors, authors[i])
			continue
		}
		for _, author := range list {
			own, err := read.Open(ctx, names[i+1], d.Source, read.Options{Author: author, Language: d.Language})
			if err != nil {
				return nil, nil, nil, fmt.Errorf("%w (with the changes of %s)", err, author)
			}
			outDocuments, outNames, outAuthors = append(outDocuments, own), append(outNames, names[i+1]), append(outAuthors, plainName(author))
		}
	}
	return outDocuments, outNames, outAuthors, nil
}

// plainName is the name of an author without the signs that part names from each other.
func plainName(author string) string {
	return strings.Join(strings.FieldsFunc(author, func(r rune) bool { return r == ' ' || strings.ContainsRune(nameBreaks, r) }), " ")
}

// nameBreaks are the signs that no name of a proposal has.
const nameBreaks = ":;,[]{}="

// proposalName is who proposes a text: as given, else whom an amendment names, else
// the file's name.
func proposalName(given string, d *resolution.Document, file string) string {
	switch {
	case given != "":
		return given
	case !isVersion(d) && len(d.Sponsors) == 1:
		return d.Sponsors[0]
	case file == source.StandardInput:
		return file
	}
	return strings.TrimSuffix(filepath.Base(file), filepath.Ext(file))
}

// decide shows the base with what was taken.
func (f *compileFlags) decide(s surroundings, c *negotiate.Compilation, wanted []wantedOutput) error {
	lines := f.take
	if f.decisions != "" {
		text, err := s.readText(f.decisions)
		if err != nil {
			return err
		}
		for line := range strings.Lines(text) {
			line, _, _ = strings.Cut(line, "#")
			if strings.TrimSpace(line) != "" {
				lines = append(lines, line)
			}
		}
	}
	decisions, err := c.Decisions(lines)
	if err != nil {
		return err
	}
	r := c.Take(decisions)
	voice := voiceFor(f.say, c.Base)
	r.Amended.Symbol, r.Amended.Reading.Name = "", voice.Say("compile-taken", "draft", voice.Title(c.Base))
	tell(s.stderr, voice.Counted("compile-decided", len(decisions)))
	old, links := r.Draft, r.Links
	if f.clean {
		old, links = r.Amended, nil
	}
	comparison, err := diff.CompareWith(old, r.Amended, diff.Options{Links: links})
	if err != nil {
		return err
	}
	var outputs []outputIn[report.Renderer]
	for _, w := range wanted {
		outputs = append(outputs, outputIn[report.Renderer]{w, w.renderer.(report.Renderer)})
	}
	return showIn(outputs, s, func(form report.Renderer, w io.Writer) error {
		return heard(credited(form, r), s).Render(w, comparison)
	})
}

// takeApart writes the proposals of a rolling text, a text file each.
func (f *compileFlags) takeApart(ctx context.Context, s surroundings, args []string) error {
	if len(args) != 1 || len(f.names) > 0 || f.form != "" || len(f.take) > 0 || f.decisions != "" {
		return errors.New("--apart takes a rolling text alone, and writes to its folder; leave out other texts, --format, -o and --take")
	}
	f.showsAlone(s, proposalFiles)
	from, err := f.source(s)
	if err != nil {
		return err
	}
	from.Read.Amendment = true
	doc, err := from.Open(ctx, args[0])
	if err != nil {
		return err
	}
	f.warnOfIdleInputFlags(s, args, []*resolution.Document{doc})
	c, err := negotiate.ReadRolling(negotiate.RollingLines(doc), doc.Language)
	if err != nil {
		return fmt.Errorf("%s: %w", args[0], err)
	}
	var files []whole.File
	for i, name := range c.Names {
		path := filepath.Join(f.apart, fileName(name)+".txt")
		if slices.ContainsFunc(files, func(o whole.File) bool { return o.Name == path }) {
			return fmt.Errorf("%s: two proposals would be written to %s", args[0], path)
		}
		if err := s.guard.check(path); err != nil {
			return err
		}
		files = append(files, whole.File{Name: path, Content: []byte(strings.Join(negotiate.PlainText(c.Apart(i)), "\n\n") + "\n")})
	}
	if err := os.MkdirAll(f.apart, 0o755); err != nil {
		return fmt.Errorf("--apart %s: cannot be made: %w", f.apart, err)
	}
	if err := whole.Write(files, func() error { return nil }); err != nil {
		return err
	}
	tell(s.stderr, voiceFor(f.say, c.Base).Say("compile-apart", "list", voiceFor(f.say, c.Base).Listed(c.Names), "folder", f.apart))
	return nil
}

// fileName is a name as a file may bear it: no path, nothing hidden.
func fileName(name string) string {
	name = strings.Map(func(r rune) rune {
		if strings.ContainsRune(`/\:*?"<>|`, r) || r < ' ' {
			return '-'
		}
		return r
	}, name)
	return strings.TrimLeft(name, ".")
}
