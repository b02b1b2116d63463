package reporttest

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"reprise/internal/outside"
	"reprise/read"
	"reprise/resolution"
	"reprise/series"
)

// Series follows the specimen series of the repository, which holds
// every operation.
func Series(t testing.TB) *series.Series {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(outside.Repository(t), "testdata", "specimen", "*.md"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no specimen: %v", err)
	}
	return series.FollowAll(series.Group(Documents(t, files)), nil)[0]
}

// Document reads a file.
func Document(t testing.TB, file string) *resolution.Document {
	t.Helper()
	content, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	d, err := read.Open(t.Context(), filepath.Base(file), content, read.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// Documents reads files.
func Documents(t testing.TB, files []string) []*resolution.Document {
	t.Helper()
	var docs []*resolution.Document
	for _, f := range files {
		docs = append(docs, Document(t, f))
	}
	return docs
}

// Opened reads the bytes of a file.
func Opened(t testing.TB, name string, content []byte, opts read.Options) *resolution.Document {
	t.Helper()
	d, err := read.Open(t.Context(), name, content, opts)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// realTexts keeps what was read: several tests go through the same files.
var realTexts = map[string]*resolution.Document{}

// OpenReal reads a real text, once.
func OpenReal(t *testing.T, path string) *resolution.Document {
	t.Helper()
	if realTexts[path] == nil {
		realTexts[path] = Document(t, path)
	}
	return realTexts[path]
}

var forms = []string{".md", ".txt", ".paras.txt", ".gold.txt", ".pdf"} // the first of a symbol is taken

// SeriesPairs are the files of successive resolutions, one a symbol.
func SeriesPairs(t *testing.T) [][2]string {
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

// DraftPairs are the drafts with the texts that were adopted.
func DraftPairs(t *testing.T) [][2]string {
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
