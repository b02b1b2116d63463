package series

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"reprise/resolution"
	"reprise/resolution/symbol"
)

// note writes a short resolution: its symbol, title, then clauses, the first of
// which is preambular.
func note(name, title string, clauses ...string) *resolution.Document {
	d := &resolution.Document{
		Symbol: symbol.Symbol(name), Title: title, Language: "en",
		Body: symbol.GeneralAssembly, Draft: name == "",
	}
	for i, text := range clauses {
		c := &resolution.Clause{ID: fmt.Sprintf("op%d", i), Part: resolution.Operative, Text: text}
		if i == 0 {
			c.ID, c.Part = "pp1", resolution.Preamble
		}
		d.Clauses = append(d.Clauses, c)
	}
	return d
}

const (
	lamps  = "Requests the keepers of all lighthouses to trim their lamps before dusk and to write the hour into the great book of lamps;"
	horns  = "Invites the keepers to sound their horns in fog, and to send word to the next tower whenever a ship answers from the open sea;"
	stairs = "Encourages every tower to count its stairs once in a decade, in cooperation with the guild of stair builders and at no cost;"
	kites  = "Urges the flyers of kites to keep a distance of three strings from steeples, hives and the tails of the kites of others;"
	knots  = "Decides to convene a day of knots, at which each flyer shall show the knot that has held longest in a storm of autumn;"
)

func symbols(docs []*resolution.Document) string {
	var out []string
	for _, d := range docs {
		name := string(d.Symbol)
		if name == "" {
			name = "draft"
		}
		out = append(out, name)
	}
	return strings.Join(out, " ")
}

// draft is a draft with a symbol, of session 203.
func draft(symbol string) *resolution.Document {
	d := note(symbol, "")
	d.Draft, d.Session = true, "203"
	return d
}

func TestOrder(t *testing.T) {
	dated := func(d *resolution.Document, year, month, day int) *resolution.Document {
		d.Adopted = resolution.Date{Year: year, Month: month, Day: day}
		return d
	}
	for _, tt := range []struct {
		name string
		docs []*resolution.Document
		want string
	}{
		{"sessions, not digits", []*resolution.Document{note("A/RES/1001/2", ""), note("A/RES/201/9", ""), note("A/RES/201/11", "")},
			"A/RES/201/9 A/RES/201/11 A/RES/1001/2"},
		{"a draft goes last", []*resolution.Document{note("", ""), note("A/RES/203/1", ""), note("A/RES/201/1", "")},
			"A/RES/201/1 A/RES/203/1 draft"},
		{"drafts of a session and its resolution", []*resolution.Document{
			note("A/RES/203/1", ""), draft("A/C.9/203/L.8/Rev.1"), draft("A/C.9/203/L.10"), draft("A/C.9/203/L.8"), note("A/RES/201/1", "")},
			"A/RES/201/1 A/C.9/203/L.8 A/C.9/203/L.8/Rev.1 A/C.9/203/L.10 A/RES/203/1"},
		{"dates before symbols", []*resolution.Document{dated(note("A/RES/201/300", ""), 2147, 6, 1), dated(note("A/RES/202/1", ""), 2147, 1, 9)},
			"A/RES/202/1 A/RES/201/300"},
		{"a citation before dates", []*resolution.Document{
			dated(note("A/RES/201/5", "", "Recalling its resolution 201/7"), 2146, 12, 1), dated(note("A/RES/201/7", ""), 2146, 12, 2)},
			"A/RES/201/7 A/RES/201/5"},
		{"citations in a circle fall back on dates", []*resolution.Document{
			note("A/RES/203/5", "", "Recalling its resolution 201/7"), note("A/RES/201/7", "", "Recalling its resolution 203/5")},
			"A/RES/201/7 A/RES/203/5"},
		{"nothing", nil, ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := symbols(Order(tt.docs)); got != tt.want {
				t.Errorf("got %s, want %s", got, tt.want)
			}
		})
	}
}

func TestGroup(t *testing.T) {
	council := note("S/RES/9001 (2151)", "", "Recalling matters", lamps, horns)
	council.Body = symbol.SecurityCouncil
	for _, tt := range []struct {
		name string
		docs []*resolution.Document
		want []string
	}{
		{"one title", []*resolution.Document{
			note("A/RES/205/4", "Lamps", "Noting towers", lamps, horns), note("A/RES/206/8", "Kites", "Noting winds", kites),
			note("A/RES/201/3", "Lamps", "Noting towers", lamps, stairs)},
			[]string{"A/RES/201/3 A/RES/205/4", "A/RES/206/8"}},
		{"a homonym with nothing in common", []*resolution.Document{
			note("A/RES/201/3", "Appointments", "Noting towers", lamps), note("A/RES/203/3", "Appointments", "Noting winds", kites)},
			[]string{"A/RES/201/3", "A/RES/203/3"}},
		{"retitled, cited", []*resolution.Document{
			note("A/RES/201/3", "Lamps", "Noting towers", lamps, horns), note("A/RES/203/5", "Lamps and horns", "Recalling its resolution 201/3", lamps, stairs)},
			[]string{"A/RES/201/3 A/RES/203/5"}},
		{"cited for another matter", []*resolution.Document{
			note("A/RES/201/3", "Lamps", "Noting towers", lamps, horns), note("A/RES/203/5", "Kites", "Recalling its resolution 201/3", kites, knots)},
			[]string{"A/RES/201/3", "A/RES/203/5"}},
		{"sister texts that keep their titles", []*resolution.Document{
			note("A/RES/201/3", "Lamps", "Noting towers", lamps, horns), note("A/RES/201/4", "Horns", "Noting towers", lamps, horns),
			note("A/RES/203/3", "Lamps", "Noting towers", lamps, horns), note("A/RES/203/4", "Horns", "Noting towers", lamps, horns)},
			[]string{"A/RES/201/3 A/RES/203/3", "A/RES/201/4 A/RES/203/4"}},
		{"a draft without symbol", []*resolution.Document{
			note("", "Lamps", "Noting towers", lamps, horns), note("A/RES/201/3", "Lamps", "Noting towers", lamps, horns)},
			[]string{"A/RES/201/3 draft"}},
		{"another organ", []*resolution.Document{
			note("A/RES/201/3", "Lamps", "Recalling matters", lamps, horns), council},
			[]string{"A/RES/201/3", "S/RES/9001 (2151)"}},
		{"no text at all", []*resolution.Document{{}, {}}, []string{"draft", "draft"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			var got []string
			for _, f := range Group(tt.docs) {
				got = append(got, symbols(f.Documents))
			}
			if !slices.Equal(got, tt.want) {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}

func TestGroupTakesTheRichest(t *testing.T) {
	bare, full := note("A/RES/201/3", "Lamps", "Noting towers", lamps), note("A/RES/201/3", "Lamps", "Noting towers", lamps)
	full.Session, full.AgendaItem = "201", "9"
	got := Group([]*resolution.Document{bare, full, note("A/RES/203/3", "Lamps", "Noting towers", lamps)})
	if len(got) != 1 || symbols(got[0].Documents) != "A/RES/201/3 A/RES/203/3" || got[0].Documents[0] != full {
		t.Fatalf("got %+v", got)
	}
	if d := got[0].Doubles; len(d) != 1 || d[0].Taken != full || !slices.Equal(d[0].Left, []*resolution.Document{bare}) {
		t.Errorf("doubles %+v", d)
	}
}

func TestGroupNamesWhatIsMissing(t *testing.T) {
	got := Group([]*resolution.Document{
		note("A/RES/203/5", "Lamps", "Recalling its resolutions 197/2 of 5 December 2142, 199/4 of 3 December 2144 and 201/3 of 2 December 2146, and resolution 70/1 on another matter", lamps),
		note("A/RES/207/5", "Lamps", "Recalling its resolutions 203/5 of 1 December 2148 and 205/9 of 4 December 2150", lamps),
		note("A/RES/201/3", "Lamps", "Recalling its resolution 199/4", lamps),
	})
	if len(got) != 1 {
		t.Fatalf("%d series", len(got))
	}
	var names []string
	for _, m := range got[0].Missing {
		names = append(names, fmt.Sprint(m.Symbol, " before ", m.Before, " by ", symbols(m.CitedBy)))
	}
	want := []string{
		"A/RES/197/2 before 0 by A/RES/203/5",
		"A/RES/199/4 before 0 by A/RES/201/3 A/RES/203/5",
		"A/RES/205/9 before 2 by A/RES/207/5",
	}
	if !slices.Equal(names, want) {
		t.Errorf("got %q\nwant %q", names, want)
	}
}

// Law: every document given is in exactly one series, as a version or a double.
// Law 5: the same documents give the same series.
func TestGroupLaws(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		texts := []string{lamps, horns, stairs, kites, knots, "", "Noting towers"}
		var docs []*resolution.Document
		for range rapid.IntRange(0, 12).Draw(t, "documents") {
			symbol := rapid.SampledFrom([]string{"", "A/RES/201/3", "A/RES/203/5", "A/RES/203/6", "A/RES/12/1", "S/RES/9 (2151)", "x"}).Draw(t, "symbol")
			title := rapid.SampledFrom([]string{"", "Lamps", "Kites"}).Draw(t, "title")
			docs = append(docs, note(symbol, title, rapid.SliceOfN(rapid.SampledFrom(texts), 0, 4).Draw(t, "clauses")...))
		}
		count := map[*resolution.Document]int{}
		found := Group(docs)
		for _, f := range found {
			for _, d := range f.Documents {
				count[d]++
			}
			for _, d := range f.Doubles {
				for _, left := range d.Left {
					count[left]++
				}
			}
		}
		for _, d := range docs {
			if count[d] != 1 {
				t.Fatalf("%q is in %d series", d.Symbol, count[d])
			}
		}
		for i, f := range Group(docs) {
			if !slices.Equal(f.Documents, found[i].Documents) {
				t.Fatal("grouped another way the second time")
			}
		}
	})
}
