package diff

import (
	"os"
	"path/filepath"
	"testing"

	"reprise/align"
	"reprise/internal/outside"
	"reprise/read"
	"reprise/resolution"
)

// open reads a real text of the shared series.
func open(t testing.TB, name string) *resolution.Document {
	t.Helper()
	path := outside.Texts(t, filepath.Join("resolutions", "series", name))
	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	d, err := read.Open(t.Context(), path, content, read.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// The comparison of 73/58 with 75/67, alignment and all, is to take less than
// a millisecond.
func BenchmarkCompare(b *testing.B) {
	old, new := open(b, "ga-nwfz-central-asia/A_RES_73_58.txt"), open(b, "ga-nwfz-central-asia/A_RES_75_67.md")
	b.ReportAllocs()
	for b.Loop() {
		Compare(old, new)
	}
}

// The same without alignment: what this package costs.
func BenchmarkDescribe(b *testing.B) {
	old, new := open(b, "ga-nwfz-central-asia/A_RES_73_58.txt"), open(b, "ga-nwfz-central-asia/A_RES_75_67.md")
	links := align.Documents(old, new)
	b.ReportAllocs()
	for b.Loop() {
		CompareWith(old, new, Options{Links: links})
	}
}

// A long pair with many rewordings.
func BenchmarkCompareLong(b *testing.B) {
	old, new := open(b, "ga-rights-child/A_RES_76_147.paras.txt"), open(b, "ga-rights-child/A_RES_78_187.paras.txt")
	links := align.Documents(old, new)
	b.ReportAllocs()
	for b.Loop() {
		CompareWith(old, new, Options{Links: links})
	}
}
