package main

import (
	"errors"
	"slices"

	voices "reprise/report/tell"
	"reprise/resolution"
	"reprise/resolution/symbol"
)

// isVersion tells a text that is a version of a resolution from what amends or
// corrects one.
func isVersion(d *resolution.Document) bool { return !d.Genre.Amending() }

// withoutAmendments leaves out what is no version of a text, and says what it is,
// which draft it amends and which command applies it.
func (f *inputFlags) withoutAmendments(s surroundings, documents []*resolution.Document) []*resolution.Document {
	given := map[symbol.Symbol]bool{}
	for _, d := range documents {
		given[d.Symbol] = given[d.Symbol] || isVersion(d)
	}
	return slices.DeleteFunc(slices.Clone(documents), func(d *resolution.Document) bool {
		if isVersion(d) {
			return false
		}
		f.amendments = append(f.amendments, d)
		if d.Amends != "" && given[d.Amends] {
			return true // it is held against what followed its draft
		}
		tell(s.stderr, "passed over: "+voices.In(d.Language).NotAVersion(d))
		return true
	})
}

// comparable refuses an amendment beside a version; two amendments are compared
// as texts of their own.
func (f *compareFlags) comparable(documents []*resolution.Document) error {
	versions := 0
	var other *resolution.Document
	for _, d := range documents {
		if isVersion(d) {
			versions++
		} else {
			other = d
		}
	}
	if other == nil || versions == 0 {
		return nil
	}
	return errors.New(voiceFor(f.say, other).NotAVersion(other))
}
