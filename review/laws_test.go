package review

import (
	"bytes"
	"fmt"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"

	"reprise/align"
	"reprise/resolution"
)

// someReview draws reviews that often say the same of the same change.
func someReview(t *rapid.T, label string) Review {
	word := func(words ...string) string { return rapid.SampledFrom(words).Draw(t, label) }
	var r Review
	for range rapid.IntRange(0, 5).Draw(t, label+" marks") {
		m := Mark{
			Reviewer: word("", "Borduria", "Syldavia"),
			Time:     word("", "2151-03-04T10:30:00Z", "2151-03-04T11:30:00+01:00", "2151-03-05T08:00:00Z"),
			Made:     Made{Comparison: word("a → b", "a → c"), Old: lamps("").Key(), New: lamps("bright").Key()},
			New:      []string{word("op1", "op2", "op9")}, Name: word("OP1", "OP2"),
			Verdict: Verdict(rapid.IntRange(0, int(Rejected)).Draw(t, label)),
			Note:    word("", "too weak", "<b>\"\u2028", "two\nlines"),
		}
		if rapid.Bool().Draw(t, label) {
			m.Old = []string{word("op1", "op2")}
		}
		if rapid.Bool().Draw(t, label) {
			m.Carried = Carried{Comparison: "a → a", Name: "OP7", Uncertain: rapid.Bool().Draw(t, label)}
		}
		r.Marks = append(r.Marks, m)
	}
	for range rapid.IntRange(0, 2).Draw(t, label+" versions") {
		r.Versions = append(r.Versions, lamps(word("", "bright", "bright and green")))
	}
	return r
}

// lamps is a text of two paragraphs.
func lamps(kind string) Version {
	return VersionOf(lampsDocument(kind), "lamps "+kind)
}

func lampsDocument(kind string) *resolution.Document {
	return &resolution.Document{Clauses: []*resolution.Clause{
		{ID: "op1", Part: resolution.Operative, Label: "1.", Text: "Requests the keepers to keep " + kind + " lamps burning through the night;"},
		{ID: "op2", Part: resolution.Operative, Label: "2.", Text: "Decides to remain seized of the matter of lighthouses."},
	}}
}

// same takes no list and an empty one for the same.
var same = cmpopts.EquateEmpty()

// TestLaw9 : merging is associative, commutative and idempotent, and every mark
// and note is in the result.
func TestLaw9(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) { law9(t, someReview(t, "a"), someReview(t, "b"), someReview(t, "c")) })
}

// failer is what the law needs of a test.
type failer interface {
	Fatalf(format string, args ...any)
}

func law9(t failer, a, b, c Review) {
	if d := cmp.Diff(Merge(Merge(a, b), c), Merge(a, Merge(b, c)), same); d != "" {
		t.Fatalf("not associative:\n%s", d)
	}
	if d := cmp.Diff(Merge(a, b), Merge(b, a), same); d != "" {
		t.Fatalf("not commutative:\n%s", d)
	}
	if d := cmp.Diff(Merge(a, a), Merge(a), same); d != "" {
		t.Fatalf("not idempotent:\n%s", d)
	}
	all := Merge(a, b, c)
	for _, r := range []Review{a, b, c} {
		for _, m := range r.Marks {
			if !slices.ContainsFunc(all.Marks, func(k Mark) bool { return cmp.Equal(k, m, same) }) {
				t.Fatalf("%+v: lost", m)
			}
		}
	}
	file, err := all.JSON()
	if err != nil {
		t.Fatalf("%v", err)
	}
	back, err := Parse("all.json", file)
	if err != nil {
		t.Fatalf("%v\n%s", err, file)
	}
	if d := cmp.Diff(all, back, same); d != "" {
		t.Fatalf("read back:\n%s", d)
	}
}

// TestEveryMarkIsPlacedOrListed : a mark follows its clause or is listed. Each
// mark here is of its own reviewer, so that none takes the place of another.
func TestEveryMarkIsPlacedOrListed(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := someReview(t, "a")
		for i := range r.Marks {
			r.Marks[i].Reviewer = fmt.Sprint("reviewer ", i)
		}
		old, new := lampsDocument(""), lampsDocument(rapid.SampledFrom([]string{"bright", "green", "bright and green"}).Draw(t, "new"))
		placed := r.Place(Comparison{Name: "a → b", Old: old, New: new, Links: align.Documents(old, new)})
		times := map[string]int{}
		for _, marks := range append(placed.Remarks, placed.Lost) {
			for _, m := range marks {
				times[m.Reviewer]++
			}
		}
		for _, m := range r.Marks {
			want := 1
			if m.empty() {
				want = 0
			}
			if times[m.Reviewer] != want {
				t.Fatalf("%+v stands in %d places, want %d", m, times[m.Reviewer], want)
			}
		}
	})
}

// FuzzParse: any file is read or refused with its name; what is read holds law 9
// and is written and read back the same.
func FuzzParse(f *testing.F) {
	f.Add([]byte(`{"schema":"reprise/review/1","comparison":"a → b","marks":[{"old":[],"new":["op1"],"name":"OP1","mark":"agreed","note":""}]}`))
	full := Review{
		Marks: []Mark{{Reviewer: "Borduria", Time: "2151-03-04T10:30:00Z", Made: Made{"a → b", lamps("").Key(), lamps("bright").Key()},
			New: []string{"op1"}, Name: "OP1", Verdict: Rejected, Note: "too weak", Carried: Carried{"a → a", "OP2", true}}},
		Versions: []Version{lamps(""), lamps("bright")},
	}
	file, err := full.JSON()
	if err != nil {
		f.Fatal(err)
	}
	f.Add(file)
	f.Fuzz(func(t *testing.T, content []byte) {
		r, err := Parse("x.json", content)
		if err != nil {
			if !bytes.HasPrefix([]byte(err.Error()), []byte("reprise: x.json: ")) {
				t.Fatalf("the error names no file: %v", err)
			}
			return
		}
		half := len(r.Marks) / 2
		law9(t, r, Review{Marks: r.Marks[:half]}, Review{Marks: r.Marks[half:], Versions: r.Versions})
		old, new := lampsDocument(""), lampsDocument("bright")
		r.Place(Comparison{Name: "a → b", Old: old, New: new, Links: align.Documents(old, new)})
	})
}
