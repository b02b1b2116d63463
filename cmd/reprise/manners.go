package main

import (
	"io"
	"os"

	"github.com/spf13/cobra"
)

// manners are what holds for every command: how much it says, whether a pager
// shows it, and the defaults that the user has written down.
type manners struct {
	quiet   bool
	noPager bool
	limits  limits
	pager   *string // of the configuration; nil leaves it to the environment
	config  config

	unhelped error // what was wrong where help was asked for
}

// add adds the flags that every command has, and brings in the configuration
// before one runs.
func (m *manners) add(root *cobra.Command, s surroundings) {
	flags := root.PersistentFlags()
	flags.BoolVarP(&m.quiet, "quiet", "q", false, "no warnings and no notices on standard error; errors are told")
	flags.BoolVar(&m.noPager, "no-pager", false, "print straight to the terminal")
	m.limits.add(root)
	root.PersistentPreRunE = func(c *cobra.Command, _ []string) error {
		if c.Name() == configName {
			return nil // it tells itself what is wrong with the file
		}
		config, err := readConfig(s, root)
		if err != nil && c.Name() == doctorName {
			return nil // so does this one, among other things
		}
		if err != nil {
			return err
		}
		m.config = config
		if err := config.apply(c, m); err != nil {
			return err
		}
		return m.limits.start(s)
	}
}

// notices is standard error as the commands have it: silent where the user
// wants quiet. Errors do not go through it.
type notices struct {
	to      io.Writer
	manners *manners
}

func (n notices) Write(text []byte) (int, error) {
	if n.manners.quiet {
		return len(text), nil
	}
	return n.to.Write(text)
}

// stderrFile is standard error where it is a file, which may be a terminal; nil
// where it is none or nothing is to be shown.
func (s surroundings) stderrFile() *os.File {
	to := s.stderr
	if n, ok := to.(notices); ok {
		if n.manners.quiet {
			return nil
		}
		to = n.to
	}
	f, _ := to.(*os.File)
	return f
}
