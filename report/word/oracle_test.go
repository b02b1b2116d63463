package word_test

import (
	"errors"
	"os"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"reprise/diff"
	"reprise/internal/outside"
	"reprise/internal/wordml/wordmltest"
	"reprise/report/reporttest"
	"reprise/report/word"
	"reprise/resolution"
)

// oracleStep is how many real pairs pass for one that is given to LibreOffice
// and pandoc; REPRISE_ORACLES=all gives them every pair, which takes minutes.
func oracleStep() int {
	if os.Getenv("REPRISE_ORACLES") == "all" {
		return 1
	}
	return 12
}

// Law 4 as LibreOffice and pandoc read it.
func TestDocxHoldsLaw4InLibreOffice(t *testing.T) {
	if testing.Short() {
		t.Skip("skipped: starts LibreOffice")
	}
	pairs := append(madePairs(t), realPairs(t, oracleStep())...)
	readings := inLibreOffice(t, pairs)
	for i, p := range pairs {
		t.Run(p.name, func(t *testing.T) {
			same(t, asLibreOffice(p.c.Old), readings[i].Old)
			same(t, asLibreOffice(p.c.New), readings[i].New)
		})
	}
	t.Logf("%d pairs", len(pairs))
}

// inLibreOffice gives what LibreOffice makes of the Word file of each pair, in
// one start of the program.
func inLibreOffice(t *testing.T, pairs []realPair) []wordmltest.Reading {
	t.Helper()
	var docs [][]byte
	for _, p := range pairs {
		docs = append(docs, p.docx)
	}
	readings, err := wordmltest.LibreOffice(t.TempDir(), docs)
	if errors.Is(err, wordmltest.ErrMissing) {
		outside.Missing(t, "%v", err)
	}
	if err != nil {
		t.Fatal(err)
	}
	return readings
}

// On the file of the old text LibreOffice reads what our own reading of the
// XML does, which other tests hold against the texts.
func TestDocxOnTheOldFileInLibreOffice(t *testing.T) {
	if testing.Short() {
		t.Skip("skipped: starts LibreOffice")
	}
	var pairs []realPair
	for _, p := range onTheOldFiles(t) {
		if strings.Join(typedMarks(p.c.Old), "")+strings.Join(typedMarks(p.c.New), "") == "" {
			pairs = append(pairs, p)
		}
	}
	readings := inLibreOffice(t, pairs)
	for i, p := range pairs {
		t.Run(p.name, func(t *testing.T) {
			old, new := resolved(t, p.docx)
			same(t, asPandoc(numbered(old), none(old)), asPandoc(readings[i].Old, none(readings[i].Old)))
			same(t, asPandoc(numbered(new), none(new)), asPandoc(readings[i].New, none(readings[i].New)))
		})
	}
	t.Logf("%d pairs", len(pairs))
}

// On the file of the old text pandoc reads it so too.
func TestDocxOnTheOldFileInPandoc(t *testing.T) {
	if testing.Short() {
		t.Skip("skipped: starts pandoc")
	}
	pairs := onTheOldFiles(t)
	for _, p := range pairs {
		t.Run(p.name, func(t *testing.T) {
			reading := inPandoc(t, p.docx)
			old, new := resolved(t, p.docx)
			same(t, asPandoc(old, typedMarks(p.c.Old)), asPandoc(reading.Old, none(reading.Old)))
			same(t, asPandoc(new, typedMarks(p.c.New)), asPandoc(reading.New, none(reading.New)))
		})
	}
	t.Logf("%d pairs", len(pairs))
}

// onTheOldFiles are a template and pairs whose old text came as a Word file,
// which is the base.
func onTheOldFiles(t *testing.T) []realPair {
	t.Helper()
	pairs := []realPair{{"template", templateComparison(t), templateRedline(t)}}
	for _, p := range append(joinedPairs(t), realPairs(t, oracleStep())...) {
		c := diff.Compare(asBase(t, p.c.Old), p.c.New)
		pairs = append(pairs, realPair{p.name, c, reporttest.Render(t, word.Docx{}, c)})
	}
	return pairs
}

// resolved is our own reading of both sides.
func resolved(t *testing.T, docx []byte) (old, new wordmltest.Text) {
	t.Helper()
	old, err := wordmltest.Resolve(docx, wordmltest.Old)
	if err != nil {
		t.Fatal(err)
	}
	if new, err = wordmltest.Resolve(docx, wordmltest.New); err != nil {
		t.Fatal(err)
	}
	return old, new
}

// numbered puts the numbers of notes where their references stand.
func numbered(text wordmltest.Text) wordmltest.Text {
	n := 0
	for i, p := range text.Paragraphs {
		for strings.Contains(p, wordmltest.NoteMark) {
			n++
			p = strings.Replace(p, wordmltest.NoteMark, strconv.Itoa(n), 1)
		}
		text.Paragraphs[i] = p
	}
	return text
}

func TestDocxHoldsLaw4InPandoc(t *testing.T) {
	if testing.Short() {
		t.Skip("skipped: starts pandoc")
	}
	pairs := append(madePairs(t), realPairs(t, oracleStep())...)
	for _, p := range pairs {
		t.Run(p.name, func(t *testing.T) {
			reading := inPandoc(t, p.docx)
			none := make([]string, len(p.c.Old.Footnotes)+len(p.c.New.Footnotes)) // pandoc gives the marks with the notes
			same(t, asPandoc(textOf(p.c.Old), typedMarks(p.c.Old)), asPandoc(reading.Old, none))
			same(t, asPandoc(textOf(p.c.New), typedMarks(p.c.New)), asPandoc(reading.New, none))
		})
	}
	t.Logf("%d pairs", len(pairs))
}

func inPandoc(t *testing.T, docx []byte) wordmltest.Reading {
	t.Helper()
	reading, err := wordmltest.Pandoc(docx)
	if errors.Is(err, wordmltest.ErrMissing) {
		outside.Missing(t, "%v", err)
	}
	if err != nil {
		t.Fatal(err)
	}
	return reading
}

// madePairs is the specimen in both styles of moves, and clauses that are joined.
func madePairs(t *testing.T) []realPair {
	c := reporttest.Specimen(t)
	return append(joinedPairs(t),
		realPair{"specimen", c, reporttest.Render(t, docxForms["moves as moves"], c)},
		realPair{"specimen, moves as deletions", c, reporttest.Render(t, docxForms["moves as deletions"], c)})
}

func same(t *testing.T, want, got wordmltest.Text) {
	t.Helper()
	if d := cmp.Diff(want, got, cmpopts.EquateEmpty()); d != "" {
		t.Errorf("(-want +got):\n%s", d)
	}
}

// asLibreOffice is a document's text in LibreOffice: line breaks look like
// paragraphs, and notes are numbered. Empty paragraphs are left out: where the
// first footnote of a file stands in a paragraph that goes as a whole,
// LibreOffice 7.4 leaves an empty one behind.
func asLibreOffice(d *resolution.Document) wordmltest.Text {
	text := textOf(d)
	var out wordmltest.Text
	marks := typedMarks(d)
	auto, n := 0, 0
	for _, p := range text.Paragraphs {
		for strings.Contains(p, wordmltest.NoteMark) {
			mark := marks[n]
			if n++; mark == "" {
				auto++
				mark = strconv.Itoa(auto)
			}
			p = strings.Replace(p, wordmltest.NoteMark, mark, 1)
		}
		for _, line := range strings.Split(p, "\n") {
			if line != "" {
				out.Paragraphs = append(out.Paragraphs, line)
			}
		}
	}
	for i, note := range text.Notes {
		out.Notes = append(out.Notes, marks[i]+" "+note)
	}
	return out
}

// typedMarks are the marks of the notes in order, "" where Word numbers them.
func typedMarks(d *resolution.Document) []string {
	var marks []string
	cited := map[string]bool{}
	for _, c := range d.Clauses {
		for _, n := range c.Notes {
			if d.Footnote(n.Mark) == nil || cited[n.Mark] {
				continue
			}
			cited[n.Mark] = true
			marks = append(marks, strings.Trim(n.Mark, "0123456789"))
		}
	}
	return marks
}

// asPandoc is a document's text in pandoc, without white space: pandoc makes
// one space of any, and puts one of its own where it joins two paragraphs.
func asPandoc(text wordmltest.Text, marks []string) wordmltest.Text {
	var out wordmltest.Text
	for _, p := range text.Paragraphs {
		if p = unspaced(p); p != "" {
			out.Paragraphs = append(out.Paragraphs, p)
		}
	}
	for i, n := range text.Notes {
		out.Notes = append(out.Notes, unspaced(marks[i]+n))
	}
	return out
}

func unspaced(text string) string { return strings.Join(strings.Fields(text), "") }
