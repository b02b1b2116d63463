package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// TestOutsideModule: a module of somebody else's builds against this one, as it is
// called and after it was renamed, and the renamed one still builds itself.
func TestOutsideModule(t *testing.T) {
	if testing.Short() {
		t.Skip("skipped in short runs: builds everything")
	}
	clone := filepath.Join(t.TempDir(), "clone")
	command(t, "", "git", "clone", "-q", "../..", clone)
	outside(t, clone, "reprise")
	if err := run([]string{"example.org/lamps/reprise"}, clone); err != nil {
		t.Fatal(err)
	}
	command(t, clone, "go", "build", "./...")
	command(t, clone, "go", "test", "-short", "-run", "TestLayout|TestImports", ".")
	command(t, filepath.Join(clone, "release"), "go", "vet", "./...")
	outside(t, clone, "example.org/lamps/reprise")
}

// outside writes a module, with the lines that the README gives it, and runs it.
func outside(t *testing.T, clone, path string) {
	t.Helper()
	folder := t.TempDir()
	main := `package main

import (
	"context"
	"fmt"
	"os"

	"PATH/diff"
	"PATH/read"
)

func main() {
	var texts []([]byte)
	for _, name := range os.Args[1:] {
		content, err := os.ReadFile(name)
		if err != nil {
			panic(err)
		}
		texts = append(texts, content)
	}
	old, _ := read.Open(context.Background(), "old", texts[0], read.Options{})
	new, _ := read.Open(context.Background(), "new", texts[1], read.Options{})
	fmt.Println(len(diff.Compare(old, new).Changes) > 0)
}
`
	write(t, filepath.Join(folder, "main.go"), strings.ReplaceAll(main, "PATH", path))
	write(t, filepath.Join(folder, "go.mod"), "module outside\n\ngo 1.26.0\n\nrequire "+path+" v0.0.0\n\nreplace "+path+" => "+clone+"\n")
	command(t, folder, "go", "mod", "tidy")
	specimen := filepath.Join(clone, "testdata", "specimen")
	if said := command(t, folder, "go", "run", ".", filepath.Join(specimen, "A_RES_200_41.md"), filepath.Join(specimen, "A_RES_202_38.md")); said != "true\n" {
		t.Errorf("it says %q", said)
	}
}

// TestRefuses what is no path of a module.
func TestRefuses(t *testing.T) {
	for _, args := range [][]string{{}, {"a b"}, {"../up"}, {"x", "y"}} {
		if err := run(args, "../.."); err == nil {
			t.Errorf("%v is taken for a path", args)
		}
	}
}

func write(t *testing.T, name, content string) {
	t.Helper()
	if err := os.WriteFile(name, []byte(content), 0o644); err != nil {
		t.Fatal(err)
	}
}

func command(t *testing.T, folder, name string, args ...string) string {
	t.Helper()
	c := exec.Command(name, args...)
	c.Dir = folder
	c.Env = append(os.Environ(), "GOFLAGS=-mod=mod", "GOWORK=off")
	out, err := c.CombinedOutput()
	if err != nil {
		t.Fatalf("%s %s: %v\n%s", name, strings.Join(args, " "), err, out)
	}
	return string(out)
}
