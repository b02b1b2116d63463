package negotiate_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"reprise/diff"
	"reprise/negotiate"
	"reprise/read"
	"reprise/resolution"
)

// The invented amendments to the specimen series, each with its truth beside it: what
// becomes of every operation, and what then differs (testdata/negotiation/truth.txt).
func TestSpecimenAmendments(t *testing.T) {
	const folder = "../testdata/negotiation"
	content, err := os.ReadFile(filepath.Join(folder, "truth.txt"))
	if err != nil {
		t.Fatal(err)
	}
	for _, block := range strings.Split(strings.TrimSpace(string(content)), "\n\n") {
		lines := strings.Split(block, "\n")
		if strings.HasPrefix(lines[0], "#") {
			continue
		}
		words := strings.Fields(lines[0])
		t.Run(words[1], func(t *testing.T) {
			draft := text(t, filepath.Join("../testdata", words[0]))
			var amendments []*negotiate.Amendment
			for _, name := range words[1:] {
				amendments = append(amendments, negotiate.Read(note(t, filepath.Join(folder, name), draft.Language)))
			}
			r := negotiate.Apply(draft, amendments...)
			comparison, _ := diff.CompareWith(r.Draft, r.Amended, diff.Options{Links: r.Links})
			got := operationsOf(r) + "\n" + changesOf(comparison) + "\n" + collisionsOf(r)
			if want := strings.Join(lines[1:], "\n"); got != want {
				t.Errorf("got\n%s\nwant\n%s", got, want)
			}
		})
	}
}

func note(t *testing.T, file, language string) *resolution.Document {
	t.Helper()
	content, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	doc, err := read.Open(t.Context(), filepath.Base(file), content, read.Options{Amendment: true, Language: language})
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

func collisionsOf(r *negotiate.Result) string {
	var out []string
	for _, c := range r.Collisions {
		out = append(out, c.Kind.String()+" "+c.Clause)
	}
	if out == nil {
		return "no collisions"
	}
	return strings.Join(out, ", ")
}
