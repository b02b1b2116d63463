package read

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"sort"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"reprise/internal/outside"
	"reprise/resolution"
)

var updateTable = flag.Bool("update-table", false, "rewrite the table of docs/reading.md")

// The table of docs/reading.md stands between these lines.
const (
	countsFile  = "../docs/reading.md"
	countsBegin = "<!-- table: go test ./read -run TestReadingTable -update-table -->\n"
	countsEnd   = "<!-- end of table -->\n"
)

// TestReadingTable holds the counts of docs/reading.md to what is read from
// the real series.
func TestReadingTable(t *testing.T) {
	dir := filepath.Join(outside.Texts(t), "resolutions", "series")
	page, err := os.ReadFile(countsFile)
	if err != nil {
		t.Fatal(err)
	}
	head, rest, ok := strings.Cut(string(page), countsBegin)
	old, tail, ok2 := strings.Cut(rest, countsEnd)
	if !ok || !ok2 {
		t.Fatalf("%s: no table between %q and %q", countsFile, countsBegin, countsEnd)
	}
	table := readingTable(t, dir)
	if *updateTable {
		if err := os.WriteFile(countsFile, []byte(head+countsBegin+table+countsEnd+tail), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if diff := cmp.Diff(old, table); diff != "" {
		t.Error(diff)
	}
}

func readingTable(t *testing.T, dir string) string {
	var b strings.Builder
	b.WriteString("\n| symbol | file | preamble | operative | points | flush | annex | headings | footnotes | cited | back |\n" +
		"|---|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|\n")
	for _, series := range []string{"ga-nwfz*", "sc-*", "hrc-*", "ecosoc-*"} {
		files, _ := filepath.Glob(filepath.Join(dir, series, "*"))
		sort.Strings(files)
		for _, f := range files {
			if strings.HasSuffix(f, ".pdf") {
				continue
			}
			content, err := os.ReadFile(f)
			if err != nil {
				t.Fatal(err)
			}
			d, err := Open(t.Context(), filepath.Base(f), content, tools)
			if err != nil {
				t.Error(err)
				continue
			}
			name := filepath.Base(f)
			fmt.Fprintf(&b, "| %s | %s | %s |\n", d.Symbol, name[strings.IndexByte(name, '.')+1:], strings.Join(tally(d), " | "))
		}
	}
	b.WriteString("\n")
	return b.String()
}

// tally counts the clauses of a document: paragraphs of preamble (the formula
// aside) and operative part, points, flush text, annex, headings, footnotes,
// marks, lines of the back.
func tally(d *resolution.Document) []string {
	var n struct{ preamble, operative, points, flush, annex, headings, cited, back int }
	for _, c := range d.Clauses {
		if c.Counted() {
			n.cited += len(c.Notes)
		}
		switch {
		case c.Part == resolution.Back:
			n.back++
			n.cited += len(c.Notes)
		case !c.Counted():
		case c.Kind == resolution.Heading:
			n.headings++
		case c.Part == resolution.Annex:
			n.annex++
		case c.Depth > 0:
			n.points++
		case strings.Contains(c.ID, "+"):
			n.flush++
		case c.Part == resolution.Preamble:
			n.preamble++
		case c.Part == resolution.Operative:
			n.operative++
		}
	}
	var out []string
	for _, v := range []int{n.preamble, n.operative, n.points, n.flush, n.annex, n.headings, len(d.Footnotes), n.cited, n.back} {
		out = append(out, fmt.Sprint(v))
	}
	return out
}
