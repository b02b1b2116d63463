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
		{"Lamp Records of the Guild, Tenth Year, Supplement for October and May 2218, document A/273/1.", "Ibid., Supplement for April and June 2219, document A/274/1.", NoteRolled},
		{"Lamp Records of the Guild, Supplement for October 2218, document A/273/1.", "Ibid., Annex of Gulls, document A/274/1.", NoteChanged}, // another part
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
