package report_test

import (
	"testing"

	"reprise/report"
	"reprise/report/reporttest"
	"reprise/report/tell"
)

// Small words are not attributed alone, and no word is lost.
func TestSmallWordsGoWithThoseBesideThem(t *testing.T) {
	s := reporttest.Series(t)
	small := tell.SmallWords("en")
	for v, version := range s.Versions {
		for _, c := range version.Document.Clauses {
			phrases, all := report.Phrases(s, v, c), ""
			for _, o := range phrases {
				all += o.Text
				if small(o.Text) && len(phrases) > 1 {
					t.Errorf("%s of %s: %q stands alone", c.ID, version.Name, o.Text)
				}
			}
			if all != c.Text {
				t.Errorf("%s of %s: %q, want %q", c.ID, version.Name, all, c.Text)
			}
		}
	}
}
