// Command paired times whole processes against each other: every command once,
// again and again in turn, so that what else the machine does falls on all
// alike. It prints medians, the ratio to the first command, and peak memory.
//
//	paired [-n RUNS] NAME COMMAND [NAME COMMAND]...
//
// A COMMAND is split at spaces; its output is thrown away.
package main

import (
	"flag"
	"fmt"
	"log"
	"os"
	"os/exec"
	"slices"
	"strings"
	"syscall"
	"time"
)

type contestant struct {
	name    string
	command []string
	times   []time.Duration
	peak    int64 // kilobytes of resident memory
}

func main() {
	log.SetFlags(0)
	log.SetPrefix("paired: ")
	n := flag.Int("n", 40, "runs of each command")
	flag.Parse()
	if flag.NArg() == 0 || flag.NArg()%2 != 0 {
		log.Fatal("want pairs of NAME and COMMAND")
	}
	var all []*contestant
	for i := 0; i < flag.NArg(); i += 2 {
		all = append(all, &contestant{name: flag.Arg(i), command: strings.Fields(flag.Arg(i + 1))})
	}
	for range *n {
		for _, c := range all {
			c.run()
		}
	}
	report(all)
}

// run runs the command once. Comparing tools end with 1 where the files
// differ, which is no failure.
func (c *contestant) run() {
	cmd := exec.Command(c.command[0], c.command[1:]...)
	start := time.Now()
	err := cmd.Run()
	c.times = append(c.times, time.Since(start))
	if cmd.ProcessState == nil || cmd.ProcessState.ExitCode() > 1 {
		log.Fatalf("%s: %v", strings.Join(c.command, " "), err)
	}
	if usage, ok := cmd.ProcessState.SysUsage().(*syscall.Rusage); ok {
		c.peak = max(c.peak, usage.Maxrss)
	}
}

func (c *contestant) median() time.Duration {
	times := slices.Sorted(slices.Values(c.times))
	return times[len(times)/2]
}

func report(all []*contestant) {
	base := all[0].median()
	fmt.Fprintf(os.Stdout, "%-16s %10s %8s %10s\n", "", "median ms", "ratio", "peak MB")
	for _, c := range all {
		fmt.Fprintf(os.Stdout, "%-16s %10.2f %8.2f %10.1f\n", c.name, float64(c.median().Microseconds())/1000,
			float64(c.median())/float64(base), float64(c.peak)/1024)
	}
}
