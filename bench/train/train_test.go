package main

import (
	"fmt"
	"os"
	"testing"

	"reprise/align"
	"reprise/internal/outside"
)

// gold reads all pairs whose links readers gave.
func gold(t testing.TB) []*pair {
	t.Helper()
	pairs, err := readGold([]string{outside.Texts(t, "gold"), outside.Texts(t, "gold-far"), outside.Texts(t, "gold-more")})
	if err != nil {
		t.Fatal(err)
	}
	return pairs
}

// TestModelIsTheTrainers: the weights that reprise comes with are those that the
// trainer writes, to the last digit.
func TestModelIsTheTrainers(t *testing.T) {
	m, err := train(gold(t))
	if err != nil {
		t.Fatal(err)
	}
	want, err := os.ReadFile("../../align/model.txt")
	if err != nil {
		t.Fatal(err)
	}
	if m.String() != string(want) {
		t.Error("align/model.txt is not what the trainer writes: go run ./bench/train GOLD... rewrites it")
	}
}

// TestFigures holds what is learnt to its worth on pairs it has not seen.
func TestFigures(t *testing.T) {
	if testing.Short() {
		t.Skip("half a minute of training")
	}
	pairs := gold(t)
	found, err := crossed(pairs)
	if err != nil {
		t.Fatal(err)
	}
	var all figures
	for k, p := range pairs {
		all.add(p.measure(found[k]))
	}
	t.Log(all)
	got := all.named()
	for name, least := range map[string]float64{"hard": .970, "move": .915, "n:m": .80, "exact": .973} {
		if got[name] < least {
			t.Errorf("%s %.4f, want at least %.4f", name, got[name], least)
		}
	}
	for name, most := range map[string]float64{"uncertain": .080, "silent": .006} {
		if got[name] > most {
			t.Errorf("%s %.4f, want at most %.4f", name, got[name], most)
		}
	}
}

// BenchmarkGold aligns real pairs.
func BenchmarkGold(b *testing.B) {
	for _, p := range gold(b)[:20] {
		b.Run(fmt.Sprintf("%.2s/%dx%d", p.ID, len(p.old.Clauses), len(p.new.Clauses)), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				align.Documents(p.old, p.new)
			}
		})
	}
}
