package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"slices"
	"strings"
	"sync"

	"reprise/internal/visible"
	"reprise/read"
	"reprise/resolution"
	"reprise/source"
)

// gather reads many documents: files, standard input, and all documents in
// folders and below them. A file that was named must be readable; one that was
// only found in a folder is left out with a warning. The order is that of the
// names, within a folder by name. A single symbol stands for its whole series.
func (f *inputFlags) gather(ctx context.Context, s surroundings, names []string) ([]*resolution.Document, error) {
	from, err := f.source(s)
	if err != nil {
		return nil, err
	}
	if start := bySymbol(names); start != "" {
		return f.chain(ctx, s, from, start)
	}
	var files []found
	for _, name := range names {
		more, err := expand(name)
		if err != nil {
			return nil, err
		}
		files = append(files, more...)
	}
	files = s.withoutStreams(files)
	s.roomFor(len(files))
	documents := make([]*resolution.Document, len(files))
	failures := make([]error, len(files))
	bar := newBar(s, "reading", len(files))
	each(len(files), bar.show, func(i int) {
		documents[i], failures[i] = files[i].open(ctx, from)
	})
	bar.clear()
	var out []*resolution.Document
	for i, d := range documents {
		switch {
		case d != nil:
			out = append(out, d)
		case files[i].named:
			return nil, failures[i]
		case errors.Is(failures[i], source.ErrOwn):
			tell(s.stderr, "passed over: "+visible.Name(files[i].name)+": "+source.ErrOwn.Error())
		default:
			tell(s.stderr, "warning: left out: "+strings.TrimPrefix(failures[i].Error(), "reprise: "))
		}
	}
	out = f.withoutAmendments(s, out)
	if len(out) == 0 {
		return nil, fmt.Errorf("%s: no document found (looked for %s)", strings.Join(names, ", "), strings.Join(read.Suffixes(), ", "))
	}
	warnOfReading(s, out)
	return out, nil
}

// A run over a large folder keeps within what its texts take: with all that is said of
// them some 60 KB each, of which the collector needs as much again. So three thousand
// stay below 500 MB, for an eighth more work than in softMemory; and ten times as many
// have ten times the room, or the collector would do nothing else.
const (
	manyTexts  = 1000
	textMemory = 140 << 10
)

// roomFor sets the memory that the collector keeps a run over so many texts in.
func (s surroundings) roomFor(texts int) {
	if texts >= manyTexts && s.getenv("GOMEMLIMIT") == "" {
		debug.SetMemoryLimit(int64(texts) * textMemory)
	}
}

// found is a file to read.
type found struct {
	name  string
	named bool // by the user, not found in a folder
}

func (f found) open(ctx context.Context, from source.Source) (*resolution.Document, error) {
	if f.named {
		return from.Open(ctx, f.name)
	}
	return from.OpenFound(ctx, f.name)
}

// withoutStreams leaves out what was found in a folder and is no file: a pipe
// would make the run wait for ever, a device for long.
func (s surroundings) withoutStreams(files []found) []found {
	return slices.DeleteFunc(files, func(f found) bool {
		if f.named {
			return false
		}
		info, err := os.Stat(f.name)
		stream := err == nil && !info.Mode().IsRegular()
		if stream {
			tell(s.stderr, "warning: left out: "+visible.Name(f.name)+": no file: a folder behind a link, a pipe or a device")
		}
		return stream
	})
}

// expand gives the documents in a folder, or the name itself.
func expand(name string) ([]found, error) {
	info, err := os.Stat(name)
	if name == source.StandardInput || err != nil || !info.IsDir() {
		return []found{{name, true}}, nil
	}
	var out []found
	err = filepath.WalkDir(name, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if slices.Contains(read.Suffixes(), strings.ToLower(filepath.Ext(path))) && !d.IsDir() {
			out = append(out, found{path, false})
		}
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("%s: cannot be listed: %w", name, err)
	}
	return out, nil
}

// each does n pieces of work on all processors and tells progress after each,
// never twice at once.
func each(n int, progress func(done int), do func(i int)) {
	var mu sync.Mutex
	var wait sync.WaitGroup
	done := 0
	next := make(chan int)
	for range min(n, runtime.GOMAXPROCS(0)) {
		wait.Go(func() {
			for i := range next {
				do(i)
				mu.Lock()
				done++
				progress(done)
				mu.Unlock()
			}
		})
	}
	for i := range n {
		next <- i
	}
	close(next)
	wait.Wait()
}
