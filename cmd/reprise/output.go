package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"
)

// standardOutput is the name that stands for standard output in -o.
const standardOutput = "-"

// output is one rendered form and where it goes.
type output struct {
	name    string // a path, or standardOutput
	content []byte
}

// write puts every output in its place, all or none: files are written beside
// their places first; then comes what cannot wait so (standard output, pipes,
// devices); only then are the files renamed. A full disk or a folder that
// cannot be written leaves what was there.
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
		if waiting[i] == "" {
			if err := send(o, s); err != nil {
				return err
			}
		}
	}
	for i, o := range outputs {
		if waiting[i] != "" {
			if err := os.Rename(waiting[i], o.name); err != nil {
				return unwritable(o.name, err)
			}
			waiting[i] = ""
		}
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

// send writes an output straight to its place. Where nobody reads on, that is
// no error, and the files beside are written all the same.
func send(o output, s surroundings) error {
	name, err := o.name, error(nil)
	if name == standardOutput {
		name = "standard output"
		err = s.print(o.content)
	} else {
		err = os.WriteFile(name, o.content, newFileMode)
	}
	if errors.Is(err, syscall.EPIPE) {
		return nil
	}
	return unwritable(name, err)
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
	if errors.Is(err, syscall.EISDIR) {
		return fmt.Errorf("%s: cannot be written: a folder, want a file", name)
	}
	if folder := filepath.Dir(name); errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("%s: cannot be written: no folder %s", name, folder)
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
