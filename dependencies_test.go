package reprise_test

import (
	"os"
	"regexp"
	"testing"
)

// TestDependenciesAreListed holds docs/dependencies.md against go.mod: each module has
// its row, and no row is of a module that is gone.
func TestDependenciesAreListed(t *testing.T) {
	mod, err := os.ReadFile("go.mod")
	if err != nil {
		t.Fatal(err)
	}
	doc, err := os.ReadFile("docs/dependencies.md")
	if err != nil {
		t.Fatal(err)
	}
	listed := map[string]bool{}
	for _, m := range regexp.MustCompile(`(?m)^\| (\S+\.\S+/\S+) \|`).FindAllStringSubmatch(string(doc), -1) {
		listed[m[1]] = true
	}
	for _, m := range regexp.MustCompile(`(?m)^\s*(?:require )?(\S+\.\S+/\S+) v\d`).FindAllStringSubmatch(string(mod), -1) {
		if !listed[m[1]] {
			t.Errorf("docs/dependencies.md has no row for %s", m[1])
		}
		delete(listed, m[1])
	}
	for m := range listed {
		t.Errorf("docs/dependencies.md has a row for %s, which go.mod does not name", m)
	}
}
