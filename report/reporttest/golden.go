package reporttest

import (
	"bytes"
	"flag"
	"io"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"reprise/diff"
	"reprise/report"
	"reprise/series"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// Golden compares with testdata/name, or rewrites it under -update.
func Golden(t *testing.T, name string, got []byte) {
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

// Render is what a form writes of a comparison.
func Render(t testing.TB, r report.Renderer, c *diff.Comparison) []byte {
	t.Helper()
	return Written(t, func(w io.Writer) error { return r.Render(w, c) })
}

// Written is what a function writes.
func Written(t testing.TB, write func(io.Writer) error) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := write(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// SeriesForms is what a form writes of the specimen series: the table, the blame
// of its latest version, and the history of a clause that was dropped in 202/38
// and is back in 206/47.
func SeriesForms(t *testing.T, form report.SeriesRenderer) (table, blame, history []byte) {
	t.Helper()
	s := Series(t)
	latest := len(s.Versions) - 1
	revived := s.Of(s.Versions[latest].Document.Clause("op2"))
	table = Written(t, func(w io.Writer) error { return form.RenderSeries(w, []*series.Series{s}) })
	blame = Written(t, func(w io.Writer) error { return form.RenderBlame(w, s, latest) })
	history = Written(t, func(w io.Writer) error { return form.RenderHistory(w, s, revived) })
	return table, blame, history
}

// SeriesGolden holds what a form says of the specimen series against its golden
// files, whose names end with an ending.
func SeriesGolden(t *testing.T, form report.SeriesRenderer, ending string) {
	t.Helper()
	table, blame, history := SeriesForms(t, form)
	Golden(t, "series-"+ending, table)
	Golden(t, "blame-"+ending, blame)
	Golden(t, "history-"+ending, history)
}
