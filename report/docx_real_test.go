package report_test

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"reprise/diff"
	"reprise/internal/outside"
	"reprise/internal/wordml/wordmltest"
	"reprise/report"
	"reprise/resolution"
)

// realPair is two successive real resolutions and their tracked document.
type realPair struct {
	name string
	c    *diff.Comparison
	docx []byte
}

// realPairs compares every successive pair of the real series and every draft
// with its adopted text; every nth of them for n above one.
func realPairs(t *testing.T, nth int) []realPair {
	t.Helper()
	var pairs []realPair
	i := 0
	for _, p := range append(seriesPairs(t), draftPairs(t)...) {
		if i++; i%nth != 0 {
			continue
		}
		old, new := openReal(t, p[0]), openReal(t, p[1])
		pair := realPair{name: filepath.Base(p[0]) + " " + filepath.Base(p[1]), c: diff.Compare(old, new)}
		var b bytes.Buffer
		if err := (report.Docx{}).Render(&b, pair.c); err != nil {
			t.Fatal(err)
		}
		pair.docx = b.Bytes()
		pairs = append(pairs, pair)
	}
	return pairs
}

// realTexts keeps what was read: several tests go through the same files.
var realTexts = map[string]*resolution.Document{}

func openReal(t *testing.T, path string) *resolution.Document {
	t.Helper()
	if realTexts[path] == nil {
		realTexts[path] = document(t, path)
	}
	return realTexts[path]
}

var forms = []string{".md", ".txt", ".paras.txt", ".gold.txt", ".pdf"} // the first of a symbol is taken

// seriesPairs are the files of successive resolutions, one a symbol.
func seriesPairs(t *testing.T) [][2]string {
	t.Helper()
	dirs, err := filepath.Glob(filepath.Join(outside.Texts(t), "resolutions", "series", "*"))
	if err != nil || len(dirs) == 0 {
		outside.Missing(t, "no series below %s", outside.Texts(t))
	}
	var pairs [][2]string
	for _, dir := range dirs {
		files := oneAForm(dir)
		for i := 1; i < len(files); i++ {
			pairs = append(pairs, [2]string{files[i-1], files[i]})
		}
	}
	return pairs
}

func oneAForm(dir string) []string {
	best := map[string]string{}
	for _, form := range slices.Backward(forms) {
		found, _ := filepath.Glob(filepath.Join(dir, "*"+form))
		for _, f := range found {
			name, ext, _ := strings.Cut(filepath.Base(f), ".")
			if "."+ext == form {
				best[name] = f
			}
		}
	}
	var files []string
	for _, f := range best {
		files = append(files, f)
	}
	slices.SortFunc(files, func(a, b string) int { return strings.Compare(inOrder(a), inOrder(b)) })
	return files
}

var digits = regexp.MustCompile(`[0-9]+`)

// inOrder pads the numbers of a name, so that 9 comes before 10.
func inOrder(path string) string {
	return digits.ReplaceAllStringFunc(filepath.Base(path), func(n string) string {
		v, _ := strconv.Atoi(n)
		return fmt.Sprintf("%06d", v)
	})
}

// draftPairs are the drafts with the texts that were adopted.
func draftPairs(t *testing.T) [][2]string {
	t.Helper()
	dir := filepath.Join(outside.Texts(t), "resolutions", "drafts")
	links, err := os.ReadFile(filepath.Join(dir, "LINKS.tsv"))
	if err != nil {
		outside.Missing(t, "%v", err)
	}
	var pairs [][2]string
	for _, line := range strings.Split(string(links), "\n")[1:] {
		cells := strings.Split(line, "\t")
		if len(cells) < 2 {
			continue
		}
		file := func(symbol string) string {
			found, _ := filepath.Glob(filepath.Join(dir, strings.ReplaceAll(symbol, "/", "_")+".*"))
			if len(found) == 0 {
				t.Fatalf("no file for %s", symbol)
			}
			return found[0]
		}
		pairs = append(pairs, [2]string{file(cells[0]), file(cells[1])})
	}
	return pairs
}

// Law 4 on every successive pair of real resolutions and on the drafts.
func TestDocxOfRealPairsHoldsLaw4(t *testing.T) {
	if testing.Short() {
		t.Skip("skipped: reads some 150 pairs of real texts")
	}
	pairs := realPairs(t, 1)
	for _, p := range pairs {
		t.Run(p.name, func(t *testing.T) {
			holdsLaw4(t, p.docx, p.c)
			for _, fault := range wordmltest.Faults(p.docx) {
				t.Error(fault)
			}
		})
	}
	t.Logf("%d pairs", len(pairs))
}
