package read

import (
	"os"
	"path/filepath"
	"sync"
	"testing"
)

// TestPDFTwoAtOnce reads files of several pages side by side: each wants all
// instances of the engine, so they must take turns and not wait for each other.
func TestPDFTwoAtOnce(t *testing.T) {
	if testing.Short() {
		t.Skip("skipped: starts the PDF engine")
	}
	files, _ := filepath.Glob(filepath.Join("..", "..", "shared", "resolutions", "series", "*", "*.pdf"))
	if len(files) < 4 {
		if os.Getenv("CI") == "true" {
			t.Fatal("the shared texts are missing")
		}
		t.Skip("skipped: no shared texts")
	}
	var wait sync.WaitGroup
	for _, f := range files[:4] {
		wait.Go(func() {
			content, err := os.ReadFile(f)
			if err != nil {
				t.Error(err)
				return
			}
			if _, err := Open(filepath.Base(f), content, Options{}); err != nil {
				t.Error(err)
			}
		})
	}
	wait.Wait()
}
