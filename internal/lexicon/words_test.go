package lexicon

import "testing"

func TestWords(t *testing.T) {
	for _, code := range Codes() {
		lex, err := Language(code)
		if err != nil {
			t.Fatal(err)
		}
		if n := len(lex.Table("months")); n != 12 {
			t.Errorf("%s: %d months, want 12", code, n)
		}
		seen := map[int]bool{}
		for _, n := range lex.words.ordinals {
			seen[n] = true
		}
		for n := 1; n <= 300; n++ {
			if !seen[n] {
				t.Errorf("%s: no ordinal for %d", code, n)
			}
		}
	}
}

func TestWordLookUps(t *testing.T) {
	en, _ := Language("en")
	fr, _ := Language("fr")
	for _, c := range []struct {
		what      string
		got, want int
	}{
		{"December", en.Month("December"), 12},
		{"DECEMBER", en.Month("DECEMBER"), 12},
		{"Août", fr.Month("Août"), 8},
		{"kite", en.Month("kite"), 0},
		{"seventy-fifth", en.Ordinal("Seventy-fifth"), 75},
		{"two hundred and first", en.Ordinal("two hundred and first"), 201},
		{"soixante et onzième", fr.Ordinal("soixante et onzième"), 71},
		{"two", en.Cardinal("two"), 2},
		{"zero value", (&Lexicon{}).Month("May"), 0},
		{"no lexicon", (*Lexicon)(nil).Ordinal("first"), 0},
	} {
		if c.got != c.want {
			t.Errorf("%s is %d, want %d", c.what, c.got, c.want)
		}
	}
	if !en.Stop("The") || en.Stop("kite") {
		t.Error("stop words: want \"The\" and not \"kite\"")
	}
}

func TestLookUpsDoNotAllocate(t *testing.T) {
	en, _ := Language("en")
	en.Phrases() // indexed meanwhile, which allocates
	if n := testing.AllocsPerRun(100, func() { en.Word("Nuclear-Weapon-Free"); en.Ordinal("Seventy-fifth") }); n > 0 {
		t.Errorf("%v allocations a look-up, want none", n)
	}
}

// Every run of the program pays this once.
func BenchmarkLoad(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, err := load(Default); err != nil {
			b.Fatal(err)
		}
	}
}
