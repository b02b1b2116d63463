package main

import (
	"bytes"
	"io/fs"
	"net/http"
	"net/http/httptest"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/spf13/cobra"

	"reprise/docs"
	"reprise/manual"
)

// TestDocsNameWhatThereIs: every command line in the README and the documentation is one of a
// command that there is, with flags that it has.
func TestDocsNameWhatThereIs(t *testing.T) {
	root := newRoot(surroundings{stderr: &bytes.Buffer{}, manners: &manners{}})
	readme, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	pages := map[string]string{"README.md": string(readme)}
	err = fs.WalkDir(docs.Files, ".", func(name string, entry fs.DirEntry, err error) error {
		if path.Ext(name) == ".md" {
			content, err := fs.ReadFile(docs.Files, name)
			pages[name] = string(content)
			return err
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	seen := 0
	for name, content := range pages {
		for _, line := range regexp.MustCompile(`(?m)(?:^ {4,}|^\$ |\x60)reprise ([a-z][^\x60\n|]*)`).FindAllStringSubmatch(content, -1) {
			seen++
			if err := misnamed(root, line[1]); err != "" {
				t.Errorf("%s: reprise %s: %s", name, strings.TrimSpace(line[1]), err)
			}
		}
	}
	if seen < 80 {
		t.Errorf("only %d command lines found: the pattern has lost them", seen)
	}
}

// knownElsewhere are commands that cobra adds when it runs, or a build with a tag.
var knownElsewhere = map[string]bool{"completion": true, "help": true}

func misnamed(root *cobra.Command, line string) string {
	words := strings.Fields(line)
	c, rest, err := root.Find(words)
	if err != nil || c == root {
		if knownElsewhere[words[0]] {
			return ""
		}
		return "no such command"
	}
	c.InitDefaultHelpFlag()
	for _, w := range rest {
		name, _, _ := strings.Cut(strings.TrimRight(w, ".,;:)"), "=")
		if flag, long := strings.CutPrefix(name, "--"); long && flag != "" && c.Flag(flag) == nil && c.InheritedFlags().Lookup(flag) == nil {
			return name + ": no such flag"
		}
	}
	return ""
}

// TestDocsAreServed: pages come with what keeps them to themselves, and nothing else does.
func TestDocsAreServed(t *testing.T) {
	site, err := manual.Build(docs.Files)
	if err != nil {
		t.Fatal(err)
	}
	server := httptest.NewServer(siteHandler(site))
	defer server.Close()
	for at, want := range map[string]int{"/": 200, "/tour.html": 200, "/tasks/agreed-language.html": 200, "/img/page.png": 200, "/style.css": 200,
		"/gone.html": 404, "/../go.mod": 404, "/%2e%2e/go.mod": 404} {
		answer, err := http.Get(server.URL + at)
		if err != nil {
			t.Fatal(err)
		}
		answer.Body.Close()
		if answer.StatusCode != want {
			t.Errorf("%s: status %d, want %d", at, answer.StatusCode, want)
		}
		if want == 200 && !strings.Contains(answer.Header.Get("Content-Security-Policy"), "default-src 'none'") {
			t.Errorf("%s comes without a policy", at)
		}
	}
	answer, err := http.Post(server.URL+"/", "text/plain", strings.NewReader("x"))
	if err != nil {
		t.Fatal(err)
	}
	answer.Body.Close()
	if answer.StatusCode != http.StatusMethodNotAllowed {
		t.Errorf("writing: status %d", answer.StatusCode)
	}
}

// TestDocsAreWritten: the pages can be put into a folder, and only into one that is there.
func TestDocsAreWritten(t *testing.T) {
	folder := t.TempDir()
	var out, errs bytes.Buffer
	s := surroundings{stdout: &out, stderr: &errs, lookup: environment("")}
	if status := run([]string{"docs", "-o", folder}, s); status != exitDone {
		t.Fatal(errs.String())
	}
	for _, name := range []string{"index.html", "tasks/compare-two-pdfs.html", "search.js", "comparison.schema.json"} {
		if _, err := os.Stat(filepath.Join(folder, name)); err != nil {
			t.Error(err)
		}
	}
	if status := run([]string{"docs", "-o", filepath.Join(folder, "gone")}, s); status != exitTrouble || !strings.Contains(errs.String(), "gone: no such folder") {
		t.Errorf("status %d, %s", status, errs.String())
	}
}
