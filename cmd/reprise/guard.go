package main

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"sync"

	"reprise/internal/visible"
	"reprise/source"
)

// guard knows the files that a run reads, however it came by them (as texts, in
// a folder, as pins, from the cache), so that no output takes the place of one.
// Files are known by what they are, not by their names: a link, another
// spelling or another way to a folder make no difference. It may be told and
// asked from many goroutines.
type guard struct {
	mu    sync.Mutex
	files []fs.FileInfo
}

// reads tells the guard of a file that is read. What is no regular file (a
// pipe, a device) holds nothing that could be lost.
func (g *guard) reads(info fs.FileInfo) {
	if g == nil || !info.Mode().IsRegular() {
		return
	}
	g.mu.Lock()
	defer g.mu.Unlock()
	g.files = append(g.files, info)
}

// willRead tells the guard of a name that is going to be read. A symbol or a
// file that is not there is found out later.
func (g *guard) willRead(name string) {
	if info, err := os.Stat(name); err == nil {
		g.reads(info)
	}
}

// readText reads a small file of settings whole, and tells the guard.
func (s surroundings) readText(name string) (string, error) {
	s.guard.willRead(name)
	return source.ReadText(name)
}

// check refuses an output in the place of a file that is read.
func (g *guard) check(output string) error {
	if g == nil || output == standardOutput {
		return nil
	}
	info, err := os.Stat(output)
	if err != nil {
		return nil // a new file takes nobody's place
	}
	g.mu.Lock()
	defer g.mu.Unlock()
	for _, file := range g.files {
		if os.SameFile(file, info) {
			return fmt.Errorf("-o %s: also an input, which would be lost; name another file", visible.Name(output))
		}
	}
	return nil
}

// samePlace tells whether two outputs go to one file, which may be yet to be.
// What is no regular file (a device) can be written twice.
func samePlace(a, b string) bool {
	if !regular(a) || !regular(b) {
		return false
	}
	if filepath.Clean(a) == filepath.Clean(b) || sameFile(a, b) {
		return true
	}
	_, err := os.Stat(a)
	return err != nil && filepath.Base(a) == filepath.Base(b) && sameFile(filepath.Dir(a), filepath.Dir(b))
}

func sameFile(a, b string) bool {
	x, err := os.Stat(a)
	if err != nil {
		return false
	}
	y, err := os.Stat(b)
	return err == nil && os.SameFile(x, y)
}
