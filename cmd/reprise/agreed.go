package main

import (
	"bytes"
	"cmp"
	"context"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"reprise/internal/lexicon"
	"reprise/library"
	"reprise/report"
	"reprise/resolution"
	"reprise/source"
)

// agreedFlags are the flags of reprise agreed.
type agreedFlags struct {
	inputFlags
	formFlags
	limit int
}

func newAgreed(s surroundings) *cobra.Command {
	var f agreedFlags
	c := &cobra.Command{
		Use:   "agreed DRAFT",
		Short: "Tell what of a draft was agreed before, and where",
		Long: `Tell for every clause of a draft whether an adopted text of the library has it word
for word (agreed), but for what a redline shows (agreed but for), or not (new): the
nearest adopted clauses, their first and latest adoption, the body and the vote. What
its series has left behind, what was adopted by a vote only, or never by the draft's
own body, is marked so. DRAFT is a file, a symbol, or - for standard input, which may
be a single sentence.`,
		Example: `  reprise agreed draft.docx
  reprise agreed draft.docx -o agreed.html -o agreed.docx
  echo "Calls upon all States to protect the sea birds" | reprise agreed -`,
		Args: exactly(1, "DRAFT"),
		RunE: func(c *cobra.Command, args []string) error { return f.run(c.Context(), s, args[0]) },
	}
	f.inputFlags.add(c)
	f.uses = []string{"library"} // where it looks for what was agreed
	f.formFlags.add(c, formsThat[report.AgreedRenderer]())
	c.Flags().IntVar(&f.limit, "limit", library.DefaultPrecedents, "so many precedents for a clause at most")
	return c
}

func (f *agreedFlags) run(ctx context.Context, s surroundings, name string) error {
	if f.limit < 1 {
		return fmt.Errorf("--limit %d: want 1 or more", f.limit)
	}
	outputs, err := outputsIn[report.AgreedRenderer](&f.formFlags, s, []string{name})
	if err != nil {
		return err
	}
	return f.use(ctx, s, func(l *library.Library) error {
		draft, err := f.draft(ctx, s, name)
		if err != nil {
			return err
		}
		f.warnOfIdleInputFlags(s, []string{name}, []*resolution.Document{draft})
		agreement, err := l.Agreed(ctx, draft, library.AgreedOptions{Limit: f.limit})
		if err != nil {
			return err
		}
		if err := l.Open(ctx, agreement); err != nil {
			return err
		}
		return showIn(outputs, s, func(r report.AgreedRenderer, w io.Writer) error { return r.RenderAgreed(w, agreement) })
	})
}

// draft reads the draft. Standard input that is no resolution is taken for sentences.
func (f *agreedFlags) draft(ctx context.Context, s surroundings, name string) (*resolution.Document, error) {
	from, err := f.source(s)
	if err != nil {
		return nil, err
	}
	var content bytes.Buffer
	if name == source.StandardInput {
		from.Stdin = io.TeeReader(from.Stdin, &content)
	}
	d, err := from.Open(ctx, name)
	if err != nil && name == source.StandardInput && ctx.Err() == nil {
		if one := sentences(content.String(), cmp.Or(f.language, lexicon.Default)); len(one.Clauses) > 0 {
			return one, nil
		}
	}
	return d, err
}

// sentences makes a draft of paragraphs that stand alone.
func sentences(text, language string) *resolution.Document {
	d := &resolution.Document{Language: language, Draft: true}
	for _, paragraph := range strings.Split(resolution.Normalise(strings.ReplaceAll(text, "\r\n", "\n")), "\n\n") {
		if words := strings.Join(strings.Fields(paragraph), " "); words != "" {
			n := fmt.Sprint(len(d.Clauses) + 1)
			d.Clauses = append(d.Clauses, &resolution.Clause{ID: "op" + n, Part: resolution.Operative, Number: n, Text: words})
		}
	}
	return d
}
