package symbol

import "testing"

func TestParse(t *testing.T) {
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
		got, ok := Parse(c.in)
		if string(got) != c.want || ok != (c.want != "") {
			t.Errorf("Parse(%q) = %q, %v, want %q", c.in, got, ok, c.want)
		}
	}
}

func FuzzParse(f *testing.F) {
	f.Add("A/RES/73/58")
	f.Add("1540 (2004)")
	f.Fuzz(func(t *testing.T, text string) {
		s, ok := Parse(text)
		if !ok {
			return
		}
		if again, ok := Parse(string(s)); !ok || again != s {
			t.Errorf("%q gives %q, and that %q", text, s, again)
		}
	})
}
