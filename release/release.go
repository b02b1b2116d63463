package main

import (
	"context"
	"crypto/sha256"
	"debug/buildinfo"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

// release is one commit made into files.
type release struct {
	from, out string
	version   string    // as Go derives it from the commit and its tags
	time      time.Time // of the commit: the only time that stands in any file
	papers    []file    // what goes with every binary
}

// file is a file of an archive or a package.
type file struct {
	path    string // in an archive
	mode    os.FileMode
	content []byte
}

// make builds everything. The folder is there and empty.
func (r *release) make(ctx context.Context, targets []target) error {
	scratch, err := os.MkdirTemp("", "reprise-release-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(scratch)
	binaries := map[target]string{}
	for _, t := range targets {
		binaries[t] = filepath.Join(scratch, t.String(), t.program())
		fmt.Fprintln(os.Stderr, "building", t)
		if err := r.build(ctx, t, binaries[t]); err != nil {
			return err
		}
	}
	if err := r.learn(binaries[targets[0]]); err != nil {
		return err
	}
	if r.papers, err = r.collect(ctx, scratch); err != nil {
		return err
	}
	for _, t := range targets {
		if err := r.pack(t, binaries[t]); err != nil {
			return fmt.Errorf("%s: %w", t, err)
		}
	}
	return r.sum()
}

// pack makes what one binary is handed on in.
func (r *release) pack(t target, binary string) error {
	content, err := os.ReadFile(binary)
	if err != nil {
		return err
	}
	if err := r.archive(t, content); err != nil {
		return err
	}
	if err := r.bill(t, binary, content); err != nil {
		return err
	}
	if t.system != "linux" {
		return nil
	}
	if err := r.deb(t, content); err != nil {
		return err
	}
	return r.image(t, content)
}

// build compiles without paths of this machine, without a symbol table, and for the
// oldest processors of a kind.
func (r *release) build(ctx context.Context, t target, to string) error {
	c := exec.CommandContext(ctx, "go", "build", "-trimpath", "-buildvcs=true", "-ldflags=-s -w -buildid=", "-o", to, "./cmd/reprise")
	c.Dir = r.from
	c.Env = append(os.Environ(), "CGO_ENABLED=0", "GOFLAGS=", "GOAMD64=v1", "GOARM64=v8.0", "GOWORK=off", "GOOS="+t.system, "GOARCH="+t.machine)
	if said, err := c.CombinedOutput(); err != nil {
		return fmt.Errorf("%s: %w\n%s", t, err, said)
	}
	return nil
}

// learn takes the version and the time of the commit from a binary, which knows them
// from the repository. A binary of files that no commit has is refused.
func (r *release) learn(binary string) error {
	info, err := buildinfo.ReadFile(binary)
	if err != nil {
		return err
	}
	for _, s := range info.Settings {
		switch {
		case s.Key == "vcs.modified" && s.Value == "true":
			return errors.New("the repository has changes that are not committed: what is released must be found again")
		case s.Key == "vcs.time":
			if r.time, err = time.Parse(time.RFC3339, s.Value); err != nil {
				return err
			}
		}
	}
	if r.time.IsZero() {
		return errors.New("not built in a git repository: a release is of a commit")
	}
	r.version = info.Main.Version
	return nil
}

// collect gathers what goes with every binary: the papers of the repository, manual
// pages and completions, made by the program itself.
func (r *release) collect(ctx context.Context, scratch string) ([]file, error) {
	var files []file
	for _, name := range []string{"LICENSE", "README.md", "CHANGELOG.md"} {
		content, err := os.ReadFile(filepath.Join(r.from, name))
		if err != nil {
			return nil, err
		}
		files = append(files, file{name, 0o644, content})
	}
	pages := filepath.Join(scratch, "man")
	if err := os.Mkdir(pages, 0o755); err != nil {
		return nil, err
	}
	if _, err := r.program(ctx, "docs", "man", pages); err != nil {
		return nil, err
	}
	entries, err := os.ReadDir(pages) // in the order of their names
	if err != nil {
		return nil, err
	}
	for _, e := range entries {
		content, err := os.ReadFile(filepath.Join(pages, e.Name()))
		if err != nil {
			return nil, err
		}
		files = append(files, file{"man/" + e.Name(), 0o644, content})
	}
	for _, shell := range []string{"bash", "zsh", "fish"} {
		script, err := r.program(ctx, "completion", shell)
		if err != nil {
			return nil, err
		}
		files = append(files, file{"completions/reprise." + shell, 0o644, script})
	}
	return files, nil
}

// program runs reprise as it is built to write its own manual, on this machine, with
// nobody's settings.
func (r *release) program(ctx context.Context, args ...string) ([]byte, error) {
	c := exec.CommandContext(ctx, "go", append([]string{"run", "-trimpath", "-tags", "manual", "./cmd/reprise"}, args...)...)
	c.Dir = r.from
	c.Env = append(os.Environ(), "REPRISE_CONFIG="+os.DevNull, "GOFLAGS=", "GOWORK=off")
	var said strings.Builder
	c.Stderr = &said
	out, err := c.Output()
	if err != nil {
		return nil, fmt.Errorf("reprise %s: %w\n%s", strings.Join(args, " "), err, said.String())
	}
	return out, nil
}

// write puts a file into the folder of the release.
func (r *release) write(name string, content []byte) error {
	return os.WriteFile(filepath.Join(r.out, name), content, 0o644)
}

// sums is the file of check sums, in the form of sha256sum.
const sums = "SHA256SUMS"

// sum writes the check sums of all that was made.
func (r *release) sum() error {
	var names []string
	err := filepath.WalkDir(r.out, func(name string, entry os.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		name, err = filepath.Rel(r.out, name)
		names = append(names, filepath.ToSlash(name))
		return err
	})
	if err != nil {
		return err
	}
	slices.Sort(names)
	var b strings.Builder
	for _, name := range names {
		content, err := os.ReadFile(filepath.Join(r.out, filepath.FromSlash(name)))
		if err != nil {
			return err
		}
		fmt.Fprintf(&b, "%x  %s\n", sha256.Sum256(content), name)
	}
	return r.write(sums, []byte(b.String()))
}
