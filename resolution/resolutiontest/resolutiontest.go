// Package resolutiontest holds what the tests of reading share: law 1 as a count
// of letters, and archives that say what is read from a text. Only tests import
// it.
package resolutiontest

import (
	"flag"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"
	"golang.org/x/text/unicode/norm"

	"reprise/resolution"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// Archives holds what show makes of the first file of each archive that the
// pattern names against the second, "want". The flag -update rewrites it.
func Archives(t *testing.T, pattern string, show func(t *testing.T, in txtar.File) string) {
	files, err := filepath.Glob(pattern)
	if err != nil || len(files) == 0 {
		t.Fatal("no archives", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			a, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			got := show(t, a.Files[0])
			if *update {
				a.Files = append(a.Files[:1], txtar.File{Name: "want", Data: []byte(got)})
				if err := os.WriteFile(file, txtar.Format(a), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			if len(a.Files) < 2 {
				t.Fatalf("no want; got\n%s", got)
			}
			if diff := cmp.Diff(string(a.Files[1].Data), got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// Held is all that a document holds: clauses, labels, marks, footnotes,
// furniture.
func Held(d *resolution.Document) []string {
	var out []string
	for _, c := range d.Clauses {
		out = append(out, c.Label, c.Text)
		for _, n := range c.Notes {
			out = append(out, n.Mark)
		}
	}
	for _, f := range d.Footnotes {
		out = append(out, f.Mark, f.Text)
	}
	for _, f := range d.Furniture {
		out = append(out, f.Text)
	}
	return out
}

// Letters counts the letters and digits of texts after normalising, which is
// what "word" comes down to: at a line end or a footnote mark words may be
// joined or parted, but no letter goes. Raised digits count as plain ones, and
// letters without the accents that may come to them from the piece that follows.
func Letters(texts ...string) map[rune]int {
	count := map[rune]int{}
	for _, t := range texts {
		for _, r := range norm.NFD.String(raised.Replace(resolution.Normalise(t))) {
			if unicode.IsLetter(r) || unicode.IsDigit(r) {
				count[r]++
			}
		}
	}
	return count
}

var raised = strings.NewReplacer("⁰", "0", "¹", "1", "²", "2", "³", "3", "⁴", "4", "⁵", "5", "⁶", "6", "⁷", "7", "⁸", "8", "⁹", "9")

// Lost tells what breaks law 1 between two counts: each letter with a "-" for
// every one that was lost and a "+" for every one that was made, nine at most.
// "" where nothing was.
func Lost(want, got map[rune]int) string {
	both := maps.Clone(want)
	maps.Copy(both, got)
	var b strings.Builder
	for _, r := range slices.Sorted(maps.Keys(both)) {
		if more := got[r] - want[r]; more < 0 {
			b.WriteString(string(r) + strings.Repeat("-", min(-more, 9)))
		} else if more > 0 {
			b.WriteString(string(r) + strings.Repeat("+", min(more, 9)))
		}
	}
	return b.String()
}
