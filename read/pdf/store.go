package pdf

import (
	"fmt"
	"hash/crc32"
	"io"
	"os"
	"path/filepath"
	"runtime/debug"
	"sort"
	"strings"
)

// engineStore is the directory that keeps the compiled PDF engine. It is taken
// from a folder only that the user owns and no one else can write: it is code.
// It is written under another name and renamed when
// whole, so that it is never half-written and two processes do not disturb
// each other; it carries its check sums, so that damage is seen and mended.
// Where nothing can be kept, everything still works, only slower.
type engineStore struct {
	dir   string // where the engine is loaded from, or compiled into; "" keeps nothing
	final string // the name under which a whole store is found
	ready bool   // dir is final and whole
}

const (
	storeSums     = "sums" // one line a file: check sum, size, name
	storeDirMode  = 0o700
	storeFileMode = 0o600
)

// openStore finds the store in a folder, or makes place for one; "" keeps nothing.
func openStore(base string) *engineStore {
	if base == "" {
		return &engineStore{}
	}
	if err := os.MkdirAll(base, storeDirMode); err != nil || !ownAlone(base) {
		return &engineStore{}
	}
	s := &engineStore{final: filepath.Join(base, "pdf-engine-"+engineVersion())}
	if ownAlone(s.final) && storeIsWhole(s.final) {
		s.dir, s.ready = s.final, true
		return s
	}
	if dir, err := os.MkdirTemp(base, "pdf-engine-new-"); err == nil {
		s.dir = dir
	}
	return s
}

// engineVersion names the modules that the compiled engine depends on.
func engineVersion() string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return "unknown"
	}
	var parts []string
	for _, m := range info.Deps {
		if strings.HasSuffix(m.Path, "/go-pdfium") || strings.HasSuffix(m.Path, "/wazero") {
			parts = append(parts, m.Version)
		}
	}
	return strings.Join(parts, "-")
}

// keep gives a freshly compiled store its final name. Another process may
// have been faster: then its store stays and this one goes.
func (s *engineStore) keep() {
	if s.ready || s.dir == "" {
		return
	}
	sums, err := storeSumsOf(s.dir)
	if err == nil {
		err = os.WriteFile(filepath.Join(s.dir, storeSums), []byte(sums), storeFileMode)
	}
	if err == nil {
		s.clearDamaged()
		err = os.Rename(s.dir, s.final)
	}
	if err != nil {
		os.RemoveAll(s.dir)
	}
}

// clearDamaged moves a damaged store out of the way.
func (s *engineStore) clearDamaged() {
	if _, err := os.Stat(s.final); err != nil || storeIsWhole(s.final) {
		return
	}
	away := s.dir + "-damaged"
	if os.Rename(s.final, away) == nil {
		os.RemoveAll(away)
	}
}

// discard removes the directory that the store was opened on.
func (s *engineStore) discard() {
	if s.dir != "" {
		os.RemoveAll(s.dir)
	}
}

// storeIsWhole tells whether a store holds exactly the files of its sums.
func storeIsWhole(dir string) bool {
	want, err := os.ReadFile(filepath.Join(dir, storeSums))
	if err != nil {
		return false
	}
	have, err := storeSumsOf(dir)
	return err == nil && have == string(want)
}

func storeSumsOf(dir string) (string, error) {
	table := crc32.MakeTable(crc32.Castagnoli)
	var lines []string
	err := filepath.WalkDir(dir, func(path string, e os.DirEntry, err error) error {
		if err != nil || e.IsDir() || e.Name() == storeSums {
			return err
		}
		file, err := os.Open(path)
		if err != nil {
			return err
		}
		defer file.Close()
		sum := crc32.New(table)
		size, err := io.Copy(sum, file)
		lines = append(lines, fmt.Sprintf("%08x %d %s\n", sum.Sum32(), size, e.Name()))
		return err
	})
	if err == nil && len(lines) == 0 {
		err = fmt.Errorf("%s holds no engine", dir)
	}
	sort.Strings(lines)
	return strings.Join(lines, ""), err
}
