package diff

import "testing"

// What readers found to be style and routine, by kind: none of it is told as a change of
// substance, and what stands beside each case and looks like it is.
func TestStyleIsToldAsStyle(t *testing.T) {
	for _, c := range []struct{ why, old, new, want string }{
		{"a call made again by its noun", "Calls upon the keepers to rest on Sundays;", "Reiterates the call to the keepers to rest on Sundays;", "routine: lead-renewed"},
		{"a verb said again in a list", "pp1||Noting the fog, stressing the lamps of the reef, as well as the horns of the northern coast,", "pp1||Noting the fog, stressing the lamps of the reef, and stressing the horns of the northern coast,", "routine: lead-renewed"},
		{"two clauses of one verb, one in the other", "pp1||Recalling the lamps of the reef,\nRecalling also the bells and horns of the coast,", "pp1||Recalling the lamps of the reef, including the bells and horns of the coast,", "routine: punctuation"},
		{"a title with commas", "Takes note of the report of the Secretary-General on the keeping of kites, the Programme for the Further Keeping of Bells and the outcomes of the Fair of Keepers;", "Takes note of the report of the Secretary-General;", "routine: report-rolled"},
		{"years in a title that is cited", "pp1||Recalling its resolution 273/19 of 21 July 2218 on the programme of kites for the decade 2211–2220,", "pp1||Recalling its resolution 274/19 of 22 July 2219 on the programme of kites for the decade 2221–2230,", "routine: citation-rolled"},
		{"a title that goes on", "pp1||Recalling Assembly resolution 273/19 of 21 July 2218 on the lighting of the lamps of the reef,", "pp1||Recalling Assembly resolution 274/19 of 22 July 2219 entitled “Lighting of the lamps of the reef: storms and floods”,", "routine: citation-rolled"},
		{"whose it is by a pronoun", "pp1||Recognizing the lamps that bakers keep, and the need for the full rest of bakers at all hours,", "pp1||Recognizing the lamps that bakers keep, and the need for their full rest at all hours,", "routine: referent grammar"},
		{"a symbol newly printed", "pp1||Recalling its resolution of 18 December 2217 on kites, and the bells of the reef,", "pp1||Recalling its resolution 272/58 of 18 December 2217 on kites, and the bells of the reef,", "routine: citation-worded"},
		{"an adjective behind its noun", "Encourages keepers to adopt the measures necessary to keep lamps dry;", "Encourages keepers to adopt the necessary measures to keep lamps dry;", "routine: order"},
		{"a noun before what it is made of", "Notes the development of programmes of assistance for keepers;", "Notes the development of assistance programmes for keepers;", "routine: order"},
		{"borne in mind", "pp1||Keeping in mind the fog of the coast,", "pp1||Bearing in mind the fog of the coast,", "routine: lead-neutral"},
		{"a short name is given", "pp1||Recalling the Lamp Convention, and the duties that the Convention brings,", "pp1||Recalling the Lamp Convention (“the Convention”), and the duties that the Convention brings,", "routine: name"},
		{"the number of a yearly fair", "pp1||Welcoming the third annual fair of keepers, held from 3 to 7 May 2218,", "pp1||Welcoming the fair of keepers, held from 4 to 8 May 2219,", "routine: event date-rolled"},
		{"one of several procedures", "Notes the Code of Conduct for Special Procedures Mandate Holders of the Coast;", "Notes the Code of Conduct for Special Procedure Mandate Holders of the Coast;", "routine: inflected"},
		{"asks in another order", "Decides to put the item “Kites” on its agenda, and requests the Secretary-General to write a report on the lamps of the reef;", "Requests the Secretary-General to write a report on the lamps of the reef, and decides to put the item “Kites” on its agenda;", "routine: order"},
		{"a place and a date that moved on", "pp1||Welcoming the twelfth session of the Conference of Keepers, held in Port Quay, Northern Lights, in November 2218,", "pp1||Welcoming the thirteenth session of the Conference of Keepers, held in Reef, from 3 to 9 November 2219,", "routine: event session-rolled date-rolled"},
		{"a mark that a figure has kept", "Notes the Strategic Plan for Kites 2211–222011 and its lamps;", "Notes the Strategic Plan for Kites 2211–2220 and its lamps;", "routine: punctuation"},
		{"a misprint for a preposition", "pp1||Recalling its resolution 272/58 or 18 December 2217 on kites,", "pp1||Recalling its resolution 272/58 of 18 December 2217 on kites,", "routine: grammar"},
	} {
		t.Run(c.why, func(t *testing.T) {
			if got := causesOf([]string{c.old}, []string{c.new}); got != c.want {
				t.Errorf("%s\n%s\n got %s\nwant %s", c.old, c.new, got, c.want)
			}
		})
	}
}
