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
		{"a year put to a symbol", "pp1||Recalling its resolutions 271/34 of 27 September 2217 and 272/34 of 26 September 2218, which called for lamps,", "pp1||Recalling its resolutions 271/34 of 27 September 2217, 272/34 of 26 September 2218 and 273/34 of 2219, which called for lamps,", "routine: citation-listed"},
		{"a title with a colon and commas in its marks", "Takes note of the report of the Secretary-General on the keeping of kites and the outcomes of the Fair of Keepers;", "Takes note of the report of the Secretary-General entitled “Towards the keeping of kites: the work of the northern reef, including the keeping of bells, building on the Fair”;", "routine: report-rolled"},
		{"a second report is no title of the first", "Takes note of the report of the Secretary-General on the keeping of kites;", "Takes note of the report of the Secretary-General on the keeping of kites and the report of the Guild on the oil of the reef;", "substantive: list-grown"},
		{"a title with rights and a list in it", "pp1||Reaffirming its resolutions, the most recent of which was resolution 273/22 of 23 March 2218 on the equality of keepers and the rights of keepers to tea, and welcoming the kites,", "pp1||Reaffirming its resolutions, the most recent of which was resolution 274/12 of 31 March 2219 on the kites of keepers in sport, and oil and bells, and welcoming the kites,", "routine: citation-rolled"},
		{"a yearly meeting told anew", "pp1||Noting the words of the annual meeting of keepers, held at Lamp House on 25 September 2218 on the theme “Oil for all the keepers of the long northern reef and of the coast: a light for the harbour”,", "pp1||Noting the words of the annual meeting of keepers, held virtually on 23 September 2219 on the theme “Bells for all the bakers of the southern shore, in the harbour and at sea: a new horn”,", "routine: event"},
		{"where and when something known was adopted", "pp1||Recalling the Act of the Guild, adopted at the meeting of the Keepers of the Guild, held in Quay from 10 to 12 July 2200,", "pp1||Recalling the Act of the Guild, adopted in 2200 in Quay,", "routine: date-of-known date-of-known"},
		{"meetings that are no longer listed", "pp1||Recalling the words of the Guild at all its sessions, held in Quay, Northern Lights, on 9 July 2212, in Reef from 10 to 12 July 2213 and in Dune on 1 July 2216,", "pp1||Recalling the words of the Guild at all its sessions,", "routine: date-of-known"},
		{"a meeting that is called off", "Decides to hold a meeting of keepers, in Quay on 9 July 2222;", "Decides to hold a meeting of keepers;", "substantive: wording-dropped"},
		{"who is given something owns it", "Requests the bakers to provide the Secretary-General with all the oil and tea necessary for the lamps of the reef;", "Requests the bakers to provide all the oil and tea necessary for the lamps of the reef of the Secretary-General;", "routine: order"},
		{"who is kept from something", "Notes laws that keep States from the full use of tea at sea;", "Notes laws that keep the full use of tea of States at sea;", "routine: order"},
		{"support in a compound", "Notes the growth of programmes of assistance and support for keepers;", "Notes the growth of assistance and support programmes for keepers;", "routine: order"},
		{"more goes with its adverb", "Notes the need to meet more effectively the lamps that they face at sea, and rests;", "Notes the need to meet the lamps that they face at sea more effectively, and rests;", "routine: order"},
		{"said before and behind its thing", "Calls upon keepers to reach those in vulnerable places, and to rest;", "Calls upon keepers to reach those in places of vulnerability, and to rest;", "routine: inflected"},
		{"a verb that works with its object", "pp1||Noting the work of the keepers to implement their commitments under the Lamp Charter,", "pp1||Noting the work of the keepers to meet their commitments under the Lamp Charter,", "routine: synonym"},
		{"a verb of another object", "pp1||Noting the work of the keepers to implement their bells under the Lamp Charter,", "pp1||Noting the work of the keepers to meet their bells under the Lamp Charter,", "substantive: wording"},
		{"earlier resolutions are summed up", "pp1||Recalling its previous relevant resolutions, the most recent of which was resolution 271/145 of 17 December 2216, as well as those of the Guild,", "pp1||Recalling its resolution 273/58 of 17 December 2219 and its previous relevant resolutions, as well as those of the Guild,", "routine: citation-listed citation-pruned"},
		{"a report gives way to the next", "pp1||Taking note of the reports S/2218/949, as well as S/2217/203 and S/2216/361,", "pp1||Taking note of the report S/2219/939,", "routine: citation-rolled citation-pruned citation-pruned"},
		{"a statement is no resolution of another body", "pp1||Recalling Presidential Statement 2215/25,", "pp1||Recalling Presidential Statement 2215/25, Resolution 2331 (2219),", "routine: citation-listed"},
		{"words that carry a citation", "pp1||Recalling the sixth review of the Lamp Strategy, in General Assembly resolution 272/284 of 26 June 2218,", "pp1||Recalling the seventh review of the Lamp Strategy as adopted in General Assembly resolution 273/291 of 30 June 2219,", "routine: citation-rolled citation-worded ordinal-rolled"},
	} {
		t.Run(c.why, func(t *testing.T) {
			if got := causesOf([]string{c.old}, []string{c.new}); got != c.want {
				t.Errorf("%s\n%s\n got %s\nwant %s", c.old, c.new, got, c.want)
			}
		})
	}
}
