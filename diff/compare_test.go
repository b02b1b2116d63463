package diff

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"reprise/diff/redline"
	"reprise/resolution"
	"reprise/resolution/clausetest"
	"reprise/resolution/symbol"
)

// text builds a document from lines "id|label|text"; the part follows from the
// ID.
func text(lines ...string) *resolution.Document {
	d := &resolution.Document{Language: "en", Body: symbol.GeneralAssembly}
	for _, line := range lines {
		f := strings.SplitN(line, "|", 3)
		c := clausetest.Place(&resolution.Clause{Label: f[1], Text: f[2]}, f[0])
		switch {
		case strings.HasPrefix(f[0], "pp") || f[0] == "formula":
			c.Part = resolution.Preamble
		case strings.HasPrefix(f[0], "op"):
			c.Part = resolution.Operative
		case strings.HasPrefix(f[0], "back"):
			c.Part = resolution.Back
		}
		d.Clauses = append(d.Clauses, c)
	}
	return d
}

func TestCounts(t *testing.T) {
	old := text("formula||The General Assembly,", "pp1||Recalling the lamps,", "pp2||Noting the bells,",
		"op1|1.|Welcomes the kites;", "op2|2.|Requests more tea.", "back1||12th plenary meeting")
	new := text("formula||The General Assembly,", "pp1||Recalling the lamps,", "pp2||Mindful of the horns and of the boats,",
		"op1|1.|Requests more tea.", "back1||13th plenary meeting")
	s := Compare(old, new).Summary
	got := fmt.Sprintf("kept %d added %d removed %d renumbered %d words +%d -%d", s.Kept, s.Added, s.Removed, s.Renumbered, s.WordsAdded, s.WordsRemoved)
	want := "kept 2 added 1 removed 2 renumbered 1 words +8 -6"
	if got != want {
		t.Errorf("\n got %s\nwant %s", got, want)
	}
	if s.Agreed < 0.42 || s.Agreed > 0.47 {
		t.Errorf("text taken over is %.2f, want 6 words of 14", s.Agreed)
	}
}

func TestSameTextIsKept(t *testing.T) {
	d := text("formula||The General Assembly,", "pp1||Recalling the lamps,", "op1|1.|Requests tea.")
	c := Compare(d, d)
	for _, ch := range c.Changes {
		if ch.Status != Kept || ch.Nature != NoNature || ch.Moved || ch.Renumbered {
			t.Errorf("%s is %v, %v", ch.New[0].ID, ch.Status, ch.Nature)
		}
	}
	if c.Summary.Agreed != 1 || len(c.Warnings) > 0 || len(c.Fields) > 0 {
		t.Errorf("agreed %v, warnings %v, fields %v", c.Summary.Agreed, c.Warnings, c.Fields)
	}
}

func TestEmptyDocuments(t *testing.T) {
	for _, pair := range [][2]*resolution.Document{{text(), text()}, {text(), text("op1||Notes tea.")}, {text("op1||Notes tea."), text()}} {
		Compare(pair[0], pair[1]) // must not panic
	}
}

func TestFields(t *testing.T) {
	old, new := text(), text()
	old.Title, new.Title = "Kites", "Kites and teacups"
	old.Sponsors, new.Sponsors = []string{"Northland"}, []string{"Northland", "Southland"}
	old.AgendaItem, new.AgendaItem = "101 (o)", "101 (o)"
	old.Adopted, new.Adopted = resolution.Date{Year: 2218, Month: 12, Day: 5}, resolution.Date{Year: 2220, Month: 12, Day: 7}
	new.Vote = "Adopted without a vote."
	want := []Field{
		{TitleField, "Kites", "Kites and teacups", []Edit{{Op: Equal, Text: "Kites", Kind: redline.WordEdit}, {Op: Insert, Text: " and teacups", Kind: redline.WordEdit}}},
		{AdoptedField, "2218-12-05", "2220-12-07", []Edit{{Op: Delete, Text: "2218-12-05", Kind: redline.NumberEdit}, {Op: Insert, Text: "2220-12-07", Kind: redline.NumberEdit}}},
		{SponsorsField, "Northland", "Northland, Southland", []Edit{{Op: Equal, Text: "Northland", Kind: redline.WordEdit}, {Op: Insert, Text: ", Southland", Kind: redline.WordEdit}}},
	}
	if d := cmp.Diff(want, Compare(old, new).Fields); d != "" {
		t.Error(d)
	}
}

// warned names the warnings of a comparison, with the clause and the numbers of
// each.
func warned(c *Comparison) string {
	var out []string
	for _, w := range c.Warnings {
		text := w.Kind.String()
		if w.Clause != nil {
			text += " " + w.Clause.Name() + " " + w.Number + ">" + w.Now
		}
		out = append(out, text)
	}
	return strings.Join(out, "\n")
}

func TestWarnings(t *testing.T) {
	early, late := text("pp1||Recalling the lamps,"), text("pp1||Recalling the lamps,")
	early.Symbol, early.Session = "A/RES/273/58", "273"
	late.Symbol, late.Session = "A/RES/275/67", "275"
	other := text("op1||Requests teapots, saucers and spoons for every harbour;")
	other.Symbol, other.Session = "A/RES/275/99", "275"
	for _, c := range []struct {
		why      string
		old, new *resolution.Document
		want     string
	}{
		{"right order", early, late, ""},
		{"wrong order", late, early, "wrong-order"},
		{"two matters of one organ", early, other, "unrelated"},
	} {
		if got := warned(Compare(c.old, c.new)); got != c.want {
			t.Errorf("%s: warnings %q, want %q", c.why, got, c.want)
		}
	}
}

func TestNoteChanges(t *testing.T) {
	old, new := text("pp1||Recalling the lamps,"), text("pp1||Recalling the lamps,")
	old.Clauses[0].Notes = []resolution.NoteRef{{Mark: "1"}, {Mark: "2"}}
	new.Clauses[0].Notes = []resolution.NoteRef{{Mark: "3"}, {Mark: "4"}}
	old.Footnotes = []resolution.Footnote{{Mark: "1", Text: "See A/273/1."}, {Mark: "2", Text: "Lamps of brass."}}
	new.Footnotes = []resolution.Footnote{{Mark: "3", Text: "Lamps of brass."}, {Mark: "4", Text: "See A/275/1."}}
	notes := Compare(old, new).Changes[0].Notes
	if len(notes) != 1 || notes[0].OldMark != "1" || notes[0].NewMark != "4" || markdown(notes[0].Edits) != "See ~~A/273/1~~**A/275/1**." {
		t.Errorf("notes %+v, want the one that cites", notes)
	}
}
