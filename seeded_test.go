package reprise_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"reprise/diff"
	"reprise/read"
)

// leastSeeded is the share of seeded edits that each language must judge as
// English is judged.
const leastSeeded = 0.95

// seeds are the edits of testdata/seeded.txt: of one kind, in one language, what
// gives way to what.
type seed struct{ kind, language, old, new string }

// The same edit of the same text has the same nature in all six languages: a date,
// a session, a number, a verb, who is asked, a qualifier, a member of a list, a word
// of sequence.
func TestSeededEditsInEveryLanguage(t *testing.T) {
	natures, seeds := seededEdits(t)
	right, all := map[string]int{}, map[string]int{}
	for _, s := range seeds {
		all[s.language]++
		if got := natureOfEdit(t, s); got == natures[s.kind] {
			right[s.language]++
		} else {
			t.Logf("%s: %s is %s, want %s: %q for %q", s.language, s.kind, got, natures[s.kind], s.new, s.old)
		}
	}
	for language, n := range all {
		if share := float64(right[language]) / float64(n); share < leastSeeded || n != len(natures) {
			t.Errorf("%s: %.2f of %d edits have their nature, want %.2f of %d", language, share, n, leastSeeded, len(natures))
		}
	}
}

// seededEdits reads the natures of the kinds, and the edits.
func seededEdits(t *testing.T) (natures map[string]string, seeds []seed) {
	t.Helper()
	text, err := os.ReadFile("testdata/seeded.txt")
	if err != nil {
		t.Fatal(err)
	}
	natures = map[string]string{}
	kind := ""
	for line := range strings.Lines(string(text)) {
		cells := strings.Split(strings.TrimSpace(line), "\t")
		switch {
		case cells[0] == "" || cells[0][0] == '#':
		case cells[0] == "==":
			kind = cells[1]
			natures[kind] = cells[2]
		default:
			seeds = append(seeds, seed{kind, cells[0], cells[1], cells[2]})
		}
	}
	return natures, seeds
}

// natureOfEdit compares the second text of a language's series with itself after
// the edit.
func natureOfEdit(t *testing.T, s seed) string {
	t.Helper()
	folder := specimen
	if s.language != "en" {
		folder += "-" + s.language
	}
	name := filepath.Join(folder, "A_RES_202_38.md")
	text, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if strings.Count(string(text), s.old) != 1 {
		t.Fatalf("%s: %q stands %d times", name, s.old, strings.Count(string(text), s.old))
	}
	old, errOld := read.Open(t.Context(), name, text, read.Options{})
	new, errNew := read.Open(t.Context(), name, []byte(strings.Replace(string(text), s.old, s.new, 1)), read.Options{})
	if errOld != nil || errNew != nil {
		t.Fatal(errOld, errNew)
	}
	var found []string
	for _, c := range diff.Compare(old, new).Changes {
		if c.Status != diff.Kept {
			found = append(found, c.Nature.String())
		}
	}
	slices.Sort(found)
	return strings.Join(slices.Compact(found), " and ")
}
