package pdf

import (
	"os"
	"path/filepath"
	"reprise/read/pdf/pdftest"
	"strings"
	"testing"
)

// The store of the compiled engine is found whole, and damage is seen.
func TestEngineStore(t *testing.T) {
	base := t.TempDir()
	s := openStore(base)
	if s.ready {
		t.Fatal("an empty store is ready")
	}
	if err := os.WriteFile(filepath.Join(s.dir, "engine"), []byte("code"), storeFileMode); err != nil {
		t.Fatal(err)
	}
	other := openStore(base) // a second process, at the same time
	s.keep()
	other.keep()
	again := openStore(base)
	if !again.ready || again.dir != s.final {
		t.Fatalf("not found again: %+v", again)
	}
	if err := os.WriteFile(filepath.Join(again.dir, "engine"), []byte("c0de"), storeFileMode); err != nil {
		t.Fatal(err)
	}
	damaged := openStore(base)
	if damaged.ready {
		t.Fatal("a damaged store is ready")
	}
	if err := os.WriteFile(filepath.Join(damaged.dir, "engine"), []byte("code"), storeFileMode); err != nil {
		t.Fatal(err)
	}
	damaged.keep()
	if !openStore(base).ready {
		t.Error("a damaged store is not mended")
	}
	left, err := os.ReadDir(filepath.Dir(s.final))
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range left {
		if strings.Contains(e.Name(), "damaged") {
			t.Errorf("%s was left behind", e.Name())
		}
	}
}

// The engine works where nothing can be kept.
func TestEngineWithoutStore(t *testing.T) {
	if testing.Short() {
		t.Skip("skipped: compiles the engine, which takes seconds")
	}
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	prepared := 0
	e := NewEngine(Setup{Cache: filepath.Join(file, "no directory"), Preparing: func() func() { prepared++; return nil }})
	defer e.Close()
	_, err := e.Read(t.Context(), pdftest.Teacups())
	if err != nil || prepared != 1 {
		t.Errorf("error %v, preparing was told %d times", err, prepared)
	}
}

// Compiled code that others could have written is never run.
func TestEngineStoreOfOthers(t *testing.T) {
	base := t.TempDir()
	s := openStore(base)
	if err := os.WriteFile(filepath.Join(s.dir, "engine"), []byte("code"), storeFileMode); err != nil {
		t.Fatal(err)
	}
	s.keep()
	if !openStore(base).ready {
		t.Fatal("the store was not kept")
	}
	for _, dir := range []string{s.final, base} {
		if err := os.Chmod(dir, 0o777); err != nil {
			t.Fatal(err)
		}
		if openStore(base).ready {
			t.Errorf("taken from %s, which all may write", dir)
		}
		if err := os.Chmod(dir, 0o700); err != nil {
			t.Fatal(err)
		}
	}
}
