package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"slices"

	"github.com/spf13/cobra"

	"reprise/diff"
	"reprise/internal/visible"
	"reprise/negotiate"
	"reprise/report"
	voices "reprise/report/tell"
	"reprise/report/word"
	"reprise/resolution"
	"reprise/source"
)

// amendFlags are the flags of reprise amend.
type amendFlags struct {
	inputFlags
	formFlags
	partial bool
	check   bool
}

func newAmend(s surroundings) *cobra.Command {
	var f amendFlags
	c := &cobra.Command{
		Use:   "amend DRAFT AMENDMENT...",
		Short: "Apply amendments to a draft and show what they change",
		Long: `Apply amendments to a draft, in the order given, and show the amended text as a
comparison with the draft, in every form of compare. AMENDMENT is an official
amendment, a corrigendum, or a secretary's note ("OP4: replace x by y"), as a
path, a symbol, or - for standard input. Numbers of paragraphs are the draft's
throughout; words are sought in the text as amended so far.

What each operation did is said on standard error. One that does not fit is
refused with the place and the nearest words, and nothing is written; --partial
applies the rest. Amendments that touch the same words, or of which one deletes
what another changes, are named.

Exit status: 0 done, 2 where something does not fit or is not understood.`,
		Example: `  reprise amend draft.docx amendment.pdf -o amended.docx
  reprise amend draft.md first.md second.md -o amended.html
  reprise amend draft.md amendment.md --check
  echo 'OP4: replace "urges" by "calls upon"' | reprise amend draft.md -`,
		Args: atLeast(2, "DRAFT and AMENDMENT"),
		RunE: func(c *cobra.Command, args []string) error { return f.run(c.Context(), s, args) },
	}
	f.inputFlags.add(c)
	f.formFlags.add(c, formsThat[report.Renderer]())
	f.formFlags.addViews(c, report.SideBySide, report.Table, report.Critic)
	f.word.add(c)
	c.Flags().BoolVar(&f.partial, "partial", false, "apply what fits and list what does not")
	c.Flags().BoolVar(&f.check, "check", false, "only say what each operation does; show and write nothing else")
	return c
}

func (f *amendFlags) run(ctx context.Context, s surroundings, names []string) error {
	if f.check && (f.form != "" || len(f.names) > 0) {
		return errors.New("--check only says what the amendments do; leave out --format and -o")
	}
	if f.check {
		f.product = amendReport
	}
	outputs, err := outputsIn[report.Renderer](&f.formFlags, s, names)
	if err != nil {
		return err
	}
	draft, amendments, err := f.openAmendments(ctx, s, names)
	if err != nil {
		return err
	}
	r := negotiate.Apply(draft, amendments...)
	voice := voiceFor(f.say, draft)
	said := amendmentReport(voice, r)
	if f.check {
		return f.printCheck(s, said, r)
	}
	for _, line := range said {
		tell(s.stderr, line)
	}
	if r.Refused() && !f.partial {
		return errors.New("the amendments do not fit as a whole; nothing was written (--partial applies what fits)")
	}
	r.Amended.Symbol, r.Amended.Reading.Name = "", voice.AmendedName(r)
	c, err := diff.CompareWith(r.Draft, r.Amended, diff.Options{Links: r.Links})
	if err != nil {
		return err
	}
	show := func(form report.Renderer, w io.Writer) error { return heard(credited(form, r), s).Render(w, c) }
	return showIn(outputs, s, show)
}

// printCheck prints what the amendments do. What does not fit is still trouble.
func (f *amendFlags) printCheck(s surroundings, said []string, r *negotiate.Result) error {
	var b bytes.Buffer
	for _, line := range said {
		fmt.Fprintln(&b, visible.Text(line))
	}
	if err := write([]output{{standardOutput, b.Bytes()}}, s); err != nil {
		return err
	}
	if r.Refused() && !f.partial {
		return errors.New("the amendments do not fit as a whole")
	}
	return nil
}

// openAmendments reads the draft, and what is to be applied to it as amendments.
func (f *amendFlags) openAmendments(ctx context.Context, s surroundings, names []string) (*resolution.Document, []*negotiate.Amendment, error) {
	drafts, err := f.open(ctx, s, names[:1])
	if err != nil {
		return nil, nil, err
	}
	draft := drafts[0]
	if draft.Genre.Amending() {
		return nil, nil, fmt.Errorf("%s: %s, wanted the draft that is amended first, then what amends it", names[0], voices.In(draft.Language).Genre(draft))
	}
	from, err := f.source(s)
	if err != nil {
		return nil, nil, err
	}
	from.Read.Amendment = true
	if from.Read.Language == "" {
		from.Read.Language = draft.Language
	}
	if stdin := slices.Index(names, source.StandardInput); stdin >= 0 && slices.Contains(names[stdin+1:], source.StandardInput) {
		return nil, nil, errors.New("standard input (-) can be read once only")
	}
	documents := []*resolution.Document{draft}
	var amendments []*negotiate.Amendment
	for _, name := range names[1:] {
		doc, err := from.Open(ctx, name)
		if err != nil {
			return nil, nil, err
		}
		if !doc.Genre.Amending() {
			return nil, nil, fmt.Errorf("%s: a text of its own, with an enacting formula, wanted an amendment; reprise compare %s %s compares it with the draft", name, names[0], name)
		}
		documents = append(documents, doc)
		amendments = append(amendments, negotiate.Read(doc))
	}
	warnOfReading(s, documents)
	f.warnOfIdleInputFlags(s, names, documents)
	return draft, amendments, nil
}

// amendmentReport says of each amendment who proposes it, what each operation did
// and what was not understood, then on what they do not agree, and the counts.
func amendmentReport(v voices.Voice, r *negotiate.Result) []string {
	var out []string
	for i, a := range r.Amendments {
		out = append(out, v.AmendmentHead(a))
		for _, o := range r.Outcomes {
			if o.Amendment == i {
				out = append(out, "  "+v.Outcome(r, o))
			}
		}
		for _, c := range a.Unread {
			out = append(out, "  "+v.Unread(a, c))
		}
	}
	for _, c := range r.Collisions {
		out = append(out, v.Collision(r, c))
	}
	return append(out, v.AmendedCounts(r))
}

// credited lets the Word form put each amendment's author on his changes. Words that
// stand elsewhere than the amendment put them are whose who changed most of the clause.
func credited(form report.Renderer, r *negotiate.Result) report.Renderer {
	docx, ok := form.(word.Docx)
	if !ok || docx.Author != "" {
		return form
	}
	docx.Credit = func(c *resolution.Clause, at int) string {
		by := r.Credits.Writer(c, at)
		if by == 0 {
			by = r.Credits.Main(c)
		}
		if by == 0 {
			return ""
		}
		return r.Amendments[by-1].Author()
	}
	return docx
}
