package reprise_test

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"reprise/diff"
	"reprise/resolution"
	"reprise/source"
)

// The specimen series in English, and in the other languages.
const specimen = "testdata/specimen"

var specimens = func() []string {
	translated, err := filepath.Glob(specimen + "-*")
	if err != nil {
		panic(err)
	}
	return append([]string{specimen}, translated...)
}()

// pair is the truth about two successive versions of the specimen series.
type pair struct {
	old, new string
	fields   []string
	links    []string // as links writes them
}

// TestSpecimenTruth compares each successive pair of the specimen series with
// the truth written beside it, in Markdown, in extracted text, and across.
func TestSpecimenTruth(t *testing.T) {
	for _, series := range specimens {
		for _, p := range truth(t, series) {
			for _, ends := range [][2]string{{".md", ".md"}, {".txt", ".txt"}, {".md", ".txt"}, {".txt", ".md"}} {
				t.Run(filepath.Base(series)+" "+p.old+ends[0]+" "+p.new+ends[1], func(t *testing.T) {
					c := diff.Compare(open(t, series, p.old+ends[0]), open(t, series, p.new+ends[1]))
					same(t, "links", trimNatures(links(c), p.natures()), p.links)
					same(t, "fields", fieldNames(c), p.fields)
				})
			}
		}
	}
}

// TestSpecimenFormatsAgree holds each version's Markdown against its text: they
// are one text, so all must be kept.
func TestSpecimenFormatsAgree(t *testing.T) {
	texts, err := filepath.Glob(specimen + "*/A_RES_*.txt")
	if err != nil {
		t.Fatal(err)
	}
	for _, text := range texts {
		series, name := filepath.Dir(text), filepath.Base(text)
		t.Run(filepath.Base(series)+" "+name, func(t *testing.T) {
			markdown := strings.TrimSuffix(strings.TrimSuffix(name, ".txt"), ".clean") + ".md"
			c := diff.Compare(open(t, series, markdown), open(t, series, name))
			for _, l := range links(c) {
				if !strings.Contains(l, " kept") || strings.Contains(l, "moved") {
					t.Errorf("not kept: %s", l)
				}
			}
		})
	}
}

func open(t *testing.T, folder, name string) *resolution.Document {
	t.Helper()
	d, err := source.Source{}.Open(t.Context(), filepath.Join(folder, name))
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func fieldNames(c *diff.Comparison) []string {
	var names []string
	for _, f := range c.Fields {
		names = append(names, f.Name.String())
	}
	return names
}

// links writes the counted links of a comparison as the truth does.
func links(c *diff.Comparison) []string {
	var out []string
	for _, ch := range c.Changes {
		if !slices.ContainsFunc(slices.Concat(ch.Old, ch.New), (*resolution.Clause).Counted) {
			continue
		}
		words := []string{ids(ch.Old), "=", ids(ch.New), ch.Status.String()}
		for _, flag := range []struct {
			name string
			set  bool
		}{{"moved", ch.Moved}, {"renumbered", ch.Renumbered && len(ch.Old) == 1 && len(ch.New) == 1}, {"note", len(ch.Notes) > 0}} {
			if flag.set {
				words = append(words, flag.name)
			}
		}
		if ch.Nature != diff.NoNature {
			words = append(words, ch.Nature.String())
		}
		out = append(out, strings.Join(words, " "))
	}
	return out
}

func ids(clauses []*resolution.Clause) string {
	if len(clauses) == 0 {
		return "-"
	}
	var names []string
	for _, c := range clauses {
		names = append(names, c.ID)
	}
	return strings.Join(names, " ")
}

// natures tells for each link, without its nature, whether the truth names one.
func (p pair) natures() map[string]bool {
	named := map[string]bool{}
	for _, l := range p.links {
		if bare := withoutNature(l); bare != l {
			named[bare] = true
		}
	}
	return named
}

// trimNatures leaves the nature away where the truth names none.
func trimNatures(links []string, named map[string]bool) []string {
	var out []string
	for _, l := range links {
		if bare := withoutNature(l); !named[bare] {
			l = bare
		}
		out = append(out, l)
	}
	return out
}

func withoutNature(l string) string {
	return strings.TrimSuffix(strings.TrimSuffix(l, " "+diff.Routine.String()), " "+diff.Substantive.String())
}

// truth reads the truth file of a series.
func truth(t *testing.T, folder string) []pair {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(folder, "truth.txt"))
	if err != nil {
		t.Fatal(err)
	}
	var pairs []pair
	for n, line := range strings.Split(string(text), "\n") {
		line, _, _ = strings.Cut(line, "#")
		words := strings.Fields(line)
		if len(words) == 0 {
			continue
		}
		if err := readTruth(&pairs, words); err != nil {
			t.Fatalf("%s/truth.txt:%d: %v", folder, n+1, err)
		}
	}
	return pairs
}

// readTruth takes one line of a truth file.
func readTruth(pairs *[]pair, words []string) error {
	if words[0] == "==" {
		if len(words) != 3 {
			return fmt.Errorf("want == OLD NEW")
		}
		*pairs = append(*pairs, pair{old: words[1], new: words[2]})
		return nil
	}
	if len(*pairs) == 0 {
		return fmt.Errorf("want == OLD NEW first")
	}
	p := &(*pairs)[len(*pairs)-1]
	switch {
	case words[0] == "field":
		p.fields = append(p.fields, words[1])
	case words[0] == "kept":
		for _, id := range words[1:] {
			p.links = append(p.links, id+" = "+id+" kept")
		}
	case slices.Contains(words, "="):
		p.links = append(p.links, strings.Join(words, " "))
	default:
		return fmt.Errorf("want OLD = NEW status, kept ... or field ...")
	}
	return nil
}

// same reports what only one of two lists holds.
func same(t *testing.T, what string, got, want []string) {
	t.Helper()
	for _, l := range got {
		if !slices.Contains(want, l) {
			t.Errorf("%s: got, not in the truth: %s", what, l)
		}
	}
	for _, l := range want {
		if !slices.Contains(got, l) {
			t.Errorf("%s: in the truth, not got: %s", what, l)
		}
	}
}
