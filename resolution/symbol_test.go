package resolution

import "testing"

func TestParseSymbol(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"A/RES/73/58", "A/RES/73/58"},
		{" a/res/73/58 ", "A/RES/73/58"},
		{"A_RES_73_58", "A/RES/73/58"},
		{"73/58", "A/RES/73/58"},
		{"69/96 A", "A/RES/69/96 A"},
		{"S-10/2", "A/RES/S-10/2"},
		{"ES-11/1", "A/RES/ES-11/1"},
		{"S/RES/2242(2015)", "S/RES/2242 (2015)"},
		{"S_RES_2242(2015)", "S/RES/2242 (2015)"},
		{"1540 (2004)", "S/RES/1540 (2004)"},
		{"1653 (XVI)", "A/RES/1653 (XVI)"},
		{"3472 B (XXX)", "A/RES/3472 B (XXX)"},
		{"3201 (S-VI)", "A/RES/3201 (S-VI)"},
		{"A/HRC/RES/45/30", "A/HRC/RES/45/30"},
		{"E/RES/2016/2", "E/RES/2016/2"},
		{"A/C.1/75/L.8/Rev.1", "A/C.1/75/L.8/Rev.1"},
		{"A/80/L.14", "A/80/L.14"},
		{"", ""},
		{"lighthouse", ""},
		{"1653 (XVİ)", ""}, // a dotted capital becomes a plain i in small letters
		{"1653 (xvi)", ""},
		{"paragraph 2/3", ""},
		{"5 December 2018", ""},
		{"2/5", "A/RES/2/5"},
		{"73/58. Title", ""},
		{"A/RES/<script>/1", ""},
	} {
		got, ok := ParseSymbol(c.in)
		if string(got) != c.want || ok != (c.want != "") {
			t.Errorf("ParseSymbol(%q) = %q, %v, want %q", c.in, got, ok, c.want)
		}
	}
}

func FuzzParseSymbol(f *testing.F) {
	f.Add("A/RES/73/58")
	f.Add("1540 (2004)")
	f.Fuzz(func(t *testing.T, text string) {
		s, ok := ParseSymbol(text)
		if !ok {
			return
		}
		if again, ok := ParseSymbol(string(s)); !ok || again != s {
			t.Errorf("%q gives %q, and that %q", text, s, again)
		}
	})
}

func TestSplitLabel(t *testing.T) {
	for _, c := range []struct{ in, label, rest string }{
		{"1. Welcomes", "1.", "Welcomes"},
		{"12. ", "12.", ""},
		{"(a) The lamp", "(a)", "The lamp"},
		{"(ii) The wick", "(ii)", "The wick"},
		{"a) La lampe", "a)", "La lampe"},
		{"iv. The oil", "iv.", "The oil"},
		{"II. Lamps", "II.", "Lamps"},
		{"PP5 bis. Noting", "PP5 bis.", "Noting"},
		{"OP7ter Urges", "OP7ter", "Urges"},
		{"4 bis. Urges", "4 bis.", "Urges"},
		{"(a bis) Oars", "(a bis)", "Oars"},
		{"• Kites", "•", "Kites"},
		{"2020. A sentence", "", "2020. A sentence"},
		{"(1973) of 22 October", "", "(1973) of 22 October"},
		{"1.5 million", "", "1.5 million"},
		{"Recalling", "", "Recalling"},
		{"73/58. Title", "", "73/58. Title"},
		{"e.g. lamps", "", "e.g. lamps"},
		{"(Fourth Committee)", "", "(Fourth Committee)"},
		{"open lamps", "", "open lamps"},
	} {
		label, rest := SplitLabel(c.in)
		if label != c.label || rest != c.rest {
			t.Errorf("SplitLabel(%q) = %q, %q, want %q, %q", c.in, label, rest, c.label, c.rest)
		}
	}
}

func TestNormalise(t *testing.T) {
	for _, c := range []struct{ why, in, want string }{
		{"spaces of every kind become one", "  a\u00a0 b\t\nc\u2009d ", "a b c d"},
		{"soft hyphens and zero-width characters go", "lamp\u00adlight\u200b\ufeff", "lamplight"},
		{"no-break hyphens are hyphens", "non\u2011State", "non-State"},
		{"straight quotes become curly", `the "lamp" and ("wick")`, "the “lamp” and (“wick”)"},
		{"apostrophes", "the keepers' and States' 'lamp'", "the keepers’ and States’ ‘lamp’"},
		{"a wrongly turned apostrophe", "keeper‘s", "keeper’s"},
		{"doubled quotes are one", `the ""lamp"" and (""wick"")`, "the “lamp” and (“wick”)"},
		{"doubled curly quotes are one", "the ““lamp””", "the “lamp”"},
		{"two single quotes are a double one", "the ''lamp'' and ‘‘wick’’", "the “lamp” and “wick”"},
		{"two accents are a double quote", "the ``lamp''", "the “lamp”"},
		{"a quote within another keeps both", `the "lamp 'wick'" and one`, "the “lamp ‘wick’” and one"},
		{"star and bullet of symbol fonts", "\uf02aLamps \uf0b7 oil", "*Lamps • oil"},
		{"ligatures", "eﬃcient ﬁre", "efficient fire"},
		{"a half stays a half", "2½", "2½"},
		{"dashes stay", "2015–2030 — all", "2015–2030 — all"},
		{"control characters go", "la\x00mp\x1b", "lamp"},
	} {
		if got := Normalise(c.in); got != c.want {
			t.Errorf("%s: Normalise(%q) = %q, want %q", c.why, c.in, got, c.want)
		}
	}
}
