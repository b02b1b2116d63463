package word_test

import (
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"reprise/diff"
	"reprise/internal/wordml/wordmltest"
	"reprise/read"
	"reprise/report/reporttest"
	"reprise/report/word"
	"reprise/resolution"
)

// template is a Word file in the manner of official ones, from the parts in
// testdata/template: masthead in tables of the first page's head and of the
// body, numbers that Word counts, leads in italics, a link, a footnote.
func template(t testing.TB) []byte {
	t.Helper()
	parts := map[string][]byte{}
	for part, file := range map[string]string{
		"[Content_Types].xml":          "types.xml",
		"_rels/.rels":                  "package.rels.xml",
		"word/_rels/document.xml.rels": "document.rels.xml",
		"word/document.xml":            "document.xml",
		"word/header1.xml":             "header.xml",
		"word/footnotes.xml":           "footnotes.xml",
		"word/numbering.xml":           "numbering.xml",
		"word/styles.xml":              "styles.xml",
	} {
		content, err := os.ReadFile("testdata/template/" + file)
		if err != nil {
			t.Fatal(err)
		}
		parts[part] = content
	}
	docx, err := wordmltest.Pack(parts)
	if err != nil {
		t.Fatal(err)
	}
	return docx
}

const templateNext = `# A/RES/201/4

Two hundred and first session

Agenda item 12

Resolution adopted by the General Assembly on 3 December 2146

201/4. The flying of kites in harbours

*The General Assembly,*

*Recalling* its resolutions 199/3 of 8 December 2144 and 200/17 of 8 December 2145,

*Noting* the report of the Secretary-General on kites,[^1]

*Aware* that the wind has turned,

1. *Welcomes* the kites that were flown in every harbour;

2. *Also welcomes* the strings that held;

3. *Requests* the harbour masters:

(a) To count the kites twice a year;

(b) To mend the strings;

4. *Decides* to consider the matter at its two hundred and third session.

50th plenary meeting

3 December 2146

[^1]: A/201/17 and Add.1.
`

func templateComparison(t testing.TB) *diff.Comparison {
	t.Helper()
	return diff.Compare(reporttest.Opened(t, "old.docx", template(t), read.Options{}),
		reporttest.Opened(t, "new.md", []byte(templateNext), read.Options{}))
}

func templateRedline(t *testing.T) []byte {
	t.Helper()
	return reporttest.Render(t, word.Docx{}, templateComparison(t))
}

func TestDocxOnATemplate(t *testing.T) {
	c := templateComparison(t)
	docx := reporttest.Render(t, word.Docx{}, c)
	for _, fault := range wordmltest.Faults(docx) {
		t.Error(fault)
	}
	parts, err := wordmltest.Parts(docx)
	if err != nil {
		t.Fatal(err)
	}
	if parts["word/numbering.xml"] == nil {
		t.Fatal("not built on the file")
	}
	readBack(t, docx, c)
	body := string(parts["word/document.xml"])
	for reason, want := range map[string]string{
		"an unchanged paragraph keeps its bytes":       `<w:p w14:paraId="00000002"><w:pPr><w:pStyle w:val="SingleTxt"/><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:rPr><w:sz w:val="20"/></w:rPr><w:t xml:space="preserve">To mend the strings;</w:t></w:r></w:p>`,
		"a link keeps its properties":                  `<w:hyperlink r:id="rIdLink"><w:r><w:rPr><w:rStyle w:val="Hyperlink"/></w:rPr><w:t xml:space="preserve">199/3</w:t></w:r></w:hyperlink>`,
		"a new numbered paragraph is counted":          `<w:numPr>`,
		"the section of the last paragraph stays":      `<w:sectPr><w:headerReference w:type="first" r:id="rIdHead"/>`,
		"new words take the look of those they follow": `<w:rPr><w:sz w:val="20"/></w:rPr><w:t xml:space="preserve"> and `,
	} {
		if !strings.Contains(body, want) {
			t.Errorf("%s: no %q in\n%s", reason, want, body)
		}
	}
}

const templateLifted = `# A/RES/201/4

201/4. The flying of kites in harbours

*The General Assembly,*

*Recalling* its resolution 199/3 of 8 December 2144,

*Noting* the report of the Secretary-General on kites,[^1]

1. *Welcomes* the kites that were flown in every harbour;

2. *Requests* the harbour masters:

(a) To count the kites once a year;

3. To mend the strings;

4. *Decides* to consider the matter at its two hundred and second session.

[^1]: A/200/17 and Add.1.
`

// A point that becomes a paragraph takes the look of paragraphs, tracked; a
// paragraph that comes takes it too.
func TestDocxOnATemplateTracksTheLookOfAnotherKind(t *testing.T) {
	c := diff.Compare(reporttest.Opened(t, "old.docx", template(t), read.Options{}), reporttest.Opened(t, "new.md", []byte(templateLifted), read.Options{}))
	docx := reporttest.Render(t, word.Docx{}, c)
	for _, fault := range wordmltest.Faults(docx) {
		t.Error(fault)
	}
	readBack(t, docx, c)
	parts, err := wordmltest.Parts(docx)
	if err != nil {
		t.Fatal(err)
	}
	lifted := regexp.MustCompile(`<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:pPrChange w:id="\d+" w:author="reprise" w:date="[^"]*"><w:pPr><w:pStyle w:val="SingleTxt"/><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr></w:pPr></w:pPrChange></w:pPr>.*To mend the strings;`)
	if body := string(parts["word/document.xml"]); !lifted.MatchString(body) {
		t.Errorf("no tracked look in\n%s", body)
	}
}

// LibreOffice takes the look back and takes it over. Where Word counts, 7.4
// leaves the level as it is accepted, so the file is one of typed numbers.
func TestDocxOnTheOldFileTracksTheLookInLibreOffice(t *testing.T) {
	if testing.Short() {
		t.Skip("skipped: starts LibreOffice")
	}
	old := asBase(t, reporttest.Opened(t, "old.md", []byte(templateLifted), read.Options{}))
	c := diff.Compare(old, reporttest.Opened(t, "new.md", []byte(templateNext), read.Options{}))
	reading := inLibreOffice(t, []realPair{{"lifted", c, reporttest.Render(t, word.Docx{}, c)}})[0]
	if got, want := reading.OldStyles["3.\tTo mend the strings;"], "UN Clause"; got != want {
		t.Errorf("rejected: style %q, want %q", got, want)
	}
	if got, want := reading.NewStyles["(b)\tTo mend the strings;"], "UN Point 1"; got != want {
		t.Errorf("accepted: style %q, want %q", got, want)
	}
}

// readBack checks law 4 with our own reader, which counts Word's numbers.
func readBack(t *testing.T, docx []byte, c *diff.Comparison) {
	t.Helper()
	for name, side := range map[string]struct {
		revisions read.Revisions
		want      *resolution.Document
	}{"rejected": {read.RejectRevisions, c.Old}, "accepted": {read.AcceptRevisions, c.New}} {
		got := reporttest.Opened(t, name+".docx", docx, read.Options{Revisions: side.revisions})
		if d := cmp.Diff(outline(side.want), outline(got)); d != "" {
			t.Errorf("%s (-want +got):\n%s", name, d)
		}
	}
}

// outline is a document as lines: label and text of each clause, and notes.
func outline(d *resolution.Document) []string {
	var lines []string
	for _, c := range d.Clauses {
		if c.Part != resolution.Front {
			lines = append(lines, strings.TrimSpace(c.Label+" "+c.Text))
		}
	}
	for _, f := range d.Footnotes {
		lines = append(lines, "note "+f.Text)
	}
	return lines
}
