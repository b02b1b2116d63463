package word_test

import (
	"bytes"
	"encoding/xml"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"reprise/diff"
	"reprise/internal/outside"
	"reprise/internal/wordml/wordmltest"
	"reprise/read"
	"reprise/report/reporttest"
	"reprise/report/word"
)

// changedBy puts changes of somebody else into the template: words that come and go.
func changedBy(t *testing.T, author string) []byte {
	t.Helper()
	by := ` w:id="900" w:author="` + author + `" w:date="2145-12-01T00:00:00Z"`
	return rewritten(t, map[string][]string{"word/document.xml": {
		`<w:t xml:space="preserve">To mend the strings;</w:t></w:r>`,
		`<w:t xml:space="preserve">To mend the </w:t></w:r><w:ins` + by + `><w:r><w:t xml:space="preserve">long red </w:t></w:r></w:ins><w:del` + strings.Replace(by, "900", "901", 1) + `><w:r><w:delText>old </w:delText></w:r></w:del><w:r><w:t>strings;</w:t></w:r>`,
	}})
}

// rewritten is the template with texts in its parts replaced, given in pairs.
func rewritten(t *testing.T, edits map[string][]string) []byte {
	t.Helper()
	parts, err := wordmltest.Parts(template(t))
	if err != nil {
		t.Fatal(err)
	}
	for name, pairs := range edits {
		text := string(parts[name])
		for i := 0; i < len(pairs); i += 2 {
			text = strings.ReplaceAll(text, pairs[i], pairs[i+1])
		}
		parts[name] = []byte(text)
	}
	docx, err := wordmltest.Pack(parts)
	if err != nil {
		t.Fatal(err)
	}
	return docx
}

// TestDocxKeepsChangesOfOthers: a file that already has tracked changes carries
// ours beside them: accepting all gives the new text, rejecting all what was there
// before anybody, and the others' words stay theirs.
func TestDocxKeepsChangesOfOthers(t *testing.T) {
	base := changedBy(t, "An Editor")
	old := reporttest.Opened(t, "old.docx", base, read.Options{})
	for name, line := range map[string]string{
		"our words part theirs":        "(b) To mend the long and red strings;",
		"our deletion takes of theirs": "(b) To mend the red strings;",
		"our deletion takes all":       "(b) To mend all kites;",
		"the paragraph goes":           "",
		"nothing of it changes":        "(b) To mend the long red strings;",
	} {
		t.Run(name, func(t *testing.T) {
			next := strings.Replace(templateNext, "(b) To mend the strings;", line, 1)
			c := diff.Compare(old, reporttest.Opened(t, "new.md", []byte(next), read.Options{}))
			var heard []string
			docx := reporttest.Render(t, word.Docx{Warn: func(s string) { heard = append(heard, s) }}, c)
			if len(heard) > 0 {
				t.Fatalf("warned: %v", heard)
			}
			for _, fault := range wordmltest.Faults(docx) {
				t.Error(fault)
			}
			readBackNew(t, docx, c)
			want, _ := wordmltest.Resolve(base, wordmltest.Old)
			got, err := wordmltest.Resolve(docx, wordmltest.Old)
			if err != nil {
				t.Fatal(err)
			}
			if d := cmp.Diff(withoutEmpty(want.Paragraphs), withoutEmpty(got.Paragraphs)); d != "" {
				t.Errorf("rejecting all: -want +got:\n%s", d)
			}
			if got, want := wordsBy(t, docx, "An Editor"), wordsBy(t, base, "An Editor"); got != want {
				t.Errorf("the editor's words are %q, want %q", got, want)
			}
		})
	}
}

// TestDocxOnParagraphsThatOthersJoined: somebody deleted the mark between two
// paragraphs, so that they are read as one; our words change both.
func TestDocxOnParagraphsThatOthersJoined(t *testing.T) {
	const properties = `<w:pStyle w:val="SingleTxt"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>`
	base := rewritten(t, map[string][]string{"word/document.xml": {
		properties + `</w:pPr><w:r><w:rPr><w:i/><w:sz w:val="20"/></w:rPr><w:t xml:space="preserve">Welcomes`,
		properties + `<w:rPr><w:del w:id="900" w:author="An Editor" w:date="2145-12-01T00:00:00Z"/></w:rPr></w:pPr><w:r><w:rPr><w:i/><w:sz w:val="20"/></w:rPr><w:t xml:space="preserve">Welcomes`,
	}})
	old := reporttest.Opened(t, "old.docx", base, read.Options{})
	next := strings.Replace(templateNext, "harbour;\n\n2. *Also welcomes* the strings that held;\n\n3. *Requests* the harbour masters:", "bay; Requests all harbour masters:", 1)
	next = strings.Replace(next, "4. *Decides", "2. *Decides", 1)
	c := diff.Compare(old, reporttest.Opened(t, "new.md", []byte(next), read.Options{}))
	var heard []string
	docx := reporttest.Render(t, word.Docx{Warn: func(s string) { heard = append(heard, s) }}, c)
	if len(heard) > 0 {
		t.Fatalf("warned: %v", heard)
	}
	for _, fault := range wordmltest.Faults(docx) {
		t.Error(fault)
	}
	readBackNew(t, docx, c)
	want, _ := wordmltest.Resolve(base, wordmltest.Old)
	got, _ := wordmltest.Resolve(docx, wordmltest.Old)
	if d := cmp.Diff(shown(want), shown(got)); d != "" {
		t.Errorf("rejecting all: -want +got:\n%s", d)
	}
}

func withoutEmpty(lines []string) []string {
	return slices.DeleteFunc(slices.Clone(lines), func(s string) bool { return strings.TrimSpace(s) == "" })
}

// readBackNew checks that accepting all changes gives the new text.
func readBackNew(t *testing.T, docx []byte, c *diff.Comparison) {
	t.Helper()
	got := reporttest.Opened(t, "got.docx", docx, read.Options{})
	for i, clause := range c.New.Clauses {
		if i >= len(got.Clauses) || got.Clauses[i].Text != clause.Text {
			t.Fatalf("accepting all: clause %s is not %q", clause.ID, clause.Text)
		}
	}
}

// wordsBy are the words in somebody's insertions and deletions.
func wordsBy(t *testing.T, docx []byte, author string) string {
	t.Helper()
	parts, err := wordmltest.Parts(docx)
	if err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	within := 0 // of elements by that author
	d := xml.NewDecoder(bytes.NewReader(parts["word/document.xml"]))
	for {
		token, err := d.Token()
		if err != nil {
			return out.String()
		}
		switch e := token.(type) {
		case xml.StartElement:
			if within > 0 || slices.ContainsFunc(e.Attr, func(a xml.Attr) bool { return a.Name.Local == "author" && a.Value == author }) {
				within++
			}
		case xml.EndElement:
			within = max(within-1, 0)
		case xml.CharData:
			if within > 0 {
				out.Write(e)
			}
		}
	}
}

// TestDocxTakesOutWhatItsFileBrought: a document that is handed on holds a text,
// and nothing that runs, fetches or leads out of the package.
func TestDocxTakesOutWhatItsFileBrought(t *testing.T) {
	parts, err := wordmltest.Parts(template(t))
	if err != nil {
		t.Fatal(err)
	}
	add := func(name, before, text string) {
		parts[name] = []byte(strings.Replace(string(parts[name]), before, text+before, 1))
	}
	link := func(id, kind, target, mode string) string {
		return `<Relationship Id="` + id + `" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/` + kind + `" Target="` + target + `"` + mode + `/>`
	}
	outer := ` TargetMode="External"`
	add("word/_rels/document.xml.rels", "</Relationships>", link("x1", "image", "http://example.org/spy.png", outer)+
		`<Relationship Id="x2" Type="http://schemas.microsoft.com/office/2006/relationships/vbaProject" Target="vbaProject.bin"/>`+
		link("x3", "settings", "settings.xml", ""))
	parts["word/settings.xml"] = []byte(`<w:settings xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><w:attachedTemplate r:id="t1"/></w:settings>`)
	parts["word/_rels/settings.xml.rels"] = []byte(`<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` + link("t1", "attachedTemplate", "http://example.org/evil.dotm", outer) + `</Relationships>`)
	parts["word/vbaProject.bin"] = []byte("macros")
	parts["../escaped.txt"] = []byte("out")
	add("[Content_Types].xml", "</Types>", `<Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/><Override PartName="/word/settings.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.settings+xml"/>`)
	base, err := wordmltest.Pack(parts)
	if err != nil {
		t.Fatal(err)
	}
	var heard []string
	c := diff.Compare(reporttest.Opened(t, "old.docx", base, read.Options{}), reporttest.Opened(t, "new.md", []byte(templateNext), read.Options{}))
	docx := reporttest.Render(t, word.Docx{Warn: func(s string) { heard = append(heard, s) }}, c)
	want := []string{"A/RES/200/17: taken out of what its file brought along: macros; templates from elsewhere; links to pictures, objects or data elsewhere; entries with unsafe names"}
	if d := cmp.Diff(want, heard); d != "" {
		t.Errorf("warnings: -want +got:\n%s", d)
	}
	got, err := wordmltest.Parts(docx)
	if err != nil {
		t.Fatal(err)
	}
	if got["word/numbering.xml"] == nil {
		t.Fatal("not built on the file")
	}
	for name, content := range got {
		if strings.Contains(name, "..") || strings.Contains(name, "vba") || bytes.Contains(content, []byte("example.org/spy")) || bytes.Contains(content, []byte("evil.dotm")) || bytes.Contains(content, []byte("vbaProject.bin")) {
			t.Errorf("%s is still there, or still says so", name)
		}
	}
	readBack(t, docx, c)
}

// TestDocxRefusesFieldsThatFetch: such a field cannot be taken out without harm.
func TestDocxRefusesFieldsThatFetch(t *testing.T) {
	base := rewritten(t, map[string][]string{"word/document.xml": {"<w:sectPr>",
		`<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> DDE</w:instrText></w:r><w:r><w:instrText>AUTO c:\\x "y" </w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p><w:sectPr>`}})
	var heard []string
	c := diff.Compare(reporttest.Opened(t, "old.docx", base, read.Options{}), reporttest.Opened(t, "new.md", []byte(templateNext), read.Options{}))
	reporttest.Render(t, word.Docx{Warn: func(s string) { heard = append(heard, s) }}, c)
	if len(heard) != 1 || !strings.Contains(heard[0], "a field that fetches from elsewhere (DDEAUTO)") {
		t.Errorf("warned %v", heard)
	}
}

// TestDocxOnTheOfficialTemplate: pairs in the United Nations' own template, one
// with an editor's changes, are built on the old file, and tell what its heads and
// feet keep.
func TestDocxOnTheOfficialTemplate(t *testing.T) {
	folder := outside.Texts(t, "resolutions", "word")
	for old, new := range map[string]string{"A_RES_76_140": "A_RES_78_181", "A_RES_76_140-tracked": "A_RES_78_181", "A_RES_77_217": "A_RES_78_198"} {
		t.Run(old, func(t *testing.T) {
			base, next := file(t, folder, old), file(t, folder, new)
			c := diff.Compare(reporttest.Opened(t, old, base, read.Options{}), reporttest.Opened(t, new, next, read.Options{}))
			var heard []string
			docx := reporttest.Render(t, word.Docx{Warn: func(s string) { heard = append(heard, s) }}, c)
			if len(heard) != 1 || !strings.Contains(heard[0], "the feet keep the job number") {
				t.Errorf("warned %v", heard)
			}
			for side, content := range map[wordmltest.Side][]byte{wordmltest.Old: base, wordmltest.New: next} {
				want, _ := wordmltest.Resolve(content, side)
				got, err := wordmltest.Resolve(docx, side)
				if err != nil {
					t.Fatal(err)
				}
				if d := cmp.Diff(shown(want), shown(got)); d != "" {
					t.Errorf("side %v: -want +got:\n%s", side, d)
				}
			}
			if got, want := wordsBy(t, docx, "Editor One"), wordsBy(t, base, "Editor One"); got != want {
				t.Errorf("the editor's words are %q, want %q", got, want)
			}
			parts, _ := wordmltest.Parts(docx)
			want, _ := wordmltest.Parts(base)
			for _, name := range []string{"word/styles.xml", "word/numbering.xml", "word/footer3.xml", "word/theme/theme1.xml"} {
				if !bytes.Equal(parts[name], want[name]) {
					t.Errorf("%s changed", name)
				}
			}
			if head := string(parts["word/header1.xml"]); !strings.Contains(head, ">"+string(c.New.Symbol)+"<") {
				t.Error("the running head does not come to the new symbol")
			}
		})
	}
}

func file(t *testing.T, folder, name string) []byte {
	t.Helper()
	content, err := os.ReadFile(filepath.Join(folder, name+".docx"))
	if err != nil {
		t.Fatal(err)
	}
	return content
}

// shown are the paragraphs without empty ones and spaces at their ends.
func shown(text wordmltest.Text) []string {
	var out []string
	for _, p := range text.Paragraphs {
		if p = strings.Join(strings.Fields(p), " "); p != "" {
			out = append(out, p)
		}
	}
	return out
}
