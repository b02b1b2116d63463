package main

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// standardOutput is the name that stands for standard output in -o.
const standardOutput = "-"

// output is one rendered form and where it goes.
type output struct {
	name    string // a path, or standardOutput
	content []byte
}

// write puts every output in its place, whole or not at all: all are written
// beside their places first, and only then renamed, so that a full disk or a
// folder that cannot be written leaves what was there.
func write(outputs []output, s surroundings) error {
	var waiting []string // temporary files, one an output; "" for standard output
	defer func() {
		for _, name := range waiting {
			if name != "" {
				os.Remove(name)
			}
		}
	}()
	for _, o := range outputs {
		name, err := beside(o)
		if err != nil {
			return err
		}
		waiting = append(waiting, name)
	}
	for i, o := range outputs {
		if err := place(o, waiting[i], s); err != nil {
			return err
		}
		waiting[i] = ""
	}
	return nil
}

// beside writes an output to a temporary file in the folder of its place.
// Standard output and what is no regular file (a pipe, a device) need none.
func beside(o output) (string, error) {
	if o.name == standardOutput || !regular(o.name) {
		return "", nil
	}
	f, err := os.CreateTemp(filepath.Dir(o.name), "."+filepath.Base(o.name)+".*")
	if err != nil {
		return "", unwritable(o.name, err)
	}
	_, err = f.Write(o.content)
	err = errors.Join(err, f.Chmod(mode(o.name)), f.Close())
	if err != nil {
		os.Remove(f.Name())
		return "", unwritable(o.name, err)
	}
	return f.Name(), nil
}

func place(o output, waiting string, s surroundings) error {
	if o.name == standardOutput {
		_, err := bytes.NewReader(o.content).WriteTo(s.stdout)
		return err
	}
	if waiting == "" {
		return unwritable(o.name, os.WriteFile(o.name, o.content, newFileMode))
	}
	return unwritable(o.name, os.Rename(waiting, o.name))
}

// newFileMode is what a new file may be, as other tools that write documents
// have it.
const newFileMode = fs.FileMode(0o644)

// mode is what the file at a place may be: as the one that stands there.
func mode(name string) fs.FileMode {
	if info, err := os.Stat(name); err == nil {
		return info.Mode().Perm()
	}
	return newFileMode
}

// regular tells whether a name is a regular file, or none yet.
func regular(name string) bool {
	info, err := os.Stat(name)
	return err != nil || info.Mode().IsRegular()
}

func unwritable(name string, err error) error {
	if err == nil {
		return nil
	}
	var path *fs.PathError
	var link *os.LinkError
	switch {
	case errors.As(err, &path):
		err = path.Err
	case errors.As(err, &link):
		err = link.Err
	}
	return fmt.Errorf("%s: cannot be written: %w", name, err)
}
