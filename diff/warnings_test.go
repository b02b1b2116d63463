package diff_test

import (
	"testing"

	"reprise/diff"
	"reprise/resolution"
)

// Texts in two languages are told as such, and not as unrelated or out of order.
func TestTwoLanguagesAreTold(t *testing.T) {
	old, new := &resolution.Document{Language: "fr"}, &resolution.Document{Language: "ar"}
	old.Adopted, new.Adopted = resolution.Date{Year: 2147, Month: 1, Day: 1}, resolution.Date{Year: 2145, Month: 1, Day: 1}
	warnings := diff.Compare(old, new).Warnings
	if len(warnings) != 1 || warnings[0].Kind != diff.TwoLanguages {
		t.Errorf("got %v, want that there are two languages, and nothing else", warnings)
	}
}
