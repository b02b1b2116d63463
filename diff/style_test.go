package diff

import (
	"strings"
	"testing"
)

// What drafters call style: another word for the same, another part of speech, the same
// thing by a pronoun or in full, a name completed from elsewhere. Beside each kind stands
// what looks like it and is none.
func TestStyleIsRoutine(t *testing.T) {
	for _, c := range []struct{ why, old, new, want string }{
		{"two words for one thing", "Urges keepers to rest, particularly in winter;", "Urges keepers to rest, in particular in winter;", "routine: synonym"},
		{"a purpose in more words", "Urges keepers to rest to save oil;", "Urges keepers to rest in order to save oil;", "routine: synonym"},
		{"a noun and a verb for one act", "Urges keepers to help in the fight against fog;", "Urges keepers to help in combating fog;", "routine: inflected"},
		{"where something is listed", "Decides to list kites under the item entitled “Lamps”;", "Decides to list kites under the agenda item entitled “Lamps”;", "routine: synonym"},
		{"the noun of a verb", "Requests means to properly fulfil the mandate of the reef;", "Requests means for the proper fulfilment of the mandate of the reef;", "routine: inflected inflected"},
		{"two nouns of two verbs", "Urges keepers to rest in order to protect and improve the reef;", "Urges keepers to rest for the protection and improvement of the reef;", "routine: inflected inflected"},
		{"what is protected is not protective", "Notes the protection of the reef;", "Notes the prohibition of the reef;", "substantive: wording"},
		{"words of their own", "Urges keepers to act within their respective lamps;", "Urges keepers to act within their lamps;", "routine: grammar"},
		{"the whole of a compound", "Notes the resolutions of the Harbour Council on tea;", "Notes the Harbour Council resolutions on tea;", "routine: order"},
		{"who does it to whom", "Notes that bakers taught keepers tea;", "Notes that keepers taught bakers tea;", "substantive: order-turned"},
		{"said by a pronoun", "Regrets the lamps of the bakers until the lamps are lit;", "Regrets the lamps of the bakers until they are lit;", "routine: referent"},
		{"said in full again", "Notes that keepers of the reef rest, and thanks them for tea;", "Notes that keepers of the reef rest, and thanks the keepers of the reef for tea;", "routine: referent"},
		{"said of another", "Notes that keepers of the reef rest, and thanks them for tea;", "Notes that keepers of the reef rest, and thanks the bakers of the coast for tea;", "substantive: wording"},
		{"words in another order", "Urges keepers, inter alia, to rest;", "Urges keepers to, inter alia, rest;", "routine: order"},
	} {
		if got := causesOf([]string{c.old}, []string{c.new}); got != c.want {
			t.Errorf("%s:\n%s\n%s\n got %s\nwant %s", c.why, c.old, c.new, got, c.want)
		}
	}
}

// The title of what is only cited or noted goes with it.
func TestTitlesGoWithWhatTheyName(t *testing.T) {
	for _, c := range []struct{ why, old, new, want string }{
		{"the title of a reference rolled forward", "pp1||Reaffirming its resolution 253/1 of 8 May 2199 on the oil of lamps,", "pp1||Reaffirming its resolution 255/2 of 7 May 2201 on the keeping of bells,", "routine: citation-rolled"},
		{"the title of one more reference", "pp1||Recalling its resolution 253/1 of 8 May 2219,", "pp1||Recalling its resolution 253/1 of 8 May 2219 and its resolution 274/3 of 9 May 2220 on the oil of lamps,", "routine: citation-listed"},
		{"a title that is asked for", "op1|1.|Urges keepers to follow resolution 253/1 on oil;", "op1|1.|Urges keepers to follow resolution 253/1 on bells;", "substantive: wording"},
		{"the report of another year", "op1|1.|Takes note of the report of the Secretary-General on the oil of lamps;", "op1|1.|Takes note of the report of the Secretary-General entitled “Bells, at last”;", "routine: report-rolled"},
		{"the report shortened", "op1|1.|Takes note of the report of the Secretary-General on the oil of lamps;", "op1|1.|Takes note of the report of the Secretary-General;", "routine: report-rolled"},
		{"a report that is asked for", "op1|1.|Requests the report of the Secretary-General on the oil of lamps;", "op1|1.|Requests the report of the Secretary-General on bells;", "substantive: wording"},
		{"the old text joins what is recalled", "pp1||Recalling the words of the Panel on Teacups,", "pp1||Recalling the words of the Panel on Teacups and resolution 273/58,", "routine: citation-listed"},
	} {
		if got := causesOf([]string{c.old}, []string{c.new}); got != c.want {
			t.Errorf("%s:\n%s\n%s\n got %s\nwant %s", c.why, c.old, c.new, got, c.want)
		}
	}
}

// The short name of what either text names in full somewhere is no other name.
func TestNamesCompletedFromElsewhere(t *testing.T) {
	full := "Welcomes the Special Warden on the rights of all keepers, the Open-ended Working Group, Coastal States, other States and the Northern Lights Lamp Fund;"
	for _, c := range []struct{ why, old, new, want string }{
		{"a mandate by its short name", "Asks the Special Warden on the rights of all keepers to rest;", "Asks the Special Warden to rest;", "routine: name"},
		{"another mandate", "Asks the Special Warden on the rights of all keepers to rest;", "Asks the Special Warden on the rights of bakers to rest;", "substantive: wording"},
		{"the fuller name of a body", "Asks the keepers to help the Working Group;", "Asks the keepers to help the Open-ended Working Group;", "routine: name"},
		{"not all States", "Asks States to help the keepers;", "Asks Coastal States to help the keepers;", "substantive: wording"},
		{"the name that is the head of another", "Notes the Northern Lights Lamp Fund Local Desks of the coast;", "Notes the Lamp Fund Local Desks of the coast;", "routine: name"},
	} {
		if got := causesOf([]string{full, c.old}, []string{full, c.new}); !strings.HasPrefix(got, c.want) {
			t.Errorf("%s:\n%s\n%s\n got %s\nwant %s", c.why, c.old, c.new, got, c.want)
		}
	}
}
