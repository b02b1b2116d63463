//go:build manual

package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/spf13/cobra"
	"github.com/spf13/cobra/doc"
)

// packagerCommands are those of docs in a program that was built to write its own
// manual pages: go run -tags manual ./cmd/reprise docs man FOLDER. What renders them
// compiles its patterns at every start, half a millisecond that no other run
// should pay.
func packagerCommands(s surroundings) []*cobra.Command {
	return []*cobra.Command{newManual(s)}
}

func newManual(s surroundings) *cobra.Command {
	return &cobra.Command{
		Use:   "man FOLDER",
		Short: "Write a manual page for every command into a folder",
		Long: `Write a manual page for every command into a folder that is there: reprise.1,
reprise-compare.1 and so on. Pages that stand there are replaced, all or none.`,
		Example: "  go run -tags manual ./cmd/reprise docs man ~/.local/share/man/man1",
		Args:    exactly(1, "FOLDER"),
		RunE:    func(c *cobra.Command, args []string) error { return writeManual(s, c.Root(), args[0]) },
	}
}

// manualDate stands on the pages: a fixed day, so that the same program writes
// the same bytes.
var manualDate = time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC)

func writeManual(s surroundings, root *cobra.Command, folder string) error {
	if info, err := os.Stat(folder); err != nil || !info.IsDir() {
		return fmt.Errorf("%s: no such folder", folder)
	}
	root.DisableAutoGenTag = true
	pages, err := manualPages(root)
	if err != nil {
		return err
	}
	for i := range pages {
		pages[i].name = filepath.Join(folder, pages[i].name)
	}
	return write(pages, s)
}

// manualPages makes the page of a command and those of its parts.
func manualPages(c *cobra.Command) ([]output, error) {
	if !c.IsAvailableCommand() && c.HasParent() {
		return nil, nil
	}
	name := strings.ReplaceAll(c.CommandPath(), " ", "-")
	c.DisableAutoGenTag = true
	var b bytes.Buffer
	header := &doc.GenManHeader{Title: strings.ToUpper(name), Section: "1", Date: &manualDate, Source: "reprise " + version(), Manual: "User commands"}
	if err := doc.GenMan(c, header, &b); err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	pages := []output{{name + ".1", b.Bytes()}}
	for _, sub := range c.Commands() {
		more, err := manualPages(sub)
		if err != nil {
			return nil, err
		}
		pages = append(pages, more...)
	}
	return pages, nil
}
