package diff

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"reprise/align"
	"reprise/resolution"
	"reprise/resolution/symbol"
)

// paired links clauses of two texts by position.
func paired(old, new *resolution.Document) *Comparison {
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
	c, _ := CompareWith(old, new, Options{Links: links})
	return c
}

func TestCitationChanges(t *testing.T) {
	old := text("pp1||Recalling its resolution 273/58 of 5 December 2218 on lamps,", "pp2||Recalling resolution 270/1,",
		"pp3||Recalling Human Rights Council resolution 45/30 on bells,", "op1|1.|Notes 1540 (2204) on kites;")
	new := text("pp1||Recalling its resolution 275/67 of 7 December 2220 on lamps,", "pp2||Recalling resolution 270/1,",
		"pp3||Recalling Human Rights Council resolution 48/30 on bells,", "op1|1.|Notes kites and 270/1;")
	old.Body, new.Body = symbol.GeneralAssembly, symbol.GeneralAssembly
	want := []CitationChange{
		{"A/RES/273/58", "A/RES/275/67", []string{"pp1"}},
		{"A/HRC/RES/45/30", "A/HRC/RES/48/30", []string{"pp3"}},
		{"S/RES/1540 (2204)", "", []string{"op1"}},
	}
	if d := cmp.Diff(want, paired(old, new).Citations); d != "" {
		t.Error(d)
	}
}

// A bare number is of the organ that stands before it, by its short name too; a
// number of another series is no resolution.
func TestCitationsOfOrgansCalledShort(t *testing.T) {
	old := text("pp1||Recalling the tea of the harbour,")
	new := text("pp1||Recalling the tea of the harbour, General Assembly resolution 270/165 of 17 December 2215, " +
		"Council resolution 223/8 of 13 June 2213 and general comment No. 24 (2219),")
	for _, c := range []struct {
		organ symbol.Body
		want  []string
	}{
		{"HRC", []string{"A/RES/270/165", "A/HRC/RES/223/8"}},
		{symbol.GeneralAssembly, []string{"A/RES/270/165", "A/RES/223/8"}},
	} {
		old.Body, new.Body = c.organ, c.organ
		var got []string
		for _, ch := range paired(old, new).Citations {
			got = append(got, ch.New)
		}
		if d := cmp.Diff(c.want, got); d != "" {
			t.Errorf("%v: %s", c.organ, d)
		}
	}
}

// The texts of one title, or of which one cites the other, are related however
// little they share.
func TestRelatedByTitleOrCitation(t *testing.T) {
	old := text("op1|1.|Notes the fog on the reef and the bells of the coast;", "op2|2.|Welcomes tea;", "op3|3.|Thanks the gulls;")
	new := text("op1|1.|Urges every cook to bake bread before the tide turns;", "op2|2.|Calls for honey;", "op3|3.|Asks for lamps as in resolution 273/58;")
	anyWarning := func() bool { return len(Compare(old, new).Warnings) > 0 }
	old.Symbol, new.Symbol = "A/RES/273/57", "A/RES/275/67"
	if !anyWarning() {
		t.Error("no warning of two texts with nothing in common")
	}
	if old.Symbol = "A/RES/273/58"; anyWarning() {
		t.Error("warned of a text that the other cites")
	}
	old.Symbol, old.Title, new.Title = "A/RES/273/57", "Lamps of the coast", "Lamps of the coast"
	if anyWarning() {
		t.Error("warned of a text with the same title")
	}
}

// A reference that moved with the numbering says what it said.
func TestReferenceFollowsNumbering(t *testing.T) {
	asks := "Decides that the tasks in paragraphs 2 through 3, in this order, are those of the keepers;"
	old := text("op1|1.|Notes fog;", "op2|2.|Welcomes tea;", "op3|3.|Thanks the gulls;", "op4|4.|"+asks)
	for _, c := range []struct {
		asks string
		want Nature
	}{
		{strings.Replace(asks, "2 through 3", "3 through 4", 1), Routine},
		{strings.Replace(asks, "2 through 3", "3 through 5", 1), Substantive},
		{strings.Replace(asks, "2 through 3,", "3 through 4 of the plan,", 1), Substantive},
	} {
		new := text("op1|1.|Notes fog;", "op3|3.|Welcomes tea;", "op4|4.|Thanks the gulls;", "op5|5.|"+c.asks)
		if got := paired(old, new).Changes[3]; got.Nature != c.want {
			t.Errorf("%s: %v, want %v: %v", c.asks, got.Nature, c.want, got.Reasons)
		}
	}
}

func TestStaleReferences(t *testing.T) {
	reference := "Requests the keepers to report on the steps in paragraphs 2 (a) to (c) above;"
	old := text("op1|1.|Notes fog;", "op2|2.|Welcomes tea;", "op3|3.|"+reference)
	for _, c := range []struct {
		why  string
		new  *resolution.Document
		want string
	}{
		{"the clause has another number", text("op1|1.|Notes fog;", "op3|3.|Welcomes tea;", "op4|4.|"+reference),
			"stale-reference OP4 2>3"},
		{"the clause is gone", text("op1|1.|Notes fog;", "op2|2.|", "op3|3.|"+reference),
			"lost-reference OP3 2>"},
		{"all as it was", text("op1|1.|Notes fog;", "op2|2.|Welcomes tea;", "op3|3.|"+reference), ""},
		{"the reference moved with the clause", text("op1|1.|Notes fog;", "op3|3.|Welcomes tea;", "op4|4.|"+strings.Replace(reference, "2", "3", 1)), ""},
		{"the drafter has looked at the range", text("op1|1.|Notes fog;", "op3|3.|Welcomes tea;", "op4|4.|"+strings.Replace(reference, "2 (a) to (c)", "2 to 3", 1)), ""},
		{"paragraphs of another text", text("op1|1.|Notes fog;", "op3|3.|Welcomes tea;", "op4|4.|Recalls paragraph 2 of its resolution 273/58;"), ""},
	} {
		if got := warned(paired(old, c.new)); got != c.want {
			t.Errorf("%s: warnings %q, want %q", c.why, got, c.want)
		}
	}
}
