package lexicon_test

import (
	"testing"

	"reprise/internal/lexicon"
)

func TestOffice(t *testing.T) {
	for _, c := range []struct {
		code, text string
		want       lexicon.Office
	}{
		{"en", "Recalling its resolution 214/7 of 3 December 2259 on lighthouses,", lexicon.Recalls},
		{"en", "Takes note of the report of the keepers;", lexicon.NotesReport},
		{"en", "Requests the keepers to report on lamp oil at the next session;", lexicon.AsksReport},
		{"en", "Requests the keepers to provide all necessary facilities;", lexicon.AsksResources},
		{"en", "Decides to extend the mandate of the harbour mission;", lexicon.Extends},
		{"en", "Decides to remain seized of the matter.", lexicon.Closes},
		{"en", "Notes that teacups break;", lexicon.NoOffice},
		{"en", "", lexicon.NoOffice},
		{"fr", "Prie les gardiens de présenter un rapport sur l'huile;", lexicon.AsksReport},
		{"fr", "Rappelant sa résolution 214/7 du 3 décembre 2259,", lexicon.Recalls},
	} {
		lex, err := lexicon.Language(c.code)
		if err != nil {
			t.Fatal(err)
		}
		if got := lex.Office(c.text); got != c.want {
			t.Errorf("%q: office %d, want %d", c.text, got, c.want)
		}
	}
	var none *lexicon.Lexicon
	if got := none.Office("Requests a report"); got != lexicon.NoOffice {
		t.Errorf("no language: office %d", got)
	}
}
