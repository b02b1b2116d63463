package recognise_test

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"reprise/resolution"
	"reprise/resolution/recognise"
	"reprise/resolution/resolutiontest"
)

// Each archive in testdata is one construct: its comment says which and why,
// "in" holds paragraphs parted by empty lines, "want" what is recognised. In
// "in" a paragraph that opens with "# " is a heading of the format, "^1^" is a
// raised mark, "*words*" are italics, "[1] text" is a footnote, "| " a table.
func TestRecognise(t *testing.T) {
	resolutiontest.Archives(t, "testdata/*.txtar", func(t *testing.T, in txtar.File) string {
		blocks := blocksOf(string(in.Data))
		checkLaw1(t, blocks)
		d, err := recognise.Document(t.Context(), blocks, recognise.Language(blocks))
		if err != nil {
			t.Fatal(err)
		}
		return outline(d)
	})
}

func blocksOf(text string) []recognise.Block {
	var blocks []recognise.Block
	for _, para := range strings.Split(strings.TrimSpace(text), "\n\n") {
		b := recognise.Block{}
		switch {
		case strings.HasPrefix(para, "# "):
			b.Kind, b.Level, para = recognise.HeadingBlock, 2, para[2:]
		case strings.HasPrefix(para, "| "):
			b.Kind, para = recognise.TableBlock, strings.ReplaceAll(para[2:], " | ", "\t")
		case strings.HasPrefix(para, "["):
			if mark, rest, ok := strings.Cut(para[1:], "] "); ok && len(mark) < 4 {
				b.Kind, b.Mark, para = recognise.NoteBlock, mark, rest
			}
		}
		b.Spans = spansOf(para)
		blocks = append(blocks, b)
	}
	return blocks
}

func spansOf(text string) []recognise.Span {
	var spans []recognise.Span
	for i, part := range strings.Split(text, "^") {
		if i%2 == 1 {
			spans = append(spans, recognise.Span{Text: part, Raised: true})
			continue
		}
		for j, run := range strings.Split(part, "*") {
			if run != "" {
				spans = append(spans, recognise.Span{Text: run, Italic: j%2 == 1})
			}
		}
	}
	return spans
}

// outline shows a document as text: fields that are set, then the clauses.
func outline(d *resolution.Document) string {
	var b bytes.Buffer
	field := func(name string, value any) {
		if s := fmt.Sprint(value); s != "" && s != "[]" && s != "{0 0 0}" && s != "false" {
			fmt.Fprintf(&b, "%s: %s\n", name, s)
		}
	}
	field("symbol", d.Symbol)
	field("title", d.Title)
	field("organ", d.Body)
	field("session", d.Session)
	field("adopted", d.Adopted)
	field("issued", d.Issued)
	field("agenda", d.AgendaItem)
	field("agenda title", d.AgendaTitle)
	field("provenance", d.Provenance)
	field("sponsors", strings.Join(d.Sponsors, "; "))
	field("meeting", d.Meeting)
	field("vote", d.Vote)
	field("draft", d.Draft)
	field("genre", strings.TrimPrefix(d.Genre.String(), "resolution"))
	for _, c := range d.Clauses {
		fmt.Fprintf(&b, "%-9s %-12s", c.Part, c.ID)
		if c.Kind != resolution.Paragraph {
			fmt.Fprintf(&b, " %s", c.Kind)
		}
		if c.Label != "" {
			fmt.Fprintf(&b, " <%s>", c.Label)
		}
		if c.Parent != "" {
			fmt.Fprintf(&b, " under %s", c.Parent)
		}
		text := c.Text
		for i := len(c.Notes) - 1; i >= 0; i-- {
			text = text[:c.Notes[i].At] + "{" + c.Notes[i].Mark + "}" + text[c.Notes[i].At:]
		}
		if c.Lead != "" {
			text = "_" + c.Lead + "_" + strings.TrimPrefix(text, c.Lead)
		}
		fmt.Fprintf(&b, " | %s\n", strings.NewReplacer("\t", "⇥", "\n", "⏎").Replace(text))
	}
	for _, f := range d.Footnotes {
		fmt.Fprintf(&b, "note %s | %s\n", f.Mark, f.Text)
	}
	for _, f := range d.Furniture {
		fmt.Fprintf(&b, "furniture | %s\n", f.Text)
	}
	return b.String()
}
