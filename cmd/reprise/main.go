// Command reprise compares United Nations resolutions clause by clause.
//
// This is the only place that reads flags, the environment and the terminal,
// prints, and exits. One file holds one command; the work is done in the
// packages below.
package main

import (
	"os"
	"os/signal"
	"runtime/debug"
	"syscall"
)

// gcPercent lets the heap of a short run grow before the collector first
// works: one comparison needs a few megabytes, and a collection costs more
// time than it frees.
const gcPercent = 400

// softMemory is where the collector gets to work in earnest, so that a run stays
// below 1 GB: three thousand resolutions and all their links take a quarter of it,
// the largest PDF that is read half.
const softMemory = 800 << 20

func main() {
	debug.SetGCPercent(gcPercent)
	if os.Getenv("GOMEMLIMIT") == "" {
		debug.SetMemoryLimit(softMemory)
	}
	// A reader that leaves early (head, less) must give a write error that
	// can be told from others, not end the process by signal.
	signal.Ignore(syscall.SIGPIPE)
	endOnSignal()
	os.Exit(run(os.Args[1:], processSurroundings()))
}
