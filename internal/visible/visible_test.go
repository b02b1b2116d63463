package visible

import "testing"

func TestTextAndName(t *testing.T) {
	for _, c := range []struct{ why, in, text, name string }{
		{"plain names stay", "côte 7 — “a”.txt", "côte 7 — “a”.txt", "côte 7 — “a”.txt"},
		{"Arabic marks of direction stay", "قرار\u200f.txt", "قرار\u200f.txt", "قرار\u200f.txt"},
		{"overrides and isolates", "a\u202etxt.exe\u2066", "atxt.exe", `a\u202etxt.exe\u2066`},
		{"escapes, C1 too", "a\x1b[31m\u009b31m", "a[31m31m", `a\u001b[31m\u009b31m`},
		{"line ends", "a\nreprise: all is well", "a\nreprise: all is well", `a\nreprise: all is well`},
		{"tabs", "a\tb", "a\tb", `a\u0009b`},
	} {
		if got := Text(c.in); got != c.text {
			t.Errorf("%s: Text %q, want %q", c.why, got, c.text)
		}
		if got := Name(c.in); got != c.name {
			t.Errorf("%s: Name %q, want %q", c.why, got, c.name)
		}
	}
}
