package normal

import (
	"slices"
	"testing"

	"pgregory.net/rapid"
)

func TestText(t *testing.T) {
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
		{"accents that stand apart", "Co\u0302te d’Ivoire, Tu\u0308rkiye, Й\u0438\u0306", "Côte d’Ivoire, Türkiye, Йй"},
		{"accents in another order", "\u0642\u0651\u064b a\u0302\u0323", "\u0642\u064b\u0651 ậ"},
		{"an accent behind what goes", "Tu\u200b\u0308rkiye", "Türkiye"},
		{"an accent that no sign has", "q\u0308", "q\u0308"},
		{"an accent with nothing before it", " \u0301a", "\u0301a"},
		{"the ångström sign", "5 \u212b", "5 Å"},
		{"a half stays a half", "2½", "2½"},
		{"dashes stay", "2015–2030 — all", "2015–2030 — all"},
		{"control characters go", "la\x00mp\x1b", "lamp"},
	} {
		if got := Text(c.in); got != c.want {
			t.Errorf("%s: Text(%q) = %q, want %q", c.why, c.in, got, c.want)
		}
	}
}

// Text is idempotent and keeps letters.
func TestTextIsIdempotent(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.OneOf(rapid.String(), rapid.StringOf(rapid.RuneFrom([]rune("a “\"'\u0301\u0323\u064b\u0651é\u212be’-\u00ad\u2011\u200b ﬁ1")))).Draw(t, "s")
		once := Text(s)
		if twice := Text(once); twice != once {
			t.Fatalf("%q, again %q", once, twice)
		}
	})
}

// Each byte of the result comes from where its character stands.
func TestOrigins(t *testing.T) {
	for _, c := range []struct {
		in   string
		want []int
	}{
		{"ab", []int{0, 1}},
		{"a  b", []int{0, 3, 3}},
		{"\ufb01x", []int{0, 0, 3}},
		{`a ""b`, []int{0, 2, 2, 2, 2, 4}},
		{"e\u0301x", []int{0, 1, 3}},
	} {
		if got := Origins(c.in); !slices.Equal(got, c.want) {
			t.Errorf("%q from %v, want %v", c.in, got, c.want)
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.String().Draw(t, "s")
		from := Origins(s)
		if len(from) != len(Text(s)) || !slices.IsSorted(from) {
			t.Fatalf("%q: %v", s, from)
		}
	})
}

// Text that is written in pieces is as normal as text that is written at once, but a
// place that somebody keeps stays one between two characters.
func TestWriterInPieces(t *testing.T) {
	var w Writer
	for _, piece := range []string{"Tu", "\u0308", "rkiye"} {
		w.WriteString(piece)
	}
	if got := w.String(); got != "Türkiye" {
		t.Errorf("%q", got)
	}
	w = Writer{}
	w.WriteString("Tu")
	at := w.Place()
	w.WriteString("\u0308rkiye")
	if got := w.String(); got[:at] != "Tu" {
		t.Errorf("%q at %d", got, at)
	}
}
