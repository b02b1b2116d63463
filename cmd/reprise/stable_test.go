package main

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

var updateStable = flag.Bool("update-stable", false, "keep what is promised anew: with a release, and never to hide what was dropped")

// stableFile lists what the last release promised: commands and their flags, the
// fields of each form of JSON, the columns of each table. docs/stability.md says for
// how long.
const stableFile = "testdata/stable.txt"

// TestStable: nothing that the last release promised is gone. What is new may be
// added.
func TestStable(t *testing.T) {
	file, err := filepath.Abs(stableFile)
	if err != nil {
		t.Fatal(err)
	}
	now := promised(t)
	if *updateStable {
		if err := os.WriteFile(file, []byte(strings.Join(now, "\n")+"\n"), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	kept, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(kept)) {
		if line = strings.TrimSpace(line); !slices.Contains(now, line) {
			t.Errorf("gone: %s", line)
		}
	}
}

// promised lists it all, in order.
func promised(t *testing.T) []string {
	t.Helper()
	found := map[string]bool{}
	root := newRoot(surroundings{stderr: &bytes.Buffer{}, manners: &manners{}})
	eachCommand(root, func(c *cobra.Command) {
		found[c.CommandPath()] = true
		c.NonInheritedFlags().VisitAll(func(f *pflag.Flag) { found[c.CommandPath()+" --"+f.Name+" "+f.Value.Type()] = true })
	})
	t.Chdir("../../testdata/specimen")
	for _, line := range []string{
		"compare --format json A_RES_204_52.md A_RES_206_47.md",
		"compare --format json A_RES_200_41.txt A_RES_210_29.txt",
		"compare --view amendment --format json A_RES_204_52.md A_RES_206_47.md",
		"parse --format json A_RES_210_29.txt",
		"series --format json A_RES_200_41.md A_RES_202_38.md A_RES_206_47.md",
		"history op3 --format json --series A_RES_200_41.md A_RES_202_38.md",
		"blame A_RES_202_38.md --format json --series A_RES_200_41.md A_RES_202_38.md",
		"trace lamps --format json --series A_RES_200_41.md A_RES_202_38.md",
		"version --json",
	} {
		command, _, _ := strings.Cut(line, " ")
		fields(found, command, decoded(t, said(t, line)))
	}
	for _, line := range []string{
		"compare --format csv A_RES_204_52.md A_RES_206_47.md",
		"series --format csv A_RES_200_41.md A_RES_202_38.md",
		"series --format csv-counts A_RES_200_41.md A_RES_202_38.md",
	} {
		head, _, _ := strings.Cut(strings.TrimPrefix(said(t, line), "\uFEFF"), "\n")
		words := strings.Fields(line)
		for column := range strings.SplitSeq(strings.TrimSpace(head), ",") {
			found[words[0]+" "+words[2]+" column "+column] = true
		}
	}
	return slices.Sorted(maps.Keys(found))
}

func eachCommand(c *cobra.Command, f func(*cobra.Command)) {
	f(c)
	for _, sub := range c.Commands() {
		eachCommand(sub, f)
	}
}

func said(t *testing.T, line string) string {
	t.Helper()
	var out, errs bytes.Buffer
	if status := run(strings.Fields(line), surroundings{stdout: &out, stderr: &errs, lookup: environment("")}); status != exitDone {
		t.Fatalf("%s: %s", line, errs.String())
	}
	return out.String()
}

func decoded(t *testing.T, text string) any {
	t.Helper()
	var value any
	if err := json.Unmarshal([]byte(text), &value); err != nil {
		t.Fatal(err)
	}
	return value
}

// fields notes the path and the kind of each field that has a value.
func fields(found map[string]bool, at string, value any) {
	switch value := value.(type) {
	case map[string]any:
		for name, v := range value {
			fields(found, at+"."+name, v)
		}
	case []any:
		for _, v := range value {
			fields(found, at+"[]", v)
		}
	case nil:
	default:
		found[fmt.Sprintf("%s %T", at, value)] = true
	}
}
