// Command hostile makes files that a stranger might send to harm whoever reads them,
// runs reprise on each, and says what came of it: docs/hostile.md is its tour.
//
//	go run ./bench/hostile BINARY            runs all trials
//	go run ./bench/hostile -only pdf BINARY  those whose names match
//	go run ./bench/hostile -write FOLDER     writes the files, to look at
//
// A trial fails where the run panics, takes more than its bound of time or memory,
// changes a file that it read, says nothing of what it must say, or ends with another
// status than it should. What is made is the same on every run.
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"time"
)

// trial is one hostile input and what is wanted of the run.
type trial struct {
	name  string            // of the folder, and for -only
	about string            // what is hostile in it
	files func() files      // what lies in the folder
	args  []string          // of reprise, run in the folder
	says  string            // a pattern that what is printed matches; "" for none
	never string            // one that it does not match
	exit  int               // the status that is wanted
	short map[string]string // environment besides
	stop  time.Duration     // after which the run is interrupted; 0 for never
	waits bool              // its standard input stays open
}

// files are contents by name.
type files map[string][]byte

// The bounds of a run, for files of 64 MB at most.
const (
	maxTime   = 20 * time.Second
	maxMemory = 1 << 30
	killAfter = 400 * time.Second // so that the tour goes on
)

func trials() []trial {
	var all []trial
	for _, part := range [][]trial{costs(), stops(), losses(), places(), texts(), packages()} {
		all = append(all, part...)
	}
	return all
}

func main() {
	only := flag.String("only", "", "run the trials whose names match this pattern")
	write := flag.String("write", "", "write the files of the trials into this folder, and run nothing")
	flag.Parse()
	pattern, err := regexp.Compile(*only)
	if err != nil || *write == "" && flag.NArg() != 1 {
		fmt.Fprintln(os.Stderr, "usage: hostile [-only PATTERN] BINARY, or hostile -write FOLDER", err)
		os.Exit(2)
	}
	failed := 0
	for _, t := range trials() {
		if !pattern.MatchString(t.name) {
			continue
		}
		if *write != "" {
			if err := put(filepath.Join(*write, t.name), t.files()); err != nil {
				fmt.Fprintln(os.Stderr, err)
				os.Exit(2)
			}
			continue
		}
		r, err := run(flag.Arg(0), t)
		if err != nil {
			fmt.Fprintln(os.Stderr, t.name, err)
			os.Exit(2)
		}
		fmt.Println(r.row(t))
		if r.fault != "" {
			failed++
		}
	}
	if failed > 0 {
		fmt.Fprintln(os.Stderr, failed, "trials failed")
		os.Exit(1)
	}
}

// put writes files into a folder.
func put(folder string, all files) error {
	for name, content := range all {
		path := filepath.Join(folder, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			return err
		}
		if err := os.WriteFile(path, content, 0o644); err != nil {
			return err
		}
	}
	return nil
}
