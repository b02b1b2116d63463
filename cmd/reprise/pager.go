package main

import (
	"errors"
	"os"
	"os/exec"
	"runtime"
	"strings"
)

// defaultPager is git's, and defaultLess the options that it gives it: leave
// where all fits the screen, show colours, leave the screen as it is.
const (
	defaultPager = "less"
	defaultLess  = "FRX"
)

// pagerCommand is the program that shows a result on a terminal, as git finds
// its own: the first that is named, be it by nothing, which like cat asks for
// none; "" for none.
func (s surroundings) pagerCommand() string {
	if !s.terminal || s.manners == nil || s.manners.noPager {
		return ""
	}
	command := defaultPager
	if own, ok := s.lookup("REPRISE_PAGER"); ok {
		command = own
	} else if s.manners.pager != nil {
		command = *s.manners.pager
	} else if common, ok := s.lookup("PAGER"); ok {
		command = common
	}
	if command = strings.TrimSpace(command); command == "cat" {
		return ""
	}
	return command
}

// print writes a result to standard output, on a terminal through a pager.
func (s surroundings) print(content []byte) error {
	if command := s.pagerCommand(); command != "" {
		if shown := s.page(command, content); shown {
			return nil
		}
	}
	_, err := s.stdout.Write(content)
	return err
}

// page shows a text in a pager and waits for it; false where there is no such
// program. How the pager ends is no concern of the result: who leaves it early
// has seen enough.
func (s surroundings) page(command string, content []byte) bool {
	if _, err := exec.LookPath(command); err != nil && command == defaultPager {
		return false // it is not even asked for; the shell need not complain
	}
	pager := exec.Command("sh", "-c", command)
	if runtime.GOOS == "windows" {
		pager = exec.Command("cmd", "/c", command)
	}
	pager.Env = os.Environ()
	if s.getenv("LESS") == "" {
		pager.Env = append(pager.Env, "LESS="+defaultLess)
	}
	pager.Stdout, pager.Stderr = s.stdout, os.Stderr
	in, err := pager.StdinPipe()
	if err != nil {
		return false
	}
	// An interrupt is the pager's to answer (less goes back to its prompt);
	// without this it would leave the pager behind, alone with the terminal.
	interruptIsOthers.Store(true)
	defer interruptIsOthers.Store(false)
	s.manners.limits.stop() // the work is done; reading may take its time
	if err := pager.Start(); err != nil {
		return false
	}
	in.Write(content) // fails where the user leaves before the end
	in.Close()
	var ended *exec.ExitError
	return !errors.As(pager.Wait(), &ended) || ended.ExitCode() < notExecutable
}

// notExecutable is the first of the statuses by which a shell says that it
// could not run a program: 126 and 127.
const notExecutable = 126
