package review

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"reprise/align"
	"reprise/resolution"
)

func text(paragraphs ...string) *resolution.Document {
	d := &resolution.Document{Language: "en"}
	for i, p := range paragraphs {
		n := string(rune('1' + i))
		d.Clauses = append(d.Clauses, &resolution.Clause{ID: "op" + n, Part: resolution.Operative, Label: n + ".", Text: p})
	}
	return d
}

// The drafts of one resolution, as reviewers meet them.
const (
	lanterns = "Requests the keepers of all lighthouses to keep their lanterns burning from dusk to dawn;"
	foghorns = "Invites Member States to give the foghorns of their coasts a common signal;"
	ferries  = "Urges the owners of ferries to carry mirrors that answer the beam;"
	report   = "Requests the Secretary-General to report on the keeping of lighthouses at its next session;"
)

func compared(name string, old, new *resolution.Document) Comparison {
	return Comparison{Name: name, Old: old, New: new, Links: align.Documents(old, new)}
}

// marked is a review of one mark on a change of a comparison.
func marked(on Comparison, m Mark) Review {
	old, new := VersionOf(on.Old, "old"), VersionOf(on.New, "new")
	m.Made = Made{on.Name, old.Key(), new.Key()}
	return Review{Marks: []Mark{m}, Versions: []Version{old, new}}
}

// said lists who said what of which change.
func said(on Comparison, p Placed) string {
	var b strings.Builder
	line := func(name string, m Mark) {
		b.WriteString(name + ": " + m.Reviewer + " " + m.Verdict.String() + " " + m.Note)
		if m.Carried.Is() {
			b.WriteString(" (from " + m.Carried.Name + ")")
		}
		if m.Carried.Uncertain {
			b.WriteString("?")
		}
		b.WriteString("\n")
	}
	for i, marks := range p.Remarks {
		for _, m := range marks {
			line(strings.Join(resolution.IDs(on.Links[i].Old), " ")+">"+strings.Join(resolution.IDs(on.Links[i].New), " "), m)
		}
	}
	for _, m := range p.Lost {
		line("lost", m)
	}
	return b.String()
}

func TestMarksFollowTheirClauses(t *testing.T) {
	base := text(lanterns, foghorns, report)
	first := text(lanterns, strings.Replace(foghorns, "Invites", "Urges", 1), report)
	on := compared("base → rev1", base, first)
	mark := Mark{Reviewer: "Syldavia", Old: []string{"op2"}, New: []string{"op2"}, Name: "OP2", Verdict: Rejected, Note: "too strong"}
	cases := []struct {
		name     string
		old, new *resolution.Document
		want     string
	}{
		{"the same texts", base, first, "op2>op2: Syldavia rejected too strong\n"},
		{"a paragraph put before it", base, text(ferries, lanterns, strings.Replace(foghorns, "Invites", "Strongly urges", 1), report),
			"op2>op3: Syldavia rejected too strong (from OP2)\n"},
		{"the next step", first, text(lanterns, strings.Replace(foghorns, "Invites", "Encourages", 1), ferries, report),
			"op2>op2: Syldavia rejected too strong (from OP2)\n"},
		{"gone from the next revision", base, text(lanterns, report), "op2>: Syldavia rejected too strong (from OP2)?\n"},
		{"gone from both texts", text(lanterns, report), text(lanterns, report, ferries), "lost: Syldavia rejected too strong\n"},
	}
	for _, c := range cases {
		next := compared("later", c.old, c.new)
		if got := said(next, marked(on, mark).Place(next)); got != c.want {
			t.Errorf("%s: got\n%swant\n%s", c.name, got, c.want)
		}
	}
}

// TestOldFiles: a file of the first pages, without texts, fits by its IDs; on
// another comparison that is doubtful, and said so.
func TestOldFiles(t *testing.T) {
	r, err := Parse("old.json", []byte(`{"schema": "reprise/review/1", "comparison": "base → rev1", "marks": [
		{"old": ["op2"], "new": ["op2"], "name": "OP2", "mark": "agreed", "note": ""},
		{"old": ["op7"], "new": ["op8"], "name": "OP8", "mark": "discuss", "note": "which port?"}]}`))
	if err != nil {
		t.Fatal(err)
	}
	on := compared("base → rev1", text(lanterns, foghorns), text(lanterns, foghorns))
	if got, want := said(on, r.Place(on)), "op2>op2:  agreed \nlost:  discuss which port?\n"; got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
	on.Name = "base → rev2"
	if got, want := said(on, r.Place(on)), "op2>op2:  agreed  (from OP2)?\nlost:  discuss which port?\n"; got != want {
		t.Errorf("on another comparison: got\n%swant\n%s", got, want)
	}
}

func TestTheLatestMarkOfEachStands(t *testing.T) {
	on := compared("a → b", text(lanterns, foghorns), text(lanterns, ferries))
	at := func(reviewer, time string, v Verdict, note string) Mark {
		return Mark{Reviewer: reviewer, Time: time, Old: []string{"op1"}, New: []string{"op1"}, Name: "OP1", Verdict: v, Note: note}
	}
	all := Merge(
		marked(on, at("Borduria", "2151-03-04T10:00:00Z", Agreed, "")),
		marked(on, at("Borduria", "2151-03-04T12:00:00+03:00", Rejected, "too early")), // an hour before, in another zone
		marked(on, at("Syldavia", "2151-03-04T10:00:00Z", Discuss, "")),
		marked(on, at("Ruritania", "2151-03-04T10:00:00Z", Discuss, "")),
		marked(on, at("Ruritania", "2151-03-05T10:00:00Z", NoVerdict, "")), // took it off
	)
	if len(all.Marks) != 5 {
		t.Errorf("%d marks are kept, want all 5", len(all.Marks))
	}
	placed := all.Place(on)
	if got, want := said(on, placed), "op1>op1: Borduria agreed \nop1>op1: Syldavia discuss \n"; got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
	if !Conflict(placed.Remarks[0]) {
		t.Error("agreed and to discuss: no conflict")
	}
}

// TestMergedClausesKeepAllNotes: two clauses that become one bring the marks of
// both, also where one reviewer made them.
func TestMergedClausesKeepAllNotes(t *testing.T) {
	base, first := text(lanterns, foghorns, report), text(lanterns, foghorns, report)
	on := compared("base → rev1", base, first)
	mark := func(id, time, note string) Review {
		return marked(on, Mark{Reviewer: "Syldavia", Time: time, Old: []string{id}, New: []string{id}, Name: resolution.Name(id), Note: note})
	}
	joined := strings.TrimSuffix(lanterns, ";") + ", and " + strings.ToLower(foghorns[:1]) + foghorns[1:]
	next := compared("base → rev2", base, text(joined, report))
	r := Merge(mark("op1", "2151-03-04T10:00:00Z", "which keepers?"), mark("op2", "2151-03-05T10:00:00Z", "which signal?"))
	got := said(next, r.Place(next))
	for _, note := range []string{"which keepers?", "which signal?"} {
		if !strings.Contains(got, note) {
			t.Errorf("%q is gone:\n%s", note, got)
		}
	}
}

func TestBadFilesAreRefusedWithTheirPlace(t *testing.T) {
	cases := []struct{ name, content, want string }{
		{"no JSON", "{\n\"schema\": oops", "reprise: r.json: line 2: not a review file: "},
		{"another file", "{}", "not a review file: it names no schema"},
		{"another schema", `{"schema": "reprise/comparison/1"}`, `of the schema "reprise/comparison/1", want reprise/review/1`},
		{"a list for a name", "{\"schema\": \"reprise/review/1\",\n\"comparison\": []}", "line 2: not a review file: comparison wants another kind of value than a JSON array"},
		{"an unknown mark", `{"schema": "reprise/review/1", "marks": [{"name": "OP3", "mark": "perhaps"}]}`, `marks: no. 1 (OP3): mark "perhaps", want agreed`},
		{"no time", `{"schema": "reprise/review/1", "time": "tomorrow", "marks": [{"name": "OP3"}]}`, `marks: no. 1 (OP3): time "tomorrow", want`},
		{"a changed text", `{"schema": "reprise/review/1", "versions": [{"key": "0", "name": "A/X", "clauses": []}]}`, `versions: no. 1: A/X: its clauses do not fit its key "0"`},
	}
	for _, c := range cases {
		if _, err := Parse("r.json", []byte(c.content)); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: got %v, want %q", c.name, err, c.want)
		}
	}
}

func TestFileIsReadable(t *testing.T) {
	r := Review{Marks: []Mark{{Reviewer: "Syldavia", Time: "2151-03-04T10:00:00Z", Made: Made{Comparison: "a → b"}, New: []string{"op2"}, Name: "OP2", Verdict: Rejected, Note: "<too strong>"}}}
	got, err := r.JSON()
	if err != nil {
		t.Fatal(err)
	}
	want := `{
 "schema": "reprise/review/1",
 "comparison": "a → b",
 "reviewer": "Syldavia",
 "time": "2151-03-04T10:00:00Z",
 "marks": [
  {
   "old": [],
   "new": [
    "op2"
   ],
   "name": "OP2",
   "mark": "rejected",
   "note": "<too strong>"
  }
 ]
}
`
	if d := cmp.Diff(want, string(got)); d != "" {
		t.Error(d)
	}
}
