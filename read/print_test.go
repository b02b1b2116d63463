package read

import (
	"fmt"
	"html"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"reprise/internal/outside"
	"reprise/resolution"
)

// printed are the languages whose pages are printed and read again, with their direction.
var printed = []struct{ language, direction, align string }{
	{"ar", "rtl", "right"}, {"zh", "ltr", "left"}, {"ru", "ltr", "left"}, {"es", "ltr", "left"}, {"fr", "ltr", "left"},
}

// leastOfPrint is the share of clauses that must come back letter by letter: a hyphen at a
// line's end may be taken for the line's in a language without a vocabulary.
const leastOfPrint = 0.9

// The lighthouses of each language, printed by a browser and by LibreOffice, are read
// from the PDF as from the text.
func TestPrintsAreReadAsWritten(t *testing.T) {
	if testing.Short() {
		t.Skip("skipped: printing takes seconds")
	}
	for _, p := range printed {
		source := filepath.Join("..", "testdata", "specimen-"+p.language, "A_RES_202_38.md")
		page := pageOf(t, source, p.language, p.direction, p.align)
		for _, with := range []struct {
			name  string
			print func(t *testing.T, page string) string
		}{{"chromium", printedByChromium}, {"libreoffice", printedByOffice}} {
			t.Run(p.language+" "+with.name, func(t *testing.T) {
				want, got := partsOf(t, source), partsOf(t, with.print(t, page))
				same := 0
				for _, clause := range want {
					if slices.Contains(got, clause) {
						same++
					} else {
						t.Logf("not read: %s", clause)
					}
				}
				if len(want) == 0 || float64(same) < leastOfPrint*float64(len(want)) || len(got) != len(want) {
					t.Errorf("%d of %d clauses, of %d read:\n%s", same, len(want), len(got), strings.Join(got, "\n"))
				}
			})
		}
	}
}

// pageOf writes a web page of a text: its clauses, each with its number.
func pageOf(t *testing.T, source, language, direction, align string) string {
	t.Helper()
	content, err := os.ReadFile(source)
	if err != nil {
		t.Fatal(err)
	}
	d, err := Open(t.Context(), source, content, tools)
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	fmt.Fprintf(&b, `<!doctype html><html lang="%s" dir="%s"><meta charset="utf-8"><style>body{font-size:12pt}p{margin:1em 0}</style><body>`, language, direction)
	for _, c := range d.Clauses {
		text := c.Text
		if c.Label != "" {
			text = c.Label + " " + text
		}
		lead := strings.Index(text, c.Lead)
		if c.Part == resolution.Preamble || c.Part == resolution.Operative {
			text = html.EscapeString(text[:lead]) + "<i>" + html.EscapeString(c.Lead) + "</i>" + html.EscapeString(text[lead+len(c.Lead):])
		} else {
			text = html.EscapeString(text)
		}
		fmt.Fprintf(&b, "<p dir=%q align=%q>%s</p>\n", direction, align, text)
	}
	name := filepath.Join(t.TempDir(), "page.html")
	if err := os.WriteFile(name, []byte(b.String()), 0o600); err != nil {
		t.Fatal(err)
	}
	return name
}

func printedByChromium(t *testing.T, page string) string {
	outside.Program(t, "chromium")
	out := filepath.Join(t.TempDir(), "page.pdf")
	runProgram(t, "chromium", "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer", "--print-to-pdf="+out, "file://"+page)
	return out
}

func printedByOffice(t *testing.T, page string) string {
	outside.Program(t, "soffice")
	dir := t.TempDir()
	profile := "-env:UserInstallation=file://" + filepath.Join(dir, "profile")
	runProgram(t, "soffice", profile, "--headless", "--convert-to", "odt:writer8", "--outdir", dir, page)
	runProgram(t, "soffice", profile, "--headless", "--convert-to", "pdf:writer_pdf_Export", "--outdir", dir, filepath.Join(dir, "page.odt"))
	return filepath.Join(dir, "page.pdf")
}

func runProgram(t *testing.T, name string, args ...string) {
	t.Helper()
	if out, err := exec.CommandContext(t.Context(), name, args...).CombinedOutput(); err != nil {
		t.Fatalf("%s: %v: %s", name, err, out)
	}
}
