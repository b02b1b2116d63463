package word_test

import (
	"bytes"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"

	"reprise/align"
	"reprise/diff"
	"reprise/internal/wordml/wordmltest"
	"reprise/read"
	"reprise/report/reporttest"
	"reprise/report/word"
	"reprise/resolution"
)

// asBase gives an old text as the Word file that it could have come in: the
// document of a comparison with itself.
func asBase(t *testing.T, d *resolution.Document) *resolution.Document {
	t.Helper()
	docx := reporttest.Render(t, word.Docx{}, diff.Compare(d, d))
	out, err := read.Open(t.Context(), "base.docx", docx, read.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// holdsLaw4OnBase checks law 4 where a file is the base: rejecting all changes
// gives what the file said, accepting all what the new text says, white space
// and numbers that Word counts apart.
func holdsLaw4OnBase(t failer, docx []byte, c *diff.Comparison) {
	t.Helper()
	want, err := wordmltest.Resolve(c.Old.Source, wordmltest.Old)
	if err != nil {
		t.Fatalf("%v", err)
	}
	got, err := wordmltest.Resolve(docx, wordmltest.Old)
	if err != nil {
		t.Fatalf("%v", err)
	}
	if d := cmp.Diff(asPandoc(want, none(want)), asPandoc(got, none(got)), cmpopts.EquateEmpty()); d != "" {
		t.Fatalf("rejected (-want +got):\n%s", d)
	}
	got, err = wordmltest.Resolve(docx, wordmltest.New)
	if err != nil {
		t.Fatalf("%v", err)
	}
	text := textOf(c.New)
	if d := cmp.Diff(asPandoc(text, none(text)), asPandoc(got, none(got)), cmpopts.EquateEmpty()); d != "" {
		t.Fatalf("accepted (-want +got):\n%s", d)
	}
	if faults := wordmltest.Faults(docx); len(faults) > 0 {
		t.Fatalf("%v", faults)
	}
}

// Law 4 on random comparisons whose old text is a Word file.
func TestDocxOnTheOldFileHoldsLaw4AtRandom(t *testing.T) {
	built := 0
	rapid.Check(t, func(t *rapid.T) {
		c := drawComparison(t)
		self := &diff.Comparison{Old: c.Old, New: c.Old}
		for _, clause := range c.Old.Clauses {
			both := []*resolution.Clause{clause}
			self.Changes = append(self.Changes, diff.Change{
				Link: align.Link{Old: both, New: both}, Edits: diff.Words(clause.Text, clause.Text)})
		}
		var base, docx bytes.Buffer
		if err := (word.Docx{}).Render(&base, self); err != nil {
			t.Fatalf("%v", err)
		}
		c.Old.Source = base.Bytes()
		if err := (word.Docx{}).Render(&docx, c); err != nil {
			t.Fatalf("%v", err)
		}
		if builtOn(docx.Bytes(), base.Bytes()) {
			built++
			holdsLaw4OnBase(t, docx.Bytes(), c)
			return
		}
		holdsLaw4(t, docx.Bytes(), c)
	})
	if built == 0 {
		t.Error("no comparison was built on its file")
	}
}

func none(text wordmltest.Text) []string { return make([]string, len(text.Notes)) }

// builtOn tells whether a document is built on a file: its properties are.
func builtOn(docx, base []byte) bool {
	got, err := wordmltest.Parts(docx)
	if err != nil {
		return false
	}
	want, err := wordmltest.Parts(base)
	return err == nil && bytes.Equal(got["docProps/core.xml"], want["docProps/core.xml"])
}

// Law 4 where the old text of every real pair comes as a Word file.
func TestDocxOnTheOldFileHoldsLaw4(t *testing.T) {
	if testing.Short() {
		t.Skip("skipped: reads some 150 pairs of real texts")
	}
	built := 0
	pairs := realPairs(t, 1)
	for _, p := range pairs {
		t.Run(p.name, func(t *testing.T) {
			c := diff.Compare(asBase(t, p.c.Old), p.c.New)
			docx := reporttest.Render(t, word.Docx{}, c)
			if !builtOn(docx, c.Old.Source) {
				holdsLaw4(t, docx, c)
				return
			}
			built++
			holdsLaw4OnBase(t, docx, c)
		})
	}
	t.Logf("%d of %d pairs built on the file of the old text", built, len(pairs))
	if !t.Failed() && built*10 < len(pairs)*9 {
		t.Errorf("only %d of %d", built, len(pairs))
	}
}

// What does not change keeps its bytes.
func TestDocxOnTheOldFileKeepsWhatDoesNotChange(t *testing.T) {
	old := asBase(t, reporttest.Specimen(t).Old)
	c := diff.Compare(old, reporttest.Specimen(t).New)
	docx := reporttest.Render(t, word.Docx{}, c)
	if !builtOn(docx, old.Source) {
		t.Fatal("not built on the file")
	}
	holdsLaw4OnBase(t, docx, c)
	got, _ := wordmltest.Parts(docx)
	want, _ := wordmltest.Parts(old.Source)
	for _, part := range []string{"word/styles.xml", "word/settings.xml", "word/footer1.xml", "docProps/core.xml", "_rels/.rels"} {
		if !bytes.Equal(got[part], want[part]) {
			t.Errorf("%s changed", part)
		}
	}
	kept := 0
	for _, p := range strings.SplitAfter(string(want["word/document.xml"]), "</w:p>") {
		if strings.Contains(string(got["word/document.xml"]), p) {
			kept++
		}
	}
	if kept < 8 {
		t.Errorf("%d paragraphs kept their bytes, want 8 at least", kept)
	}
}
