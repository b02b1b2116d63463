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
	"slices"
	"strings"

	"reprise/internal/imprint"
	"reprise/internal/visible"
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

	// Kept, where not nil, is asked for a symbol before the cache and the service. It
	// gives nil for what it has not, and may be called from many goroutines.
	Kept func(context.Context, symbol.Symbol) (*resolution.Document, error)

	// Opened, where not nil, is told of every file that is read as a text. It
	// may be called from many goroutines.
	Opened func(fs.FileInfo)

	// Content, where not nil, is given the bytes of every document that was read,
	// whatever it came from. It may be called from many goroutines.
	Content func(content []byte)
}

// Open reads the document that a name stands for: StandardInput, a path, or a
// symbol ("A/RES/75/67", "75/67"). A file of that name wins over a symbol.
// Errors name the document and say what was wanted.
func (s Source) Open(ctx context.Context, name string) (*resolution.Document, error) {
	switch name {
	case "":
		return nil, errors.New("reprise: an empty name, want a file or a symbol")
	case StandardInput:
		return s.standardInput(ctx)
	}
	if s.Library != nil && !exists(name) {
		if symbol, ok := symbol.Parse(name, symbol.NoBody); ok {
			return s.OpenSymbol(ctx, symbol)
		}
	}
	return s.openFile(ctx, name, nil)
}

// OpenSymbol reads the document of a symbol: what is kept of it, or else what the
// library of the source has. No file is looked for under its name, so that whoever
// names it need not be trusted with files.
func (s Source) OpenSymbol(ctx context.Context, name symbol.Symbol) (*resolution.Document, error) {
	if s.Kept != nil {
		if d, err := s.Kept(ctx, name); d != nil || err != nil {
			return d, err
		}
	}
	if s.Library == nil {
		return nil, fmt.Errorf("reprise: %s: no place where symbols are looked up", name)
	}
	return s.Library.open(ctx, name, s.Read, s.Content)
}

// OpenFound reads a file that was found in a folder and not named by anyone: what
// reprise wrote itself is no version there, and is ErrOwn; notes and lists of files,
// which bear no sign of a resolution, are refused.
func (s Source) OpenFound(ctx context.Context, name string) (*resolution.Document, error) {
	d, err := s.openFile(ctx, name, func(content []byte) error {
		if imprint.Is(content) {
			return ErrOwn
		}
		return nil
	})
	if err == nil && d.Reading.Unknown && !slices.ContainsFunc(d.Clauses, func(c *resolution.Clause) bool { return c.Number != "" }) {
		return nil, fmt.Errorf("reprise: %s: no sign of a resolution, a decision or articles, and no numbered paragraph; name the file to have it read as a plain text", name)
	}
	return d, err
}

// ErrOwn says that reprise wrote a file itself.
var ErrOwn = errors.New("reprise wrote it itself")

func (s Source) openFile(ctx context.Context, name string, check func(content []byte) error) (*resolution.Document, error) {
	if strings.Contains(name, "://") && !exists(name) {
		return nil, fmt.Errorf("reprise: %s: an address, which is not fetched; give a symbol such as A/RES/75/67, or save the file", visible.Name(name))
	}
	content, info, err := file(name)
	if err != nil {
		return nil, err
	}
	if check != nil {
		if err := check(content); err != nil {
			return nil, err
		}
	}
	if s.Opened != nil {
		s.Opened(info)
	}
	return s.read(ctx, name, content)
}

func (s Source) read(ctx context.Context, name string, content []byte) (*resolution.Document, error) {
	d, err := read.Open(ctx, name, content, s.Read)
	if err == nil && s.Content != nil {
		s.Content(content)
	}
	if err == nil && imprint.Is(content) {
		d.Reading.Warnings = append(d.Reading.Warnings, resolution.Warning{Kind: resolution.OwnFile})
	}
	return d, err
}

func (s Source) standardInput(ctx context.Context) (*resolution.Document, error) {
	var content []byte
	if s.Stdin != nil {
		var err error
		if content, err = limited(StandardInput, s.Stdin); err != nil {
			return nil, err
		}
	}
	return s.read(ctx, StandardInput, content)
}

// ReadText reads a small file of settings whole.
func ReadText(name string) (string, error) {
	content, _, err := file(name)
	return string(content), err
}

func exists(name string) bool {
	_, err := os.Stat(name)
	return err == nil
}

// file reads a file whole. Pipes and devices are read like files.
func file(name string) ([]byte, fs.FileInfo, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, nil, plain(name, err)
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return nil, nil, plain(name, err)
	}
	if info.IsDir() {
		return nil, nil, fmt.Errorf("reprise: %s: a folder, want a file", visible.Name(name))
	}
	content, err := limited(name, f)
	return content, info, err
}

func limited(name string, r io.Reader) ([]byte, error) {
	content, err := io.ReadAll(io.LimitReader(r, read.MaxBytes+1))
	if err != nil {
		return nil, plain(name, err)
	}
	if len(content) > read.MaxBytes {
		return nil, fmt.Errorf("reprise: %s: larger than %d MB, which no resolution is", visible.Name(name), read.MaxBytes>>20)
	}
	return content, nil
}

// plain tells a system error as the user knows the file.
func plain(name string, err error) error {
	name = visible.Name(name)
	if errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("reprise: %s: no such file", name)
	}
	var path *fs.PathError
	if errors.As(err, &path) {
		err = path.Err
	}
	return fmt.Errorf("reprise: %s: %w", name, err)
}
