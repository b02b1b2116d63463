package pdf

import (
	"os"
	"path/filepath"
	"sync"
	"testing"

	"reprise/internal/outside"
)

// TestPDFTwoAtOnce reads files of several pages side by side: each wants all
// instances of the engine, so they must take turns and not wait for each other.
func TestPDFTwoAtOnce(t *testing.T) {
	if testing.Short() {
		t.Skip("skipped: starts the PDF engine")
	}
	files, _ := filepath.Glob(filepath.Join(outside.Texts(t), "resolutions", "series", "*", "*.pdf"))
	if len(files) < 4 {
		outside.Missing(t, "fewer than four real PDF files")
	}
	var wait sync.WaitGroup
	for _, f := range files[:4] {
		wait.Go(func() {
			content, err := os.ReadFile(f)
			if err != nil {
				t.Error(err)
				return
			}
			if _, err := engine.Read(t.Context(), content); err != nil {
				t.Error(err)
			}
		})
	}
	wait.Wait()
}
