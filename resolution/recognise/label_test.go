package recognise

import "testing"

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
