package read

import (
	"os"
	"path/filepath"
	"testing"

	"reprise/internal/outside"
	"reprise/resolution/recognise"
)

// What one reading costs, by format and by part of the work. Both files of the
// main job together must stay well below a millisecond.

func BenchmarkOpenText(b *testing.B)     { benchmarkOpen(b, "A_RES_73_58.txt") }
func BenchmarkOpenMarkdown(b *testing.B) { benchmarkOpen(b, "A_RES_75_67.md") }

func benchmarkOpen(b *testing.B, name string) {
	content := realText(b, name)
	b.SetBytes(int64(len(content)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Open(b.Context(), name, content, Options{}); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkRecognise(b *testing.B) {
	got, err := readText(b.Context(), input{content: realText(b, "A_RES_73_58.txt")})
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := recognise.Document(b.Context(), got.blocks, got.lex); err != nil {
			b.Fatal(err)
		}
	}
}

func realText(b *testing.B, name string) []byte {
	b.Helper()
	content, err := os.ReadFile(filepath.Join(outside.Texts(b), "resolutions", "series", "ga-nwfz-central-asia", name))
	if err != nil {
		b.Fatal(err)
	}
	return content
}
