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
		for _, e := range lex.words.ordinals.entries {
			seen[e.value] = true
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

// A number takes the form that its language has for it: none is one in French,
// and "one" in words is for one alone.
func TestCountedTakesTheFormOfTheLanguage(t *testing.T) {
	const data = "[sentences: name; sentence]\noil\t{n} (others) {list}\noil-one\t{n} (one)\noil-few\t{n} (few)\noil-1\tjust one\n"
	for _, c := range []struct {
		code string
		n    int
		want string
	}{
		{"en", 0, "0 (others) of tea"}, {"en", 1, "just one"}, {"en", 21, "21 (others) of tea"},
		{"fr", 0, "0 (one)"}, {"fr", 2, "2 (others) of tea"},
		{"ru", 21, "21 (one)"}, {"ru", 3, "3 (few)"}, {"zh", 3, "3 (others) of tea"}, {"ar", 7, "7 (few)"},
	} {
		lex := &Lexicon{code: c.code, tables: map[string]*table{}}
		lex.enter("say.txt", data)
		if got := lex.Counted("oil", c.n, "list", "of tea"); got != c.want {
			t.Errorf("%s, %d: %q, want %q", c.code, c.n, got, c.want)
		}
	}
}
