package nature

import (
	"testing"

	"reprise/internal/lexicon"
	"reprise/resolution"
)

func TestCausesOfFootnotes(t *testing.T) {
	lex, _ := lexicon.Language(lexicon.Default)
	s := Between(&resolution.Document{}, &resolution.Document{}, lex, lex.Scale())
	for _, c := range []struct {
		old, new string
		want     Cause
	}{
		{"See A/273/1.", "See A/275/1.", NoteRolled},
		{"Lamp Series, vol. 7, No. 19.", "Lamp Series, vol. 9, No. 21.", NoteRolled},
		{"See A/273/1.", "Lamp Series, vol. 9, No. 12.", NoteChanged}, // another source
		{"", "See A/275/1, annex.", NoteCites},
		{"See A/275/1, annex.", "", NoteCites},
		{"Lamps of brass.", "Lamps of tin.", NoteChanged},
		{"", "Lamps of tin.", NoteAdded},
		{"Lamps of tin.", "", NoteDropped},
	} {
		if got := s.noteCause(c.old, c.new); got != c.want {
			t.Errorf("note %q to %q: cause %d, want %d", c.old, c.new, got, c.want)
		}
	}
}
