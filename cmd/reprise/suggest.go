package main

import (
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// suggestDistance is how many letters may be wrong in a name that is still
// guessed, as cobra has it.
const suggestDistance = 2

// suggestion says which of some names may have been meant: "; did you mean
// view?", or nothing.
func suggestion(asked string, names []string) string {
	// cobra keeps its likeness of names to itself; it is asked through a
	// command with these names for parts.
	c := &cobra.Command{Use: "names", SuggestionsMinimumDistance: suggestDistance}
	for _, name := range names {
		c.AddCommand(&cobra.Command{Use: name, Run: func(*cobra.Command, []string) {}})
	}
	near := c.SuggestionsFor(asked)
	if len(near) == 0 {
		return ""
	}
	return "; did you mean " + strings.Join(near, " or ") + "?"
}

// flagError adds to an error in the flags what may have been meant, and where
// they are listed.
func flagError(c *cobra.Command, err error) error {
	var unknown *pflag.NotExistError
	if errors.As(err, &unknown) && len(unknown.GetSpecifiedName()) > 1 {
		var names []string
		c.Flags().VisitAll(func(f *pflag.Flag) {
			if !f.Hidden {
				names = append(names, "--"+f.Name)
			}
		})
		return fmt.Errorf("%w%s (see %s --help)", err, suggestion("--"+unknown.GetSpecifiedName(), names), c.CommandPath())
	}
	return fmt.Errorf("%w (see %s --help)", err, c.CommandPath())
}

// known refuses what is no command, and says what may have been meant.
func known(c *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	if near := suggestion(args[0], commandNames(c)); near != "" {
		return fmt.Errorf("%s: no such command%s", args[0], near)
	}
	hint := "two texts are compared by reprise compare OLD NEW"
	if c.HasParent() {
		hint = "want one of " + strings.Join(commandNames(c), ", ")
	}
	return fmt.Errorf("%s: no such command; %s (see %s --help)", args[0], hint, c.CommandPath())
}

func commandNames(c *cobra.Command) []string {
	var names []string
	for _, sub := range c.Commands() {
		if sub.IsAvailableCommand() || sub.Name() == helpName {
			names = append(names, sub.Name())
		}
	}
	return names
}

// helpFor shows the help of a command; of one that only holds others it is an
// error to ask for the help of one that is not there, as "reprise nonsense --help"
// does, where cobra would show that of the holder.
func helpFor(m *manners) func(*cobra.Command, []string) {
	show := (&cobra.Command{}).HelpFunc()
	return func(c *cobra.Command, args []string) {
		if asked := c.Flags().Args(); c.HasAvailableSubCommands() && len(asked) > 0 {
			m.unhelped = known(c, asked)
			return
		}
		show(c, args)
	}
}

// helpName is the command that shows the help of another.
const helpName = "help"

// newHelp is the help command; unlike cobra's it fails where there is no such
// command.
func newHelp() *cobra.Command {
	return &cobra.Command{
		Use:   helpName + " [COMMAND]",
		Short: "Show the help of a command",
		Args:  cobra.ArbitraryArgs,
		ValidArgsFunction: func(c *cobra.Command, args []string, _ string) ([]cobra.Completion, cobra.ShellCompDirective) {
			at, rest, err := c.Root().Find(args)
			if err != nil || len(rest) > 0 {
				return nil, cobra.ShellCompDirectiveNoFileComp
			}
			return commandNames(at), cobra.ShellCompDirectiveNoFileComp
		},
		RunE: func(c *cobra.Command, args []string) error {
			at := c.Root()
			for _, name := range args {
				next := subcommand(at, name)
				if next == nil {
					return known(at, []string{name})
				}
				at = next
			}
			at.InitDefaultHelpFlag()
			return at.Help()
		},
	}
}
