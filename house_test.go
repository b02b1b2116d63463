// Package reprise_test checks what is true of the whole house: which package
// may import which.
package reprise_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// room is one package and what it may import of the others.
type room struct {
	name string
	may  []string
}

// house is the direction table of docs/architecture.md, ground floor first.
var house = []room{
	{"internal/chain", nil},
	{"internal/rows", nil},
	{"internal/segment", nil},
	{"internal/lexicon", []string{"internal/rows", "internal/segment"}},
	{"internal/vocab", nil},
	{"internal/whole", nil},
	{"internal/zipxml", nil},
	{"internal/database", nil},
	{"internal/pattern", nil},
	{"internal/gfm", nil},
	{"internal/normal", nil},
	{"internal/visible", nil},
	{"internal/imprint", []string{"internal/zipxml", "internal/pattern"}},
	{"internal/office", []string{"internal/whole"}},
	{"internal/sheetml", []string{"internal/pattern"}},
	{"internal/wordml", []string{"internal/imprint", "internal/zipxml", "internal/normal", "internal/pattern"}},
	{"internal/token", []string{"internal/lexicon"}},
	{"internal/terms", []string{"internal/lexicon"}},
	{"internal/numeral", nil},
	{"resolution/symbol", []string{"internal/numeral", "internal/rows"}},
	{"resolution", []string{"resolution/symbol", "internal/normal"}},
	{"resolution/recognise", []string{"resolution", "resolution/symbol", "internal/lexicon", "internal/normal", "internal/numeral", "internal/rows"}},
	{"read/bounds", nil},
	{"read/lines", []string{"resolution/recognise", "resolution/symbol", "internal/vocab", "internal/lexicon"}},
	{"read/pdf", []string{"read/lines", "read/bounds", "resolution/recognise", "internal/vocab", "internal/pattern", "internal/numeral"}},
	{"read", []string{"read/pdf", "read/lines", "read/bounds", "resolution/recognise", "resolution", "internal/imprint", "internal/office", "internal/zipxml", "internal/wordml", "internal/lexicon", "internal/gfm", "internal/pattern", "internal/visible"}},
	{"source", []string{"read", "resolution", "resolution/symbol", "internal/imprint", "internal/whole", "internal/visible"}},
	{"align", []string{"resolution", "internal/vocab", "internal/chain", "internal/lexicon"}},
	{"review", []string{"align", "resolution", "internal/visible"}},
	{"diff/redline", []string{"internal/token", "internal/lexicon"}},
	{"diff/nature", []string{"diff/redline", "align", "resolution", "resolution/symbol", "internal/token", "internal/lexicon"}},
	{"diff/points", []string{"diff/nature", "diff/redline", "resolution", "internal/vocab", "internal/token", "internal/lexicon"}},
	{"diff", []string{"diff/points", "diff/nature", "diff/redline", "align", "resolution", "internal/lexicon"}},
	{"concord", []string{"diff", "diff/nature", "resolution", "internal/token", "internal/lexicon", "internal/chain", "internal/numeral"}},
	{"negotiate/rolling", []string{"diff", "align", "resolution", "internal/lexicon"}},
	{"negotiate", []string{"diff", "align", "resolution/recognise", "resolution", "resolution/symbol", "internal/lexicon", "internal/pattern"}},
	{"series", []string{"diff", "align", "resolution", "resolution/symbol", "internal/token", "internal/lexicon"}},
	{"library", []string{"series", "align", "diff/redline", "resolution", "resolution/symbol", "internal/token", "internal/terms", "internal/lexicon"}},
	{"library/store", []string{"library", "internal/database"}},
	{"report/tell", []string{"concord", "library", "negotiate", "negotiate/rolling", "review", "series", "diff", "diff/points", "diff/nature", "resolution", "resolution/symbol", "internal/lexicon"}},
	{"report", []string{"report/tell", "concord", "library", "series", "negotiate", "negotiate/rolling", "diff", "resolution"}},
	{"report/data", []string{"report", "report/tell", "concord", "library", "series", "negotiate", "negotiate/rolling", "diff", "diff/points", "diff/nature", "align", "resolution", "internal/visible"}},
	{"report/table", []string{"report", "report/tell", "library", "series", "negotiate", "negotiate/rolling", "diff", "resolution", "internal/sheetml"}},
	{"report/word", []string{"report", "report/tell", "library", "negotiate", "diff", "review", "align", "resolution", "resolution/symbol", "internal/wordml", "internal/chain", "internal/pattern"}},
	{"report/page", []string{"report", "report/tell", "concord", "library", "series", "negotiate", "negotiate/rolling", "diff", "diff/points", "review", "resolution"}},
	{"report/terminal", []string{"report", "report/tell", "concord", "library", "series", "negotiate", "negotiate/rolling", "diff", "align", "resolution", "internal/visible"}},
	{"room", []string{"review"}},
	{"room/store", []string{"room", "internal/database"}},
	{"room/web", []string{"room", "report", "report/tell", "report/data", "report/table", "report/word", "report/page", "library", "series", "negotiate", "review", "diff", "diff/redline", "source", "read", "resolution", "resolution/symbol", "internal/lexicon"}},
	{"manual", []string{"internal/gfm"}},
}

// modulePath is what the imports of the module begin with, whatever it is called.
func modulePath(t *testing.T) string {
	t.Helper()
	mod, err := os.ReadFile("go.mod")
	if err != nil {
		t.Fatal(err)
	}
	first, _, _ := strings.Cut(string(mod), "\n")
	return strings.TrimSpace(strings.TrimPrefix(first, "module ")) + "/"
}

// top is the command, which may import everything.
const top = "cmd/reprise"

func TestImportsRunDownOnly(t *testing.T) {
	eachImport(t, func(importer, file, imported string) {
		if importer == top || strings.HasSuffix(importer, "test") || importer == "internal/outside" {
			return // a package for tests may look at what it tests
		}
		i := slices.IndexFunc(house, func(r room) bool { return r.name == importer })
		switch {
		case i < 0:
			t.Errorf("%s: the package %s stands in no row of the table", file, importer)
		case !slices.Contains(house[i].may, imported):
			t.Errorf("%s: %s may not import %s", file, importer, imported)
		}
	})
}

// isScript tells a main package below a room: a script that rebuilds its data.
// It is linked into nothing, so it may import what it likes.
func isScript(parsed *ast.File, room string) bool {
	return parsed.Name.Name == "main" && room != top
}

// TestTableIsNeeded keeps the table true: what a room may import it does import.
func TestTableIsNeeded(t *testing.T) {
	does := map[string]bool{}
	eachImport(t, func(importer, file, imported string) { does[importer+" "+imported] = true })
	for _, r := range house {
		for _, m := range r.may {
			if !does[r.name+" "+m] {
				t.Errorf("%s imports %s no more: take it out of the table and of docs/architecture.md", r.name, m)
			}
		}
	}
}

// TestTableIsOrdered keeps the table itself free of circles: a row names only
// rows above it.
func TestTableIsOrdered(t *testing.T) {
	above := map[string]bool{}
	for _, r := range house {
		for _, m := range r.may {
			if !above[m] {
				t.Errorf("%s may import %s, which does not stand above it", r.name, m)
			}
		}
		above[r.name] = true
	}
}

// TestTableIsDocumented holds the picture in docs/architecture.md against the
// table: a row for each room, with what it may import at its end.
func TestTableIsDocumented(t *testing.T) {
	text, err := os.ReadFile("docs/architecture.md")
	if err != nil {
		t.Fatal(err)
	}
	rows := map[string][]string{}
	for line := range strings.Lines(string(text)) {
		if words := strings.Fields(line); len(words) > 2 && rows[words[0]] == nil {
			rows[words[0]] = words
		}
	}
	for _, r := range house {
		row := rows[r.name]
		if row == nil {
			t.Errorf("docs/architecture.md has no row for %s", r.name)
		}
		for i := range r.may {
			want := path.Base(r.may[len(r.may)-1-i])
			if at := len(row) - 1 - i; at < 1 || row[at] != want {
				t.Errorf("docs/architecture.md: the row of %s does not end with %v", r.name, r.may)
				break
			}
		}
	}
}

// TestLayout holds the rooms against what they promise: a package comment that says
// what the room is, and files that one reader can hold.
func TestLayout(t *testing.T) {
	for _, r := range append(house[:len(house):len(house)], room{name: top}) {
		files, err := filepath.Glob(filepath.Join(filepath.FromSlash(r.name), "*.go"))
		if err != nil || len(files) == 0 {
			t.Errorf("%s: a row of the table without a package", r.name)
			continue
		}
		said, side := false, 0
		for _, name := range files {
			if strings.HasSuffix(name, "_test.go") {
				continue
			}
			side++
			content, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			file, err := parser.ParseFile(token.NewFileSet(), name, content, parser.PackageClauseOnly|parser.ParseComments)
			if err != nil {
				t.Fatal(err)
			}
			said = said || file.Doc != nil
			if n := strings.Count(string(content), "\n"); n > maxLines {
				t.Errorf("%s: %d lines, at most %d", name, n, maxLines)
			}
		}
		if !said {
			t.Errorf("%s: no package comment", r.name)
		}
		most := maxSide
		if wide[r.name] > 0 {
			most = wide[r.name]
		}
		if side > most {
			t.Errorf("%s: %d files side by side, at most %d: part the room, or say in docs/architecture.md why not", r.name, side, most)
		}
	}
}

const (
	maxLines = 550 // of a file; past 500 it is to be parted
	maxSide  = 16  // files of a room
)

// wide are the rooms that have more files than others, and how many they may have:
// docs/architecture.md says why.
var wide = map[string]int{
	top: 60, "align": 40, "diff/nature": 36, "diff/points": 26, "internal/wordml": 25, "read": 25, "read/pdf": 20, "negotiate": 26, "report/terminal": 22,
	"report/tell": 22, "series": 20, "resolution/recognise": 20, "report/page": 20, "internal/lexicon": 20,
}

// eachImport calls f for each import of one package of the module by another,
// tests left out: a test may look at more than the code it tests.
func eachImport(t *testing.T, f func(importer, file, imported string)) {
	t.Helper()
	seen, within := 0, modulePath(t)
	err := filepath.WalkDir(".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if entry.IsDir() && outsideTheHouse(name) {
			return filepath.SkipDir
		}
		if !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") {
			return nil
		}
		seen++
		parsed, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.ImportsOnly)
		if err != nil {
			return err
		}
		room := path.Dir(filepath.ToSlash(name))
		if isScript(parsed, room) {
			return nil
		}
		for _, i := range parsed.Imports {
			imported, err := strconv.Unquote(i.Path.Value)
			if err != nil {
				return err
			}
			if inner, ok := strings.CutPrefix(imported, within); ok {
				f(room, name, inner)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if seen == 0 {
		t.Fatal("no Go files found: the test does not run in the root of the module")
	}
}

// outsideTheHouse tells folders that hold no package of the product: hidden
// ones, test data, the tools of the bench and of the builders, and modules of their own.
func outsideTheHouse(name string) bool {
	base := filepath.Base(name)
	if _, err := os.Stat(filepath.Join(name, "go.mod")); err == nil && base != "." {
		return true
	}
	return base != "." && strings.HasPrefix(base, ".") || base == "testdata" || base == "node_modules" || strings.HasPrefix(filepath.ToSlash(name), "bench")
}
