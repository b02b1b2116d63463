package series_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"reprise/diff"
	"reprise/internal/outside"
	"reprise/read"
	"reprise/resolution"
	"reprise/series"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// documents reads all files that match.
func documents(t testing.TB, pattern string) []*resolution.Document {
	t.Helper()
	files, err := filepath.Glob(pattern)
	if err != nil || len(files) == 0 {
		t.Fatalf("%s: no files (%v)", pattern, err)
	}
	var docs []*resolution.Document
	for _, f := range files {
		content, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		d, err := read.Open(t.Context(), filepath.Base(f), content, read.Options{})
		if err != nil {
			t.Fatal(err)
		}
		docs = append(docs, d)
	}
	return docs
}

// TestCentralAsia holds the whole evolution table of a real series of eight
// versions against a golden file that was read beside the texts. It shows
// labels and states, no text.
func TestCentralAsia(t *testing.T) {
	if testing.Short() {
		t.Skip("skipped: natures are settled by a full run")
	}
	dir := outside.Texts(t, "resolutions/series/ga-nwfz-central-asia")
	found := series.Group(documents(t, filepath.Join(dir, "*.txt")))
	if len(found) != 1 {
		t.Fatalf("%d series, want 1", len(found))
	}
	golden(t, "central-asia.txt", table(series.Follow(found[0].Documents)))
}

func golden(t *testing.T, name, got string) {
	t.Helper()
	file := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(string(want), got); d != "" {
		t.Errorf("%s differs (-want +got), go test -update rewrites it:\n%s", file, d)
	}
}

// table writes a series as labels and states, a block a lineage.
func table(s *series.Series) string {
	var b strings.Builder
	for _, l := range s.Lineages {
		if !l.Counted() {
			continue
		}
		fmt.Fprintln(&b, l.ID)
		for v, st := range l.States {
			if st.Status == series.Absent {
				continue
			}
			fmt.Fprintf(&b, "  %-13s %-5s %s\n", s.Versions[v].Name, label(st), strings.Join(words(st), " "))
		}
	}
	return b.String()
}

func label(st series.State) string {
	if st.Clause == nil {
		return "-"
	}
	return st.Clause.Name()
}

func words(st series.State) []string {
	out := []string{st.Status.String()}
	if st.Nature != diff.NoNature {
		out = append(out, st.Nature.String())
	}
	if st.Moved {
		out = append(out, "moved")
	}
	return out
}

// TestMixedFolder sorts the real series, all in one heap, back into their
// folders. What no reader of the texts would join stays apart.
func TestMixedFolder(t *testing.T) {
	if testing.Short() {
		t.Skip("skipped: reads two hundred files")
	}
	dir := outside.Texts(t, "resolutions/series")
	var docs []*resolution.Document
	folder := map[*resolution.Document]string{}
	folders, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range folders {
		for _, d := range documents(t, filepath.Join(dir, f.Name(), "*.txt")) {
			docs = append(docs, d)
			folder[d] = f.Name()
		}
	}
	apart := map[string]int{}
	for _, f := range series.Group(docs) {
		for _, d := range f.Documents {
			if folder[d] != folder[f.Documents[0]] {
				t.Errorf("%s of %s is with %s", d.Symbol, folder[d], folder[f.Documents[0]])
			}
		}
		apart[folder[f.Documents[0]]]++
	}
	// The resolution that founded the Golan force and one of a wider matter are
	// other texts; so is the first on the mission in Libya.
	known := map[string]int{"sc-undof-golan-1974-1993": 3, "sc-unsmil-libya": 2}
	for name, n := range apart {
		if n != max(1, known[name]) {
			t.Errorf("%s: in %d series, want %d", name, n, max(1, known[name]))
		}
	}
}

// TestDrafts: thirteen drafts and the texts they became, in one heap: each
// draft joins its own text and stands before it.
func TestDrafts(t *testing.T) {
	if testing.Short() {
		t.Skip("skipped: reads PDF files")
	}
	dir := outside.Texts(t, "resolutions/drafts")
	links, err := os.ReadFile(filepath.Join(dir, "LINKS.tsv"))
	if err != nil {
		t.Fatal(err)
	}
	adopted := map[string]string{}
	for line := range strings.Lines(string(links)) {
		cells := strings.Split(line, "\t")
		adopted[cells[0]] = cells[1]
	}
	delete(adopted, "draft")
	for _, f := range series.Group(documents(t, filepath.Join(dir, "*.pdf"))) {
		if len(f.Documents) != 2 {
			t.Errorf("%s: %d texts, want 2", f.Documents[0].Symbol, len(f.Documents))
			continue
		}
		draft, text := string(f.Documents[0].Symbol), string(f.Documents[1].Symbol)
		if adopted[draft] != text {
			t.Errorf("%s is followed by %s, want %s", draft, text, adopted[draft])
		}
	}
}

// TestRevivedAfterGap: a short text between two long ones drops nearly all
// clauses; the next version brings them back, and they are known again.
func TestRevivedAfterGap(t *testing.T) {
	dir := outside.Texts(t, "resolutions/series/ecosoc-mainstreaming-gender-perspective-into-policies-programmes")
	s := series.Follow(series.Group(documents(t, filepath.Join(dir, "*.txt")))[0].Documents)
	const short, long = 4, 5 // 2020/9 and 2021/7
	count := map[series.Status]int{}
	for _, l := range s.Lineages {
		if l.Counted() && l.States[long].Clause != nil && l.States[short].Clause == nil {
			count[l.States[long].Status]++
		}
	}
	if count[series.Revived] < 40 || count[series.New] > 1 {
		t.Errorf("%d revived and %d new, want at least 40 and at most 1", count[series.Revived], count[series.New])
	}
}
