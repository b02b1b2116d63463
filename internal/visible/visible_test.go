package visible

import (
	"encoding/json"
	"strings"
	"testing"
)

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

// No character that steers a terminal stands in JSON as it is, and what is written is
// read as it was.
func TestJSON(t *testing.T) {
	for _, s := range []string{"plain", "côte", "\x7f \u0085 \u009b31m \u202e \u2066", "\x1b[31m\n", "قرار\u200f"} {
		written, err := json.Marshal(map[string]string{s: s})
		if err != nil {
			t.Fatal(err)
		}
		shown := JSON(written)
		if strings.IndexFunc(string(shown), steers) >= 0 {
			t.Errorf("%q steers", shown)
		}
		var got map[string]string
		if err := json.Unmarshal(shown, &got); err != nil || got[s] != s {
			t.Errorf("%q is read as %q: %v", shown, got, err)
		}
	}
}
