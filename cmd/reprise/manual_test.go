package main

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// TestManualPages builds the program that writes them and looks at what it wrote:
// a page for every command, with its flags and examples, the same on every run.
func TestManualPages(t *testing.T) {
	if testing.Short() {
		t.Skip("skipped in short runs: builds the program")
	}
	var folders []string
	program := filepath.Join(t.TempDir(), "reprise")
	if out, err := exec.Command("go", "build", "-tags", "manual", "-o", program, ".").CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	for range 2 {
		folder := t.TempDir()
		if out, err := exec.Command(program, "docs", "man", folder).CombinedOutput(); err != nil {
			t.Fatalf("%v\n%s", err, out)
		}
		folders = append(folders, folder)
	}
	for _, c := range newRoot(surroundings{stderr: &bytes.Buffer{}, manners: &manners{}}).Commands() {
		name := "reprise-" + c.Name() + ".1"
		if !c.IsAvailableCommand() {
			continue
		}
		page, err := os.ReadFile(filepath.Join(folders[0], name))
		if err != nil {
			t.Error(err)
			continue
		}
		again, _ := os.ReadFile(filepath.Join(folders[1], name))
		if !bytes.Equal(page, again) {
			t.Errorf("%s: another run writes another page", name)
		}
		if c.Name() == "compare" && !strings.Contains(string(page), `\fB--exit-code`) {
			t.Errorf("%s: lacks the flags:\n%s", name, page)
		}
	}
	if out, err := exec.Command(program, "docs", "man", filepath.Join(folders[0], "none")).CombinedOutput(); err == nil || !strings.Contains(string(out), "no such folder") {
		t.Errorf("no folder: %v, %s", err, out)
	}
}
