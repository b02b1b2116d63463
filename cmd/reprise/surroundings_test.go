package main

import (
	"bytes"
	"os"
	"strings"
	"testing"
)

func TestUseColor(t *testing.T) {
	cases := []struct {
		name, flag string
		env        string
		terminal   bool
		want       bool
	}{
		{"a terminal", "auto", "", true, true},
		{"a pipe", "auto", "", false, false},
		{"a terminal without colours", "auto", "TERM=dumb", true, false},
		{"NO_COLOR on a terminal", "auto", "NO_COLOR=1", true, false},
		{"FORCE_COLOR in a pipe", "auto", "FORCE_COLOR=1", false, true},
		{"FORCE_COLOR=0 on a terminal", "auto", "FORCE_COLOR=0", true, false},
		{"both: NO_COLOR wins", "auto", "NO_COLOR=1 FORCE_COLOR=1", true, false},
		{"the flag wins over NO_COLOR", "always", "NO_COLOR=1", false, true},
		{"the flag wins over FORCE_COLOR", "never", "FORCE_COLOR=1", true, false},
	}
	for _, c := range cases {
		s := surroundings{terminal: c.terminal, lookup: environment(c.env)}
		if got, err := s.useColor(c.flag); got != c.want || err != nil {
			t.Errorf("%s: got %v, %v", c.name, got, err)
		}
	}
	if _, err := (surroundings{}).useColor("perhaps"); err == nil {
		t.Error("--color perhaps: no error")
	}
}

func TestWidth(t *testing.T) {
	cases := []struct {
		name     string
		flag     int
		env      string
		terminal bool
		columns  int
		want     int
	}{
		{"the terminal's", automatic, "", true, 132, 132},
		{"a pipe", automatic, "", false, 0, pipeWidth},
		{"a pipe with COLUMNS", automatic, "COLUMNS=100", false, 0, 100},
		{"COLUMNS that is no number", automatic, "COLUMNS=wide", false, 0, pipeWidth},
		{"a terminal that does not tell", automatic, "", true, 0, pipeWidth},
		{"the flag", 60, "COLUMNS=100", true, 132, 60},
		{"unwrapped", 0, "", true, 132, 0},
	}
	for _, c := range cases {
		s := surroundings{terminal: c.terminal, columns: c.columns, lookup: environment(c.env)}
		if got := s.width(c.flag); got != c.want {
			t.Errorf("%s: got %d, want %d", c.name, got, c.want)
		}
	}
}

// TestBrokenPipe: a reader that leaves early is no error.
func TestBrokenPipe(t *testing.T) {
	r, w, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	defer w.Close()
	r.Close()
	var stderr bytes.Buffer
	s := surroundings{stdout: w, stderr: &stderr, lookup: environment("")}
	status := run([]string{"compare", "../../testdata/specimen/A_RES_200_41.md", "../../testdata/specimen/A_RES_202_38.md"}, s)
	if status != exitDone || stderr.Len() > 0 {
		t.Errorf("status %d, standard error %q; want 0 and none", status, stderr.String())
	}
}

// TestPanicIsTold: a panic is our bug; the user is told, and the status is 2.
func TestPanicIsTold(t *testing.T) {
	var stderr bytes.Buffer
	s := surroundings{stdout: panicking{}, stderr: &stderr, lookup: environment("")}
	if status := run([]string{"--help"}, s); status != exitTrouble || !strings.Contains(stderr.String(), "reprise: internal error: out of paper") {
		t.Errorf("status %d, standard error %q", status, stderr.String())
	}
}

// TestMessagesCannotDriveTheTerminal: the name of a file is anyone's.
func TestMessagesCannotDriveTheTerminal(t *testing.T) {
	var stderr bytes.Buffer
	s := surroundings{stdout: &bytes.Buffer{}, stderr: &stderr, lookup: environment("")}
	status := run([]string{"parse", "no\x1b[31msuch\rfile"}, s)
	if got, want := stderr.String(), "reprise: no\\u001b[31msuch\\u000dfile: no such file\n"; status != exitTrouble || got != want {
		t.Errorf("status %d, standard error %q; want %d and %q", status, got, exitTrouble, want)
	}
}

// TestExplainTakesPrintedNames: a clause may be named as reports print it.
func TestExplainTakesPrintedNames(t *testing.T) {
	var stdout, stderr bytes.Buffer
	s := surroundings{stdout: &stdout, stderr: &stderr, lookup: environment("")}
	status := run([]string{"compare", "--explain", "OP 4", "../../testdata/specimen/A_RES_200_41.md", "../../testdata/specimen/A_RES_202_38.md"}, s)
	if status != exitDone || !strings.HasPrefix(stdout.String(), "op4 of the old text") {
		t.Errorf("status %d, standard error %q, standard output %.60q", status, stderr.String(), stdout.String())
	}
}

type panicking struct{}

func (panicking) Write([]byte) (int, error) { panic("out of paper") }

// environment gives variables written as "NAME=value NAME=value".
func environment(text string) func(string) (string, bool) {
	return func(name string) (string, bool) {
		for _, variable := range strings.Fields(text) {
			if value, ok := strings.CutPrefix(variable, name+"="); ok {
				return value, true
			}
		}
		return "", false
	}
}
