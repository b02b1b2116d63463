package series

import (
	"testing"

	"reprise/diff"
	"reprise/resolution"
)

// A date is never cut, in whatever language the versions are: the revived clause's edits
// are made anew.
func TestEditsKeepTheAtomsOfTheirLanguage(t *testing.T) {
	before := "Prie les gardiens de tous les phares de la côte nord de se réunir à nouveau le 5 décembre 2219 pour compter les lampes;"
	after := "Prie les gardiens de tous les phares de la côte nord de se réunir à nouveau le 7 décembre 2221 pour compter les lampes;"
	other := "Invite les États Membres à donner à leurs cornes de brume un signal commun;"
	versions := []*resolution.Document{paragraphs("a", other, before), paragraphs("b", other), paragraphs("c", other, after)}
	for _, d := range versions {
		d.Language = "fr"
	}
	s := Follow(versions)
	for _, l := range s.Lineages {
		for _, st := range l.States {
			if st.Status != Revived {
				continue
			}
			for _, e := range st.Edits {
				if e.Op == diff.Delete && e.Text != "5 décembre 2219" || e.Op == diff.Insert && e.Text != "7 décembre 2221" {
					t.Errorf("the date is cut: %q", e.Text)
				}
			}
			return
		}
	}
	t.Error("no clause came back")
}
