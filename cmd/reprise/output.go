package main

import (
	"errors"
	"io/fs"
	"os"
	"syscall"

	"reprise/internal/whole"
)

// standardOutput is the name that stands for standard output in -o.
const standardOutput = "-"

// output is one rendered form and where it goes.
type output struct {
	name    string // a path, or standardOutput
	content []byte
}

// write puts every output in its place, all or none (whole.Write says what can
// be promised). What cannot be written beside its place (standard output, a
// pipe, a device) is written when all files stand ready. No output takes the
// place of a file that was read.
func write(outputs []output, s surroundings) error {
	var files []whole.File
	var streams []output
	for _, o := range outputs {
		if o.name == standardOutput || !regular(o.name) {
			streams = append(streams, o)
			continue
		}
		if err := s.guard.check(o.name); err != nil {
			return err
		}
		files = append(files, whole.File{Name: o.name, Content: o.content})
	}
	return whole.Write(files, func() error {
		for _, o := range streams {
			if err := send(o, s); err != nil {
				return err
			}
		}
		return nil
	})
}

// send writes an output straight to its place. Where nobody reads on, that is
// no error, and the files are written all the same.
func send(o output, s surroundings) error {
	if o.name != standardOutput {
		return unlessUnread(o.name, os.WriteFile(o.name, o.content, streamMode))
	}
	return unlessUnread(standardOutputWords, s.print(o.content))
}

// standardOutputWords is what messages call it.
const standardOutputWords = "standard output"

// streamMode is asked for by the system, though what is no regular file is
// there already.
const streamMode = fs.FileMode(0o644)

func unlessUnread(name string, err error) error {
	if errors.Is(err, syscall.EPIPE) {
		return nil
	}
	return whole.Unwritable(name, err)
}

// regular tells whether a name is a regular file or a folder, or nothing yet.
func regular(name string) bool {
	info, err := os.Stat(name)
	return err != nil || info.Mode().IsRegular() || info.IsDir()
}
