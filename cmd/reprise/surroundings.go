package main

import (
	"fmt"
	"io"
	"os"
	"strconv"

	"golang.org/x/term"
)

// surroundings are what a run sees of the world: its streams, its environment
// and its terminal. Tests bring their own.
type surroundings struct {
	stdin          io.Reader
	stdout, stderr io.Writer
	lookup         func(string) (value string, set bool) // of the environment
	terminal       bool                                  // standard output is a terminal
	columns        int                                   // its width; 0 unknown
	manners        *manners
	guard          *guard
}

func processSurroundings() surroundings {
	s := surroundings{stdin: os.Stdin, stdout: os.Stdout, stderr: os.Stderr, lookup: os.LookupEnv}
	if closedFromStart() {
		s.stdout = closedOutput{}
	}
	fd := int(os.Stdout.Fd())
	if s.terminal = term.IsTerminal(fd); s.terminal {
		s.columns, _, _ = term.GetSize(fd)
	}
	return s
}

// getenv is a variable of the environment, "" where it is not set.
func (s surroundings) getenv(name string) string {
	value, _ := s.lookup(name)
	return value
}

// closedOutput is standard output where it was closed from the start.
type closedOutput struct{}

func (closedOutput) Write([]byte) (int, error) { return 0, os.ErrClosed }

// useColor decides about colour, once for a run. The flag wins over the
// environment, NO_COLOR (no-color.org) over FORCE_COLOR, and both over what
// standard output is.
func (s surroundings) useColor(flag string) (bool, error) {
	switch flag {
	case "always":
		return true, nil
	case "never":
		return false, nil
	case "auto":
	default:
		return false, fmt.Errorf("--color %s: want auto, always or never", flag)
	}
	if s.getenv("NO_COLOR") != "" {
		return false, nil
	}
	if force := s.getenv("FORCE_COLOR"); force != "" {
		return force != "0" && force != "false", nil
	}
	return s.terminal && s.getenv("TERM") != "dumb", nil
}

// pipeWidth is the width taken where standard output is no terminal: what a
// printed page and a mail hold.
const pipeWidth = 80

// automatic is the value of --width that takes the terminal's own width.
const automatic = -1

// width decides how wide lines may be; 0 does not wrap.
func (s surroundings) width(flag int) int {
	if flag != automatic {
		return max(flag, 0)
	}
	if s.terminal && s.columns > 0 {
		return s.columns
	}
	if n, err := strconv.Atoi(s.getenv("COLUMNS")); err == nil && n > 0 {
		return n
	}
	return pipeWidth
}
