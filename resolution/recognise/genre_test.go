package recognise

import (
	"strings"
	"testing"
)

// The files of genres are sound, each sign tells one genre, and a fault is named
// with its place.
func TestGenreFiles(t *testing.T) {
	told := map[sign]bool{}
	for _, g := range genres() {
		for _, s := range g.told {
			told[s] = true
		}
	}
	for _, s := range telling {
		if !told[s] {
			t.Errorf("%q tells no genre", s)
		}
	}
	const whole = "[told: by...]\ntext\n[opens: by...]\ntext\n[parts: part; numbered; unnumbered]\noperative\tpara\tp\n"
	for _, c := range []struct{ why, text, want string }{
		{"a section that is none", whole + "[lamps: kinds...]\n", `text.txt:7: found section "lamps"`},
		{"an unknown sign", whole + "[told: by...]\nlamps\n", `text.txt:8: found the sign "lamps"`},
		{"an unknown part", whole + "operative\tp\n", "text.txt:7: found"},
		{"an unknown role", whole + "[close: roles...]\nlamps\n", `text.txt:8: found "lamps"`},
		{"nothing that opens it", "[told: by...]\ntext\n", "text.txt: wanted the sections"},
	} {
		if _, err := readGenre("text.txt", c.text); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v, wanted %q", c.why, err, c.want)
		}
	}
}
