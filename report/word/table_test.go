package word_test

import (
	"os"
	"strings"
	"testing"

	"reprise/internal/wordml/wordmltest"
	"reprise/report"
	"reprise/report/reporttest"
	"reprise/report/word"
)

// The golden file holds a row as four lines, clause, old, new and remark, so that it
// can be read; struck words stand as [-so-], underlined ones as {+so+}.
func TestDocxTableGolden(t *testing.T) {
	docx := reporttest.Render(t, word.Docx{View: report.Table}, reporttest.Specimen(t))
	for _, fault := range wordmltest.Faults(docx) {
		t.Error(fault)
	}
	rows, err := wordmltest.Rows(docx)
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for _, row := range rows {
		for i, name := range []string{"clause ", "old    ", "new    ", "remark "} {
			b.WriteString(strings.TrimRight(name+strings.ReplaceAll(row[i], "\n", " ¶ "), " ") + "\n")
		}
		b.WriteString("\n")
	}
	reporttest.Golden(t, "docx-table.txt", []byte(b.String()))
}

// FuzzDocxBase gives the renderer files that are no Word files, or broken
// ones: they are no base, and no reason to stop.
func FuzzDocxBase(f *testing.F) {
	for part, name := range map[string]string{"word/document.xml": "document.xml", "word/footnotes.xml": "footnotes.xml", "word/header1.xml": "header.xml"} {
		content, err := os.ReadFile("testdata/template/" + name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(part, string(content))
		// A name that is no text once made a pattern that cannot be compiled.
		f.Add(part, strings.Replace(string(content), `"rIdHead"`, "\"rIdHe\x83d\"", 1))
	}
	c := templateComparison(f)
	base := c.Old.Source
	f.Fuzz(func(t *testing.T, part, content string) {
		parts, err := wordmltest.Parts(base)
		if err != nil {
			t.Fatal(err)
		}
		parts[part] = []byte(content)
		old := *c.Old
		if old.Source, err = wordmltest.Pack(parts); err != nil {
			t.Skip("no archive has such a part:", err) // "/", a folder that holds bytes
		}
		changed := *c
		changed.Old = &old
		reporttest.Render(t, word.Docx{}, &changed)
	})
}
