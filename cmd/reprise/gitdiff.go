package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"unicode/utf8"

	"github.com/spf13/cobra"

	"reprise/diff"
	"reprise/report"
	"reprise/report/terminal"
	"reprise/resolution"
)

// gitDiffFlags are the flags of reprise git-diff: how a comparison looks.
type gitDiffFlags struct {
	inputFlags
	formFlags
}

func newGitDiff(s surroundings) *cobra.Command {
	var f gitDiffFlags
	c := &cobra.Command{
		Use:   "git-diff PATH OLD-FILE OLD-HEX OLD-MODE NEW-FILE NEW-HEX NEW-MODE",
		Short: "Show a change to git, as its external diff driver",
		Long: `Show how a file changed, called by git with the arguments of an external diff
driver. In the repository, .gitattributes says which files are resolutions:

  *.docx diff=reprise
  drafts/*.md diff=reprise

and git is told once what that means:

  git config --global diff.reprise.command "reprise git-diff"
  git config --global diff.reprise.textconv "reprise git-textconv"

git diff then shows comparisons; git log -p, git blame and git grep --textconv
work on the text. A file that cannot be read is told of, and git goes on with the
next one.`,
		Example: `  git diff draft.docx
  git show --ext-diff HEAD
  git -c diff.reprise.command="reprise git-diff --only substantive" diff`,
		Args: gitArguments,
		RunE: func(c *cobra.Command, args []string) error { return f.show(c.Context(), s, args) },
	}
	f.inputFlags.add(c)
	f.formFlags.addLook(c)
	f.formFlags.addViews(c, report.SideBySide)
	return c
}

// What git calls a driver with: a path alone where it is unmerged; seven
// arguments; nine where the file was renamed.
const (
	gitUnmerged = 1
	gitChanged  = 7
	gitRenamed  = 9
)

func gitArguments(_ *cobra.Command, args []string) error {
	switch len(args) {
	case gitUnmerged, gitChanged, gitRenamed:
		return nil
	}
	return fmt.Errorf("git-diff: is called by git with seven arguments, got %d (see reprise git-diff --help)", len(args))
}

// show prints what changed in one file. It fails only where the flags are wrong:
// an external driver that fails stops git in its tracks.
func (f *gitDiffFlags) show(ctx context.Context, s surroundings, args []string) error {
	if s.getenv("GIT_PAGER_IN_USE") != "" {
		s.terminal = true // behind git's pager
	}
	look, err := f.look(s)
	if err != nil {
		return err
	}
	from, err := f.source(s)
	if err != nil {
		return err
	}
	s.manners.noPager = true // git has its own
	path, renamed := args[0], args[0]
	if len(args) == gitUnmerged {
		return s.print([]byte("reprise: " + path + ": unmerged\n"))
	}
	if len(args) == gitRenamed {
		renamed = args[7]
		path += " → " + renamed
	}
	sides := [2]*resolution.Document{}
	for i, name := range []string{args[1], args[4]} {
		if name == os.DevNull {
			continue
		}
		d, err := from.Open(ctx, name)
		if errors.Is(err, context.Canceled) {
			return err
		}
		if err != nil {
			reason := strings.TrimPrefix(strings.TrimPrefix(err.Error(), "reprise: "), name+": ")
			return s.print([]byte("reprise: " + path + ": " + reason + "\n"))
		}
		d.Reading.Name = []string{args[0], renamed}[i] // git's own file is a temporary one
		sides[i] = d
	}
	content, err := gitChange(path, sides, look)
	if err != nil {
		return err
	}
	return s.print(content)
}

// gitChange is what git shows of one file: a comparison, or what came or went
// whole.
func gitChange(path string, sides [2]*resolution.Document, l look) ([]byte, error) {
	var b bytes.Buffer
	fmt.Fprintf(&b, "reprise: %s", path)
	for i, word := range []string{"new", "deleted"} {
		if here := sides[1-i]; sides[i] == nil && here != nil {
			fmt.Fprintf(&b, ": %s, %d clauses\n\n", word, counted(here))
			return b.Bytes(), nil
		}
	}
	b.WriteString("\n")
	if sides[0] == nil {
		return b.Bytes(), nil
	}
	form := terminal.Form{Width: l.width, Colour: l.color, View: l.view, Only: l.scope, Context: l.context, Say: l.say, Detail: l.detail}
	err := form.Render(&b, diff.Compare(sides[0], sides[1]))
	b.WriteString("\n")
	return b.Bytes(), err
}

func newGitTextconv(s surroundings) *cobra.Command {
	var f inputFlags
	c := &cobra.Command{
		Use:   "git-textconv FILE",
		Short: "Write a resolution as lines for git to compare and search",
		Long: `Write the text of a resolution, a clause a line, as the textconv program of git
(see reprise git-diff --help). A file that is no resolution is written as it
stands where it is text, so that git goes on.`,
		Example: `  git config --global diff.reprise.textconv "reprise git-textconv"
  git log -p draft.docx`,
		Args: exactly(1, "FILE"),
		RunE: func(c *cobra.Command, args []string) error { return f.textconv(c.Context(), s, args[0]) },
	}
	f.add(c)
	return c
}

func (f *inputFlags) textconv(ctx context.Context, s surroundings, name string) error {
	from, err := f.source(s)
	if err != nil {
		return err
	}
	d, err := from.Open(ctx, name)
	if err == nil {
		return terminal.Plain{}.RenderResolution(s.stdout, d)
	}
	content, readErr := s.readText(name)
	if readErr != nil || !utf8.ValidString(content) {
		return err
	}
	_, err = io.WriteString(s.stdout, content)
	return err
}

func counted(d *resolution.Document) int {
	n := 0
	for _, c := range d.Clauses {
		if c.Counted() {
			n++
		}
	}
	return n
}
