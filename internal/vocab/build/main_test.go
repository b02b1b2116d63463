package main

import (
	"encoding/binary"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"reprise/internal/vocab"
)

func TestWords(t *testing.T) {
	for _, c := range []struct {
		text string
		want []string
		why  string
	}{
		{"Tea tea TEA", []string{"tea"}, "case is folded"},
		{"tea-cup keeper’s 'kite'", []string{"tea-cup", "keeper's", "kite"}, "hyphens and apostrophes inside stay"},
		{"light-\nhouse keeper", []string{"house", "keeper"}, "a word cut at the line's end is nobody's"},
		{"A/RES/273/58 in 2218, 3rd", []string{"a", "res", "in"}, "no numbers"},
	} {
		want := map[string]bool{}
		for _, w := range c.want {
			want[w] = true
		}
		if d := cmp.Diff(want, words(c.text)); d != "" {
			t.Errorf("%s:\n%s", c.why, d)
		}
	}
}

func TestCountAndEncode(t *testing.T) {
	folder := t.TempDir()
	for name, text := range map[string]string{"a.txt": "kite kite cup", "b/c.txt": "Kite lamp", "d.md": "kite"} {
		os.MkdirAll(filepath.Dir(filepath.Join(folder, name)), 0o755)
		if err := os.WriteFile(filepath.Join(folder, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	counts, texts, err := count([]string{folder})
	if err != nil {
		t.Fatal(err)
	}
	if texts != 2 || counts["kite"] != 2 || counts["cup"] != 1 {
		t.Errorf("%d texts, %v; want 2 texts with kite in both", texts, counts)
	}
	table := encode(counts, texts)
	if n := binary.LittleEndian.Uint32(table); n != 2 {
		t.Errorf("%d texts in the table, want 2", n)
	}
	want := binary.LittleEndian.AppendUint32(nil, vocab.Hash("kite"))
	want = binary.LittleEndian.AppendUint16(want, 2)
	if d := cmp.Diff(want, table[len(table)-len(want):]); d != "" {
		t.Errorf("rows:\n%s", d)
	}
	if rows := len(table) - 4 - 4*(1<<vocab.DirectoryBits+1); rows != len(want) {
		t.Errorf("%d bytes of rows, want %d", rows, len(want))
	}
}
