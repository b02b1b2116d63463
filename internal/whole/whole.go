// Package whole writes files whole or not at all, several at a time all or
// none, and knows what an end from outside (a signal, a time-out) must tidy up.
//
// Its main calls are Write and Abandon. What cannot be promised stands at Write.
package whole

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"syscall"
)

// File is a file to be written.
type File struct {
	Name    string // a link leads to the file that is written
	Content []byte
}

// newFileMode is what a new file may be, as other tools that write documents
// have it; the user's mask takes from it.
const newFileMode = fs.FileMode(0o644)

// Write puts all files in their places, or none of them. What can be known is
// checked first: a folder, a file that may not be written, a folder that is not
// there. Then all are written beside their places, and then renamed. Where a
// rename fails, what was there before is put back. Between, where not nil, is
// called when all stand ready and none is in its place: an error of it stops
// everything. Errors name the file.
//
// A kill that cannot be caught (SIGKILL, a power cut) between two renames
// leaves some files new and some old, each whole, and perhaps hidden files
// (".NAME.*") beside them: no file system that we write to renames two files at
// once.
func Write(files []File, between func() error) error {
	w := &writer{}
	defer w.tidy()
	for _, f := range files {
		if err := w.prepare(f); err != nil {
			return Unwritable(f.Name, err)
		}
	}
	if len(w.all) > 1 { // a single rename has nothing to undo
		for _, p := range w.all {
			if err := p.save(); err != nil {
				return Unwritable(p.name, err)
			}
		}
	}
	if between != nil {
		if err := between(); err != nil {
			return err
		}
	}
	// Nothing is tidied up in the middle of this: see Abandon.
	ending.Lock()
	defer ending.Unlock()
	return w.commit()
}

// writer holds the files on their way.
type writer struct{ all []*pending }

// pending is a file that stands ready beside its place.
type pending struct {
	name   string // as the user knows it
	place  string // where it goes, links followed
	beside string // the new content; "" once it is in its place
	before string // what stood there, to be put back; "" where nothing did, or for one file alone
	forget []func()
}

func (w *writer) prepare(f File) error {
	p := &pending{name: f.Name}
	w.all = append(w.all, p)
	var err error
	if p.place, err = placeOf(f.Name); err != nil {
		return err
	}
	mode, err := p.check()
	if err != nil {
		return err
	}
	p.beside, err = p.create(mode, func(to io.Writer) error {
		_, err := to.Write(f.Content)
		return err
	})
	return err
}

// placeOf follows links: a link that is written to goes on being one.
func placeOf(name string) (string, error) {
	place, err := filepath.EvalSymlinks(name)
	if errors.Is(err, fs.ErrNotExist) {
		if to, readErr := os.Readlink(name); readErr == nil { // to a file that is yet to be
			if !filepath.IsAbs(to) {
				to = filepath.Join(filepath.Dir(name), to)
			}
			return to, nil
		}
		return name, nil
	}
	return place, err
}

// check finds what would fail later, and gives the mode of the file that
// stands there, which the new one has too; keepMask where there is none.
func (p *pending) check() (fs.FileMode, error) {
	info, err := os.Stat(p.place)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return keepMask, nil
	case err != nil:
		return 0, err
	case info.IsDir():
		return 0, syscall.EISDIR
	}
	f, err := os.OpenFile(p.place, os.O_WRONLY, 0) // a file that was protected stays as it is
	if err != nil {
		return 0, err
	}
	return info.Mode().Perm(), f.Close()
}

// keepMask is the mode of a new file: what the user's mask leaves of newFileMode.
const keepMask = fs.FileMode(0)

// create makes a file beside the place. It is written through to the disk, so
// that a power cut after the rename does not leave an empty file.
func (p *pending) create(mode fs.FileMode, fill func(io.Writer) error) (string, error) {
	name := p.freeName()
	p.forget = append(p.forget, AtEnd(func() { os.Remove(name) }))
	f, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, newFileMode)
	if err != nil {
		return "", err
	}
	err = fill(f)
	if err == nil && mode != keepMask {
		err = f.Chmod(mode)
	}
	if err == nil {
		err = f.Sync()
	}
	if err = errors.Join(err, f.Close()); err != nil {
		os.Remove(name)
		return "", err
	}
	return name, nil
}

// freeName is a hidden name beside the place, which no other run has.
func (p *pending) freeName() string {
	return filepath.Join(filepath.Dir(p.place), fmt.Sprintf(".%s.%08x", filepath.Base(p.place), rand.Uint32()))
}

// commit renames all files into their places, or puts back what was there.
func (w *writer) commit() error {
	for i, p := range w.all {
		if err := rename(p.beside, p.place); err != nil {
			return errors.Join(Unwritable(p.name, err), undo(w.all[:i]))
		}
		p.beside = ""
	}
	return nil
}

// rename is os.Rename, but for tests that let it fail.
var rename = os.Rename

// save keeps what stands at the place, to be put back: as a second name of the
// file, or as a copy where the file system has no second names.
func (p *pending) save() error {
	info, err := os.Stat(p.place)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	name := p.freeName()
	p.forget = append(p.forget, AtEnd(func() { os.Remove(name) }))
	if err := os.Link(p.place, name); err == nil {
		p.before = name
		return nil
	}
	p.before, err = p.create(info.Mode().Perm(), func(to io.Writer) error {
		from, err := os.Open(p.place)
		if err != nil {
			return err
		}
		defer from.Close()
		_, err = io.Copy(to, from)
		return err
	})
	return err
}

// undo puts back what stood at places that have been written already.
func undo(done []*pending) error {
	var failed error
	for _, p := range done {
		var err error
		if p.before == "" {
			err = os.Remove(p.place)
		} else if err = os.Rename(p.before, p.place); err == nil {
			p.before = ""
		}
		if err != nil {
			failed = errors.Join(failed, fmt.Errorf("%s: is the new one; what was there could not be put back: %w", p.name, bare(err)))
		}
	}
	return failed
}

// tidy removes what is left beside the places.
func (w *writer) tidy() {
	for _, p := range w.all {
		for _, name := range []string{p.beside, p.before} {
			if name != "" {
				os.Remove(name)
			}
		}
		for _, forget := range p.forget {
			forget()
		}
	}
}

// Unwritable tells an error of writing in words, with the name of the file; nil
// for none.
func Unwritable(name string, err error) error {
	switch {
	case err == nil:
		return nil
	case errors.Is(err, syscall.EISDIR):
		return fmt.Errorf("%s: cannot be written: a folder, want a file", name)
	case errors.Is(err, fs.ErrNotExist):
		return fmt.Errorf("%s: cannot be written: no folder %s", name, filepath.Dir(name))
	}
	return fmt.Errorf("%s: cannot be written: %w", name, bare(err))
}

// bare is a system error without the name in front, which may be of a file
// that the user does not know.
func bare(err error) error {
	var path *fs.PathError
	var link *os.LinkError
	switch {
	case errors.As(err, &path):
		return path.Err
	case errors.As(err, &link):
		return link.Err
	}
	return err
}
