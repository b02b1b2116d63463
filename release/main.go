// Command release builds what people download: for each system a stripped binary in
// an archive with manual pages and completions, Debian packages, a container image,
// a bill of materials and check sums. The same commit gives the same bytes, wherever
// it is built.
//
//	go run -C release . -o FOLDER
//
// It is a module of its own, so that what packs the program is no part of it.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"os/signal"
	"path/filepath"
	"strings"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	if err := run(ctx, os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "release:", err)
		os.Exit(2)
	}
}

func run(ctx context.Context, args []string) error {
	flags := flag.NewFlagSet("release", flag.ContinueOnError)
	out := flags.String("o", "", "write into this folder, which must not be there yet")
	from := flags.String("from", "..", "the repository to build")
	only := flags.String("only", "", "build these alone, such as linux/amd64,darwin/arm64 (default: all)")
	if err := flags.Parse(args); err != nil {
		return err
	}
	if *out == "" || flags.NArg() > 0 {
		return errors.New("want -o FOLDER")
	}
	targets, err := chosen(*only)
	if err != nil {
		return err
	}
	r, err := newRelease(*from, *out)
	if err != nil {
		return err
	}
	if err := r.make(ctx, targets); err != nil {
		os.RemoveAll(r.out) // nothing half made is left for somebody to publish
		return err
	}
	return nil
}

// target is a system that a binary is made for.
type target struct{ system, machine string }

var allTargets = []target{{"linux", "amd64"}, {"linux", "arm64"}, {"darwin", "amd64"}, {"darwin", "arm64"}, {"windows", "amd64"}, {"windows", "arm64"}}

func chosen(only string) ([]target, error) {
	if only == "" {
		return allTargets, nil
	}
	var out []target
	for name := range strings.SplitSeq(only, ",") {
		system, machine, _ := strings.Cut(name, "/")
		out = append(out, target{system, machine})
		if !known(out[len(out)-1]) {
			return nil, fmt.Errorf("%s: not among the systems that are released", name)
		}
	}
	return out, nil
}

func known(t target) bool {
	for _, k := range allTargets {
		if k == t {
			return true
		}
	}
	return false
}

func (t target) String() string { return t.system + "-" + t.machine }

func (t target) program() string {
	if t.system == "windows" {
		return "reprise.exe"
	}
	return "reprise"
}

func newRelease(from, out string) (*release, error) {
	from, err := filepath.Abs(from)
	if err != nil {
		return nil, err
	}
	if out, err = filepath.Abs(out); err != nil {
		return nil, err
	}
	if err := os.Mkdir(out, 0o755); err != nil {
		return nil, err
	}
	return &release{from: from, out: out}, nil
}
