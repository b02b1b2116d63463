package symbol

import "testing"

func TestParse(t *testing.T) {
	for _, c := range []struct {
		in, want string
		own      Body
	}{
		{"A/RES/73/58", "A/RES/73/58", NoBody},
		{" a/res/73/58 ", "A/RES/73/58", NoBody},
		{"A_RES_73_58", "A/RES/73/58", NoBody},
		{"73/58", "A/RES/73/58", NoBody},
		{"69/96 A", "A/RES/69/96 A", NoBody},
		{"S-10/2", "A/RES/S-10/2", NoBody},
		{"ES-11/1", "A/RES/ES-11/1", NoBody},
		{"S/RES/2242(2015)", "S/RES/2242 (2015)", NoBody},
		{"S_RES_2242(2015)", "S/RES/2242 (2015)", NoBody},
		{"1540 (2004)", "S/RES/1540 (2004)", NoBody},
		{"1653 (XVI)", "A/RES/1653 (XVI)", NoBody},
		{"3472 B (XXX)", "A/RES/3472 B (XXX)", NoBody},
		{"3201 (S-VI)", "A/RES/3201 (S-VI)", NoBody},
		{"A/HRC/RES/45/30", "A/HRC/RES/45/30", NoBody},
		{"E/RES/2016/2", "E/RES/2016/2", NoBody},
		{"A/C.1/75/L.8/Rev.1", "A/C.1/75/L.8/Rev.1", NoBody},
		{"A/80/L.14", "A/80/L.14", NoBody},
		{"", "", NoBody},
		{"lighthouse", "", NoBody},
		{"1653 (XVİ)", "", NoBody}, // a dotted capital becomes a plain i in small letters
		{"1653 (xvi)", "", NoBody},
		{"paragraph 2/3", "", NoBody},
		{"5 December 2018", "", NoBody},
		{"2/5", "A/RES/2/5", NoBody},
		{"73/58. Title", "", NoBody},
		{"A/RES/<script>/1", "", NoBody},
		{"45/30", "A/HRC/RES/45/30", "HRC"},
		{"1540 (2004)", "S/RES/1540 (2004)", "HRC"},
		{"2016/2", "E/RES/2016/2", "ECOSOC"},
		{"73/58", "A/RES/73/58", "ECOSOC"},
		{"2016/2", "E/RES/2016/2", GeneralAssembly},
		{"1503 (XLVIII)", "E/RES/1503 (XLVIII)", "ECOSOC"},
		{"2625 (XXV) A", "A/RES/2625 A (XXV)", NoBody},
		{"CEDAW/C/GC/38", "CEDAW/C/GC/38", NoBody},
		{"CEDAW/C/NOR/CO/10", "CEDAW/C/NOR/CO/10", NoBody},
		{"unep/ea.5/res.14", "UNEP/EA.5/Res.14", NoBody},
		{"UNEP_EA.5_Res.14", "UNEP/EA.5/Res.14", NoBody},
		{"5/14", "UNEP/EA.5/Res.14", "UNEA"},
		{"WHA75.7", "WHA75.7", NoBody},
		{"Assembly/AU/Dec.749(XXXIII)", "Assembly/AU/Dec.749 (XXXIII)", NoBody},
	} {
		got, ok := Parse(c.in, c.own)
		if string(got) != c.want || ok != (c.want != "") {
			t.Errorf("Parse(%q) = %q, %v, want %q", c.in, got, ok, c.want)
		}
	}
}

func FuzzParse(f *testing.F) {
	f.Add("A/RES/73/58")
	f.Add("1540 (2004)")
	f.Fuzz(func(t *testing.T, text string) {
		s, ok := Parse(text, NoBody)
		if !ok {
			return
		}
		if again, ok := Parse(string(s), NoBody); !ok || again != s {
			t.Errorf("%q gives %q, and that %q", text, s, again)
		}
	})
}
