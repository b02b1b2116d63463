package pdf

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"testing"
	"time"

	"reprise/read/pdf/pdftest"
)

// engine is the one that the tests share, with the code that earlier runs kept.
var engine = NewEngine(Setup{Cache: testCache()})

func testCache() string {
	dir, err := os.UserCacheDir()
	if err != nil {
		return ""
	}
	return filepath.Join(dir, "reprise")
}

// A file that takes long ends with its context, and the engine reads the next.
func TestEngineEndsWithTheContext(t *testing.T) {
	long := &pdftest.Maker{}
	for range 400 {
		long.Page()
		for y := 720.0; y > 60; y -= 12 {
			long.Put(60, y, 10, pdftest.Roman, "the keepers count the teacups of the northern lighthouses every year in May")
		}
	}
	content := long.Bytes()
	if _, err := engine.Read(t.Context(), pdftest.Teacups()); err != nil {
		t.Fatal(err)
	}
	enough := errors.New("enough")
	ctx, cancel := context.WithCancelCause(t.Context())
	time.AfterFunc(100*time.Millisecond, func() { cancel(enough) })
	start := time.Now()
	if _, err := engine.Read(ctx, content); !errors.Is(err, enough) {
		t.Errorf("error %v, want the cause of the end", err)
	}
	if took := time.Since(start); took > time.Second {
		t.Errorf("ended after %s", took)
	}
	if _, err := engine.Read(t.Context(), pdftest.Teacups()); err != nil {
		t.Errorf("the next file: %v", err)
	}
}
