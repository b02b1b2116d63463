package resolution

import (
	"testing"

	"pgregory.net/rapid"
)

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

// Normalise is idempotent and keeps letters.
func TestNormaliseIsIdempotent(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.OneOf(rapid.String(), rapid.StringOf(rapid.RuneFrom([]rune("a “\"'’-\u00ad\u2011\u200b ﬁ1")))).Draw(t, "s")
		once := Normalise(s)
		if twice := Normalise(once); twice != once {
			t.Fatalf("%q, again %q", once, twice)
		}
	})
}
