package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"reprise/assistant"
	"reprise/internal/database"
)

func newAssistant(s surroundings) *cobra.Command {
	var f storeFlags
	offline := false
	c := &cobra.Command{
		Use:   "mcp [FOLDER]",
		Short: "Answer an assistant's questions over the Model Context Protocol",
		Long: `Serve compare, series, history, find and agreed to an assistant, over the Model
Context Protocol on standard input and output, until it leaves. It may read files
below FOLDER (default: the one you are in), the library, and texts by their symbol;
it writes nothing of yours. Its program is told to start "reprise mcp FOLDER".`,
		Example: "  reprise mcp ~/resolutions\n  reprise mcp --offline --library ~/shelf .",
		Args:    cobra.MaximumNArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			folder := "."
			if len(args) == 1 {
				folder = args[0]
			}
			shelf, err := f.fromAnywhere(s)
			if err != nil {
				return err
			}
			if err := os.Chdir(folder); err != nil { // names are those of files in it
				return fmt.Errorf("%s: no such folder", folder)
			}
			return assistant.Serve(c.Context(), s.answers(shelf, offline), io.NopCloser(s.stdin), outputOnly{s.stdout})
		},
	}
	f.add(c)
	c.Flags().BoolVar(&offline, "offline", false, "take symbols from the library and the cache only")
	return c
}

// fromAnywhere is the place of the library as any folder sees it; "" where there is none.
func (f *storeFlags) fromAnywhere(s surroundings) (string, error) {
	where, err := f.place(s)
	if err != nil || database.IsServer(where) {
		return where, nil
	}
	return filepath.Abs(where)
}

// answers are those of the commands, with what the user chose for all of them.
func (s surroundings) answers(library string, offline bool) assistant.Setup {
	flags := map[string][]string{"compare": {"--view=inline"}}
	for _, command := range []string{"compare", "series", "history", "agreed"} { // find never asks the service
		if offline {
			flags[command] = append(flags[command], "--offline")
		}
	}
	return assistant.Setup{Version: version(), Folder: ".", Flags: flags, Run: s.answer(library)}
}

// answer runs a command line as if a user had typed it into a pipe. The file of
// defaults is left out: it says how things look on a terminal.
func (s surroundings) answer(library string) func(context.Context, assistant.Command) (assistant.Said, error) {
	lookup := func(name string) (string, bool) {
		switch name {
		case "REPRISE_CONFIG":
			return os.DevNull, true
		case "REPRISE_LIBRARY":
			return library, true
		}
		return s.lookup(name)
	}
	return func(ctx context.Context, command assistant.Command) (assistant.Said, error) {
		var out, warnings bytes.Buffer
		within := surroundings{stdin: strings.NewReader(command.Stdin), stdout: &out, stderr: &warnings, lookup: lookup}
		if status := runIn(ctx, command.Args, within); status != exitDone {
			return assistant.Said{}, errors.New(strings.TrimSpace(warnings.String()))
		}
		return assistant.Said{Result: out.String(), Warnings: warnings.String()}, nil
	}
}

// outputOnly is standard output as a stream that the end of a conversation does not
// close.
type outputOnly struct{ io.Writer }

func (outputOnly) Close() error { return nil }
