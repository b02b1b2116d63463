package main

import (
	"fmt"
	"runtime/debug"

	"github.com/spf13/cobra"
)

// newRoot builds the command with all its parts.
func newRoot(s surroundings) *cobra.Command {
	root := newProgram(s)
	s.stderr = notices{s.stderr, s.manners}
	root.AddCommand(
		newCompare(s),
		newAmend(s),
		newCompile(s),
		newParse(s),
		newSeries(s),
		newBlame(s),
		newHistory(s),
		newTrace(s),
		newReview(s),
		newFetch(s),
		newLibrary(s),
		newFind(s),
		newAgreed(s),
		newConcord(s),
		newServe(s),
		newRoom(s),
		newGitDiff(s),
		newGitTextconv(s),
		newConfig(s),
		newDoctor(s),
		newVersion(s),
		newAssistant(s),
		newDocs(s),
	)
	addCompletions(root)
	return root
}

// alone are the commands that ask nothing of the others, and that are run often.
var alone = map[string]func(surroundings) *cobra.Command{
	"compare": newCompare, "parse": newParse, "series": newSeries, "blame": newBlame, "history": newHistory, "trace": newTrace,
}

// rootFor is newRoot with as much as a command line can ask for: to make all commands with
// their flags is a fortieth of a small comparison.
func rootFor(args []string, s surroundings) *cobra.Command {
	if len(args) == 1 && args[0] == "--version" {
		return newProgram(s)
	}
	if len(args) > 0 && alone[args[0]] != nil {
		root := newProgram(s)
		s.stderr = notices{s.stderr, s.manners}
		root.AddCommand(alone[args[0]](s))
		return root
	}
	return newRoot(s)
}

// newProgram is the command without the others: enough to tell its version.
func newProgram(s surroundings) *cobra.Command {
	stderr := s.stderr
	s.stderr = notices{stderr, s.manners}
	root := &cobra.Command{
		Use:   "reprise",
		Short: "Compare United Nations resolutions clause by clause",
		Long: `reprise compares United Nations resolutions as a drafter does: clause by clause,
through a whole series. It tells kept, reworded, moved, split, merged,
rearranged, added and removed clauses apart, marks the words that changed, and
shows the result in the terminal, as a page, a Word file, a table or data.`,
		Version:               version(),
		DisableFlagsInUseLine: true,
		Args:                  known,
		RunE:                  func(c *cobra.Command, _ []string) error { return c.Help() },
		SilenceUsage:          true,
		SilenceErrors:         true,
	}
	root.SetIn(s.stdin)
	root.SetOut(s.stdout)
	root.SetErr(stderr)
	root.SetFlagErrorFunc(flagError)
	root.SetHelpCommand(newHelp())
	root.SetHelpFunc(helpFor(s.manners))
	s.manners.add(root, s)
	return root
}

// version is the module's version as the build recorded it.
func version() string {
	info, ok := debug.ReadBuildInfo()
	if !ok || info.Main.Version == "" {
		return "(unknown build)"
	}
	return info.Main.Version
}

// exactly refuses any other number of arguments, and names what was wanted.
func exactly(n int, wanted string) cobra.PositionalArgs {
	return func(c *cobra.Command, args []string) error {
		if len(args) != n {
			return fmt.Errorf("%s: want %s, got %d (see %s --help)", c.Name(), wanted, len(args), c.CommandPath())
		}
		return nil
	}
}
