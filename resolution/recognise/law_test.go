package recognise_test

import (
	"context"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"reprise/resolution"
	"reprise/resolution/recognise"
	"reprise/resolution/resolutiontest"
)

func wordsOfBlocks(blocks []recognise.Block) []string {
	var out []string
	for _, b := range blocks {
		out = append(out, b.Label, b.Mark)
		for _, s := range b.Spans {
			if s.Note != "" {
				out = append(out, s.Note)
			} else {
				out = append(out, s.Text)
			}
		}
	}
	return out
}

// checkDocument holds what is true of every document, whatever it was read from.
func checkDocument(t interface{ Fatalf(string, ...any) }, d *resolution.Document) {
	ids := map[string]bool{}
	for _, c := range d.Clauses {
		if c.ID == "" || ids[c.ID] {
			t.Fatalf("ID %q is empty or stands twice", c.ID)
		}
		ids[c.ID] = true
		if !strings.HasPrefix(c.Text, c.Lead) {
			t.Fatalf("%s: lead %q does not open %q", c.ID, c.Lead, c.Text)
		}
		if c.Parent != "" && !ids[c.Parent] {
			t.Fatalf("%s: parent %q does not stand before it", c.ID, c.Parent)
		}
		for _, n := range c.Notes {
			if n.At < 0 || n.At > len(c.Text) {
				t.Fatalf("%s: mark %q at %d of %d", c.ID, n.Mark, n.At, len(c.Text))
			}
		}
	}
}

func checkLaw1(t interface{ Fatalf(string, ...any) }, blocks []recognise.Block) {
	d, err := recognise.Document(context.Background(), blocks, recognise.Language(blocks))
	if err != nil {
		t.Fatalf("%v", err)
	}
	checkDocument(t, d)
	want, got := resolutiontest.Letters(wordsOfBlocks(blocks)...), resolutiontest.Letters(resolutiontest.Held(d)...)
	if lost := resolutiontest.Lost(want, got); lost != "" {
		t.Fatalf("letters lost (-) or made (+): %s", lost)
	}
}

// pieces are what paragraphs of a made resolution are put together from.
var pieces = []string{
	"The General Assembly,", "Recalling its resolution 200/1 of 5 December 2145,", "Noting the teacups, 1",
	"1. Requests the keepers:", "2. Decides to sweep the stairs;", "(a) The lamp;", "(i) The wick;", "(b) The oil,2", "and to report;",
	"Annex", "Annex II", "II", "A", "B. The lamps", "Article 5", "Resolution adopted by the General Assembly", "on 5 December 2145",
	"45th plenary meeting", "5 December 2145", "Two hundredth session", "Agenda item 12 (a)", "200/41. Keeping of lighthouses",
	"[Adopted without a vote.]", "In favour:", "Meridia, Ostravia", "1 See resolution 199/3.", "PP5 bis Noting", "OP3 alt. Calls upon all",
	"• Lamps", "The keepers’ days off", "“quoted", "\"straight\"", "¹ Meridia.", "12", "(h) Oars", "(j) Sails", "Meridia and Ostravia: draft resolution",
	"The General Assembly, Recalling its lamps, 45th plenary meeting 5 December 2145", "A/RES/200/41", "Distr.: General",
}

// Law 1: nothing is lost (Recognise).
func TestNothingIsLost(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		blocks := rapid.SliceOfN(rapid.Custom(drawBlock), 0, 30).Draw(t, "blocks")
		checkLaw1(t, blocks)
	})
}

func drawBlock(t *rapid.T) recognise.Block {
	b := recognise.Block{Kind: recognise.BlockKind(rapid.IntRange(0, 4).Draw(t, "kind")), Level: rapid.IntRange(0, 3).Draw(t, "level")}
	if rapid.Bool().Draw(t, "text") {
		b.Kind = recognise.TextBlock
	}
	for range rapid.IntRange(0, 3).Draw(t, "spans") {
		s := recognise.Span{Text: rapid.OneOf(rapid.SampledFrom(pieces), rapid.StringN(0, 12, 40)).Draw(t, "span")}
		s.Italic, s.Raised = rapid.Bool().Draw(t, "italic"), rapid.Bool().Draw(t, "raised")
		b.Spans = append(b.Spans, s)
	}
	if b.Kind == recognise.NoteBlock {
		b.Mark = rapid.SampledFrom([]string{"", "1", "2", "3", "4", "*"}).Draw(t, "mark")
	}
	b.Label = rapid.SampledFrom([]string{"", "", "", "3.", "(c)", "•", "x"}).Draw(t, "label")
	return b
}

// FuzzDocument: law 1 for any lines, one block each.
func FuzzDocument(f *testing.F) {
	f.Add("The General Assembly,\nRecalling teacups, 1\n1. Decides:\n(a) To rest;\n1 See there.")
	f.Add("A\n\nThe Security Council,\nB\nThe Security Council,\n1. Requests\n1. Decides\nAnnex\n1. Rules")
	f.Fuzz(func(t *testing.T, text string) {
		var blocks []recognise.Block
		for line := range strings.Lines(text) {
			blocks = append(blocks, recognise.Block{Spans: []recognise.Span{{Text: line}}})
		}
		checkLaw1(t, blocks)
	})
}
