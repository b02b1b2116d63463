package points

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"reprise/diff/nature"
	"reprise/internal/lexicon"
	"reprise/resolution"
	"reprise/resolution/clausetest"
)

// text makes a document of lines "id|text".
func text(lines ...string) *resolution.Document {
	d := &resolution.Document{Language: "en"}
	for _, line := range lines {
		id, words, _ := strings.Cut(line, "|")
		c := clausetest.Place(&resolution.Clause{Text: words, Part: resolution.Operative}, id)
		if strings.HasPrefix(id, "pp") {
			c.Part = resolution.Preamble
		}
		d.Clauses = append(d.Clauses, c)
	}
	return d
}

func english(t testing.TB) *lexicon.Lexicon {
	t.Helper()
	lex, err := lexicon.Language("en")
	if err != nil {
		t.Fatal(err)
	}
	return lex
}

// find pairs clauses of two texts by position; one without text has no partner.
func find(t testing.TB, old, new *resolution.Document, reasons ...nature.Reason) []Point {
	var changes []Change
	for i := range max(len(old.Clauses), len(new.Clauses)) {
		ch := Change{Matters: true, Reasons: reasons}
		if i < len(old.Clauses) && old.Clauses[i].Text != "" {
			ch.Old = old.Clauses[i : i+1]
		}
		if i < len(new.Clauses) && new.Clauses[i].Text != "" {
			ch.New = new.Clauses[i : i+1]
		}
		if len(ch.Old) == 0 || len(ch.New) == 0 || ch.Old[0].Text != ch.New[0].Text {
			changes = append(changes, ch)
		}
	}
	lex := english(t)
	return Between(old, new, lex, lex.Scale()).Find(changes)
}

// facts are the facts of points, one a line: act, kind, words.
func facts(list []Point) []string {
	var out []string
	for _, p := range list {
		for _, f := range p.Facts {
			line := f.Act.String() + " " + f.Kind.String()
			if f.Was.Clause != nil {
				line += " -" + f.Was.Text()
			}
			if f.Now.Clause != nil {
				line += " +" + f.Now.Text()
			}
			if f.When.Clause != nil {
				line += " @" + f.When.Text()
			}
			out = append(out, line)
		}
	}
	return out
}

// What is told of one clause, and what is not. Each case is a kind of false point
// that readers met, or of a weighty one that they missed.
func TestFacts(t *testing.T) {
	for _, c := range []struct {
		why, old, new string
		want          []string
	}{
		{"a verb on the scale, of one act", "op1|Encourages keepers to rest on Sundays", "op1|Urges keepers to rest on Sundays",
			[]string{"verb stronger -Encourages +Urges"}},
		{"both verbs are said where no scale orders them", "op1|Welcomes the report of the keepers on lamp oil", "op1|Recalls the report of the keepers on lamp oil",
			[]string{"verb other -Welcomes +Recalls"}},
		{"an act that goes on behind another lead is no other verb", "op1|Calls upon the keepers to trim their wicks before dusk",
			"op1|Reiterates its call upon the keepers to trim their wicks before dusk", nil},
		{"an ask of another body is not the ask of the first", "op1|Invites the gulls, as well as the seals of the reef, to consider the report of the keepers on wicks",
			"op1|Requests the harbour master to seek views on a lamp museum, building on the report of the keepers on wicks",
			[]string{"rewritten ask-new -Invites the gulls, as well as the seals of the reef, to consider the report of the keepers on wicks" +
				" +Requests the harbour master to seek views on a lamp museum, building on the report of the keepers on wicks"}},
		{"what softens an ask makes it weaker", "op1|Urges keepers to increase their stock of lamp oil", "op1|Urges keepers to consider increasing their stock of lamp oil",
			[]string{"adds weaker +to consider"}},
		{"what was never asked is not softened", "op1|Urges keepers to paint the lighthouse", "op1|Urges keepers to paint the lighthouse and to consider the findings of the bakers",
			[]string{"adds scope +and to consider the findings of the bakers"}},
		{"an adjective of a thing softens no ask", "op1|Invites gifts to the lamp fund of the reef", "op1|Invites voluntary gifts to the lamp fund of the reef", nil},
		{"one softening phrase for another does not", "op1|Requests the lamp board to sweep the quay within existing resources",
			"op1|Requests the lamp board to sweep the quay within available resources",
			[]string{"reads scope -within existing resources +within available resources"}},
		{"a mandate of which only the end moved", "op1|Decides to extend the mandate of the Lamp Force for a further period ending on 31 July 2219",
			"op1|Decides to extend the mandate of the Lamp Force for a further period ending on 31 January 2222",
			[]string{"reads mandate -for a further period ending on 31 July 2219 +for a further period ending on 31 January 2222"}},
		{"a term ends at its date", "op1|Decides to extend until 31 March 2220 the mandate of the Lamp Force as set out in paragraph 1 of resolution 2158 (2214)",
			"op1|Decides to extend until 31 May 2222 the mandate of the Lamp Force as set out in paragraph 1 of resolution 2158 (2214)",
			[]string{"reads mandate -until 31 March 2220 +until 31 May 2222"}},
		{"both halves of a term", "op1|", "op1|Decides to extend the mandate of the Lamp Committee for a period of ten years until 30 November 2232",
			[]string{"came mandate +Decides to extend the mandate of the Lamp Committee for a period of ten years until 30 November 2232" +
				" @for a period of ten years until 30 November 2232"}},
		{"dates of two events are not set against each other", "op1|Requests the keepers to submit a report on wicks by 5 May 2219",
			"op1|Requests the keepers to submit a report on wicks, and to convene a feast with bread and honey for gulls by 6 June 2222",
			[]string{"adds scope +and to convene a feast with bread and honey for gulls"}},
		{"two phrases of force in two places", "op1|Encourages keepers, in this regard, to consider taking measures against the fog of the outer reefs",
			"op1|Encourages keepers, in this regard, to take measures, where applicable, against the fog of the outer reefs", nil},
		{"half of a compound that stands alone", "op1|Urges mine-affected harbours to dredge", "op1|Urges mine- and storm-affected harbours to dredge",
			[]string{"adds scope +mine- and storm-affected"}},
		{"a number of one thing", "op1|Authorizes a ceiling of 15,000 troops on the reef", "op1|Authorizes a ceiling of 12,500 troops on the reef",
			[]string{"reads money -15,000 troops +12,500 troops"}},
		{"long and short name of one thing", "op1|Urges the Federal Government of Utopia and the Federal Member States to dredge the harbour",
			"op1|Urges the FGU and the FMS to dredge the harbour", nil},
		{"another form of a word is the word", "op1|Calls upon keepers to assist each other in polishing lamps",
			"op1|Calls upon keepers to assist each other to polish lamps", nil},
		{"words that only changed their place", "op1|Urges keepers to feed gulls, seals and porpoises of the outer reefs in winter",
			"op1|Urges keepers in winter to feed porpoises, gulls and seals of the outer reefs", nil},
		{"a phrase that the other text has is cut off", "op1|Requests the board to weigh the lamps in meeting its saltwater purpose, and to present the report to the harbour",
			"op1|Requests the board to weigh the lamps, and to present the report to the harbour",
			[]string{"drops scope -in meeting its saltwater purpose"}},
		{"what a speech says is no act of the text", "pp1|Taking note of the lamps of the reef", "pp1|Taking note of the lamps of the reef, and further noting the address by the Warden stressing that keepers are brave and calling for tea and bread at sea",
			[]string{"asks other +further noting the address by the Warden stressing that keepers are brave and calling for tea and bread at sea"}},
		{"another spelling is no other word", "op1|Urges the keepers to hold a lighthouse facilitated banquet of herring", "op1|Urges the keepers to hold a lighthouse-facilitated banquet of herring", nil},
		{"a document noted in other words goes on", "pp1|Noting the adoption by consensus of resolution 51/22 of 7 October 2212 on the kites of the northern reef", "pp1|Taking note of resolution 51/22 of 7 October 2212 and resolution 279/239 of 24 December 2218",
			[]string{"drops scope -on the kites of the northern reef"}},
		{"a day is set for what is no report", "op1|Requests the keepers to paint a harmonized lighthouse for the herring of the reef", "op1|Requests the keepers to paint, by 5 December 2225, a harmonized lighthouse for the herring of the reef",
			[]string{"adds deadline +by 5 December 2225"}},
		{"another body is asked", "op1|Calls upon the Lamp Panel Experts to fulfil the harvest of herring at sea", "op1|Calls upon the High Contracting Cooks to fulfil the harvest of herring at sea",
			[]string{"reads actor -the Lamp Panel Experts +the High Contracting Cooks"}},
		{"words in the place of others neither came nor went", "op1|Urges the Ruritanian keepers to paint the lighthouse in bright stripes",
			"op1|Urges the keepers of the Republic of Ruritania to paint the lighthouse in bright checkers",
			[]string{"reads scope -stripes +checkers"}},
		{"a date of something that was decided is no deadline", "op1|",
			"op1|Decides that the feast shall be open to members, as decided by the Council in its decision 1993/215 of 12 February 2193 on the report",
			[]string{"came ask-new +Decides that the feast shall be open to members, as decided by the Council in its decision 1993/215 of 12 February 2193 on the report"}},
		{"a modal verb alone says nothing", "op1|Requests the keepers to list the wicks of the reef", "op1|Requests the keepers to list the wicks that may burn on the reef",
			[]string{"adds scope +that may burn"}},
		{"one modal verb for another does", "op1|Decides that keepers shall sleep in the lighthouse", "op1|Decides that keepers may sleep in the lighthouse",
			[]string{"reads weaker -shall +may"}},
		{"what an act now puts off", "op1|Decides that the first feast of bakers will be held at its forty-fourth session", "op1|Decides, in the light of the fog, to postpone the feast of bakers due at its forty-fourth session to its forty-seventh session",
			[]string{"adds deadline +postpone the feast of bakers due at its forty-fourth session to its forty-seventh session @to its forty-seventh session"}},
		{"numbers of two things", "op1|An additional amount of 24,444 dollars, to be appropriated for the reef", "op1|The unencumbered balance of 3,234 dollars of the harbour in the year before",
			[]string{"came other +The unencumbered balance of 3,234 dollars of the harbour in the year before",
				"went other -An additional amount of 24,444 dollars, to be appropriated for the reef"}},
		{"one term in three halves", "op1|Decides to extend the current mandate of the Lamp Force until 31 May 2213",
			"op1|Decides to extend the mandate of the Lamp Force for a period of 12 months beginning on 1 March 2215 until 29 February 2216",
			[]string{"reads mandate -until 31 May 2213 +for a period of 12 months beginning on 1 March 2215 until 29 February 2216"}},
		{"a term far behind its verb", "op1|Decides to renew, with effect from the date of adoption of this resolution, until 15 December 2223, the Panel of Keepers",
			"op1|Decides to renew, with effect from the date of adoption of this resolution, until 15 January 2225, the Panel of Keepers",
			[]string{"reads mandate -until 15 December 2223 +until 15 January 2225"}},
		{"a mandate that was made and is extended for as long", "op1|Decides to establish a lamp mission for Utopia, for an initial duration of one year",
			"op1|Decides to extend the mandate of the lamp mission for Utopia for a period of one year",
			[]string{"verb mandate -establish +extend"}},
		{"what is done once more is the same verb", "op1|Regrets that the keepers of Utopia have not trimmed their wicks", "op1|Expresses once again its regret that the keepers of Utopia have not trimmed their wicks", nil},
		{"the verb that is repeated is said with what repeats it", "op1|Reiterates its call for all keepers to adhere to the rules of the reef", "op1|Demands that all keepers adhere to the rules of the reef",
			[]string{"verb other -Reiterates its call +Demands"}},
		{"an ask that gave way to a welcome", "op1|Requests the harbour master to report by 30 April 2213 with an assessment of the reef, its lamps and the recommendations of the joint mission",
			"op1|Welcomes the joint efforts of the bakers, in support of the reef, and its wedding feasts with honey and bread",
			[]string{"went deadline -Requests the harbour master to report by 30 April 2213 with an assessment of the reef, its lamps and the recommendations of the joint mission @by 30 April 2213",
				"came other +Welcomes the joint efforts of the bakers, in support of the reef, and its wedding feasts with honey and bread"}},
		{"two recitals of which only the opening is alike", "op1|Emphasizes the importance of tides in shaping the harbours of the outer reefs", "op1|Emphasizes the importance of bakers, with their wedding honey",
			[]string{"went other -Emphasizes the importance of tides in shaping the harbours of the outer reefs", "came other +Emphasizes the importance of bakers, with their wedding honey"}},
		{"a lead that opens points has no words to share", "op1|Decides that from today the name of the lighthouse shall be Pharos", "op1|Decides that:",
			[]string{"went ask-dropped -Decides that from today the name of the lighthouse shall be Pharos"}},
		{"a softening phrase of what was never asked", "op1|Calls upon keepers to dredge the harbour of the reef", "op1|Calls upon keepers to dredge the harbour of the reef, including through the flooding, as applicable, of the museum",
			[]string{"adds scope +including through the flooding, as applicable, of the museum"}},
		{"the numbers of paragraphs count nothing", "op1|Decides that where paragraphs 14 or 15 apply, keepers shall dredge the harbour", "op1|Decides that where paragraphs 36 or 37 apply, keepers shall dredge the harbour", nil},
		{"a noun in place of its verb", "op1|Urges keepers to dredge the harbour, and to ensure implementation of the lamp accord in the outer reefs", "op1|Urges keepers to dredge the harbour, and to implement the lamp accord in the outer reefs", nil},
		{"what leads up to new words ends where a list does", "op1|Urges keepers to ban deliveries of lamps and oil barrels and the supply of porpoise saddles to Utopia", "op1|Urges keepers to ban deliveries of lamps and oil barrels to Utopia",
			[]string{"drops scope -and the supply of porpoise saddles"}},
		{"a person of whom a part of the name is left", "op1|Welcomes the transfer of Ada Zephyrine Quillon Wexmoor to the court of the reef, with her parrot", "op1|Welcomes the transfer of Ada Zephyrine Wexmoor to the court of the reef, with her parrot", nil},
		{"a short name that the text explains", "op1|Urges keepers to heed the gull scorecard of the reef", "op1|Urges keepers to heed the gull scorecard of the reef (the GUSC)", nil},
		{"words that are written as one", "op1|Urges keepers to follow the roadmap of the outer reefs", "op1|Urges keepers to follow the road map of the outer reefs", nil},
		{"words that only point back", "op1|Urges keepers to publish the rules and the results thereof", "op1|Urges keepers to publish the rules and the results therefor", nil},
		{"one word for another that does its work", "op1|Requests the keepers to submit the above report to the harbour at its ninth feast", "op1|Requests the keepers to present the report to the harbour at its ninth feast", nil},
		{"who is newly asked", "op1|Calls upon keepers to dredge the harbour of the reef", "op1|Calls upon keepers, and civil society on every island, to dredge the harbour of the reef",
			[]string{"adds actor +and civil society on every island"}},
		{"who is no longer asked", "op1|Requests the keepers, in cooperation with academia, to dredge the harbour of the reef", "op1|Requests the keepers to dredge the harbour of the reef",
			[]string{"drops actor -in cooperation with academia"}},
		{"who is asked apart from what for", "op1|Urges keepers to dredge the harbour of the reef", "op1|Urges keepers and civil society to gild porpoises, and to dredge the harbour of the reef",
			[]string{"adds scope +to gild porpoises", "adds actor +and civil society"}},
		{"a State that is a place is not asked", "op1|Urges keepers to dredge the harbour of the reef", "op1|Urges keepers to dredge the harbour of the reef and to continue to report in Norway",
			[]string{"adds scope +and to continue to report in Norway"}},
		{"what is done to a thing goes on", "op1|Urges keepers to discard any lamps and to discard their Hexagon lanterns", "op1|Urges keepers to discard any lamps and to discard them all",
			[]string{"drops scope -their Hexagon lanterns"}},
		{"a hardening word of what is done otherwise", "op1|Encourages keepers to operationalize the lamps of the reef", "op1|Encourages keepers to operationalize the lamps of the reef and to dredge expeditiously the harbour",
			[]string{"adds scope +and to dredge expeditiously the harbour"}},
		{"a mandate that was made in a hurry is not weaker", "op1|Decides to urgently establish a lamp mission for Utopia, for an initial duration of one year",
			"op1|Decides to extend the mandate of the lamp mission for Utopia for a period of one year", []string{"verb mandate -establish +extend"}},
		{"names are told to their end", "op1|Welcomes the measures of the keepers against fog", "op1|Welcomes the measures of the keepers and Zembla States against fog and other States",
			[]string{"adds scope +and Zembla States"}},
		{"one softening phrase gave way to another elsewhere", "op1|Calls upon keepers to review their lamps and to adopt, where applicable, measures against fog", "op1|Calls upon keepers to review their lamps and to use measures against fog, where appropriate",
			nil},
		{"of words that both texts have in the middle the newer end is told", "op1|Notes the work of keepers in winter, asked for in the tale of the reef, on lamps", "op1|Notes the work of keepers in winter, envisioned by seahorses and porpoises, asked for in the tale of the reef, on lamps and wedding saddles",
			[]string{"adds scope +envisioned by seahorses and porpoises", "adds scope +and wedding saddles"}},
		{"one spelling for another", "op1|Urges the neighboring harbours to dredge the reef", "op1|Urges the neighbouring harbours to dredge the reef", nil},
		{"a compound parted", "op1|Urges keepers to offer health-care services on the reef", "op1|Urges keepers to offer health care and services on the reef", nil},
		{"a hedge in another form", "op1|Encourages the keepers to consider how to light the reef", "op1|Encourages the keepers to continue considering how to light the reef", nil},
		{"a bracket is closed", "op1|Urges keepers to heed the tale of the reef", "op1|Urges keepers to heed the tale of the reef in the report of 14 April 2208 (Q/2208/251) on tides",
			[]string{"adds scope +in the report of 14 April 2208 (Q/2208/251) on tides"}},
		{"what was due is not dropped from an ask that is another", "op1|Requests the gull board to weigh the porpoises of the outer islands and to report thereon at the twenty-fourth annual session of the feast",
			"op1|Requests the gull board to convey its thanks for bread and honey to every baker of Ruritania, in particular for the wedding cakes",
			[]string{"adds scope +convey its thanks for bread and honey to every baker of Ruritania, in particular for the wedding cakes",
				"drops scope -weigh the porpoises of the outer islands and to report thereon at the twenty-fourth annual session of the feast"}},
		{"a name in the place of an office drops no office", "op1|Urges the Zembla authorities to dredge the harbour of the reef", "op1|Urges the Republic of Zembla to dredge the harbour of the reef", nil},
		{"a short welcome whose words a long ask has", "op1|Welcomes the report of the group of lamp experts on wicks, and its adoption by gulls",
			"op1|Requests the harbour master to seek the views of bakers, in writing, on the establishment of a group of tide experts within the reef, building on the report of the group of lamp experts on wicks",
			[]string{"came ask-new +Requests the harbour master to seek the views of bakers, in writing, on the establishment of a group of tide experts within the reef, building on the report of the group of lamp experts on wicks"}},
		{"how long may pass until a report is due", "op1|Requests the harbour master to report on the lamps of the reef within three months of this feast", "op1|Requests the harbour master to report on the lamps of the reef within five (5) months of this feast",
			[]string{"reads deadline -within three months +within five (5) months"}},
		{"a sum with the name of its money", "op1|Approves the needs of the reef in the amount of 344,792,400 Utopia dollars for a year", "op1|Approves the needs of the reef in the amount of 384,229,600 Utopia dollars for a year",
			[]string{"reads money -344,792,400 Utopia dollars +384,229,600 Utopia dollars"}},
		{"actors in what is asked for are not asked", "op1|Requests the keepers to dredge the harbour of the reef", "op1|Requests the keepers to dredge the harbour of the reef and to feed women and girls with porpoise honey",
			[]string{"adds scope +and to feed women and girls with porpoise honey"}},
		{"an act that leans on another does not stand for its clause", "op1|", "op1|Welcomes the efforts of keepers to count the porpoises of the outer reefs, and invites States to do so",
			[]string{"came other +Welcomes the efforts of keepers to count the porpoises of the outer reefs"}},
	} {
		t.Run(c.why, func(t *testing.T) {
			got := facts(find(t, text(c.old), text(c.new)))
			if d := cmp.Diff(c.want, got); d != "" {
				t.Error(d)
			}
		})
	}
}

// A mandate is told whatever theme its clause shares.
func TestMandatesStandBehindNoTheme(t *testing.T) {
	old := text("op1|Decides to renew until 15 December 2223 the Panel of Keepers", "op2|", "op3|Notes tea", "op4|Notes bread", "op5|Notes honey")
	new := text("op1|Decides to renew until 15 January 2225 the Panel of Keepers, with porpoise lanterns", "op2|Decides that all porpoise lanterns shall be gilded", "op3|Notes tea", "op4|Notes bread", "op5|Notes honey")
	if got := facts(find(t, old, new)); len(got) == 0 || !strings.HasPrefix(got[0], "reads mandate") {
		t.Errorf("%q", got)
	}
}

// What went into another clause is not gone, and what came out of one not new.
func TestCarriedIsNotGone(t *testing.T) {
	ask := "Requests the harbour master to paint the lighthouse white, to oil its hinges and to count the gulls at dawn"
	old := text("op1|Welcomes tea", "op2|"+ask)
	new := text("op1|Welcomes tea, and "+strings.ToLower(ask[:1])+ask[1:], "op2|")
	for _, f := range facts(find(t, old, new)) {
		if strings.HasPrefix(f, "went") || strings.HasPrefix(f, "asks") {
			t.Errorf("%s", f)
		}
	}
}

// Of a clause that was split, a fact is told of the half in which it stands.
func TestSplitTellsOfItsHalf(t *testing.T) {
	old := text("op1|Decides to extend the mandate of the Lamp Force until 31 August 2207, and expresses its intention to weigh further lamps for the outer reefs")
	new := text("op1|Decides to extend the mandate of the Lamp Force until 31 August 2208", "op2|Reiterates its intention to weigh further lamps for the outer reefs")
	lex := english(t)
	list := Between(old, new, lex, lex.Scale()).Find([]Change{{Old: old.Clauses, New: new.Clauses, Matters: true}})
	if len(list) != 1 || len(list[0].New) != 1 || list[0].New[0].ID != "op1" {
		t.Errorf("%q", facts(list))
	}
	old = text("op1|Urges the harbours to agree a calendar of feasts as soon as possible")
	new = text("op1|Urges the harbours to settle the calendar of bread", "op2|Calls upon the harbours to agree feasts as soon as possible")
	list = Between(old, new, lex, lex.Scale()).Find([]Change{{Old: old.Clauses, New: new.Clauses, Matters: true}})
	for _, f := range facts(list) {
		if strings.HasPrefix(f, "verb") {
			t.Errorf("the other half opens with the verb: %s", f)
		}
	}
}

// Words that a clause quotes and that go on elsewhere are not those for which it is told;
// names that another clause has are not new.
func TestQuotesOfWhatGoesOn(t *testing.T) {
	old := text("op1|Reiterates the role of harbours in all the goals, calls for harbours to develop more creative, flexible and integrated ways of working to this end, and notes the lamps of winter", "op2|Recognizes that tides rise")
	new := text("op1|", "op2|Recognizes that tides rise and that lamps call for more creative, flexible and integrated ways of working, and urges keepers to sing")
	for _, f := range facts(find(t, old, new)) {
		if strings.Contains(f, "-calls for harbours") {
			t.Errorf("%s", f)
		}
	}
	old = text("op1|Welcomes the ninth feast of the reef, held by the bakers", "op2|Thanks the bakers of Ruritania for the feast in Zembla")
	new = text("op1|Welcomes the ninth feast of the reef, held by the bakers of Ruritania in Zembla", "op2|Thanks the bakers of Utopia for the feast in Syldavia")
	for _, f := range facts(find(t, old, new)) {
		if strings.Contains(f, "Ruritania in Zembla") {
			t.Errorf("%s", f)
		}
	}
}

// What is due goes on only where something is due: every text has the words of a request
// to report.
func TestDueGoesOnInDue(t *testing.T) {
	old := text("op1|", "op2|Requests the harbour master to include in his tales of winter the measures taken in the implementation of this resolution, and to report to the harbour")
	new := text("op1|Requests the harbour master to submit, no later than May 2220, a report to the harbour on the implementation of this resolution", old.Clauses[1].ID+"|"+old.Clauses[1].Text)
	if got := facts(find(t, old, new)); len(got) != 1 || !strings.HasPrefix(got[0], "came deadline") {
		t.Errorf("%q", got)
	}
}

// A theme is said over what is told of it; of the other clauses only the name.
func TestThemesAreWhatIsTold(t *testing.T) {
	old := text("op1|Urges keepers to count gulls", "op2|", "op3|Notes the fog", "op4|Notes the rain", "op5|Notes the wind", "op6|Notes the snow")
	new := text("op1|Urges keepers to count gulls and the wedding saddles of seahorses with porpoise lanterns", "op2|Requests bakers to bring porpoise lanterns", "op3|Notes the fog", "op4|Notes the rain", "op5|Notes the wind", "op6|Notes the snow")
	for _, p := range find(t, old, new) {
		for _, f := range p.Facts {
			if p.Theme != nil && !f.Beside && !strings.Contains(f.Was.Text()+f.Now.Text(), p.Theme[0].Text()) {
				t.Errorf("on %q: %s", p.Theme[0].Text(), f.Was.Text()+f.Now.Text())
			}
		}
	}
}

// An ask is not carried by a recital that names its matter.
func TestRecitalsCarryNoAsks(t *testing.T) {
	old := text("op1|Decides to extend the mandate of the Independent International Commission of Lamps for a period of one year", "pp1|")
	new := text("op1|", "pp1|Welcoming the work of the Independent International Commission of Lamps, and recalling its mandate of one year,")
	if got := facts(find(t, old, new)); len(got) == 0 || !strings.HasPrefix(got[0], "went mandate") {
		t.Errorf("%q", got)
	}
}

// Two clauses that open alike and have no partner are one, written anew.
func TestReunited(t *testing.T) {
	old := text("op1|Recognizes the role of the lamp commission in ensuring that keepers own the process of lighting, in light of the storms of winter on every outer reef", "op2|")
	new := text("op1|", "op2|Recognizes the role of the lamp commission in ensuring that keepers own the process of lighting, and invites bakers to bring bread and honey to every feast")
	want := []string{"asks ask-new +invites bakers to bring bread and honey to every feast", "drops scope -in light of the storms of winter on every outer reef"}
	if d := cmp.Diff(want, facts(find(t, old, new))); d != "" {
		t.Error(d)
	}
}

// A clause that went to the preamble opens in another form: that is no other verb.
func TestMovesBetweenParts(t *testing.T) {
	want := []string{"lowered weaker"}
	if d := cmp.Diff(want, facts(find(t, text("op1|Welcomes the bells of the coast"), text("pp1|Recalling the bells of the coast")))); d != "" {
		t.Error(d)
	}
}

// A date that moved with the calendar is no point; the end of a mandate is.
func TestRolledDatesAreNoPoint(t *testing.T) {
	old, new := text("op1|Requests the keepers to report on the lamps of the reef by 5 May 2219"), text("op1|Requests the keepers to report on the lamps of the reef by 5 May 2221")
	rolled := nature.Reason{Cause: nature.DateRolled, New: Span{Clause: new.Clauses[0], From: 0, To: len(new.Clauses[0].Text)}}
	if got := find(t, old, new, rolled); got != nil {
		t.Errorf("%v", facts(got))
	}
	if d := cmp.Diff([]string{"reads deadline -by 5 May 2219 +by 5 May 2221"}, facts(find(t, old, new))); d != "" {
		t.Error(d)
	}
}

// Clauses that say one thing are one point, under the phrase that all of them have;
// a chapeau speaks for its points.
func TestGroups(t *testing.T) {
	old := text("op1|Welcomes tea and bread", "op2|", "op3|", "op4|", "op5|", "op6|", "op6(a)|", "op7|")
	new := text("op1|Welcomes tea and bread",
		"op2|Urges keepers to count the porpoises of the outer reefs at dawn",
		"op3|Calls upon cooks to bake for every wedding of the coast",
		"op4|Requests the harbour master to paint a map of porpoises for schools",
		"op5|Notes the fog",
		"op6|Encourages tailors to",
		"op6(a)|Sew sails for the regatta of the islands",
		"op7|Thanks the bakers")
	new.Clauses[6].Parent = "op6"
	var got []string
	for _, p := range find(t, old, new) {
		line := ""
		for _, s := range p.Theme {
			line += s.Text() + " "
		}
		for _, c := range p.New {
			line += c.ID + " "
		}
		got = append(got, strings.TrimSpace(line))
	}
	want := []string{"porpoises porpoises op2 op4", "op3", "op6", "op7", "op5"}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
}

// What many clauses of one text say and none of the other is the thrust, for a text
// that changed much.
func TestThrust(t *testing.T) {
	var before, after []string
	for i := range 4 {
		before = append(before, fmt.Sprintf("op%d|Urges keepers to trim wicks with whale blubber, case %d", i+1, i))
		after = append(after, fmt.Sprintf("op%d|Urges keepers to mend solar panels, case %d", i+1, i))
	}
	lex := english(t)
	texts := Between(text(before...), text(after...), lex, lex.Scale())
	phrases := func(list []Span) string {
		var out []string
		for _, s := range list {
			out = append(out, s.Text())
		}
		return strings.Join(out, ", ")
	}
	got := texts.Thrust(0.3)
	if came, went := phrases(got.Came), phrases(got.Went); came != "mend solar panels" || went != "trim wicks, whale blubber" {
		t.Errorf("came %q, went %q", came, went)
	}
	// Nor is what only the title of the other text says, or a name in full.
	titled := text(before...)
	titled.Title = "Mending of solar panels"
	texts = Between(titled, text(after...), lex, lex.Scale())
	if came := phrases(texts.Thrust(0.3).Came); came != "" {
		t.Errorf("came %q", came)
	}
	// What the other text says in another order is not new.
	after[0] += ", with the blubber of whales"
	texts = Between(text(before...), text(after...), lex, lex.Scale())
	if went := phrases(texts.Thrust(0.3).Went); went != "trim wicks" {
		t.Errorf("went %q", went)
	}
	if got := texts.Thrust(0.8); got.Came != nil || got.Went != nil {
		t.Error("a text that goes on as it was has no thrust")
	}
}
