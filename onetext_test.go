package reprise_test

import (
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"reprise/diff"
	"reprise/internal/outside"
	"reprise/resolution"
)

// The floors of the PDF reader on the official files of the parsing set, as
// the issue that asked for it sets them.
var parsingFloors = map[string]float64{"found": 0.98, "clean": 0.98, "order": 0.999, "label": 0.995, "part": 0.995}

const (
	wordsMissing = 2.0   // at most, per 1,000
	unlikeShare  = 0.005 // of clauses that differ between two files of one text
)

var scores = regexp.MustCompile(`(found|clean|order|label|part|words missing) ([\d.]+)`)

func TestParsingSet(t *testing.T) {
	if testing.Short() {
		t.Skip("skipped: reads 60 PDF files, which takes seconds")
	}
	folder := outside.Texts(t)
	outside.Program(t, "python3")
	binary := filepath.Join(t.TempDir(), "reprise")
	if out, err := exec.Command("go", "build", "-o", binary, "./cmd/reprise").CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	out, err := exec.Command("python3", filepath.Join(folder, "tools", "score_parsing.py"), "--", binary, "parse", "--format", "json", "{file}").CombinedOutput()
	if err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	found := scores.FindAllStringSubmatch(string(out), -1)
	if len(found) < len(parsingFloors)+1 {
		t.Fatalf("no scores in %s", out)
	}
	for _, m := range found {
		score, _ := strconv.ParseFloat(m[2], 64)
		if floor, ok := parsingFloors[m[1]]; ok && score < floor {
			t.Errorf("%s is %g, at least %g wanted", m[1], score, floor)
		} else if !ok && score > wordsMissing {
			t.Errorf("%s is %g per 1,000, at most %g wanted", m[1], score, wordsMissing)
		}
	}
	t.Log(strings.SplitN(string(out), "\n", 2)[0])
}

// cleanParagraph is one paragraph of a clean text of the parsing set.
type cleanParagraph struct{ Text, Prefix string }

// TestOneTextTwoFiles compares official PDFs with their clean texts, and files
// of one resolution in two formats: extraction must not show as a change. In
// most of the PDFs some paragraph crosses a page.
func TestOneTextTwoFiles(t *testing.T) {
	if testing.Short() {
		t.Skip("skipped: reads 70 PDF files, which takes seconds")
	}
	folder := filepath.Join(outside.Texts(t), "resolutions")
	pdfs, err := filepath.Glob(filepath.Join(folder, "parse", "*.pdf"))
	if err != nil || len(pdfs) == 0 {
		t.Fatalf("no PDF files in %s", folder)
	}
	var parsed [][2]string
	for _, name := range pdfs {
		clean := filepath.Join(t.TempDir(), "clean.txt")
		if err := os.WriteFile(clean, cleanText(t, strings.TrimSuffix(name, ".pdf")+".json"), 0o600); err != nil {
			t.Fatal(err)
		}
		parsed = append(parsed, [2]string{name, clean})
	}
	t.Run("official files and their clean texts", func(t *testing.T) { wantAlike(t, parsed) })
	t.Run("files of one resolution in a series", func(t *testing.T) { wantAlike(t, twins(t, folder)) })
}

// wantAlike compares files two by two.
func wantAlike(t *testing.T, pairs [][2]string) {
	t.Helper()
	clauses, unlike := 0, 0
	for _, name := range pairs {
		n, bad := unlikeClauses(t, open(t, "", name[0]), open(t, "", name[1]))
		clauses, unlike = clauses+n, unlike+bad
	}
	t.Logf("%d of %d clauses differ in %d pairs", unlike, clauses, len(pairs))
	if clauses == 0 || float64(unlike) > unlikeShare*float64(clauses) {
		t.Errorf("%d of %d clauses differ, at most %g of them may", unlike, clauses, unlikeShare)
	}
}

// cleanText writes the paragraphs of a clean text one a line.
func cleanText(t *testing.T, name string) []byte {
	t.Helper()
	content, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	var paragraphs []cleanParagraph
	if err := json.Unmarshal(content, &paragraphs); err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for _, p := range paragraphs {
		text := strings.Join(strings.Fields(p.Text), " ")
		if p.Prefix != "" {
			text = p.Prefix + " " + text
		}
		fmt.Fprintf(&b, "%s\n\n", text)
	}
	return []byte(b.String())
}

// twins are files of the series that hold one resolution, two by two: an
// official PDF, its extracted text, a clean text, Markdown.
func twins(t *testing.T, folder string) [][2]string {
	t.Helper()
	ends := []string{".pdf", ".txt", ".paras.txt", ".md"}
	var out [][2]string
	for i, end := range ends[:2] {
		names, err := filepath.Glob(filepath.Join(folder, "series", "*", "*"+end))
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range names {
			for _, other := range ends[i+1:] {
				twin := strings.TrimSuffix(name, end) + other
				if _, err := os.Stat(twin); err == nil {
					out = append(out, [2]string{name, twin})
				}
			}
		}
	}
	return out
}

// unlikeClauses counts the links of a comparison that are not kept, tables
// aside: clean texts leave them out.
func unlikeClauses(t *testing.T, a, b *resolution.Document) (all, unlike int) {
	t.Helper()
	for _, change := range diff.Compare(a, b).Changes {
		var clause *resolution.Clause
		for _, side := range [][]*resolution.Clause{change.Old, change.New} {
			if len(side) > 0 {
				clause = side[0]
			}
		}
		if clause == nil || !clause.Counted() || clause.Kind == resolution.Table {
			continue
		}
		all++
		if change.Status != diff.Kept || change.Moved {
			unlike++
			t.Logf("%s %s: %s", filepath.Base(a.Reading.Name), clause.ID, change.Status)
		}
	}
	return all, unlike
}
