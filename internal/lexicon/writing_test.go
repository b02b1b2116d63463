package lexicon

import "testing"

// A symbol is one symbol in whatever letters and digits a language prints it.
func TestCitation(t *testing.T) {
	for _, c := range []struct{ code, printed, want string }{
		{"en", "1754 (2207)", "1754 (2207)"},
		{"en", "CCPR/C/21", "CCPR/C/21"},
		{"en", "UNEP/COP(14)/23", "UNEP/COP(14)/23"},
		{"zh", "1754(2207)", "1754 (2207)"},
		{"zh", "1754（2207）", "1754 (2207)"},
		{"ar", "2006 (د-19)", "2006 (XIX)"},
		{"ar", "217 ألف (د - 3)", "217 A (III)"},
		{"ar", "3201 (دا-6)", "3201 (S-VI)"},
		{"ar", "٥٤/١٦٩", "54/169"},
		{"ru", "2200 А (XXI)", "2200 A (XXI)"},
		{"ru", "217 В (III)", "217 B (III)"},
	} {
		lex, err := Language(c.code)
		if err != nil {
			t.Fatal(err)
		}
		if got := lex.Citation(c.printed); got != c.want {
			t.Errorf("%s: Citation(%q) = %q, want %q", c.code, c.printed, got, c.want)
		}
	}
}
