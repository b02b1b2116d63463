package diff

import (
	"fmt"
	"strings"
	"testing"

	"reprise/resolution"
)

// causesOf compares two texts whose clauses stand in the same order and tells the
// causes of the last: "routine: lead-renewed".
func causesOf(old, new []string) string {
	version := func(lines []string) []string {
		out := make([]string, len(lines))
		for i, line := range lines {
			out[i] = line
			if !strings.Contains(line, "|") {
				out[i] = fmt.Sprintf("op%d|%d.|%s", i+1, i+1, line)
			}
		}
		return out
	}
	a, b := text(version(old)...), text(version(new)...)
	a.Adopted.Year, b.Adopted.Year = 2219, 2220
	a.Symbol, b.Symbol = "A/RES/273/58", "A/RES/274/61"
	c := paired(a, b)
	ch := c.Changes[len(c.Changes)-1]
	var causes []string
	for _, r := range ch.Reasons {
		causes = append(causes, r.Cause.String())
	}
	return ch.Nature.String() + ": " + strings.Join(causes, " ")
}

// What readers found untrue, by kind: each is said no more, or as it is.
func TestReasonsAreTrue(t *testing.T) {
	for _, c := range []struct{ why, old, new, want string }{
		{"a call said again", "Calls upon the keepers to rest on Sundays;", "Reiterates its call upon the keepers to rest on Sundays;", "routine: lead-renewed"},
		{"a condemnation said again", "Condemns the theft of lamps;", "Reaffirms its condemnation of the theft of lamps;", "routine: lead-renewed"},
		{"an encouragement that goes on", "Encourages keepers to rest on Sundays;", "Continues to encourage keepers to rest on Sundays;", "routine: lead-renewed"},
		{"a feeling in other words", "Supports the work of the keepers;", "Expresses support for the work of the keepers;", "routine: lead-renewed"},
		{"the same stance, weaker all the same", "Demands that the keepers rest on Sundays;", "Reiterates its call upon the keepers to rest on Sundays;", "substantive: lead-weaker grammar"},
		{"verbs of two statements", "Condemns the theft of brass lamps from the reef;", "Welcomes the new school for bakers in Quay;", "substantive: lead-added lead-dropped"},
		{"a place is no actor", "Notes the games of keepers held in summer;", "Notes the games of keepers held in summer in Norway;", "substantive: wording-added"},
		{"whom the clause speaks of is no actor", "Notes the lamps of the coast;", "Notes the lamps of the coast, seen by women and girls;", "substantive: wording-added"},
		{"an addressee who is named elsewhere", "Urges States to rest, and welcomes the lamps of civil society;", "Urges States and civil society to rest, and welcomes the lamps of civil society;", "substantive: wording-added"},
		{"a new addressee", "Urges States to rest;", "Urges States and civil society to rest;", "substantive: actor-named"},
		{"a number that comes alone is no other number", "Notes the lamps of the reef;", "Notes the 18 lamps of the reef;", "substantive: wording-added"},
		{"a number in figures", "Requests lamps within thirty days;", "Requests lamps within 30 days;", "routine: respelt"},
		{"numbers of two things", "Notes target 3.8 on tea;", "Notes rule 5.4 on oil;", "substantive: wording"},
		{"a year before there were resolutions is no date", "Requests the Committee to rest;", "Requests the 1540 Committee to rest;", "substantive: wording-added"},
		{"a date told less exactly", "Notes the fair of keepers of 22 and 23 June 2219;", "Notes the fair of keepers of June 2219;", "routine: date-of-known"},
		{"a date that got its year", "Recalling the statement of the Guild of 16 March on lamps,", "Recalling the statement of the Guild of 16 March 2219 on lamps,", "routine: date-of-known"},
		{"a day that a deadline got its year for", "Requests the keepers to rest by 16 March;", "Requests the keepers to rest by 16 March 2219;", "substantive: deadline"},
		{"a misprinted date of one document", "Recalling its resolution 273/58 of 19 July 2219,", "Recalling its resolution 273/58 of 11 July 2219,", "routine: date-corrected"},
		{"no calendar goes back", "Notes the fair of keepers of 22 June 2219;", "Notes the fair of keepers of 3 May 2217;", "substantive: date-changed"},
		{"the latest gives way to the latest", "Recalling its resolutions 253/1 of 8 May 2199, 255/2 of 7 May 2201 and 257/3 of 6 May 2203,", "Recalling its resolutions 253/1 of 8 May 2199 and 259/4 of 5 May 2205,",
			"routine: citation-rolled citation-pruned"},
		{"ordinals of two things", "Notes the first reports of keepers;", "Notes the fourth conference of bakers;", "substantive: wording"},
		{"a qualifier that moved", "Notes that all lamps burn, and the other bells of the reef ring;", "Notes that other lamps burn, and all the bells of the reef ring;", "substantive: order-turned order-turned"},
		{"a qualifier said once for both", "Notes all the lamps and all the bells of the reef;", "Notes all the lamps and the bells of the reef;", "routine: grammar"},
		{"further support is no sequence", "Requests keepers to support the reef;", "Requests keepers to further support the reef;", "substantive: qualifier-added"},
		{"a pronoun binds nobody", "Invites the keeper to show the lamp he or she keeps;", "Invites the keeper to show the lamp he keeps;", "routine: grammar"},
		{"peoples are not people", "Notes the kites of indigenous people;", "Notes the kites of indigenous peoples;", "substantive: wording"},
		{"a year put to an ask is when it is due", "Invites the keepers to review the lamps with the bakers;", "Invites the keepers to review the lamps in 2224 with the bakers;", "substantive: date-named"},
		{"a number that tells one thing from others", "Notes target 3.8 of the coast;", "Notes target 5.4 of the coast;", "substantive: reference"},
		{"a number before the same word", "Notes that 94 keepers rest and 96 bakers sing;", "Notes that 103 bakers sing;", "substantive: number wording"},
		{"years count nothing", "Invites keepers to plan the 2219 fair;", "Invites keepers to read the notes of the 2222 fair;", "substantive: wording"},
		{"a member of a list of names", "Notes the Summer Fair of the reef, and the Winter Fair of the coast;", "Notes the Summer and Winter Fair of the reef, and the Winter Fair of the coast;", "substantive: wording-added"},
		{"one date of several that stay", "Notes the fairs in Quay, Reef and Dune in 2218, 2222 and 2224;", "Notes the fairs in Quay, Reef and Dune in 2220, 2222 and 2224;", "substantive: date-changed"},
		{"one more date with its place", "Notes the fairs in Quay and Reef in 2212 and 2214;", "Notes the fairs in Quay, Dune and Reef in 2212, 2213 and 2214;", "substantive: list-grown list-grown"},
		{"a date gives way to words", "Notes the 2216 fair of the reef;", "Notes the latest fair of the reef;", "substantive: wording"},
		{"a guess binds nobody", "Notes the lamps that may fail at night;", "Notes the lamps that fail at night;", "substantive: wording-dropped"},
		{"a guess of people binds nobody", "Notes the keepers who may fail at night;", "Notes the keepers who fail at night;", "substantive: wording-dropped"},
		{"an ask that is only to be considered", "Requests keepers to provide lamps for the reef;", "Requests keepers to consider providing lamps for the reef;", "substantive: modality"},
		{"paragraph 2 of article 1", "Recalls articles 1 (2) and 3 of the Lamp Convention;", "Recalls articles 1, 2 and 3 of the Lamp Convention;", "substantive: reference"},
		{"a term that is dropped", "Requests keepers to write a report, no later than 30 September 2225, on lamps;", "Requests keepers to write a report on lamps;", "substantive: date-dropped"},
		{"a term that is new", "Requests keepers to write a report on lamps;", "Requests keepers to write a report on lamps by the end of 2225;", "substantive: date-named"},
		{"a condition inside other words", "Urges keepers to light the northern lamps at once;", "Urges keepers to clean, as appropriate, the brass horns at once;", "substantive: qualifier-added wording"},
		{"an instrument inside other words", "Urges keepers to follow the customs of the northern reef at once;", "Urges keepers to follow the Convention on the Rights of Lamps and its duties at once;", "substantive: citation-named wording"},
		{"a dash is no other date", "Notes the fair of 5−6 December 2218, and the lamps;", "Notes the fair of 5–6 December 2218, and the lamps;", "routine: punctuation"},
		{"a name behind an office is no list", "Thanks the Head of the Guild, Mary Lamp, in particular her work and rest;", "Thanks the Head of the Guild, in particular her work and rest;", "substantive: wording-dropped"},
		{"a symbol gone with its words", "Requests keepers to follow the rules of the northern review (S/2218/716) at sea;", "Requests keepers to follow the rules at sea;", "substantive: citation-dropped wording-dropped"},
		{"what others did is no act of the text", "pp1||Recalling the tea,", "pp1||Recalling the tea, and recalling that the Assembly, in its resolution 273/24, encouraged relevant keepers to rest,", "substantive: lead-added"},
		{"what is allowed binds", "Decides that keepers may rest;", "Decides that keepers shall rest;", "substantive: modality"},
		{"a call made again", "Calls upon keepers to rest;", "Again calls upon keepers to rest;", "routine: lead-renewed"},
		{"marks are no spelling", "Requests keepers to rest, and bakers to sing;", "Requests keepers to rest; and bakers to sing;", "routine: punctuation"},
		{"a title is no member of a list", "Decides to list kites and bells, under item 4;", "Decides to list kites and bells, a sub-item entitled “Lamps”, under item 4;", "substantive: wording-added"},
		{"a misprinted year of one resolution", "Recalling resolution 2118 (2113) on tea,", "Recalling resolution 2118 (2013) on tea,", "routine: date-corrected"},
		{"the short name of an organ", "Notes the tea of the Economic and Social Council, and invites the Economic and Social Council to rest;", "Notes the tea of the Economic and Social Council, and invites the Council to rest;", "routine: name"},
		{"two clauses of one verb", "pp1||Recalling the lamps of the reef,\nRecalling also the bells and horns of the coast,", "pp1||Recalling the lamps of the reef and the bells and horns of the coast,", "routine: punctuation"},
		{"whose it is", "Notes that the bakers and the Guild light their lamps;", "Notes that the bakers and the Guild light its lamps;", "substantive: wording"},
		{"other wording is said once", "Notes the oil of the northern reef and the kites of the harbour, as lit by bakers;", "Notes the tea of the northern reef and the gulls of the harbour;", "substantive: wording wording wording"},
		{"what a speech says is no act of the text", "pp1||Taking note of the lamps of the reef,", "pp1||Taking note of the lamps of the reef, and further noting the address by the Warden stressing that keepers are brave and calling for tea and bread at sea,", "substantive: lead-added"},
		{"an aim beside another is no act", "pp1||Recalling the lamps of the reef,", "pp1||Recalling the lamps of the reef, calling on bakers to take steps towards counting gulls, establishing a warm kitchen, to ensure tea,", "substantive: lead-added"},
		{"notes and welcomes of two things", "pp1||Recalling the tea, taking note of the news of the northern harbour of the Lamp Bank,", "pp1||Recalling the tea, welcoming the May treaty that keepers of gulls signed on the Lamp Bank harbour after a long and cold winter at sea,", "substantive: lead-added wording"},
		{"a short name with a hyphen", "Urges keepers to hold a UN facilitated fair;", "Urges keepers to hold a UN-facilitated fair;", "routine: respelt"},
		{"a document noted in other words", "pp1||Recalling the lamps, noting the adoption by consensus of resolution 51/22 of 7 October 2212 on the kites of the northern reef at sea and on shore,", "pp1||Recalling the lamps, taking note of resolution 51/22 of 7 October 2212 and resolution 279/239 of 24 December 2218,", "substantive: wording citation-listed"},
		{"stakeholders of another sort", "Encourages States and all other stakeholders to rest;", "Encourages States and relevant stakeholders to rest;", "substantive: wording"},
		{"another ask under the same verb", "Reiterates its request for the Lamp Mission to follow the advice of the review of the reef;", "Requests the Secretary-General to write a count of gulls by the first day of May;", "substantive: actor-changed wording"},
		{"initials behind another name", "Urges help for the Office of the United Nations High Commissioner for Human Rights (OHCHR), and rests;", "Urges help for the United Nations High Commissioner for Human Rights (OHCHR), and rests;", "substantive: wording"},
		{"another body is asked", "Calls upon the Lamp Panel Experts to fulfil their work at sea;", "Calls upon the High Contracting Cooks to fulfil their work at sea;", "substantive: actor-changed"},
		{"the same body by a longer name", "Calls upon the Lamp Panel to fulfil its work at sea;", "Calls upon the Great Lamp Panel of Experts to fulfil its work at sea;", "substantive: wording wording"},
	} {
		t.Run(c.why, func(t *testing.T) {
			if got := causesOf([]string{c.old}, []string{c.new}); got != c.want {
				t.Errorf("%s\n%s\n got %s\nwant %s", c.old, c.new, got, c.want)
			}
		})
	}
}

// What stands in another clause now is not dropped, and what comes from one not added.
func TestWordsThatWentElsewhere(t *testing.T) {
	ask := "encourages the bakers of the northern harbour to bring warm bread to every lamp at night"
	apart := []string{"Notes the tea of the coast;", "Welcomes the lamps of the reef;"}
	for _, c := range []struct{ why, oldFirst, newFirst, oldLast, newLast, want string }{
		{"an ask carried into another clause", apart[0], "Notes the tea of the coast, and " + ask + ";", "Welcomes the lamps of the reef, and " + ask + ";", apart[1], "substantive: moved-out"},
		{"an ask that comes from another clause", "Notes the tea of the coast, and " + ask + ";", apart[0], apart[1], "Welcomes the lamps of the reef, and " + ask + ";", "substantive: moved-in"},
		{"words carried into another clause", "Notes the tea of the coast;", "Notes the tea of the coast, including the warm bread that bakers of the northern harbour bring;", "Welcomes the lamps of the reef, including the warm bread that bakers of the northern harbour bring;", "Welcomes the lamps of the reef;", "substantive: moved-out"},
		{"a reference cited elsewhere", "Recalls resolution 253/1;", "Recalls resolutions 253/1 and 255/2;", "Notes the lamps, as in resolution 255/2;", "Notes the lamps;", "routine: citation-elsewhere"},
	} {
		if got := causesOf([]string{c.oldFirst, c.oldLast}, []string{c.newFirst, c.newLast}); got != c.want {
			t.Errorf("%s: got %s, want %s", c.why, got, c.want)
		}
	}
}

// A clause that is gone, or new, is told with the clause that has most of it in its order,
// an ask with an ask; a name that both speak of is not enough.
func TestClausesTakenUpInOthers(t *testing.T) {
	ask := "Encourages the bakers of the northern harbour to bring warm bread to every lamp at night;"
	for _, c := range []struct{ why, gone, kept, now, want string }{
		{"an ask in another ask", ask, "Urges keepers to rest;", "Urges keepers to rest, and the bakers of the northern harbour to bring warm bread to every lamp;", "substantive: taken-up"},
		{"an ask that is only spoken of", ask, "Notes tea;", "Notes tea, and that the bakers of the northern harbour bring warm bread to every lamp at night;", "substantive: "},
		{"a name that both have", "Encourages the Lamp and Bell Keepers of the Northern Harbour to sing;", "Urges cooks to rest;", "Urges cooks to thank the Lamp and Bell Keepers of the Northern Harbour for the count of gulls;", "substantive: "},
		{"words that the old text had twice", ask, "Urges keepers to rest, and the bakers of the northern harbour to bring warm bread to every lamp at night;", "Urges keepers to rest, and the bakers of the northern harbour to bring warm bread to every lamp at night;", "substantive: "},
	} {
		if got := causesOf([]string{c.kept, c.gone}, []string{c.now}); got != c.want {
			t.Errorf("%s: got %s, want %s", c.why, got, c.want)
		}
	}
}

// A point asks with the verb of its chapeau; what opens it is no other verb.
func TestPointsSpeakWithTheirChapeau(t *testing.T) {
	old := text("op1|1.|Urges keepers to rest on Sundays after long nights;")
	new := text("op1|1.|Urges keepers:", "op1(a)|(a)|Ensuring that they rest on Sundays after long nights;")
	old.Clauses = append(text("op2|2.|Notes tea;").Clauses, old.Clauses...)
	new.Clauses[1].Parent, new.Clauses[1].Depth = "op1", 1
	for _, r := range paired(old, new).Changes[1].Reasons {
		if strings.HasPrefix(r.Cause.String(), "lead") {
			t.Errorf("told as %v: %q to %q", r.Cause, r.Old.Text(), r.New.Text())
		}
	}
}

// Each section counts its paragraphs anew: what was renumbered in one says nothing of
// a reference in another.
func TestReferencesKeepToTheirSection(t *testing.T) {
	old := text("op1|1.|Requests tea for the keepers of paragraph 2;", "op2|2.|Notes the kites of the coast;", "op3|3.|Notes the gulls;", "op2|2.|Notes the bells of the harbour;")
	new := text("op1|1.|Requests tea for the keepers of paragraph 3;", "op2|2.|Notes the kites of the coast;", "op3|3.|Notes the gulls;", "op3|3.|Notes the bells of the harbour;")
	for _, d := range []*resolution.Document{old, new} {
		d.Clauses[3].ID, d.Clauses[3].Section = "II/"+d.Clauses[3].ID, "II"
	}
	if got := paired(old, new).Changes[0].Nature; got != Substantive {
		t.Errorf("a reference to another paragraph is %v, because one of another section was renumbered", got)
	}
}
