package whole

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// TestWriteAllOrNone: where the second file cannot take its place, the first
// place has what it had, or nothing, and nothing is left beside.
func TestWriteAllOrNone(t *testing.T) {
	busy := errors.New("busy")
	for _, c := range []struct{ name, first string }{
		{"what was there is put back", "as it was"},
		{"what was not there goes again", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			dir := t.TempDir()
			a, b := filepath.Join(dir, "a"), filepath.Join(dir, "b")
			put(t, b, "as it was")
			if c.first != "" {
				put(t, a, c.first)
			}
			rename = func(from, to string) error {
				if to == b {
					return &os.LinkError{Op: "rename", Old: from, New: to, Err: busy}
				}
				return os.Rename(from, to)
			}
			defer func() { rename = os.Rename }()
			err := Write([]File{{a, []byte("new")}, {b, []byte("new")}}, nil)
			if err == nil || err.Error() != b+": cannot be written: busy" {
				t.Errorf("got error %v", err)
			}
			want := map[string]string{"b": "as it was"}
			if c.first != "" {
				want["a"] = c.first
			}
			holds(t, dir, want)
		})
	}
}

// TestWriteChecksFirst: what can be known to fail fails before anything else.
func TestWriteChecksFirst(t *testing.T) {
	dir := t.TempDir()
	folder := filepath.Join(dir, "folder")
	if err := os.Mkdir(folder, 0o755); err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]string{
		folder:                                 "a folder, want a file",
		filepath.Join(dir, "no", "such"):       "no folder",
		filepath.Join(dir, "loop"):             "cannot be written",
		filepath.Join(dir, "a", "..", "x\x00"): "invalid",
	} {
		os.Symlink("loop", filepath.Join(dir, "loop"))
		between := func() error { t.Errorf("%q: came as far as writing", name); return nil }
		if err := Write([]File{{filepath.Join(dir, "a"), nil}, {name, nil}}, between); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: got error %v, want %q", name, err, want)
		}
	}
	os.Remove(filepath.Join(dir, "loop"))
	os.Remove(folder)
	holds(t, dir, nil)
}

func TestWriteKeepsProtectedFiles(t *testing.T) {
	if os.Getuid() == 0 {
		t.Skip("the superuser may write everything")
	}
	dir := t.TempDir()
	a := filepath.Join(dir, "a")
	put(t, a, "as it was")
	os.Chmod(a, 0o444)
	if err := Write([]File{{a, []byte("new")}}, nil); !errors.Is(err, fs.ErrPermission) {
		t.Errorf("got error %v", err)
	}
	holds(t, dir, map[string]string{"a": "as it was"})
}

// TestWriteThroughLinks: a link goes on being one, also to a file yet to be.
func TestWriteThroughLinks(t *testing.T) {
	dir := t.TempDir()
	link := filepath.Join(dir, "link")
	if err := os.Symlink("file", link); err != nil {
		t.Skip(err)
	}
	for _, text := range []string{"first", "second"} {
		if err := Write([]File{{link, []byte(text)}}, nil); err != nil {
			t.Fatal(err)
		}
		if to, err := os.Readlink(link); to != "file" || err != nil {
			t.Errorf("the link leads to %q, %v", to, err)
		}
		holds(t, dir, map[string]string{"file": text, "link": text})
	}
}

// TestWriteKeepsModes of files that stood there.
func TestWriteKeepsModes(t *testing.T) {
	dir := t.TempDir()
	a := filepath.Join(dir, "a")
	put(t, a, "old")
	os.Chmod(a, 0o600)
	if err := Write([]File{{a, []byte("new")}}, nil); err != nil {
		t.Fatal(err)
	}
	if info, _ := os.Stat(a); info.Mode().Perm() != 0o600 {
		t.Errorf("mode %v", info.Mode())
	}
}

// TestBetweenStopsAll: an error of what comes between leaves all as it was.
func TestBetweenStopsAll(t *testing.T) {
	dir := t.TempDir()
	a := filepath.Join(dir, "a")
	put(t, a, "as it was")
	full := errors.New("full")
	if err := Write([]File{{a, []byte("new")}}, func() error { return full }); err != full {
		t.Errorf("got error %v", err)
	}
	holds(t, dir, map[string]string{"a": "as it was"})
}

func put(t *testing.T, name, text string) {
	t.Helper()
	if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

// holds checks that a folder holds those files and no others.
func holds(t *testing.T, dir string, want map[string]string) {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, e := range entries {
		names = append(names, e.Name())
		content, _ := os.ReadFile(filepath.Join(dir, e.Name()))
		if string(content) != want[e.Name()] {
			t.Errorf("%s holds %q, want %q", e.Name(), content, want[e.Name()])
		}
	}
	for name := range want {
		if !slices.Contains(names, name) {
			t.Errorf("%s is gone", name)
		}
	}
	if len(names) != len(want) {
		t.Errorf("the folder holds %v", names)
	}
}
