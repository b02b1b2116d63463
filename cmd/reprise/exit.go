package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"runtime/debug"
	"strings"
	"syscall"

	"reprise/internal/visible"
)

// The exit statuses, as diff(1) has them.
const (
	exitDone        = 0 // done
	exitDifferences = 1 // differences, where --exit-code asks for it
	exitTrouble     = 2 // trouble: bad input, bad flags, a file that cannot be written
)

// errDifferences ends a run that was asked to tell differences by its status.
var errDifferences = errors.New("differences")

// run carries out one command line and gives its exit status. It never
// panics: a panic further down is our bug and is told as one.
func run(args []string, s surroundings) (status int) { return runIn(context.Background(), args, s) }

// runIn is run until a context ends.
func runIn(ctx context.Context, args []string, s surroundings) (status int) {
	defer func() {
		if p := recover(); p != nil {
			fmt.Fprintf(s.stderr, "reprise: internal error: %v\n%s", p, debug.Stack())
			status = exitTrouble
		}
	}()
	s.guard = &guard{}
	s.manners = &manners{}
	defer s.manners.limits.stop()
	root := rootFor(args, s)
	root.SetArgs(args)
	err := root.ExecuteContext(ctx)
	return exitStatus(cmp.Or(err, s.manners.unhelped), s.stderr)
}

// exitStatus tells an error to the user, where it is one, and gives the exit
// status that goes with it.
func exitStatus(err error, stderr io.Writer) int {
	switch {
	case err == nil, errors.Is(err, syscall.EPIPE): // nobody reads on: no error
		return exitDone
	case errors.Is(err, errDifferences):
		return exitDifferences
	}
	tell(stderr, err.Error())
	return exitTrouble
}

// tell prints a message to the user. It may name files, whose names are anyone's:
// what a terminal would obey is left out.
func tell(stderr io.Writer, message string) {
	fmt.Fprintf(stderr, "reprise: %s\n", strings.TrimPrefix(visible.Text(message), "reprise: "))
}
