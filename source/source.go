// Package source finds where a document comes from: a path, standard input, or
// a symbol, fetched from the UN's public document service into a cache on disk.
//
// Its main call is Source.Open. It knows no format: package read does.
package source

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"strings"

	"reprise/read"
	"reprise/resolution"
	"reprise/resolution/symbol"
)

// StandardInput is the name that stands for standard input.
const StandardInput = "-"

// Source opens documents by name. The zero value opens paths only.
type Source struct {
	Stdin   io.Reader    // what StandardInput reads; nil reads nothing
	Read    read.Options // how documents are read
	Library *Library     // where symbols are looked up; nil knows none
}

// Open reads the document that a name stands for: StandardInput, a path, or a
// symbol ("A/RES/75/67", "75/67"). A file of that name wins over a symbol.
// Errors name the document and say what was wanted.
func (s Source) Open(ctx context.Context, name string) (*resolution.Document, error) {
	switch name {
	case "":
		return nil, errors.New("reprise: an empty name, want a file or a symbol")
	case StandardInput:
		return s.open(name, s.standardInput)
	}
	if s.Library != nil && !exists(name) {
		if symbol, ok := symbol.Parse(name); ok {
			return s.Library.open(ctx, symbol, s.Read)
		}
	}
	if strings.Contains(name, "://") && !exists(name) {
		return nil, fmt.Errorf("reprise: %s: an address, which is not fetched; give a symbol such as A/RES/75/67, or save the file", name)
	}
	return s.open(name, func() ([]byte, error) { return file(name) })
}

func (s Source) open(name string, content func() ([]byte, error)) (*resolution.Document, error) {
	b, err := content()
	if err != nil {
		return nil, err
	}
	return read.Open(name, b, s.Read)
}

func (s Source) standardInput() ([]byte, error) {
	if s.Stdin == nil {
		return nil, nil
	}
	return limited(StandardInput, s.Stdin)
}

// ReadText reads a small file of settings whole.
func ReadText(name string) (string, error) {
	content, err := file(name)
	return string(content), err
}

func exists(name string) bool {
	_, err := os.Stat(name)
	return err == nil
}

// file reads a file whole. Pipes and devices are read like files.
func file(name string) ([]byte, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, plain(name, err)
	}
	defer f.Close()
	if info, err := f.Stat(); err == nil && info.IsDir() {
		return nil, fmt.Errorf("reprise: %s: a folder, want a file", name)
	}
	return limited(name, f)
}

func limited(name string, r io.Reader) ([]byte, error) {
	content, err := io.ReadAll(io.LimitReader(r, read.MaxBytes+1))
	if err != nil {
		return nil, plain(name, err)
	}
	if len(content) > read.MaxBytes {
		return nil, fmt.Errorf("reprise: %s: larger than %d MB, which no resolution is", name, read.MaxBytes>>20)
	}
	return content, nil
}

// plain tells a system error as the user knows the file.
func plain(name string, err error) error {
	if errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("reprise: %s: no such file", name)
	}
	var path *fs.PathError
	if errors.As(err, &path) {
		err = path.Err
	}
	return fmt.Errorf("reprise: %s: %w", name, err)
}
