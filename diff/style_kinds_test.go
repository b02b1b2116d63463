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
		{"a name by its initials", "Notes the growth of the Keepers Union chart in the north;", "Notes the growth of the KU chart in the north;", "substantive: wording"},
		{"a name by three initials", "Notes the growth of the Lamp Oil Table in the north;", "Notes the growth of the LOT in the north;", "routine: name"},
		{"initials that leave words out", "Notes the growth of the Northern Lights country team Lamp-wide Oil Plan gull count scorecard;", "Notes the growth of the NLCT LWOP scorecard;", "routine: name"},
		{"at and about", "Notes the talk at lamps of the reef;", "Notes the talk about lamps of the reef;", "routine: grammar"},
		{"a rough number", "Requests keepers to light 20 lamps;", "Requests keepers to light about 20 lamps;", "substantive: wording"},
		{"words that link", "pp1||Keeping in mind, therefore, that there are lamps of many sorts,", "pp1||Bearing in mind in this regard that there are lamps of many sorts,", "routine: lead-neutral grammar"},
		{"what a statement lists among others", "pp1||Noting that the Guild found that lamps burn,", "pp1||Noting that the Guild found, inter alia, that lamps burn,", "routine: grammar"},
		{"said again for the next member", "pp1||Noting the need to count thefts and losses of lamps of the reef and bells of the coast,", "pp1||Noting the need to count thefts and losses of lamps of the reef and losses of bells of the coast,", "routine: referent"},
		{"who does it, by a pronoun", "Notes that laws must not hinder people of the coast in the use of their lamps;", "Notes that laws must not hinder people of the coast in the use by such people of their lamps;", "routine: referent"},
		{"what comes back by no pronoun", "Notes that laws must not hinder people of the coast in the use of their lamps;", "Notes that laws must not hinder people of the coast in the use by bakers of their lamps;", "substantive: wording-added"},
		{"resolutions spoken of by their title", "pp1||Recalling Guild resolutions 5/1 of 18 June 2207, 23/18 of 13 June 2213 and 27/28 of 26 September 2214,", "pp1||Recalling Guild resolutions on help and lamps in the field of kites in the Northern Isles,", "routine: citation-pruned citation-pruned citation-pruned"},
		{"resolutions that an ask meant before", "Requests keepers to follow its resolutions 259/296 of 22 June 2205 and 265/289 of 30 June 2211, and other relevant resolutions;", "Requests keepers to follow its resolutions 259/296 of 22 June 2205, 265/289 of 30 June 2211 and 272/264 of 21 June 2218, and other relevant resolutions;", "routine: citation-listed"},
		{"a pact called after the place", "pp1||Recalling the words, including the Quay Lamp Pact, adopted at the twenty-sixth session of the Conference of Keepers, held in Quay in November 2218,", "pp1||Recalling the words adopted at the twenty-seventh session of the Conference of Keepers, held in Reef el-Harbour in November 2219,", "routine: event event session-rolled"},
		{"a pact that no place explains", "pp1||Recalling the words, including the Great Lamp Pact, adopted at the twenty-sixth session of the Conference of Keepers, held in Quay in November 2218,", "pp1||Recalling the words adopted at the twenty-seventh session of the Conference of Keepers, held in Reef in November 2219,", "substantive: wording-dropped event session-rolled date-rolled"},
		{"what is behind a name", "pp1||Endorsing the work of the Lamp Table, in step with its plans,", "pp1||Endorsing the work of the body set up by the Guild to keep lamps, hereafter the Lamp Table, in step with its plans,", "routine: name"},
		{"a participle and a clause", "pp1||Recalling its resolution 266/293 of 17 September 2212 establishing a lamp for the reef,", "pp1||Recalling its resolution 266/293 of 17 September 2212, by which it established a lamp for the reef,", "routine: inflected"},
		{"developing is not developed", "Notes the developing shores of the reef;", "Notes the developed shores of the reef;", "substantive: wording"},
		{"whose a report is, said behind its title", "Takes note of the report on the full use of lamps, prepared by the Secretary-General;", "Takes note of the report of the Secretary-General on the full use of bells;", "routine: report-rolled"},
		{"asks in another order with other sessions", "Decides to put the item “Kites” on the agenda of its two hundred and seventieth session, and requests the keepers to write at its two hundred and seventieth session a report on the lamps of the reef;", "Requests the keepers to write, at its two hundred and seventy-first session, a report on the lamps of the reef, and decides to put the item “Kites” on the agenda of its two hundred and seventy-first session;", "routine: session-rolled session-rolled order punctuation"},
		{"asks in another order, one of them of more", "Decides to put the item “Kites” on the agenda of the Guild, and requests the keepers to write a report on the lamps of the reef;", "Requests the keepers to write a report on the lamps and horns of the reef, and decides to put the item “Kites” on the agenda of the Guild;", "substantive: list-grown order"},
		{"a date with the name of what it dates", "Calls upon keepers to honour the words that they gave on 6 February 2219;", "Calls upon keepers to honour the words that they gave under the Lamp Agreement of 6 February 2219;", "substantive: citation-named wording"},
	} {
		t.Run(c.why, func(t *testing.T) {
			if got := causesOf([]string{c.old}, []string{c.new}); got != c.want {
				t.Errorf("%s\n%s\n got %s\nwant %s", c.old, c.new, got, c.want)
			}
		})
	}
}

// What is named in the clause before, or elsewhere with its date, is the same thing.
func TestStyleOfWhatTheTextNamesElsewhere(t *testing.T) {
	for _, c := range []struct{ why, before, old, new, want string }{
		{"such thefts", "Deplores the theft of lamps by night;", "Stresses the duty to keep bakers from such acts;", "Stresses the duty to keep bakers from theft acts;", "routine: referent"},
		{"thefts of which nobody spoke", "Deplores the fog of the reef by night;", "Stresses the duty to keep bakers from such acts;", "Stresses the duty to keep bakers from theft acts;", "substantive: wording"},
		{"who holds the mandate", "Thanks the Independent Expert for the work of the year;", "Asks keepers to talk with the mandate holder at sea;", "Asks keepers to talk with the Independent Expert at sea;", "routine: referent"},
		{"the name of what a date tells", "Notes the Lamp Agreement of 6 February 2219 at sea;", "Calls upon keepers to honour the words that they gave on 6 February 2219;", "Calls upon keepers to honour the words that they gave under the Lamp Agreement of 6 February 2219;", "routine: name"},
		{"the fuller name of a period", "Notes the financial period from 1 July 2211 to 30 June 2212;", "Decides to keep, for the period from 1 July 2211 to 30 June 2212, the lamps;", "Decides to keep, for the financial period from 1 July 2211 to 30 June 2212, the lamps;", "routine: name"},
		{"a word of its own for a period", "Notes the period from 1 July 2211 to 30 June 2212;", "Decides to keep, for the period from 1 July 2211 to 30 June 2212, the lamps;", "Decides to keep, for the wretched period from 1 July 2211 to 30 June 2212, the lamps;", "substantive: wording-added"},
		{"the practice of kite burning", "Notes the practice of kite burning by night, the practice of kite burning by day, and the end of the practice of kite burning;", "Notes that the practice has no good use at sea;", "Notes that the practice of kite burning has no good use at sea;", "routine: name"},
		{"one practice of several", "Notes the practice of kite burning by night, the practice of tea, and the end of the practice of kite burning;", "Notes that the practice has no good use at sea;", "Notes that the practice of kite burning has no good use at sea;", "substantive: wording-added"},
	} {
		if got := causesOf([]string{c.before, c.old}, []string{c.before, c.new}); got != c.want {
			t.Errorf("%s:\n%s\n%s\n got %s\nwant %s", c.why, c.old, c.new, got, c.want)
		}
	}
}
