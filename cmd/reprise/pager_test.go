package main

import (
	"bytes"
	"os/exec"
	"strings"
	"testing"
)

// TestPager: a result on a terminal goes through the pager that git's rules
// find; in a pipe, and where none is wanted, there is none.
func TestPager(t *testing.T) {
	if _, err := exec.LookPath("sed"); err != nil {
		t.Skip("skipped: needs sed for a pager")
	}
	const own = "REPRISE_PAGER=sed${IFS}s/^/own:/"
	cases := []struct {
		name, env, flag string
		terminal        bool
		want            string // how the output starts
	}{
		{"its own variable", own + " PAGER=false", "", true, "own:"},
		{"the general one", "PAGER=sed${IFS}s/^/paged:/", "", true, "paged:"},
		{"in a pipe", own, "", false, "A/RES/200/41"},
		{"not wanted", own, "--no-pager", true, "A/RES/200/41"},
		{"an empty one is none, as git has it", "PAGER=", "", true, "A/RES/200/41"},
		{"an empty one of its own goes before the general one", "REPRISE_PAGER= PAGER=sed${IFS}s/^/paged:/", "", true, "A/RES/200/41"},
		{"cat is none", "PAGER=cat", "", true, "A/RES/200/41"},
	}
	for _, c := range cases {
		var stdout, stderr bytes.Buffer
		s := surroundings{stdout: &stdout, stderr: &stderr, lookup: environment(c.env), terminal: c.terminal}
		args := []string{"parse", "--color=never", "../../testdata/specimen/A_RES_200_41.md"}
		if c.flag != "" {
			args = append(args, c.flag)
		}
		if status := run(args, s); status != exitDone || !strings.HasPrefix(stdout.String(), c.want) {
			t.Errorf("%s: status %d, %q, standard error %q", c.name, status, stdout.String()[:min(40, stdout.Len())], stderr.String())
		}
	}
}

// TestPagerThatIsNotThere: the result is printed all the same.
func TestPagerThatIsNotThere(t *testing.T) {
	var stdout, stderr bytes.Buffer
	s := surroundings{stdout: &stdout, stderr: &stderr, lookup: environment("PAGER=no-such-pager"), terminal: true}
	if status := run([]string{"parse", "--color=never", "../../testdata/specimen/A_RES_200_41.md"}, s); status != exitDone || stdout.Len() == 0 {
		t.Errorf("status %d, %d bytes, standard error %q", status, stdout.Len(), stderr.String())
	}
}
