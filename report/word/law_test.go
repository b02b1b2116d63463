package word_test

import (
	"bytes"
	"fmt"
	"sort"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"

	"reprise/align"
	"reprise/diff"
	"reprise/diff/nature"
	"reprise/internal/wordml"
	"reprise/internal/wordml/wordmltest"
	"reprise/report/reporttest"
	"reprise/report/word"
	"reprise/resolution"
)

// textOf is what a Word document of a resolution must say: each clause a
// paragraph of label, tabulator and text, each first citation of a footnote a
// reference, each further one the mark, then the notes that nothing cites.
func textOf(d *resolution.Document) wordmltest.Text {
	var text wordmltest.Text
	cited := map[string]bool{}
	for _, c := range d.Clauses {
		var b strings.Builder
		if c.Label != "" {
			b.WriteString(c.Label + "\t")
		}
		at := 0
		for _, n := range c.Notes {
			b.WriteString(c.Text[at:n.At])
			at = n.At
			if f := d.Footnote(n.Mark); f != nil && !cited[n.Mark] {
				b.WriteString(wordmltest.NoteMark)
				text.Notes = append(text.Notes, wordml.Writable(f.Text))
			} else {
				b.WriteString(n.Mark)
			}
			cited[n.Mark] = true
		}
		b.WriteString(c.Text[at:])
		text.Paragraphs = append(text.Paragraphs, writable(b.String()))
	}
	for _, f := range d.Footnotes {
		if !cited[f.Mark] {
			text.Paragraphs = append(text.Paragraphs, writable(f.Mark+"\t"+f.Text))
		}
	}
	return text
}

// writable keeps the marks of notes, which XML would not.
func writable(text string) string {
	parts := strings.Split(text, wordmltest.NoteMark)
	for i := range parts {
		parts[i] = wordml.Writable(parts[i])
	}
	return strings.Join(parts, wordmltest.NoteMark)
}

type failer interface {
	Helper()
	Fatalf(string, ...any)
}

// holdsLaw4 checks law 4: rejecting all changes in the document gives the old
// text, accepting all gives the new.
func holdsLaw4(t failer, docx []byte, c *diff.Comparison) {
	t.Helper()
	for side, d := range map[wordmltest.Side]*resolution.Document{wordmltest.Old: c.Old, wordmltest.New: c.New} {
		got, err := wordmltest.Resolve(docx, side)
		if err != nil {
			t.Fatalf("%v", err)
		}
		want := textOf(d)
		if n := len(got.Paragraphs); n == len(want.Paragraphs)+1 && got.Paragraphs[n-1] == "" {
			got.Paragraphs = got.Paragraphs[:n-1] // the last mark of a document cannot be tracked
		}
		if diff := cmp.Diff(want, got, cmpopts.EquateEmpty()); diff != "" {
			t.Fatalf("side %d (-want +got):\n%s", side, diff)
		}
	}
}

var docxForms = map[string]word.Docx{
	"moves as moves":     {},
	"moves as deletions": {MoveStyle: word.MovesAsDeletions},
	"no comments":        {Comments: word.WithoutComments},
}

func TestDocxOfEveryStatusHoldsLaw4(t *testing.T) {
	for name, form := range docxForms {
		t.Run(name, func(t *testing.T) {
			c := reporttest.Specimen(t)
			docx := reporttest.Render(t, form, c)
			holdsLaw4(t, docx, c)
			for _, fault := range wordmltest.Faults(docx) {
				t.Error(fault)
			}
		})
	}
}

func TestDocxTwiceGivesTheSameBytes(t *testing.T) {
	if !bytes.Equal(reporttest.Render(t, word.Docx{}, reporttest.Specimen(t)), reporttest.Render(t, word.Docx{}, reporttest.Specimen(t))) {
		t.Error("two renderings of the same comparison differ")
	}
}

// Law 4 on random comparisons, whose links no aligner would make.
func TestDocxHoldsLaw4(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := drawComparison(t)
		form := word.Docx{
			MoveStyle: rapid.SampledFrom([]word.MoveStyle{word.MovesAsMoves, word.MovesAsDeletions}).Draw(t, "moves"),
			Comments:  rapid.SampledFrom([]word.CommentStyle{word.WithComments, word.WithoutComments}).Draw(t, "comments"),
		}
		var b bytes.Buffer
		if err := form.Render(&b, c); err != nil {
			t.Fatalf("%v", err)
		}
		holdsLaw4(t, b.Bytes(), c)
		if faults := wordmltest.Faults(b.Bytes()); len(faults) > 0 {
			t.Fatalf("%v", faults)
		}
	})
}

func FuzzDocxHoldsLaw4(f *testing.F) {
	f.Fuzz(rapid.MakeFuzz(func(t *rapid.T) {
		c := drawComparison(t)
		var b bytes.Buffer
		if err := (word.Docx{}).Render(&b, c); err != nil {
			t.Fatalf("%v", err)
		}
		holdsLaw4(t, b.Bytes(), c)
	}))
}

var drawnWords = []string{"Recalling", "the", "teacup", "of 8 December 2138", "<&>", "café", "\x00\x0b", "\tx", "200/17", "\ufffe", "lighthouse,"}

// drawComparison makes two documents and links them at random: law 2 holds,
// sense does not.
func drawComparison(t *rapid.T) *diff.Comparison {
	c := &diff.Comparison{Old: drawDocument(t, "old"), New: drawDocument(t, "new")}
	old, new := append([]*resolution.Clause{}, c.Old.Clauses...), append([]*resolution.Clause{}, c.New.Clauses...)
	if rapid.Bool().Draw(t, "shuffled") && len(old) > 0 {
		old = rapid.Permutation(old).Draw(t, "order")
	}
	take := func(from *[]*resolution.Clause, d *resolution.Document, name string) []*resolution.Clause {
		n := min(rapid.SampledFrom([]int{0, 1, 1, 1, 1, 2, 3}).Draw(t, name), len(*from))
		taken := append([]*resolution.Clause{}, (*from)[:n]...)
		*from = (*from)[n:]
		sort.Slice(taken, func(i, j int) bool { return place(d, taken[i]) < place(d, taken[j]) })
		return taken
	}
	for len(old)+len(new) > 0 {
		l := align.Link{Old: take(&old, c.Old, "olds"), New: take(&new, c.New, "news")}
		if len(l.Old)+len(l.New) == 0 {
			continue
		}
		l.Moved = len(l.Old) > 0 && len(l.New) > 0 && rapid.Bool().Draw(t, "moved")
		ch := diff.Change{Link: l, Edits: diff.Words(joined(l.Old), joined(l.New)), Status: diff.Reworded}
		if rapid.Bool().Draw(t, "reason") {
			hostile := &resolution.Clause{Text: "a reason with \x00 and <"}
			ch.Reasons = []diff.Reason{{Cause: nature.TitleChanged, New: nature.Span{Clause: hostile, To: len(hostile.Text)}}}
		}
		c.Changes = append(c.Changes, ch)
	}
	return c
}

func place(d *resolution.Document, c *resolution.Clause) int {
	for i, other := range d.Clauses {
		if other == c {
			return i
		}
	}
	return -1
}

func joined(clauses []*resolution.Clause) string {
	texts := make([]string, len(clauses))
	for i, c := range clauses {
		texts[i] = c.Text
	}
	return strings.Join(texts, "\n")
}

func drawDocument(t *rapid.T, name string) *resolution.Document {
	d := &resolution.Document{Title: "Teacups", Symbol: "A/RES/200/17"}
	notes := rapid.IntRange(0, 3).Draw(t, name+" notes")
	for i := range notes {
		d.Footnotes = append(d.Footnotes, resolution.Footnote{
			Mark: rapid.SampledFrom([]string{fmt.Sprint(i + 1), strings.Repeat("*", i+1)}).Draw(t, "mark"),
			Text: drawText(t, "note")})
	}
	for i := range rapid.IntRange(0, 7).Draw(t, name) {
		c := &resolution.Clause{ID: fmt.Sprint("op", i+1), Part: resolution.Operative, Text: drawText(t, "text")}
		c.Label = rapid.SampledFrom([]string{"", fmt.Sprint(i+1, "."), "(a)"}).Draw(t, "label")
		c.Depth = rapid.IntRange(0, 5).Draw(t, "depth")
		if rapid.IntRange(0, 5).Draw(t, "table") == 0 {
			c.Kind, c.Text = resolution.Table, c.Text+"\n"+drawText(t, "row")
		}
		c.Lead = c.Text[:boundary(c.Text, min(len(c.Text), rapid.SampledFrom([]int{0, 9}).Draw(t, "lead")))]
		for range rapid.SampledFrom([]int{0, 0, 1, 2}).Draw(t, "cites") {
			if len(d.Footnotes) > 0 {
				c.Notes = append(c.Notes, resolution.NoteRef{
					Mark: rapid.SampledFrom(d.Footnotes).Draw(t, "cited").Mark,
					At:   boundary(c.Text, rapid.IntRange(0, len(c.Text)).Draw(t, "at"))})
			}
		}
		sort.SliceStable(c.Notes, func(i, j int) bool { return c.Notes[i].At < c.Notes[j].At })
		d.Clauses = append(d.Clauses, c)
	}
	return d
}

// boundary is the nearest start of a character at or before an offset: no
// reader puts a mark inside one.
func boundary(text string, at int) int {
	for at > 0 && at < len(text) && text[at]&0xC0 == 0x80 {
		at--
	}
	return at
}

func drawText(t *rapid.T, name string) string {
	return strings.Join(rapid.SliceOfN(rapid.SampledFrom(drawnWords), 0, 8).Draw(t, name), " ")
}
