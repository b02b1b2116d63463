package main

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"text/tabwriter"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// configName is the command that shows the configuration.
const configName = "config"

// configurable are the flags that may have a default of the user's own: how
// things look and how texts are read, never what is compared or written.
var configurable = []string{
	"author", "base", "color", "context", "input-format", "lang", "leads", "library", "move-style", "no-comments",
	"no-pager", "offline", "only", "quiet", "revisions", "view", "width",
}

// pagerSetting is a name of the configuration that is no flag.
const pagerSetting = "pager"

// config is a file of defaults: one "name = value" a line, the name of a flag,
// with a command and a dot before it where the default is for that one alone.
type config struct {
	path     string
	settings []setting
}

type setting struct {
	line        int
	command     string // "" for all
	name, value string
}

func (s setting) full() string {
	if s.command == "" {
		return s.name
	}
	return s.command + "." + s.name
}

// configPath is where the file of defaults is looked for: REPRISE_CONFIG, or
// reprise/config in the folder of the XDG Base Directory Specification; ""
// where the environment names no home.
func configPath(getenv func(string) string) string {
	if path := getenv("REPRISE_CONFIG"); path != "" {
		return path
	}
	folder := getenv("XDG_CONFIG_HOME")
	if !filepath.IsAbs(folder) { // relative ones are to be ignored, says the specification
		folder = ""
	}
	if home := getenv("HOME"); folder == "" && home != "" {
		folder = filepath.Join(home, ".config")
	}
	if folder == "" {
		if folder = getenv("AppData"); folder == "" {
			return ""
		}
	}
	return filepath.Join(folder, "reprise", "config")
}

// readConfig reads the file of defaults; one that is not there is empty.
func readConfig(s surroundings, root *cobra.Command) (config, error) {
	c := config{path: configPath(s.getenv)}
	if c.path == "" {
		return c, nil
	}
	content, err := readSmall(c.path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return c, nil
	case err != nil:
		return c, fmt.Errorf("%s: cannot be read: %w", c.path, err)
	}
	err = c.parse(content, root)
	return c, err
}

// maxConfig bounds the file of defaults, in bytes.
const maxConfig = 1 << 20

func readSmall(path string) (string, error) {
	info, err := os.Stat(path)
	if err != nil {
		return "", err
	}
	if info.IsDir() || info.Size() > maxConfig {
		return "", errors.New("want a small text file")
	}
	content, err := os.ReadFile(path)
	return string(content), err
}

func (c *config) parse(content string, root *cobra.Command) error {
	line := 0
	for text := range strings.Lines(strings.TrimPrefix(content, "\uFEFF")) {
		line++
		text = strings.TrimSpace(text)
		if text == "" || strings.HasPrefix(text, "#") {
			continue
		}
		name, value, ok := strings.Cut(text, "=")
		if !ok {
			return c.wrong(line, fmt.Errorf("%q, want name = value", text))
		}
		s := setting{line: line, name: strings.TrimSpace(name), value: strings.TrimSpace(value)}
		if command, name, ok := strings.Cut(s.name, "."); ok {
			s.command, s.name = command, name
		}
		if err := s.check(root); err != nil {
			return c.wrong(line, err)
		}
		c.settings = append(c.settings, s)
	}
	return nil
}

func (c *config) wrong(line int, err error) error {
	return fmt.Errorf("%s: line %d: %w", c.path, line, err)
}

// check refuses what no command has.
func (s setting) check(root *cobra.Command) error {
	if s.command != "" {
		command := subcommand(root, s.command)
		if command == nil {
			return fmt.Errorf("%s: no such command%s", s.command, suggestion(s.command, commandNames(root)))
		}
		if command.Flag(s.name) == nil {
			return fmt.Errorf("%s: %s has no such flag", s.full(), s.command)
		}
	}
	if s.name != pagerSetting && !slices.Contains(configurable, s.name) {
		return fmt.Errorf("%s: cannot be set here%s; reprise config lists what can", s.name, suggestion(s.name, append(slices.Clone(configurable), pagerSetting)))
	}
	return s.checkValue()
}

// checkValue refuses a value that no flag of the name takes, for flags that take
// one of a few.
func (s setting) checkValue() error {
	var names []string
	for _, v := range values[s.name] {
		name, _, _ := strings.Cut(v, "\t")
		names = append(names, name)
	}
	if s.name == "view" {
		for v := range viewUse {
			names = append(names, v.String())
		}
		slices.Sort(names)
	}
	if len(names) > 0 && !slices.Contains(names, s.value) {
		return fmt.Errorf("%s = %s: want one of %s", s.full(), s.value, strings.Join(names, ", "))
	}
	return nil
}

// switches are what git, too, takes for on and off in a file of defaults.
var switches = map[string]string{"yes": "true", "on": "true", "no": "false", "off": "false"}

// set gives a flag the value.
func (s setting) set(flag *pflag.Flag) error {
	if flag.Value.Type() != "bool" {
		return flag.Value.Set(s.value)
	}
	value := cmp.Or(switches[strings.ToLower(s.value)], s.value)
	if flag.Value.Set(value) != nil {
		return errors.New("want yes or no")
	}
	return nil
}

func subcommand(root *cobra.Command, name string) *cobra.Command {
	for _, c := range root.Commands() {
		if c.Name() == name {
			return c
		}
	}
	return nil
}

// apply gives the flags of a command that were not written on the command line
// their values. What is for one command goes before what is for all.
func (c config) apply(command *cobra.Command, m *manners) error {
	for _, s := range c.forCommand(command.Name()) {
		if s.name == pagerSetting {
			m.pager = &s.value
			continue
		}
		flag := command.Flag(s.name)
		if flag == nil || flag.Changed {
			continue
		}
		if err := s.set(flag); err != nil {
			return c.wrong(s.line, fmt.Errorf("%s = %s: %w", s.full(), s.value, err))
		}
	}
	return nil
}

// forCommand are the settings of a command, in the order in which they are made.
func (c config) forCommand(name string) []setting {
	out := slices.DeleteFunc(slices.Clone(c.settings), func(s setting) bool { return s.command != "" && s.command != name })
	slices.SortStableFunc(out, func(a, b setting) int { return cmp.Compare(min(len(a.command), 1), min(len(b.command), 1)) })
	return out
}

func newConfig(s surroundings) *cobra.Command {
	return &cobra.Command{
		Use:   configName,
		Short: "Show the file of defaults and what it sets",
		Long: `Show where the file of defaults is looked for, what it sets, and what it may set.
The file has one "name = value" a line, such as

  color = never
  compare.view = side-by-side
  pager = less -S

A name is that of a flag, without its hyphens; a command and a dot before it
make it a default of that command alone. Lines that open with # are comments.
What is written on the command line goes before.`,
		Example: `  reprise config
  REPRISE_CONFIG=/dev/null reprise compare old.md new.md`,
		Args: exactly(0, "nothing"),
		RunE: func(c *cobra.Command, _ []string) error { return showConfig(s, c.Root()) },
	}
}

func showConfig(s surroundings, root *cobra.Command) error {
	c, err := readConfig(s, root)
	if err != nil {
		return err
	}
	var b strings.Builder
	switch _, err := os.Stat(c.path); {
	case c.path == "":
		b.WriteString("no file of defaults: neither XDG_CONFIG_HOME nor HOME is set\n")
	case err != nil:
		fmt.Fprintf(&b, "%s (not there yet)\n", c.path)
	default:
		fmt.Fprintln(&b, c.path)
	}
	table := tabwriter.NewWriter(&b, 0, 0, 2, ' ', 0)
	for _, set := range c.settings {
		fmt.Fprintf(table, "  %s\t= %s\t(line %d)\n", set.full(), set.value, set.line)
	}
	fmt.Fprintln(table, "\nmay be set:")
	for _, name := range slices.Sorted(slices.Values(append(slices.Clone(configurable), pagerSetting))) {
		fmt.Fprintf(table, "  %s\t%s\n", name, meaning(root, name))
	}
	if err := table.Flush(); err != nil {
		return err
	}
	return write([]output{{standardOutput, []byte(b.String())}}, s)
}

// meaning is what the help says of a flag of any command.
func meaning(root *cobra.Command, name string) string {
	if name == pagerSetting {
		return "the program that shows what is longer than the screen; cat or nothing for none (default REPRISE_PAGER, PAGER, or less)"
	}
	var flag *pflag.Flag
	for _, c := range append([]*cobra.Command{root}, root.Commands()...) {
		if flag == nil {
			flag = c.Flag(name)
		}
	}
	if flag == nil {
		return ""
	}
	return flag.Usage
}
