package reprise_test

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// TestDocsShowWhatIsTrue runs the commands of the console blocks of the README and of
// the documentation: what stands under a command must come out of it, line by line in
// order; a line of three dots stands for any lines.
func TestDocsShowWhatIsTrue(t *testing.T) {
	if testing.Short() {
		t.Skip("skipped in short runs: builds the program")
	}
	folder := t.TempDir()
	build := exec.Command("go", "build", "-o", filepath.Join(folder, "reprise"), "./cmd/reprise")
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	var blocks [][]string
	for _, name := range append(docPages(t), "README.md") {
		blocks = append(blocks, regexp.MustCompile("(?s)```console\n(.*?)```").FindAllStringSubmatch(content(t, name), -1)...)
	}
	if len(blocks) == 0 {
		t.Fatal("no page has a console block")
	}
	for _, block := range blocks {
		prompt, shown, _ := strings.Cut(block[1], "\n")
		command := strings.TrimPrefix(prompt, "$ ")
		t.Run(command, func(t *testing.T) {
			cmd := exec.Command("sh", "-c", command)
			cmd.Env = append(os.Environ(), "PATH="+folder+string(os.PathListSeparator)+os.Getenv("PATH"), "NO_COLOR=1", "COLUMNS=80")
			var stdout, stderr bytes.Buffer
			cmd.Stdout, cmd.Stderr = &stdout, &stderr
			if err := cmd.Run(); err != nil {
				t.Fatalf("%v\n%s", err, stderr.String())
			}
			shows(t, stdout.String(), shown)
		})
	}
}

// TestReadmeNamesTheCommands holds the two commands that the checks take from
// the README, and every file that it points to.
func TestReadmeNamesTheCommands(t *testing.T) {
	text := readme(t)
	for _, command := range []string{"\ngo run ./cmd/reprise compare testdata/specimen/", "\ngo test ./...\n"} {
		if !strings.Contains(text, command) {
			t.Errorf("README.md lacks the command %q", strings.TrimSpace(command))
		}
	}
	for _, link := range regexp.MustCompile(`\]\(([^)#]+)\)`).FindAllStringSubmatch(text, -1) {
		if _, err := os.Stat(link[1]); err != nil {
			t.Errorf("README.md points to %s: %v", link[1], err)
		}
	}
}

// docPages are the pages of the documentation.
func docPages(t *testing.T) []string {
	t.Helper()
	var pages []string
	for _, pattern := range []string{"docs/*.md", "docs/*/*.md"} {
		found, err := filepath.Glob(pattern)
		if err != nil {
			t.Fatal(err)
		}
		pages = append(pages, found...)
	}
	return pages
}

// TestContentsHaveAllPages: no page of the documentation is left out of its contents.
func TestContentsHaveAllPages(t *testing.T) {
	index := content(t, "docs/index.md")
	for _, page := range docPages(t) {
		if name := strings.TrimPrefix(filepath.ToSlash(page), "docs/"); name != "index.md" && !strings.Contains(index, "("+name+")") {
			t.Errorf("docs/index.md does not link to %s", name)
		}
	}
}

func readme(t *testing.T) string { return content(t, "README.md") }

func content(t *testing.T, name string) string {
	t.Helper()
	text, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// shows holds output against what a page shows of it.
func shows(t *testing.T, output, shown string) {
	t.Helper()
	lines := strings.Split(output, "\n")
	anywhere := false
	for want := range strings.Lines(shown) {
		want = strings.TrimRight(want, "\n")
		if want == "..." {
			anywhere = true
			continue
		}
		at := 0
		for anywhere && at < len(lines) && lines[at] != want {
			at++
		}
		if at >= len(lines) || lines[at] != want {
			t.Fatalf("the page shows a line that does not come out here:\n%s\nin\n%s", want, output)
		}
		lines, anywhere = lines[at+1:], false
	}
}
