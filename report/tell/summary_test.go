package tell

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"reprise/align"
	"reprise/diff"
	"reprise/resolution"
	"reprise/resolution/clausetest"
)

// text makes a document of lines "id|label|text".
func text(lines ...string) *resolution.Document {
	d := &resolution.Document{Language: "en"}
	for _, line := range lines {
		f := strings.SplitN(line, "|", 3)
		c := clausetest.Place(&resolution.Clause{Label: f[1], Text: f[2], Part: resolution.Operative}, f[0])
		if strings.HasPrefix(f[0], "pp") {
			c.Part = resolution.Preamble
		}
		d.Clauses = append(d.Clauses, c)
	}
	return d
}

// paired compares two texts whose clauses are linked by position; one without
// text has no partner.
func paired(t testing.TB, old, new *resolution.Document) *diff.Comparison {
	t.Helper()
	var links []align.Link
	for i := range max(len(old.Clauses), len(new.Clauses)) {
		var l align.Link
		if i < len(old.Clauses) && old.Clauses[i].Text != "" {
			l.Old = old.Clauses[i : i+1]
		}
		if i < len(new.Clauses) && new.Clauses[i].Text != "" {
			l.New = new.Clauses[i : i+1]
		}
		links = append(links, l)
	}
	c, err := diff.CompareWith(old, new, diff.Options{Links: links})
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// told are the sentences of a summary as a terminal shows them.
func told(c *diff.Comparison) []string {
	v := Of("", c)
	var out []string
	for _, l := range v.Short(v.Summary(c)) {
		out = append(out, l.String())
	}
	return out
}

func TestSummary(t *testing.T) {
	old := text(
		"pp1||Recalling its resolution 273/58 of 5 December 2218 on lamps,",
		"pp2||Mindful of the fog above the outer reefs,",
		"op1|1.|Encourages keepers to rest on Sundays;",
		"op2|2.|Decides to extend the mandate of the Lamp Commission until 31 July 2219;",
		"op3|3.|Notes the bells of the coast;",
		"op4|4.|",
		"op5|5.|Requests the harbour master to report on lamp oil at the seventy-ninth session of the Assembly;")
	new := text(
		"pp1||Recalling its resolution 275/67 of 7 December 2220 on lamps,",
		"pp2||",
		"op1|1.|Urges keepers to rest on Sundays;",
		"op2|2.|Decides to extend the mandate of the Lamp Commission until 31 January 2222;",
		"op3|3.|Notes the bells of the coast and the whistles of the quay;",
		"op4|4.|Requests every cook to bake bread for the lighthouses before the winter storms;",
		"op5|5.|")
	want := []string{
		"OP2 sets a new term: “until 31 January 2222” (was: “until 31 July 2219”).",
		"Old OP5 is gone: “Requests the harbour master to report on lamp oil at the seventy-ninth session of the Assembly”.",
		"OP4 is new: “Requests every cook to bake bread for the lighthouses before the winter storms”.",
		"OP1 is stronger: “Urges” (was: “Encourages”).",
		"OP3 adds “and the whistles of the quay”.",
		"Old PP2 is gone: “Mindful of the fog above the outer reefs”.",
		"One clause is only updated: PP1.",
		"55% of the text is taken over; words: 27 added, 35 removed.",
	}
	got := told(paired(t, old, new))
	if d := cmp.Diff(want[:6], got[:min(6, len(got))]); d != "" {
		t.Error(d)
	}
	if d := cmp.Diff([]string{"The two texts say the same."}, told(paired(t, old, old))); d != "" {
		t.Error(d)
	}
}

// Law 11: every number, date, name and quoted word of a point stands in the spans
// it names, on the side it says.
func TestPointsStandInTheirSpans(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		checkLaw11(t, diff.Compare(randomText(t, "old"), randomText(t, "new")))
	})
}

func FuzzPointsStandInTheirSpans(f *testing.F) {
	f.Fuzz(rapid.MakeFuzz(func(t *rapid.T) {
		checkLaw11(t, diff.Compare(randomText(t, "old"), randomText(t, "new")))
	}))
}

func checkLaw11(t *rapid.T, c *diff.Comparison) {
	v := Of("", c)
	for _, p := range c.Points {
		line := v.Point(p)
		var said []string
		for _, s := range p.Spans() {
			sides := map[bool][]*resolution.Clause{true: p.Old, false: p.New}
			if !slices.Contains(sides[true], s.Clause) && !slices.Contains(sides[false], s.Clause) {
				t.Fatalf("%s: a span in %s, which the point does not name", line, s.Clause.ID)
			}
			said = append(said, strings.ReplaceAll(s.Text(), "\n", " "))
		}
		for _, f := range p.Facts {
			if f.Was.Clause != nil && !slices.Contains(f.Old, f.Was.Clause) || f.Now.Clause != nil && !slices.Contains(f.New, f.Now.Clause) {
				t.Fatalf("%s: old words in the new text, or the reverse", line)
			}
		}
		for _, r := range line {
			words := strings.TrimSuffix(r.Text, " …")
			switch {
			case r.Quote && !slices.ContainsFunc(said, func(s string) bool { return strings.Contains(s, words) }):
				t.Fatalf("%s: %q stands in none of %q", line, words, said)
			case r.Clause == nil && !r.Quote && strings.ContainsAny(r.Text, "0123456789"):
				t.Fatalf("%s: the figures of %q stand in no quote and no name", line, r.Text)
			}
		}
	}
}

// randomText is a short text of the words that points are told by.
func randomText(t *rapid.T, name string) *resolution.Document {
	words := rapid.SampledFrom([]string{"keepers", "lamps", "the", "of the reef", "report", "by 5 December 2218", "mandate", "until 31 July 2219",
		"at its seventy-fifth session", "16 lamps", "18 lamps", "as appropriate", "to consider", "urgently", ", and requests", ", welcomes", "oil",
		"whistles", "harbour master", "Convention on Bells", "United Nations", "dollars", "(a)", "“Kites”", "”", ",", "é", "\xff"})
	leads := rapid.SampledFrom([]string{"Welcomes", "Decides to extend the mandate", "Requests", "Urges", "Condemns", "Also notes", "Recalling", ""})
	d := text()
	for i, ws := range rapid.SliceOfN(rapid.SliceOfN(words, 0, 14), 0, 6).Draw(t, name) {
		id := "op"
		if i%3 == 0 {
			id = "pp"
		}
		line := leads.Draw(t, "lead") + " " + strings.Join(ws, " ")
		d.Clauses = append(d.Clauses, text(fmt.Sprintf("%s%d|%d.|%s", id, i+1, i+1, strings.TrimSpace(line))).Clauses...)
	}
	return d
}

// The count of what moved and the sentence on it are one: a split clause that moved
// is one of them.
func TestWhatMovedIsCountedOnce(t *testing.T) {
	clause := func(ids ...string) []*resolution.Clause {
		var out []*resolution.Clause
		for _, id := range ids {
			out = append(out, &resolution.Clause{ID: id, Part: resolution.Operative, Text: "Thanks the keepers;"})
		}
		return out
	}
	c := &diff.Comparison{Old: &resolution.Document{Clauses: clause("op1")}, New: &resolution.Document{Clauses: clause("op1"), Language: "en"}}
	c.Changes = []diff.Change{
		{Status: diff.Kept, Link: align.Link{Old: clause("op9"), New: clause("op1"), Moved: true}},
		{Status: diff.Split, Link: align.Link{Old: clause("op1"), New: clause("op5", "op7"), Moved: true}},
		{Status: diff.Reworded, Nature: diff.Routine, Link: align.Link{Old: clause("op2"), New: clause("op9"), Moved: true}},
	}
	var said []string
	for _, l := range Of("", c).Summary(c).Close {
		said = append(said, l.String())
	}
	if text := strings.Join(said, " "); !strings.Contains(text, "3 clauses have moved: OP1, OP5 and OP9.") || !strings.Contains(text, "split or merged: OP5 and OP7.") {
		t.Error(text)
	}
}

// A number is never cut in two.
func TestQuotesKeepNumbersWhole(t *testing.T) {
	text := "an amount for closed lighthouses, 868,500 crowns for"
	if got := excerpt(text, 45); got != "an amount for closed lighthouses, 868,500 …" && got != "an amount for closed lighthouses …" {
		t.Errorf("%q", got)
	}
}

// TestWholeSummaryNamesTheRest: a clause of substance that no point names is named behind
// the points; one that a point names is not named twice.
func TestWholeSummaryNamesTheRest(t *testing.T) {
	c := paired(t, text("op1|1.|Urges the keepers to sing;", "op2|2.|Calls upon the bakers to rest;"), text("op1|1.|Urges the keepers to whistle at dawn;", "op2|2.|"))
	v := In("en")
	said := func() string {
		var b strings.Builder
		for _, line := range v.Long(v.Summary(c)) {
			b.WriteString(line.String() + "\n")
		}
		return b.String()
	}
	if got := said(); strings.Contains(got, "more clause") {
		t.Errorf("told twice:\n%s", got)
	}
	c.Points = nil
	for _, want := range []string{"One more clause is new or changed in substance: OP1.", "One more clause is gone: old OP2."} {
		if got := said(); !strings.Contains(got, want) {
			t.Errorf("want %q in\n%s", want, got)
		}
	}
}

// TestADoubtIsNotToldFlatly: a split whose link is uncertain bears the sign of it in the
// summary, as it does beside the text.
func TestADoubtIsNotToldFlatly(t *testing.T) {
	c := paired(t, text("op1|1.|Urges the keepers to sing and to rest;"), text("op1|1.|Urges the keepers to sing and to rest at dawn;"))
	c.Changes[0].Status, c.Changes[0].Uncertain = diff.Split, true
	v := In("en")
	for _, line := range v.Short(v.Summary(c)) {
		if strings.Contains(line.String(), "split or merged: OP1?.") {
			return
		}
	}
	t.Error("the doubt is not told")
}
