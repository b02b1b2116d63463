package diff

import (
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"reprise/align"
	"reprise/diff/nature"
	"reprise/internal/lexicon"
	"reprise/resolution"
	"reprise/resolution/symbol"
)

// told compares one clause with its rewording in a text that also holds the
// other clauses given, and tells its reasons: "routine: citation \"\" -> ...".
func told(old, new string, context ...string) string {
	a, b := text("op1|1.|"+old), text("op1|1.|"+new)
	for i, line := range context {
		id := fmt.Sprintf("pp%d||", i+1)
		a.Clauses = append(a.Clauses, text(id+line).Clauses...)
		b.Clauses = append(b.Clauses, text(id+line).Clauses...)
	}
	s, _ := newSetting(a, b, "")
	ch := s.describe(align.Link{Old: a.Clauses[:1], New: b.Clauses[:1]})
	var out []string
	for _, r := range ch.Reasons {
		out = append(out, fmt.Sprintf("%s %q > %q", r.Kind(), r.Old.Text(), r.New.Text()))
	}
	return ch.Nature.String() + ": " + strings.Join(out, "; ")
}

func TestReasons(t *testing.T) {
	for _, c := range []struct{ why, old, new, want string }{
		// Routine: the text only moves with the calendar.
		{"the predecessor joins the list",
			"Recalling its resolutions 265/49 of 8 December 2210 and 271/65 of 5 December 2216,",
			"Recalling its resolutions 265/49 of 8 December 2210, 271/65 of 5 December 2216 and 273/58 of 5 December 2218,",
			`routine: citation "" > "273/58 of 5 December 2218"`},
		{"a citation is rolled forward", "Recalling its resolution 273/58 of 5 December 2218 on kites,", "Recalling its resolution 275/67 of 7 December 2220 on kites,",
			`routine: citation "273/58 of 5 December 2218" > "275/67 of 7 December 2220"`},
		{"the symbol of a report", "Takes note of the report (A/273/510);", "Takes note of the report (A/275/399);",
			`routine: citation "A/273/510" > "A/275/399"`},
		{"a session", "Decides to return to kites at its two hundred and fifth session;", "Decides to return to kites at its two hundred and seventh session;",
			`routine: session "two hundred and fifth" > "two hundred and seventh"`},
		{"a mandate to the same day of a later year", "Decides to extend the mandate until 31 October 2222;", "Decides to extend the mandate until 31 October 2223;",
			`routine: date "31 October 2222" > "31 October 2223"`},
		{"an anniversary", "Marking the thirtieth anniversary of the lamp,", "Marking the thirty-second anniversary of the lamp,",
			`routine: ordinal "thirtieth" > "thirty-second"`},
		{"one more meeting in a list of meetings",
			"Welcomes the meetings of keepers, on 15 October 2209 in Quay, 15 March 2211 in Harbour and 27 February 2215 in Dune, on lamps;",
			"Welcomes the meetings of keepers, on 15 October 2209 in Quay, 15 March 2211 in Harbour, 27 February 2215 in Dune and 11 April 2219 in Reef, on lamps;",
			`routine: list "" > "and 11 April 2219 in Reef"`},
		{"host and place of a recurrent meeting",
			"Noting the fifth session of the Congress, held in Quay from 7 to 18 November 2216,", "Noting the sixth session of the Congress, held in Port Reef from 2 to 14 December 2218,",
			`routine: event "Quay" > "Port Reef"; session "fifth" > "sixth"; date "7 to 18 November 2216" > "2 to 14 December 2218"`},
		{"sequence in the lead", "Welcomes the kites;", "Also welcomes the kites;", `routine: sequence "Welcomes" > "Also welcomes"`},
		{"sequence at a second verb", "Notes the lamps, and recalling the bells;", "Notes the lamps, and recalling also the bells;", `routine: sequence "" > "also"`},
		{"the date of something known", "Recalling the Kite Charter, and noting its spirit,", "Recalling the Kite Charter, adopted in 2205, and noting its spirit,",
			`routine: date "" > "adopted in 2205,"`},
		{"capitals", "Notes the kite week;", "Notes the Kite Week;", `routine: capitals "kite week" > "Kite Week"`},
		{"spelling", "Notes the organisation of labour;", "Notes the organization of labor;", `routine: style "organisation of labour" > "organization of labor"`},
		{"hyphens", "Notes the zero tolerance policy;", "Notes the zero-tolerance policy;", `routine: style "zero tolerance" > "zero-tolerance"`},
		{"inflection", "Notes the commitment to keep lamps;", "Notes the commitment to keeping lamps;", `routine: style "keep" > "keeping"`},
		{"tense", "Notes that the week will mark the end of fog;", "Notes that the week marks the end of fog;", `routine: style "will mark" > "marks"`},
		{"calls on is calls upon", "Calls on keepers to rest;", "Calls upon keepers to rest;", `routine: lead "Calls on" > "Calls upon"`},
		{"both before and", "Notes the lamps of sea and shore;", "Notes the lamps of both sea and shore;", `routine: grammar "" > "both"`},
		{"inter alia behind including", "Notes lamps, including, inter alia, with regard to bells;", "Notes lamps, including with regard to bells;", `routine: grammar "inter alia" > ""`},
		{"an interval in other words", "Invites keepers to observe annually the Day of the Lamp in fog;", "Invites keepers to observe the Day of the Lamp in fog every year;", `routine: order "annually" > "every year"`},
		{"a verb in another spelling", "Urges the cooks to practice kindness;", "Urges the cooks to practise kindness;", `routine: style "practice" > "practise"`},
		{"his or her", "Thanks the head keeper and his or her cooks;", "Thanks the head keeper and the cooks;", `routine: grammar "his or her" > "the"`},
		{"marks", "Notes the lamps, bells and horns;", "Notes the lamps, bells, and horns;", `routine: punctuation "" > ","`},
		{"grammar", "Notes lamps in the harbour;", "Notes lamps at the harbour;", `routine: grammar "in" > "at"`},
		{"another order", "Asks the keepers to fully trim the lamps;", "Asks the keepers to trim the lamps fully;", `routine: order "fully" > "fully"`},
		{"another order of a list", "Requests timely, steady and full oil for lamps;", "Requests full, steady and timely oil for lamps;", `routine: order "timely" > "timely"`},
		{"the last of a list goes to its middle", "Notes the civil, tidal, saline, polar and solar rights;", "Notes the civil, polar, saline, solar and tidal rights;", `routine: order "tidal" > "tidal"`},
		{"an object elsewhere", "Requests the keepers to send to the cooks of the long northern coast a full count;", "Requests the keepers to send a full count to the cooks of the long northern coast;",
			`routine: order "full" > "full"`},
		{"a time elsewhere", "Decides to count lamps at the harbour in autumn;", "Decides in autumn to count lamps at the harbour;", `routine: order "autumn" > "autumn"`},
		{"an actor elsewhere in a list, beside another change", "Thanks civil society, the cooks and the bakers at sea;", "Thanks the cooks, civil society and the bakers on shores;",
			`substantive: wording "at sea" > "on shores"; order "civil society" > "civil society"`},
		{"a lead in another spelling", "Authorizes the keepers to rest;", "Authorises the keepers to rest;", `routine: style "Authorizes" > "Authorises"`},
		{"the short name of an organ", "Notes the work of the Assembly on fog;", "Notes the work of the General Assembly on fog;", `routine: name "" > "General"`},
		{"rolled forward, and elsewhere now",
			"Recalling all resolutions on fog, the most recent being Council resolution 45/6 of 6 October 2220 and Assembly resolution 275/182 of 16 December 2220,",
			"Recalling all resolutions on fog, the most recent being Assembly resolution 276/163 of 16 December 2221 and Council resolution 48/10 of 8 October 2221,",
			`routine: citation "45/6 of 6 October 2220" > "48/10 of 8 October 2221"; citation "275/182 of 16 December 2220" > "276/163 of 16 December 2221"; citation "Council resolution 45/6 of 6 October 2220 and" > ""`},
		{"a footnote mark left behind", "Notes the lamps of the reef, 4", "Notes the lamps of the reef, 12", `routine: punctuation "4" > "12"`},
		{"a known short name", "Notes the 2030 Agenda for Sustainable Development;", "Notes the 2030 Agenda;", `routine: name "for Sustainable Development" > ""`},

		{"notes and takes note are neutral", "Notes the lamps of the reef;", "Takes note of the lamps of the reef;", `routine: lead "Notes" > "Takes note"`},

		// Substantive: who is asked, what, by when, how strongly.
		{"a stronger lead", "Encourages keepers to rest;", "Urges keepers to rest;", `substantive: lead "Encourages" > "Urges"`},
		{"another lead", "Recalls the lamps;", "Welcomes the lamps;", `substantive: lead "Recalls" > "Welcomes"`},
		{"intensity", "Condemns the fog;", "Strongly condemns the fog;", `substantive: intensity "Condemns" > "Strongly condemns"`},
		{"manner", "Notes with interest the lamps;", "Notes with concern the lamps;", `substantive: manner "Notes with interest" > "Notes with concern"`},
		{"manner in another intensity", "Expresses its grave concern at the fog;", "Expresses its deep concern at the fog;",
			`substantive: intensity "Expresses its grave concern" > "Expresses its deep concern"`},
		{"a lead before the lead", "Calls upon all keepers to rest;", "Emphasizes that fog is a danger, and calls upon all keepers to rest;",
			`substantive: lead "" > "Emphasizes that fog is a danger"`},
		{"the lead before another goes", "Emphasizes that fog is a danger, and calls upon all keepers to rest;", "Calls upon all keepers to rest;",
			`substantive: lead "Emphasizes that fog is a danger" > ""`},
		{"a lead before a lead with its sequence", "Further urges all keepers to rest;", "Recognizes that fog is a danger, and urges all keepers to rest;",
			`substantive: lead "" > "Recognizes that fog is a danger"; sequence "Further urges" > "urges"`},
		{"a further ask", "Welcomes the lamps of the reef;", "Welcomes the lamps of the reef, and encourages the keepers to rest;",
			`substantive: lead "" > "encourages the keepers to rest"`},
		{"a further ask, linked", "Welcomes the lamps of the reef;", "Welcomes the lamps of the reef, and in this regard strongly encourages the keepers to rest;",
			`substantive: lead "" > "strongly encourages the keepers to rest"`},
		{"a further ask is dropped", "Notes the fog, urges the keepers to rest, and thanks the cooks;", "Notes the fog, and thanks the cooks;",
			`substantive: lead "urges the keepers to rest" > ""`},
		{"a further ask of another strength", "Notes the fog, and requests the keepers to rest;", "Notes the fog, and encourages the keepers to rest;",
			`substantive: lead "requests" > "encourages"`},
		{"a further ask of another intensity", "Notes the fog, and urges the keepers to rest;", "Notes the fog, and strongly urges the keepers to rest;",
			`substantive: intensity "urges" > "strongly urges"`},
		{"a noun is no lead", "Notes the lamps of the reef;", "Notes the lamps and requests for oil of the reef;", `substantive: list "" > "and requests for oil"`},
		{"a number", "Requests 12 lamps for the reef;", "Requests 15 lamps for the reef;", `substantive: number "12" > "15"`},
		{"who helps whom", "Requests Member States to assist the Secretariat in its search;", "Requests the Secretariat to assist Member States in its search;",
			`substantive: order "Member States" > "Member States"`},
		{"words that exchange their places", "Urges bakers to honour the wishes of butchers;", "Urges butchers to honour the wishes of bakers;",
			`substantive: order "bakers" > "bakers"`},
		{"a qualifier of another verb", "Invites keepers, as appropriate, to count all lamps and to lend oil to ships;", "Invites keepers to count all lamps and to lend oil to ships, as appropriate;",
			`substantive: order "appropriate" > "appropriate"`},
		{"who is occupied", "Notes the duty of the occupying Power towards the occupied harbour;", "Notes the duty of the occupied Power towards the occupying harbour;",
			`substantive: order "occupying" > "occupying"`},
		{"who helps, in small letters", "Requests keepers to help the cooks with lamps;", "Requests the cooks to help keepers with lamps;", `substantive: order "keepers" > "keepers"`},
		{"a qualifier past a word that joins", "Invites keepers to report, as appropriate, and to lend oil;", "Invites keepers to report and to lend, as appropriate, oil;",
			`substantive: order "appropriate" > "appropriate"`},
		{"a term of art", "Notes the fog and food and lamp safety;", "Notes the fog and food safety and lamp;", `substantive: order "lamp" > "lamp"`},
		{"a number in words", "Requests two lamps for the reef;", "Requests three lamps for the reef;", `substantive: number "two" > "three"`},
		{"a number with a year beside it", "Notes 12 lamps lit;", "Notes that in 2219 some 15 lamps lit;", `substantive: number "12" > "15"; wording "12" > "that in 2219 some 15"`},
		{"money", "Approves $1,250 for lamps;", "Approves $1,500 for lamps;", `substantive: number "$1,250" > "$1,500"`},
		{"another deadline", "Requests lamps by 1 March 2220 for the reef;", "Requests lamps by 30 September 2221 for the reef;",
			`substantive: date "1 March 2220" > "30 September 2221"`},
		{"the same meeting, put off", "Welcomes the twelfth Congress of Keepers, to be held in Quay from 18 to 23 October 2220, on lamps;", "Welcomes the twelfth Congress of Keepers, to be held in Quay from 25 to 30 April 2221, on lamps;",
			`substantive: date "18 to 23 October 2220" > "25 to 30 April 2221"`},
		{"another interval", "Requests an annual report on lamps;", "Requests a biennial report on lamps;", `substantive: interval "annual" > "biennial"`},
		{"an actor is named", "Invites States to fly kites;", "Invites States and civil society to fly kites;", `substantive: actor "" > "civil society"`},
		{"another actor", "Invites Member States to fly kites;", "Invites States to fly kites;", `substantive: actor "Member States" > "States"`},
		{"a qualifier", "Invites keepers to report on lamps;", "Invites keepers to report, as appropriate, on lamps;", `substantive: qualifier "" > "as appropriate"`},
		{"modality", "Stresses that lamps should burn;", "Stresses that lamps shall burn;", `substantive: modality "should" > "shall"`},
		{"and to or", "Stresses lamps and bells;", "Stresses lamps or bells;", `substantive: modality "and" > "or"`},
		{"not", "Stresses that fog is a danger;", "Stresses that fog is not a danger;", `substantive: modality "" > "not"`},
		{"to continue", "Requests keepers to take steps;", "Requests keepers to continue to take steps;", `substantive: wording "" > "to continue"`},
		{"a reference is dropped", "Recalling its resolutions 265/49 and 271/65 on kites,", "Recalling its resolution 271/65 on kites,",
			`substantive: citation "265/49" > ""`},
		{"an instrument is named", "Requests keepers to act on lamps;", "Requests keepers to act on lamps in accordance with resolution 271/65;",
			`substantive: citation "" > "271/65"; wording "" > "in accordance with resolution 271/65"`},
		{"an earlier reference", "Demands that resolution 2231 (2215) be kept;", "Demands that resolution 1929 (2210) be kept;",
			`substantive: citation "2231 (2215)" > "1929 (2210)"`},
		{"from some or from all", "Calls for withdrawal from harbours taken in the fog;", "Calls for withdrawal from the harbours taken in the fog;", `substantive: wording "" > "the"`},
		{"by is not with", "Notes the plan approved by the keepers;", "Notes the plan approved with the keepers;", `substantive: wording "by" > "with"`},
		{"what was is not what is", "Notes that fog is a danger to ships;", "Notes that fog has been a danger to ships;", `substantive: wording "is" > "has been"`},
		{"an instrument joins those that shape a mandate",
			"Decides to extend the mandate in resolution 2231 (2215), as modified by resolution 2240 (2216) on lamps;",
			"Decides to extend the mandate in resolution 2231 (2215), as modified by resolutions 2240 (2216) and 2250 (2217) on lamps;",
			`substantive: citation "" > "2250 (2217)"; style "resolution" > "resolutions"`},
		{"a proportion is no reference", "Calls for 60/40 shares of oil between keepers and cooks;", "Calls for 50/50 shares of oil between keepers and cooks;",
			`substantive: number "60/40" > "50/50"`},
		{"a people is not peoples", "Notes the rights of the people of the coast;", "Notes the rights of the peoples of the coast;", `substantive: wording "people" > "peoples"`},
		{"any is not all", "Notes any lamps;", "Notes all lamps;", `substantive: qualifier "any" > "all"`},
		{"numbers of other things", "Notes that 26 members of the guild of bakers were sent home in the fog, and that the lamps failed them at sea;", "Notes that the head baker was sent away for 27 years of tea, and that the lamps failed them at sea;",
			`substantive: wording "26 members of the guild of bakers were sent home in the fog" > "the head baker was sent away for 27 years of tea"`},
		{"how often", "Requests a report every 30 days on lamps;", "Requests a report every 60 days on lamps;", `substantive: interval "30" > "60"`},
		{"one more article", "Notes articles 1 and 2 of the Charter of Lamps;", "Notes articles 1, 2 and 6 of the Charter of Lamps;",
			`substantive: citation "articles 1 and 2" > "articles 1, 2 and 6"`},
		{"other paragraphs", "Recalls paragraphs 27 to 32 of the plan;", "Recalls paragraphs 34 to 39 of the plan;",
			`substantive: citation "paragraphs 27 to 32" > "paragraphs 34 to 39"`},
		{"a title", "Notes the item entitled “Kites” on lamps;", "Notes the item entitled “Teacups” on lamps;", `substantive: title "“Kites”" > "“Teacups”"`},
		{"a number in words is dropped", "Notes the three lamps of the reef;", "Notes the lamps of the reef;", `substantive: wording "three" > ""`},
		{"the last of a list of numbers", "Notes lamps 1, 2", "Notes lamps 1, 3", `substantive: number "2" > "3"`},
		{"an actor at the head of more", "Invites the keepers to fly kites;", "Invites the keepers, and civil society that loves tea to fly kites;",
			`substantive: actor "" > ", and civil society that loves tea"`},
		{"an actor inside more is not asked", "Invites the keepers to fly kites;", "Invites the keepers to fly kites with lamps lent by civil society;",
			`substantive: wording "" > "with lamps lent by civil society"`},
		{"an actor that only changed its place", "Notes the lamps that civil society lit, the oil and the bells of Quay;", "Notes the bells of Quay, the oil that the bakers and civil society sold;",
			`substantive: wording "the lamps that civil society lit, the oil and" > ""; wording "" > ", the oil that the bakers and civil society sold"`},
		{"another council", "Notes the work of the Council on fog;", "Notes the work of the Security Council on fog;", `substantive: wording "Council" > "Security Council"`},
		{"a list grows", "Notes the lamps, bells and horns of the coast;", "Notes the lamps, bells, buoys and horns of the coast;", `substantive: list "" > ", buoys"`},
		{"an aside is no member", "Notes the fog on the coast, as well as in the harbour;", "Notes the fog on the coast, including in northern bays, as well as in the harbour;",
			`substantive: wording "" > "including in northern bays,"`},
		{"a circumstance is no member", "Requests the keepers to rest, on Sundays;", "Requests the keepers, in coordination with host cooks, to rest, on Sundays;",
			`substantive: wording "" > ", in coordination with host cooks,"`},
		{"a word between and and its noun is no member", "Notes bells and trafficking of tea;", "Notes bells and secret trafficking of tea;", `substantive: wording "" > "secret"`},
		{"developed is not developing", "Invites developed lands to act;", "Invites developing lands to act;", `substantive: wording "developed" > "developing"`},
		{"style inside other words is not told", "Notes the fog that he described in his report on lamps;", "Notes the fog as reported by the cooks on lamps;",
			`substantive: wording "that he described in his report" > "as reported by the cooks"`},
		{"other words", "Notes the wide reach of lamps;", "Notes the narrow reach of lamps;", `substantive: wording "wide" > "narrow"`},
	} {
		t.Run(c.why, func(t *testing.T) {
			if got := told(c.old, c.new); got != c.want {
				t.Errorf("%s\n%s\n got %s\nwant %s", c.old, c.new, got, c.want)
			}
		})
	}
}

// Short names that the texts themselves define are house style.
func TestNamesThatTheTextsDefine(t *testing.T) {
	context := "Recalling the Northern Union of Kite Flyers (NUKF) and its Programme for Kite Education,"
	for _, c := range []struct{ why, old, new, want string }{
		{"abbreviated", "Thanks the Northern Union of Kite Flyers for lamps;", "Thanks NUKF for lamps;",
			`routine: name "Northern Union of Kite Flyers" > "NUKF"; grammar "the" > ""`},
		{"shortened, and rolled", "Invites the Programme for Kite Education at its 2217 session;", "Invites the Programme at its 2218 session;",
			`routine: date "2217" > "2218"; name "for Kite Education" > ""`},
		{"shortened", "Notes the Programme for Kite Education again;", "Notes the Programme again;", `routine: name "for Kite Education" > ""`},
	} {
		if got := told(c.old, c.new, context); got != c.want {
			t.Errorf("%s:\n got %s\nwant %s", c.why, got, c.want)
		}
	}
}

// The interval of a report is its session less that of the text.
func TestIntervalOfReports(t *testing.T) {
	old := text("op1|1.|Requests a report on kites at its two hundred and seventy-fourth session;")
	new := text("op1|1.|Requests a report on kites at its two hundred and seventy-seventh session;")
	for _, c := range []struct {
		session string
		want    Nature
	}{{"276", Routine}, {"275", Substantive}, {"", Routine}} {
		old.Session, new.Session = "273", c.session
		if got := Compare(old, new).Changes[0].Nature; len(old.Clauses) == 1 && got != c.want {
			t.Errorf("from session 273 to %q: %v, want %v", c.session, got, c.want)
		}
	}
}

// What is to come is measured from the adoption of its text, by the year.
func TestYearsToCome(t *testing.T) {
	for _, c := range []struct {
		old, new string
		want     Nature
	}{
		{"to end the count of lamps in 2221", "to end the count of lamps in 2222", Routine},
		{"to end the count of lamps in 2221", "to end the count of lamps in 2223", Substantive},
		{"to end the count of lamps in 2221", "to end the count of lamps in 2230", Substantive},
		{"to report to the Council at its 2221 session", "to report to the Council at its 2222 session", Routine},
		{"to report to the Council at its 2221 session", "to report to the Council at its 2225 session", Substantive},
		{"to report every two years, beginning in 2221", "to report every two years, beginning in 2224", Substantive},
		{"to meet on 1 March 2221 in Quay", "to meet on 3 March 2222 in Quay", Routine},
		{"to meet on 1 March 2221 in Quay", "to meet on 30 September 2222 in Quay", Substantive},
		{"to meet from 3 to 7 May 2221 in Quay", "to meet from 3 to 4 May 2222 in Quay", Substantive},
		{"to meet from 3 to 7 May 2221 in Quay", "to meet from 2 to 6 May 2222 in Quay", Routine},
		{"to hold the third congress from 3 to 14 May 2221 in Quay", "to hold the third congress from 2 to 13 June 2221 in Quay", Substantive},
		{"to hold the third congress from 3 to 14 May 2221 on lamps", "to hold the fourth congress from 2 to 4 May 2222 on lamps", Routine},
	} {
		old, new := text("op1|1.|Requests the keepers "+c.old+";"), text("op1|1.|Requests the keepers "+c.new+";")
		old.Adopted, new.Adopted = resolution.Date{Year: 2220, Month: 12, Day: 5}, resolution.Date{Year: 2221, Month: 12, Day: 5}
		if got := Compare(old, new).Changes[0].Nature; got != c.want {
			t.Errorf("%q to %q: %v, want %v", c.old, c.new, got, c.want)
		}
	}
}

// A document that joins a list is routine where it came after the old text.
func TestOlderDocumentsThatJoinAList(t *testing.T) {
	list := "Recalling its resolutions 265/49 of 8 December 2210 and 267/31 of 3 December 2212%s,"
	for _, c := range []struct {
		joins string
		want  Nature
	}{{", as well as 273/58 of 5 December 2218", Routine}, {", as well as 264/3 of 5 October 2209", Substantive},
		{", 273/58", Routine}, {", 272/9", Routine}, {", 264/3", Substantive}, {", 1540 (2204)", Substantive}, {", 1653 (XVI)", Substantive}, {", 2540 (2217)", Substantive}, {", Human Rights Council resolution 251/10 of 6 October 2217", Substantive}} {
		old, new := text("pp1||"+fmt.Sprintf(list, "")), text("pp1||"+fmt.Sprintf(list, c.joins))
		old.Adopted, old.Symbol, old.Body = resolution.Date{Year: 2216, Month: 12, Day: 5}, "A/RES/271/65", symbol.GeneralAssembly
		new.Body = symbol.GeneralAssembly
		if got := Compare(old, new).Changes[0].Nature; got != c.want {
			t.Errorf("%q joins: %v, want %v", c.joins, got, c.want)
		}
	}
}

// Resolutions of the Human Rights Council's sessions of one year are of one age:
// 7/4 and 8/4 are both of 2008, before the old text of 2009.
func TestEarlySessionsOfACouncilThatJoinAList(t *testing.T) {
	list := "Recalling Council resolutions 5/1 of 18 June 2007 and 6/30%s,"
	for joins, want := range map[string]Nature{", and 7/4": Substantive, ", and 8/4": Substantive, ", and 10/4": Routine} {
		old, new := text("pp1||"+fmt.Sprintf(list, "")), text("pp1||"+fmt.Sprintf(list, joins))
		old.Adopted, old.Symbol, old.Body, new.Body = resolution.Date{Year: 2009, Month: 3, Day: 26}, "A/HRC/RES/10/1", "HRC", "HRC"
		if got := Compare(old, new).Changes[0].Nature; got != want {
			t.Errorf("%q joins: %v, want %v", joins, got, want)
		}
	}
}

// A reference that someone is asked to act on is the text's own line rolled
// forward, or another instrument.
func TestReferencesToActOn(t *testing.T) {
	for _, c := range []struct {
		why, old, new string
		want          Nature
	}{
		{"the text's own predecessor", "Requests keepers to keep to resolution 271/65 in full;", "Requests keepers to keep to resolution 273/58 in full;", Routine},
		{"a newer one of a list that is recalled", "Requests keepers to keep to resolution 272/7 in full;", "Requests keepers to keep to resolution 274/9 in full;", Routine},
		{"another instrument", "Requests keepers to keep to resolution 265/1 in full;", "Requests keepers to keep to resolution 275/1 in full;", Substantive},
		{"an earlier one, by its number", "Requests keepers to keep to resolution 274/9 in full;", "Requests keepers to keep to resolution 272/7 in full;", Substantive},
		{"another report is no instrument", "Requests keepers to read the report (A/273/510);", "Requests keepers to read the report (A/275/399);", Routine},
		{"an earlier one is noted", "Notes resolution 1540 (2204) on fog;", "Notes resolution 1325 (2200) on fog;", Substantive},
		{"a later one is noted", "Notes resolution 1325 (2200) on fog;", "Notes resolution 1540 (2204) on fog;", Routine},
	} {
		old, new := text("pp1||Recalling resolutions 272/7 and 273/8,", "op1|1.|"+c.old), text("pp1||Recalling resolutions 272/7, 273/8 and 274/9,", "op1|1.|"+c.new)
		old.Symbol, new.Symbol = "A/RES/273/58", "A/RES/275/67"
		old.Body, new.Body = symbol.GeneralAssembly, symbol.GeneralAssembly
		if got := Compare(old, new).Changes[1].Nature; got != c.want {
			t.Errorf("%s: %v, want %v", c.why, got, c.want)
		}
	}
}

// The interval at another body is its session, by how many it holds a year.
func TestIntervalAtOtherBodies(t *testing.T) {
	const year, twoYears = 2221, 2222
	for _, c := range []struct {
		why      string
		old, new string
		adopted  int
		want     Nature
	}{
		{"the Assembly a year later", "the General Assembly at its two hundred and seventy-eighth session", "the General Assembly at its two hundred and seventy-ninth session", year, Routine},
		{"the Assembly a year later, and two on", "the General Assembly at its two hundred and seventy-eighth session", "the General Assembly at its two hundred and eightieth session", year, Substantive},
		{"a commission meets each year", "the Commission on Fog at its twenty-second session", "the Commission on Fog at its twenty-third session", twoYears, Substantive},
		{"a commission two years later", "the Commission on Fog at its twenty-second session", "the Commission on Fog at its twenty-fourth session", twoYears, Routine},
		{"nobody knows how often these meet", "the Congress of Keepers at its twenty-second session", "the Congress of Keepers at its twenty-third session", twoYears, Substantive},
		{"the Assembly's session before its name", "the two hundred and seventy-eighth session of the General Assembly", "the two hundred and eightieth session of the General Assembly", year, Substantive},
		{"the Assembly's session before its name, a year later", "the two hundred and seventy-eighth session of the General Assembly", "the two hundred and seventy-ninth session of the General Assembly", year, Routine},
		{"the Council's own session", "the Council at its fifty-sixth session", "the Council at its fifty-ninth session", year, Routine},
		{"the Council's own session, at another interval", "the Council at its fifty-sixth session", "the Council at its sixty-second session", year, Substantive},
		{"two bodies, respectively", "the Council and the General Assembly at their fifty-sixth and two hundred and seventy-eighth sessions", "the Council and the General Assembly at their fifty-ninth and two hundred and seventy-ninth sessions", year, Routine},
	} {
		old, new := text("op1|1.|Requests the keepers to report to "+c.old+";"), text("op1|1.|Requests the keepers to report to "+c.new+";")
		for i, d := range []*resolution.Document{old, new} {
			d.Body = "HRC"
			d.Session, d.Adopted = []string{"53", "56"}[i], resolution.Date{Year: []int{2220, c.adopted}[i], Month: 7, Day: 12}
		}
		if got := Compare(old, new).Changes[0].Nature; got != c.want {
			t.Errorf("%s: %v, want %v", c.why, got, c.want)
		}
	}
}

// No State holds sessions: behind its name they are the text's own organ's.
func TestSessionsBehindAState(t *testing.T) {
	old := text("op1|1.|Decides to hold a dialogue on fog in Norway at its fifty-second session, with the Special Rapporteur;")
	new := text("op1|1.|Decides to hold a dialogue on fog in Norway at its fifty-fifth session, with the Special Rapporteur;")
	for i, d := range []*resolution.Document{old, new} {
		d.Body, d.Session = "HRC", []string{"50", "53"}[i]
		d.Adopted = resolution.Date{Year: 2222 + i, Month: 7, Day: 12}
	}
	if got := Compare(old, new).Changes[0]; got.Nature != Routine {
		t.Errorf("the same interval: %v, want routine: %v", got.Nature, got.Reasons)
	}
}

// A point without a lead asks what its chapeau asks.
func TestPointsAskAsTheirChapeau(t *testing.T) {
	for _, c := range []struct {
		lead string
		want Nature
	}{{"Requests the keepers:", Substantive}, {"Recalls:", Routine}} {
		version := func(cited string) *resolution.Document {
			d := text("op1|1.|"+c.lead, "op1(a)|(a)|To keep to resolutions 261/7 and 262/9"+cited+" in full;")
			d.Clauses[1].Parent, d.Clauses[1].Depth = "op1", 1
			d.Body = symbol.GeneralAssembly
			return d
		}
		if got := paired(version(""), version(" and 263/5")).Changes[1]; got.Nature != c.want {
			t.Errorf("%s %v, want %v: %v", c.lead, got.Nature, c.want, got.Reasons)
		}
	}
}

// The mark of a note that a text does not print is no number.
func TestMarksOfLostNotes(t *testing.T) {
	old, new := text("pp1||Recalling the tea of the reef, lit by lamps,"), text("pp1||Recalling the tea of the reef 21 lit by lamps,")
	old.Footnotes, new.Footnotes = []resolution.Footnote{{Mark: "21", Text: "See A/275/1."}}, []resolution.Footnote{{Mark: "22", Text: "See A/275/2."}}
	old.Clauses[0].Notes = []resolution.NoteRef{{Mark: "21", At: 27}}
	for _, r := range paired(old, new).Changes[0].Reasons {
		if r.Kind() == nature.NumberKind {
			t.Errorf("told as a number: %+v", r)
		}
	}
}

// A mandate's term is its end less the day of adoption.
func TestTermOfMandates(t *testing.T) {
	for _, c := range []struct {
		why      string
		adopted  resolution.Date
		old, new string
		want     Nature
	}{
		{"a year each time", resolution.Date{Year: 2221, Month: 10, Day: 29}, "31 October 2221", "31 October 2222", Routine},
		{"a year, then three months", resolution.Date{Year: 2221, Month: 10, Day: 29}, "31 October 2221", "31 January 2222", Substantive},
		{"three months moved on", resolution.Date{Year: 2221, Month: 1, Day: 30}, "31 October 2221", "31 January 2222", Routine},
	} {
		old, new := text("op1|1.|Decides to extend the mandate of the keepers until "+c.old+";"), text("op1|1.|Decides to extend the mandate of the keepers until "+c.new+";")
		old.Adopted, new.Adopted = resolution.Date{Year: 2220, Month: 10, Day: 30}, c.adopted
		if got := Compare(old, new).Changes[0].Nature; got != c.want {
			t.Errorf("%s: %v, want %v", c.why, got, c.want)
		}
	}
}

func TestAUsersScaleOfLeads(t *testing.T) {
	a, b := text("op1|1.|Notes the long and winding coast of lamps;"), text("op1|1.|Praises the long and winding coast of lamps;")
	c, err := CompareWith(a, b, Options{Leads: "scale\tKeepers' scale\npraise\t1\tnote\npraise\t2\tpraise\n"})
	if err != nil {
		t.Fatal(err)
	}
	if why := c.Changes[0].Reasons[0].Cause; why != nature.LeadStronger || c.Scale != "Keepers' scale" {
		t.Errorf("reason is %v on the %s, want stronger on the keepers' scale", why, c.Scale)
	}
	for _, bad := range []string{"note", "note\tfirst\tnote", "# nothing"} {
		if _, err := CompareWith(a, b, Options{Leads: bad}); err == nil {
			t.Errorf("leads file %q: want an error", bad)
		}
	}
}

func TestFamiliesOfLeads(t *testing.T) {
	scale := lexicon.OrDefault("en").Scale()
	for _, c := range []struct {
		old, new string
		want     lexicon.Direction
	}{
		{"note", "take note", lexicon.Sideways}, // neutral, both (decision 55/488)
		{"note", "welcome", lexicon.Stronger},
		{"urge", "encourage", lexicon.Weaker},
		{"note", "urge", lexicon.Unknown}, // across families nothing is claimed
		{"decide", "note", lexicon.Unknown},
	} {
		if got := scale.Compare(c.old, c.new); got != c.want {
			t.Errorf("%s to %s: %v, want %v", c.old, c.new, got, c.want)
		}
	}
}

func TestNatureOfPartsAndTheRest(t *testing.T) {
	s, _ := newSetting(text(), text(), "")
	moved := Change{Link: align.Link{Old: text("pp1||Lamps").Clauses, New: text("op1|1.|Lamps").Clauses}}
	if s.judge(&moved); moved.Nature != Substantive {
		t.Error("a clause that goes from preamble to operative part is substantive")
	}
	meeting := s.describe(align.Link{Old: text("back1||12th meeting").Clauses, New: text("back1||13th meeting").Clauses})
	if meeting.Nature != NoNature || meeting.Status != Reworded {
		t.Error("the meeting line has no nature")
	}
}

// A clause without a word is compared as others are.
func TestNatureOfAnEmptyClause(t *testing.T) {
	s, _ := newSetting(text(), text(), "")
	for _, c := range [][2]string{{"", ","}, {",", ""}, {"", ""}} {
		s.judge(&Change{Link: align.Link{Old: text("op1|1.|" + c[0]).Clauses, New: text("op1|1.|" + c[1]).Clauses}})
	}
}

// The comparison never panics, its counts add up, and the same input gives the
// same result (law 5).
func TestCompareHolds(t *testing.T) {
	words := rapid.SampledFrom([]string{"Welcomes", "Also", "notes", "kites", "lamps", "the", "of", "and", "or", "not", ",", ";", "(", ")", "NUKF",
		"5 December 2218", "273/58", "resolution", "seventy-fifth", "session", "by", "2220", "Member States", "as appropriate", "paragraph 5 above", "“Kites”", "é", "\xff"})
	draw := func(t *rapid.T, name string) *resolution.Document {
		d := text()
		for i, n := range rapid.SliceOfN(rapid.SliceOfN(words, 0, 12), 0, 5).Draw(t, name) {
			d.Clauses = append(d.Clauses, text(fmt.Sprintf("op%d|%d.|%s", i+1, i+1, strings.Join(n, " "))).Clauses...)
		}
		return d
	}
	rapid.Check(t, func(t *rapid.T) {
		old, new := draw(t, "old"), draw(t, "new")
		c := Compare(old, new)
		s := c.Summary
		if total := s.Kept + s.Reworded + s.Added + s.Removed + s.Split + s.Merged + s.Rearranged; total != len(c.Changes) {
			t.Fatalf("%d changes counted of %d", total, len(c.Changes))
		}
		if again := fmt.Sprintf("%+v", Compare(old, new).Summary); again != fmt.Sprintf("%+v", s) {
			t.Fatalf("another result on the same input")
		}
	})
}
