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
	folder := binary(t)
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

// notRun are the lines of the pages that no test can run, and why.
var notRun = map[string]string{
	"A/RES/":              "asks the document service",
	"add --series 75/67":  "asks the document service",
	"postgres://":         "wants a server of its own",
	"reprise serve":       "serves until it is stopped",
	"reprise room":        "wants a room that somebody made",
	"git config --global": "changes the user's settings",
	"FILE...":             "shows a form, not a command",
	"library remove":      "takes away what the next lines ask for",
	"--body SC":           "the specimen series has nothing of that body",
}

// TestDocsCommandsRun runs every command line of reprise in the pages that is not in a
// console block, page by page, in a folder that has the files which they name. What a
// symbol names is taken from a library of the specimen series.
func TestDocsCommandsRun(t *testing.T) {
	if testing.Short() {
		t.Skip("skipped in short runs: builds the program")
	}
	program := binary(t)
	ran := 0
	for _, page := range append(docPages(t), "README.md") {
		lines := regexp.MustCompile("(?m)^ {4}(reprise .*|echo .*reprise .*)$").FindAllStringSubmatch(content(t, page), -1)
		if len(lines) == 0 {
			continue
		}
		t.Run(page, func(t *testing.T) {
			home := furnished(t, program)
			seen := map[string]bool{} // a page may show a line again
			for _, line := range lines {
				if seen[line[1]] {
					continue
				}
				seen[line[1]] = true
				if reason := unrunnable(line[1]); reason != "" {
					t.Logf("not run: %s (%s)", line[1], reason)
					continue
				}
				ran++
				command := strings.NewReplacer("75/67", "206/47", "73/58", "204/52").Replace(line[1])
				provide(t, home, command)
				if said, err := inHome(home, program, command); err != nil {
					t.Errorf("%s: %v\n%s", command, err, said)
				}
			}
		})
	}
	if ran < 20 {
		t.Errorf("only %d command lines were found", ran)
	}
}

func unrunnable(line string) string {
	for part, reason := range notRun {
		if strings.Contains(line, part) {
			return reason
		}
	}
	return ""
}

// furnished is the folder of a user who has the specimen series, in files and in the library.
func furnished(t *testing.T, program string) string {
	t.Helper()
	home := t.TempDir()
	here, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(filepath.Join(here, "testdata"), filepath.Join(home, "testdata")); err != nil {
		t.Skipf("skipped: %v", err)
	}
	for _, folder := range []string{"resolutions", "folder"} {
		if err := os.Mkdir(filepath.Join(home, folder), 0o755); err != nil {
			t.Fatal(err)
		}
	}
	for _, name := range []string{"A_RES_200_41.md", "A_RES_202_38.md", "A_RES_204_52.md", "A_RES_206_47.md"} {
		text := content(t, filepath.Join("testdata/specimen", name))
		for _, folder := range []string{"resolutions", "folder"} {
			put(t, filepath.Join(home, folder, name), text)
		}
	}
	put(t, filepath.Join(home, "defaults"), "offline = true\n")
	if said, err := inHome(home, program, "reprise library add resolutions"); err != nil {
		t.Fatalf("%v\n%s", err, said)
	}
	return home
}

// provide makes the files that a command line reads: the later text of a pair where
// it is called so, and what reviewers wrote.
func provide(t *testing.T, home, command string) {
	t.Helper()
	words := strings.Fields(command)
	for i, word := range words {
		name := filepath.Join(home, word)
		if _, err := os.Stat(name); err == nil || i == 0 || words[i-1] == "-o" {
			continue
		}
		switch filepath.Ext(word) {
		case ".json":
			put(t, name, `{"schema": "reprise/review/1", "comparison": "", "marks": []}`)
		case ".md", ".docx", ".pdf":
			text := "/A_RES_204_52.md"
			if strings.HasPrefix(word, "old") || strings.HasPrefix(word, "agreed") {
				text = "/A_RES_202_38.md"
			}
			series := "testdata/specimen"
			if _, language, ok := strings.Cut(strings.TrimSuffix(word, filepath.Ext(word)), "-"); ok && language != "en" {
				series += "-" + language
			}
			put(t, name, content(t, series+text)) // formats are found from the content
		}
	}
}

func put(t *testing.T, name, text string) {
	t.Helper()
	if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

func inHome(home, program, command string) ([]byte, error) {
	c := exec.Command("sh", "-c", command)
	c.Dir = home
	c.Env = append(os.Environ(), "PATH="+program+string(os.PathListSeparator)+os.Getenv("PATH"), "HOME="+home, "XDG_DATA_HOME=", "REPRISE_LIBRARY=", "REPRISE_CONFIG="+filepath.Join(home, "defaults"))
	return c.CombinedOutput()
}

// binary builds the program, and gives the folder that it is in.
func binary(t *testing.T) string {
	t.Helper()
	folder := t.TempDir()
	build := exec.Command("go", "build", "-o", filepath.Join(folder, "reprise"), "./cmd/reprise")
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	return folder
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
