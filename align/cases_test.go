package align_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"reprise/align"
	"reprise/resolution"
	"reprise/resolution/clausetest"
)

// text makes a document of lines "id: text"; "id< parent: text" is a point, a
// line that starts with # is a heading.
func text(lines string) *resolution.Document {
	d := &resolution.Document{}
	for line := range strings.Lines(lines) {
		line = strings.TrimSpace(line)
		if line == "" {
			continue
		}
		id, words, _ := strings.Cut(line, ": ")
		c := &resolution.Clause{Part: resolution.Operative, Text: words}
		if head, found := strings.CutPrefix(id, "#"); found {
			c.Kind, id = resolution.Heading, head
		}
		id, c.Parent, _ = strings.Cut(id, "< ")
		clausetest.Place(c, id)
		switch {
		case strings.Contains(id, "pp"), strings.Contains(id, "formula"):
			c.Part = resolution.Preamble
		case strings.HasPrefix(id, "front"):
			c.Part = resolution.Front
		case strings.HasPrefix(id, "back"):
			c.Part = resolution.Back
		}
		d.Clauses = append(d.Clauses, c)
	}
	return d
}

// show writes links as "pp1=pp1, op2=op3>" where > is moved, ? uncertain.
func show(links []align.Link) string {
	var out []string
	for _, l := range links {
		s := side(l.Old) + "=" + side(l.New)
		if l.Moved {
			s += ">"
		}
		out = append(out, s)
	}
	return strings.Join(out, ", ")
}

func side(clauses []*resolution.Clause) string {
	var ids []string
	for _, c := range clauses {
		ids = append(ids, c.ID)
	}
	if ids == nil {
		return "-"
	}
	return strings.Join(ids, "+")
}

type alignCase struct{ name, why, old, new, want string }

var cases = []alignCase{
	{"inserted", "a new clause in the middle renumbers the rest and moves nothing",
		`op1: Welcomes the work of the keepers of northern lighthouses;
		 op2: Requests the harbour masters to paint all buoys yellow;`,
		`op1: Welcomes the work of the keepers of northern lighthouses;
		 op2: Notes that teacups break in heavy weather;
		 op3: Requests the harbour masters to paint all buoys yellow;`,
		"op1=op1, -=op2, op2=op3"},
	{"moved", "the lighter of two clauses that change places is the one that moved",
		`op1: Welcomes the long and patient work of the keepers of northern lighthouses in all weathers;
		 op2: Notes that teacups break;`,
		`op1: Notes that teacups break;
		 op2: Welcomes the long and patient work of the keepers of northern lighthouses in all weathers;`,
		"op2=op1>, op1=op2"},
	{"rolled forward", "another number and date of the predecessor is the same clause",
		`pp1: Recalling its resolution 214/7 of 3 December 2259,
		 op1: Welcomes the work of the keepers of northern lighthouses;`,
		`pp1: Recalling its resolution 216/19 of 9 December 2261,
		 op1: Welcomes the work of the keepers of northern lighthouses;`,
		"pp1=pp1, op1=op1"},
	{"chapeau by its points", "no word of the chapeau is left, but all its points are",
		`op1: Welcomes:
		 op1(a)< op1: The painting of lighthouses in red and white stripes;
		 op1(b)< op1: The repair of foghorns along the eastern shore;
		 op2: Decides to meet again when the kites are flying;`,
		`op1: Notes with appreciation:
		 op1(a)< op1: The painting of lighthouses in red and white stripes;
		 op1(b)< op1: The repair of foghorns along the eastern shore;
		 op2: Decides to meet again when the kites are flying;`,
		"op1=op1, op1(a)=op1(a), op1(b)=op1(b), op2=op2"},
	{"chapeau moves with its points", "three clauses of one block move as one",
		`op1: Invites the keepers to count the gulls that rest on the lantern in each season of the year, and to write the number into the log of the house without delay;
		 op2: Urges all owners of kites:
		 op2(a)< op2: To fly them at a distance from lighthouses;
		 op2(b)< op2: To keep the string dry;`,
		`op1: Urges all owners of kites:
		 op1(a)< op1: To fly them at a distance from lighthouses;
		 op1(b)< op1: To keep the string dry;
		 op2: Invites the keepers to count the gulls that rest on the lantern in each season of the year, and to write the number into the log of the house without delay;`,
		"op2=op1>, op2(a)=op1(a)>, op2(b)=op1(b)>, op1=op2"},
	{"split", "the second half became a clause of its own",
		`op1: Calls upon the keepers of northern lighthouses to trim the wick every evening before sunset, and encourages harbour masters to repair the foghorns along the eastern shore without further delay;`,
		`op1: Calls upon the keepers of northern lighthouses to trim the wick every evening before sunset;
		 op2: Encourages harbour masters to repair the foghorns along the eastern shore without further delay;`,
		"op1=op1+op2"},
	{"merged", "the mirror of a split",
		`op1: Calls upon the keepers of northern lighthouses to trim the wick every evening before sunset;
		 op2: Encourages harbour masters to repair the foghorns along the eastern shore without further delay;`,
		`op1: Calls upon the keepers of northern lighthouses to trim the wick every evening before sunset, and encourages harbour masters to repair the foghorns along the eastern shore without further delay;`,
		"op1+op2=op1"},
	{"rearranged", "two clauses change their second halves",
		`op1: Calls upon the keepers of northern lighthouses to trim the wick every evening before sunset, and encourages owners of teacups to wash them in rainwater from the cistern behind the tower;
		 op2: Requests harbour masters to repair the foghorns along the eastern shore without delay, and invites pilots of ferries to greet the lantern with three short blasts of the whistle;`,
		`op1: Calls upon the keepers of northern lighthouses to trim the wick every evening before sunset, and invites pilots of ferries to greet the lantern with three short blasts of the whistle;
		 op2: Requests harbour masters to repair the foghorns along the eastern shore without delay, and encourages owners of teacups to wash them in rainwater from the cistern behind the tower;`,
		"op1+op2=op1+op2"},
	{"quoted titles", "only the title of the item tells two look-alikes apart",
		`op1: Decides to include in the provisional agenda of its two hundred and fifth session the item entitled "Lighthouses of the northern shore";
		 op2: Decides to include in the provisional agenda of its two hundred and fifth session the item entitled "Teacups in heavy weather";`,
		`op1: Decides to include in the provisional agenda of its two hundred and seventh session the item entitled "Teacups in heavy weather";
		 op2: Decides to include in the provisional agenda of its two hundred and seventh session the item entitled "Lighthouses of the northern shore";`,
		"op2=op1>, op1=op2"},
	{"repeated clauses in moved sections", "the same clause in each section goes with its section",
		`#I/h: Lighthouses of the northern shore
		 I/op1: Welcomes the painting of lighthouses in red and white stripes;
		 I/op2: Requests a report;
		 #II/h: Teacups in heavy weather
		 II/op1: Notes that teacups break when the ferry turns sharply into the western wind;
		 II/op2: Requests a report;`,
		`#I/h: Teacups in heavy weather
		 I/op1: Notes that teacups break when the ferry turns sharply into the western wind;
		 I/op2: Requests a report;
		 #II/h: Lighthouses of the northern shore
		 II/op1: Welcomes the painting of lighthouses in red and white stripes;
		 II/op2: Requests a report;`,
		"II/h=I/h, II/op1=I/op1, II/op2=I/op2, I/h=II/h>, I/op1=II/op1>, I/op2=II/op2>"},
	{"lines of the form", "masthead, formula and meeting lines keep to themselves",
		`front1: Two hundred and fifth session
		 formula: The Assembly of Keepers,
		 pp1: Recalling the long winter of the northern lighthouses,
		 back1: 45th plenary meeting
		 back2: 5 December 2250`,
		`front1: Two hundred and seventh session
		 front2: Agenda item 12
		 formula: The Assembly of Keepers,
		 pp1: Recalling the long winter of the northern lighthouses,
		 back1: 51st plenary meeting
		 back2: 9 December 2252`,
		"front1=front1, -=front2, formula=formula, pp1=pp1, back1=back1, back2=back2"},
	{"preamble to operative part", "a clause may change its part",
		`pp1: Recalling the long winter of the northern lighthouses,
		 pp2: Stressing the need to keep oil lamps burning through the longest nights of winter,
		 op1: Welcomes the painting of lighthouses in red and white stripes;`,
		`pp1: Recalling the long winter of the northern lighthouses,
		 op1: Welcomes the painting of lighthouses in red and white stripes;
		 op2: Stresses the need to keep oil lamps burning through the longest nights of winter;`,
		"pp1=pp1, op1=op1>, pp2=op2"},
	{"words of a subject in another part", "to share the subject's name is no merge: a passage across parts must be half a clause",
		`op1: Calls upon the harbour masters to withdraw all barges, tugs and ferries from the channel of the northern lighthouses before the first storms of the winter;`,
		`pp1: Noting with satisfaction the progress made by the pilots and the painters of buoys in the channel of the northern lighthouses,
		 op1: Calls upon the harbour masters to withdraw all barges at once from the reef, in a manner to be chosen by the pilots;`,
		"-=pp1, op1=op1"},
	{"heading and paragraph", "a paragraph on the subject of a heading did not come from it",
		`#I/h: Lighthouses of the northern shore
		 I/op1: Requests a report;`,
		`op1: Welcomes the painting in red and white stripes of two lighthouses of the northern shore that stood in rust for years;
		 op2: Requests a report;`,
		"I/h=-, -=op1, I/op1=op2"},
	{"part of a few words", "the part that was split off is short, and stands beside the rest of its clause",
		`op1: Calls upon the keepers of northern lighthouses to trim the wick every evening before sunset, and to rest;`,
		`op1: Calls upon the keepers of northern lighthouses to trim the wick every evening before sunset;
		 op2: Calls upon them to rest;`,
		"op1=op1+op2"},
	{"short and long name", "one thing under a long name and its initials, both of which stand in the texts",
		`op1: Reaffirms the need to carry out the Harbour Cooperation Council initiative without delay, on all shores;
		 op2: Notes that teacups break;`,
		`op1: Welcomes the ferry;
		 op2: Reaffirms that the HCC Initiative must be carried out;
		 op3: Notes that teacups break;`,
		"-=op1, op1=op2, op2=op3"},
	{"split into parts of which none is like the whole", "the likeliest is linked, the other joins it",
		`op1: Takes note of the long account of the winter, calls upon the keepers of northern lighthouses to trim the wick every evening before sunset, encourages harbour masters to repair the foghorns along the eastern shore without further delay, and invites pilots of ferries to greet the lantern with three short blasts of the whistle, as set out in the annex on bells, ropes, kites, teacups, marbles, hammocks and sundials of the western bay;
		 op2: Notes the price of oil;`,
		`op1: Notes the price of oil;
		 op2: Urges seals to sleep on the southern rocks;
		 op3: Hopes that harbour masters repair the foghorns along the eastern shore without further delay;
		 op4: Asks that pilots of ferries greet the lantern with three short blasts of the whistle;`,
		"op2=op1>, -=op2, op1=op3+op4"},
	{"taken into a longer one", "a short clause stands whole in a longer one that was linked with another",
		`op1: Requests harbour masters to repair the foghorns along the eastern shore without further delay;
		 op2: Calls upon keepers to keep the stairs dry;`,
		`op1: Requests harbour masters to repair the foghorns along the eastern shore without further delay, and calls upon keepers to keep the stairs dry;`,
		"op1+op2=op1"},
	{"first linked and made needless", "the whole clause stands in the operative part: what opens like it is a new one, not a second part",
		`pp1: Recognizing also the leading role of the Union of Lighthouse Keepers and the work of the Guild of Lantern Makers in promoting red paint, and their contribution to white paint, as well as their activities related to the culture of foghorns and their focus on lasting repairs of the eastern shore,
		 pp2: Noting that teacups break,
		 op1: Calls upon pilots to greet the lantern;`,
		`pp1: Welcoming the leading role of the Union of Lighthouse Keepers in promoting red paint,
		 pp2: Noting that teacups break,
		 op1: Calls upon pilots to greet the lantern;
		 op2: Further recognizes the leading role of the Union of Lighthouse Keepers and the work of the Guild of Lantern Makers in promoting red paint, and their contribution to white paint, as well as their activities related to the culture of foghorns and their focus on lasting repairs of the eastern shore;`,
		"-=pp1, pp2=pp2>, op1=op1>, pp1=op2"},
	{"the only one of its office", "the report asked for is another one, and the only one",
		`op1: Welcomes the painting of lighthouses in red and white stripes;
		 op2: Requests the keepers to submit to the conference, at its ninth meeting, a report on the price of lamp oil;`,
		`op1: Welcomes the painting of lighthouses in red and white stripes;
		 op2: Requests the keepers to submit to the conference, before the spring fair, a report on gulls and seals;`,
		"op1=op1, op2=op2"},
	{"heading read as masthead", "one reading took the title for a line of the form, the other for a heading",
		`front1: Review of the keeping of northern lighthouses under resolution 210/8
		 op1: Welcomes the painting of lighthouses in red and white stripes;`,
		`#h1: Review of the keeping of northern lighthouses under resolution 214/7
		 op1: Welcomes the painting of lighthouses in red and white stripes;`,
		"front1=h1, op1=op1"},
	{"empty texts", "nothing to align", "", "op1: Notes the wind;", "-=op1"},
}

func TestCases(t *testing.T) {
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			if got := show(align.Documents(text(c.old), text(c.new))); got != c.want {
				t.Errorf("%s\n got %s\nwant %s", c.why, got, c.want)
			}
		})
	}
}

// knownFailures are cases that are aligned wrongly. Each fails when it is
// mended, and moves up to cases then.
var knownFailures = []alignCase{
	{"openings", "a clause opens as one and has phrases of another: the other is taken for a part of it, as readers do where two asks become one",
		`op1: Notes that teacups break;
		 op2: Requests the keepers to report on the price of lamp oil, the wicks of lanterns and the tides of the western bay;
		 op3: Invites the harbour masters to consider teacups that break in heavy weather, the price of lamp oil and kites lost at sea;
		 op4: Decides to meet again;`,
		`op1: Notes that teacups break;
		 op2: Requests the keepers to report on the price of lamp oil, kites lost at sea and the foghorns of the eastern shore;
		 op3: Decides to meet again;`,
		"op1=op1, op2=op2, op3=-, op4=op3"},
	{"lone and opening alike", "only who is asked for what stayed: too little, since readers of real pairs rarely link what else is all new",
		`op1: Requests the keepers to submit to it by 31 January 2250 a further account of the lanterns of the western bay together with their longer-term thoughts on the oil of the winter;`,
		`op1: Welcomes the ferry;
		 op2: Requests the keepers to give, as soon as the tide allows and before the spring fair of the pilots, another account of lanterns in the bay, with proposals for kites, ropes and the harbour wall that broke in the storms, and to invite the painters and the gull wardens to the feast;
		 op3: Notes that teacups break;`,
		"-=op1, op1=op2, -=op3"},
	{"paraphrased split", "the second part says the same in other words: nothing but the sense links them",
		`op1: Calls upon the keepers of northern lighthouses to trim the wick every evening before sunset, and to count the birds that rest on the lantern;`,
		`op1: Calls upon the keepers of northern lighthouses to trim the wick every evening before sunset;
		 op2: Wishes the number of gulls sitting on lamps to be established;`,
		"op1=op1+op2"},
	{"look-alike without a rival", "another subject in the same form and place is taken for a rewording",
		`op1: Takes note with appreciation of the report of the Secretary-General on the implementation of the programme for lighthouses;`,
		`op1: Takes note with appreciation of the report of the Secretary-General on the implementation of the programme for teacups;`,
		"-=op1, op1=-"},
}

func TestKnownFailures(t *testing.T) {
	for _, c := range knownFailures {
		if got := show(align.Documents(text(c.old), text(c.new))); got == c.want {
			t.Errorf("%s is mended: move it to the cases", c.name)
		}
	}
}

// TestOwnSymbolDecides: of several recallings the one that cites the old text
// itself goes on the old text's own list.
func TestOwnSymbolDecides(t *testing.T) {
	old := text(`pp1: Recalling its resolutions 198/4 of 5 December 2243, 202/9 of 3 December 2247 and 206/1 of 9 December 2251,
		pp2: Welcoming the ferry,`)
	new := text(`pp1: Recalling its resolution 210/8 of 7 December 2255 on the keeping of lighthouses,
		pp2: Welcoming the ferry,`)
	old.Symbol = "A/RES/210/8"
	if got, want := show(align.Documents(old, new)), "pp1=pp1, pp2=pp2"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	if got, want := show(align.Documents(new, old)), "pp1=pp1, pp2=pp2"; got != want {
		t.Errorf("turned round: got %s, want %s", got, want)
	}
}

const pinOld = `pp1: Recalling the long winter of the northern lighthouses,
	op1: Welcomes the painting of lighthouses in red and white stripes;
	op2: Notes that teacups break when the ferry turns into the wind;
	op3: Requests harbour masters to repair the foghorns along the eastern shore;`

func TestPins(t *testing.T) {
	for _, c := range []struct{ name, pins, want, err string }{
		{"none", "# nothing\n\n", "pp1=pp1, op1=op1, op2=op2, op3=op3", ""},
		{"link", "op1 = op2 # against all likeness", "pp1=pp1, -=op1, op1=op2, op2=-, op3=op3", ""},
		{"removed", "op2 = -", "pp1=pp1, op1=op1, op2=-, -=op2, op3=op3", ""},
		{"added", "- = OP3", "pp1=pp1, op1=op1, op2=op2, op3=-, -=op3", ""},
		{"merged", "op1, op2 = op1", "pp1=pp1, op1+op2=op1, -=op2, op3=op3", ""},
		{"split", "op1 = op1 op2", "pp1=pp1, op1=op1+op2, op2=-, op3=op3", ""},
		{"never", "op3 != op3", "pp1=pp1, op1=op1, op2=op2, op3=-, -=op3", ""},
		{"no such clause", "\nop9 = op1", "", `line 2: the old text has no clause "op9"`},
		{"no such new clause", "op1 = op9", "", `line 1: the new text has no clause "op9"`},
		{"twice", "op1 = op1\nop1 = op2", "", "line 2: op1 of the old text is pinned on line 1 already"},
	} {
		t.Run(c.name, func(t *testing.T) {
			pins, err := align.ParsePins("pins.txt", c.pins)
			if err != nil {
				t.Fatal(err)
			}
			links, err := align.With(text(pinOld), text(pinOld), align.Options{Pins: pins})
			if msg := message(err); msg != c.err {
				t.Fatalf("error %q, want %q", msg, c.err)
			}
			if got := show(links); err == nil && got != c.want {
				t.Errorf("got  %s\nwant %s", got, c.want)
			}
			for _, l := range links {
				for _, p := range pins {
					if !p.Never && (slices.Contains(p.Old, side(l.Old)) || slices.Contains(p.New, side(l.New))) && l.Evidence != align.Pinned {
						t.Errorf("%s: evidence %v, want pinned", show([]align.Link{l}), l.Evidence)
					}
				}
			}
		})
	}
}

func message(err error) string {
	if err == nil {
		return ""
	}
	return err.Error()
}

func TestParsePinsSaysWhereItFails(t *testing.T) {
	for _, c := range []struct{ pins, want string }{
		{"pp1 pp2", `p: line 1: found "pp1 pp2", wanted a pin such as "pp3 = pp5"`},
		{"\npp1 =", `p: line 2: found "pp1 =", wanted a clause or "-" on both sides of the sign`},
		{"- = -", `p: line 1: found "- = -", wanted a clause on one side at least`},
		{"pp1 != pp2, pp3", `p: line 1: found "pp1 != pp2, pp3", wanted one clause on either side of "!="`},
	} {
		if _, err := align.ParsePins("p", c.pins); message(err) != c.want {
			t.Errorf("%q: %v, want %s", c.pins, err, c.want)
		}
	}
}

// TestParsePinsOfAnyEditor: the ends of lines, the byte order mark and the kind
// of space that an editor writes make no difference.
func TestParsePinsOfAnyEditor(t *testing.T) {
	want := align.Pins{
		{Old: []string{"pp3"}, New: []string{"pp5"}, Line: 1},
		{Old: []string{"op4"}, New: []string{"op5", "op6"}, Line: 3},
	}
	for _, content := range []string{
		"pp3 = pp5\n\nop4 = op5, op6\n",
		"pp3 = pp5\r\n\r\nop4 = op5, op6",
		"pp3 = pp5\r\rop4 = op5, op6\r",
		"\ufeffpp3\u00a0=\tpp5 # seen\n#\nop4 = op5\u00a0op6",
	} {
		got, err := align.ParsePins("p", content)
		if d := cmp.Diff(want, got); err != nil || d != "" {
			t.Errorf("%q: %v\n%s", content, err, d)
		}
	}
}

func TestExplain(t *testing.T) {
	old := text(`op1: Welcomes the painting of lighthouses in red and white stripes;
		op2: Notes that teacups break when the ferry turns into the wind;`)
	new := text(`op1: Welcomes the painting of lighthouses in red, white and blue stripes;
		op2: Notes that teacups break and lighthouses lose their paint when the ferry turns into the wind;`)
	found, err := align.Explain(old, new, "OP1", align.Options{})
	if err != nil || len(found) != 2 || found[0].InNew || !found[1].InNew {
		t.Fatalf("%v, %v; want an explanation for either text", found, err)
	}
	for _, e := range found {
		best := e.Candidates[0]
		if !best.Chosen || best.Old.ID != "op1" || best.New.ID != "op1" || best.Odds <= 0 {
			t.Errorf("best candidate %+v", best)
		}
		sum := best.Usual
		for _, s := range best.Speaks {
			sum += s.Odds
		}
		if d := best.Odds - sum; d > 1e-6 || d < -1e-6 {
			t.Errorf("what speaks for and against adds up to %v, the log odds are %v", sum, best.Odds)
		}
	}
	if _, err := align.Explain(old, new, "op7", align.Options{}); message(err) != `neither text has a clause "op7"` {
		t.Error(err)
	}
}

func TestRevive(t *testing.T) {
	dropped := text(`op4: Notes that teacups break when the ferry turns into the wind;
		op9: Requests harbour masters to repair the foghorns along the eastern shore;`).Clauses
	fresh := text(`op1: Welcomes the painting of lighthouses in red and white stripes;
		op2: Requests the harbour masters to repair foghorns along the eastern shore;`).Clauses
	if got, want := show(align.Revive(dropped, fresh)), "op9=op2"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	if got := align.Revive(nil, fresh); got != nil {
		t.Errorf("nothing dropped, but revived: %v", got)
	}
}

func TestNilAndEmptyDocuments(t *testing.T) {
	d := text("op1: Notes the wind;")
	for _, c := range []struct {
		old, new *resolution.Document
		want     string
	}{{nil, nil, ""}, {nil, d, "-=op1"}, {d, nil, "op1=-"}, {&resolution.Document{}, d, "-=op1"}} {
		if got := show(align.Documents(c.old, c.new)); got != c.want {
			t.Errorf("got %q, want %q", got, c.want)
		}
	}
}

// FuzzParsePins: what is read is written back the same.
func FuzzParsePins(f *testing.F) {
	f.Add("pp3 = pp5\nop7 = -\n# x\nop1 != op2\nop4 = op5, op6")
	f.Add(",\r=0") // a bare carriage return once became the name of a clause
	f.Fuzz(func(t *testing.T, content string) {
		pins, err := align.ParsePins("p", content)
		if err != nil {
			return
		}
		again := ""
		for _, p := range pins {
			sign := "="
			if p.Never {
				sign = "!="
			}
			again += fmt.Sprintf("%s %s %s\n", idsOf(p.Old), sign, idsOf(p.New))
		}
		back, err := align.ParsePins("p", again)
		if err != nil {
			t.Fatalf("%q became %q: %v", content, again, err)
		}
		for i := range pins {
			pins[i].Line, back[i].Line = 0, 0
		}
		if d := cmp.Diff(pins, back); d != "" {
			t.Error(d)
		}
	})
}

func idsOf(ids []string) string {
	if len(ids) == 0 {
		return "-"
	}
	return strings.Join(ids, ", ")
}

// FuzzDocuments: any two texts are aligned totally (law 2), and mirrored (law 6).
func FuzzDocuments(f *testing.F) {
	f.Add("Notes the wind\n(a) the tea\nNotes the wind", "the tea \"cup\"\nNotes the wind;\n\xff")
	f.Fuzz(func(t *testing.T, old, new string) {
		a, b := lines(old), lines(new)
		links, back := align.Documents(a, b), align.Documents(b, a)
		if again := align.Documents(a, b); pairs(links, false) != pairs(again, false) {
			t.Fatalf("%s\nthe second time is\n%s", pairs(links, false), pairs(again, false))
		}
		checkOrder(t, a, links)
		count := 0
		for _, l := range links {
			count += len(l.Old) + len(l.New)
		}
		if count != len(a.Clauses)+len(b.Clauses) {
			t.Fatalf("%d clauses in links, %d in the texts", count, len(a.Clauses)+len(b.Clauses))
		}
		if pairs(links, false) != pairs(back, true) {
			t.Fatalf("%s\nmirrored is\n%s", pairs(links, false), pairs(back, true))
		}
	})
}

// checkOrder fails where a link that stays is out of order, or one moved that has
// no place to move from.
func checkOrder(t *testing.T, old *resolution.Document, links []align.Link) {
	t.Helper()
	last := -1
	for _, l := range links {
		both := len(l.Old) > 0 && len(l.New) > 0
		if l.Moved && (!both || l.Evidence == align.Role) {
			t.Fatalf("%s=%s is moved", side(l.Old), side(l.New))
		}
		if !both || l.Moved || l.Evidence == align.Role {
			continue
		}
		at := slices.Index(old.Clauses, l.Old[0])
		if at <= last {
			t.Fatalf("%s stays but is out of order", side(l.Old))
		}
		last = at
	}
}

func lines(s string) *resolution.Document {
	d := &resolution.Document{}
	for line := range strings.Lines(s) {
		c := &resolution.Clause{ID: fmt.Sprintf("op%d", len(d.Clauses)), Part: resolution.Operative, Text: strings.TrimSpace(line)}
		if n := len(d.Clauses); n > 0 && strings.HasPrefix(c.Text, "(") {
			c.Parent = d.Clauses[n-1].ID
		}
		d.Clauses = append(d.Clauses, c)
	}
	return d
}

// pairs writes links sorted, old side first.
func pairs(links []align.Link, mirrored bool) string {
	var out []string
	for _, l := range links {
		if mirrored {
			l.Old, l.New = l.New, l.Old
		}
		out = append(out, show([]align.Link{l}))
	}
	slices.Sort(out)
	return strings.Join(out, ", ")
}

func ExampleDocuments() {
	old := text(`op1: Welcomes the painting of lighthouses in red and white stripes;
		op2: Notes that teacups break;`)
	new := text(`op1: Also welcomes the painting of lighthouses in red and white stripes;
		op2: Requests the keepers to report at the next high tide;`)
	for _, l := range align.Documents(old, new) {
		fmt.Println(side(l.Old), side(l.New), l.Evidence)
	}
	// Output:
	// op1 op1 words
	// op2 - none
	// - op2 none
}

// A removed clause stands in its part of the text, behind the clause before it
// that kept its place: one that moved up does not take it along.
func TestRemovedClausesStayInTheirPart(t *testing.T) {
	old := text(`
		pp1: Recalling the lamps of the northern coast and their long history,
		pp2: Welcoming the bells that ring in heavy fog along the quay,
		pp3: Deeply concerned at storms that have broken many old windows,
		op1: Calls upon gulls to leave the lantern rooms before dusk;
		op2: Urges seals to sleep on the southern rocks in winter;
		op3: Requests the keepers to report on wicks every second year;`)
	new := text(`
		pp1: Deeply concerned at storms that have broken many old windows,
		pp2: Recalling the lamps of the northern coast and their long history,
		pp3: Welcoming the bells that ring in heavy fog along the quay,
		op1: Requests the keepers to report on wicks every second year;`)
	want := "pp3=pp1>, pp1=pp2, pp2=pp3, op1=-, op2=-, op3=op1"
	if got := show(align.Documents(old, new)); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}
