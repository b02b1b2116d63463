package series

import (
	"fmt"
	"strings"
	"testing"

	"reprise/resolution"
)

// paragraphs makes a version of operative paragraphs.
func paragraphs(symbol string, texts ...string) *resolution.Document {
	d := &resolution.Document{Symbol: "", Language: "en"}
	d.Reading.Name = symbol
	for i, text := range texts {
		n := fmt.Sprint(i + 1)
		d.Clauses = append(d.Clauses, &resolution.Clause{ID: "op" + n, Part: resolution.Operative, Number: n, Label: n + ".", Text: text})
	}
	return d
}

const (
	keepers = "Requests the keepers of all lighthouses to keep their lanterns burning from dusk to dawn"
	signals = "Invites Member States to give the foghorns of their coasts a common signal"
)

func TestTrace(t *testing.T) {
	s := Follow([]*resolution.Document{
		paragraphs("a", keepers+";", signals+"."),
		paragraphs("b", keepers+", with Whale  oil;", signals+"."),
		paragraphs("c", keepers+", with whale oil;", signals+", also by whale oil lamps, for whale oils are bright."),
		paragraphs("d", keepers+";", signals+"."),
		paragraphs("e", keepers+";", signals+", also by whale oil lamps."),
	})
	trace := s.Trace("whale oil")
	var b strings.Builder
	for _, at := range trace.Sights {
		fmt.Fprintf(&b, "%d %s %s %d\n", at.Version, at.Clause.ID, at.Event, len(at.Places))
	}
	for _, gone := range trace.Partings {
		fmt.Fprintf(&b, "%d gone from %s\n", gone.Version, gone.Lineage.ID)
	}
	want := "1 op1 first 1\n2 op1 stayed 1\n2 op2 spread 2\n4 op2 returned 1\n3 gone from " + s.Lineages[0].ID + "\n3 gone from " + s.Lineages[1].ID + "\n"
	if got := b.String(); got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
	if n := trace.Versions(); n != 3 {
		t.Errorf("in %d versions, want 3", n)
	}
}

func TestTraceFindsWords(t *testing.T) {
	s := Follow([]*resolution.Document{paragraphs("a", "Urges women and girls to keep “the lamp” (pre-primary)."), paragraphs("b", "Urges nobody.")})
	cases := []struct {
		phrase string
		want   int
	}{
		{"girl", 1}, {"men", 0}, {"PRE-PRIMARY", 1}, {"primary", 1}, {"women  and\ngirls", 1}, {"\"the lamp\"", 1}, {"", 0}, {"(", 0}, {".*", 0},
	}
	for _, c := range cases {
		if got := len(s.Trace(c.phrase).Sights); got != c.want {
			t.Errorf("%q: in %d clauses, want %d", c.phrase, got, c.want)
		}
	}
}

// TestPoints: a clause's history has that of its points, also of those that a
// later version dropped.
func TestPoints(t *testing.T) {
	version := func(points ...string) *resolution.Document {
		d := paragraphs("v", "Decides:", signals+".")
		for i, text := range points {
			letter := string(rune('a' + i))
			d.Clauses = append(d.Clauses[:1+i], append([]*resolution.Clause{{ID: "op1(" + letter + ")", Part: resolution.Operative, Parent: "op1", Number: letter,
				Label: "(" + letter + ")", Depth: 1, Text: text}}, d.Clauses[1+i:]...)...)
		}
		return d
	}
	s := Follow([]*resolution.Document{
		version("To paint every lighthouse in red and white;", "To count the ships that pass the northern cape;"),
		version("To count the ships that pass the northern cape;"),
	})
	points := s.Points(s.Of(s.Versions[1].Document.Clauses[0]))
	if len(points) != 2 {
		t.Fatalf("%d points, want both, the dropped one too", len(points))
	}
	if points := s.Points(s.Of(s.Versions[1].Document.Clause("op2"))); points != nil {
		t.Errorf("a clause without points has %d", len(points))
	}
}
