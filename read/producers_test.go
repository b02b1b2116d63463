package read

import (
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"reprise/internal/outside"
	"reprise/resolution"
)

// The specimen of each language has one outline in the files of two producers a
// format: HTML, Word and OpenDocument by pandoc, the latter two by LibreOffice as well.
func TestProducersGiveOneOutline(t *testing.T) {
	if testing.Short() {
		t.Skip("skipped: LibreOffice takes seconds")
	}
	outside.Program(t, "pandoc")
	for _, language := range []string{"ar", "es", "fr", "ru", "zh"} {
		source := filepath.Join("..", "testdata", "specimen-"+language, "A_RES_202_38.md")
		dir := t.TempDir()
		made := func(from, to string) string {
			file := filepath.Join(dir, "text."+to)
			if out, err := exec.CommandContext(t.Context(), "pandoc", "-s", "--metadata", "pagetitle=x", from, "-o", file).CombinedOutput(); err != nil {
				t.Fatalf("%v: %s", err, out)
			}
			return file
		}
		want := outlineOf(t, source, fileContent(t, source))
		html := made(source, "html")
		word, open := made(html, "docx"), made(html, "odt")
		for name, content := range map[string][]byte{
			"pandoc.html": fileContent(t, html), "pandoc.docx": fileContent(t, word), "pandoc.odt": fileContent(t, open),
			"office.docx": outside.Office(t, open, fileContent(t, open), "docx"),
			"office.odt":  outside.Office(t, word, fileContent(t, word), "odt"),
		} {
			if got := outlineOf(t, name, content); got != want {
				t.Errorf("%s: %s gives\n%s, want\n%s", language, name, got, want)
			}
		}
	}
}

func fileContent(t *testing.T, name string) []byte {
	t.Helper()
	content, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return content
}

// outlineOf is what stands where: the language, the session, the clauses with their
// leads. Labels are left out: LibreOffice numbers "a)" as "a.".
func outlineOf(t *testing.T, name string, content []byte) string {
	t.Helper()
	d, err := Open(t.Context(), name, content, tools)
	if err != nil {
		t.Fatal(err)
	}
	out := d.Language + " " + d.Session
	for _, c := range d.Clauses {
		if c.Part == resolution.Preamble || c.Part == resolution.Operative {
			out += "\n" + c.ID + " " + c.Lead
		}
	}
	return out
}
