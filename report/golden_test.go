package report_test

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"reprise/diff"
	"reprise/report"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// golden compares with testdata/name, or rewrites it under -update.
func golden(t *testing.T, name string, got []byte) {
	t.Helper()
	file := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(file, got, 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(string(want), string(got)); d != "" {
		t.Errorf("%s differs (-want +got), go test -update rewrites it:\n%s", file, d)
	}
}

func render(t testing.TB, r report.Renderer, c *diff.Comparison) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := r.Render(&b, c); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}
