package main

import (
	"os"
	"path/filepath"
	"runtime/debug"

	"reprise/read"
	"reprise/read/pdf"
	"reprise/source"
)

// cacheFolder is where runs keep what later runs need: REPRISE_CACHE, or a folder
// in the user's cache folder; "" where there is none.
func (s surroundings) cacheFolder() string {
	if dir := s.getenv("REPRISE_CACHE"); dir != "" {
		return dir
	}
	dir, err := os.UserCacheDir()
	if err != nil {
		return ""
	}
	return filepath.Join(dir, "reprise")
}

// documentCache keeps fetched documents.
func (s surroundings) documentCache() source.Cache {
	dir, err := os.UserCacheDir()
	if err != nil {
		return source.Cache{}
	}
	return source.Cache{Dir: filepath.Join(dir, "reprise", "documents")}
}

// reading is how files are read on this machine: with one PDF engine for the run,
// and through LibreOffice where it is installed.
func (s surroundings) reading() read.Options {
	return read.Options{
		PDF:    pdf.NewEngine(pdf.Setup{Cache: s.cacheFolder(), Preparing: s.preparing}),
		Office: true,
	}
}

// compileMemory is what the process stays near while the PDF engine is compiled:
// the compiler leaves much garbage; asked so it takes 350 MB instead of 500, and
// hardly longer.
const compileMemory = 300 << 20

func (s surroundings) preparing() (done func()) {
	tell(s.stderr, "preparing the PDF reader, once on this machine")
	before := debug.SetMemoryLimit(compileMemory)
	return func() { debug.SetMemoryLimit(before) }
}
