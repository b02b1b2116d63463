package negotiate_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"reprise/negotiate"
	"reprise/read"
	"reprise/resolution"
)

// law10 holds a compilation against law 10: its rolling text, read back, gives the
// proposals, and so does the compilation itself.
func law10(t tester, base *resolution.Document, proposals ...negotiate.Proposal) *negotiate.Compilation {
	t.Helper()
	c := negotiate.Compile(base, proposals...)
	lines := c.Rolling()
	doc, err := read.Open(context.Background(), "rolling", []byte(strings.Join(lines, "\n\n")), read.Options{Amendment: true, Language: base.Language})
	if err != nil {
		t.Fatal(err)
	}
	back, err := negotiate.ReadRolling(negotiate.RollingLines(doc), base.Language)
	if err != nil {
		t.Fatalf("%v in\n%s", err, strings.Join(lines, "\n"))
	}
	for i, p := range proposals {
		if at, same := negotiate.Same(unnumbered(c.Apart(i)), unnumbered(p.Text)); !same {
			t.Errorf("law 10: the compilation does not give %s back: %s\n%s", p.Name, at, shown(c.Apart(i), p.Text))
		}
		if at, same := negotiate.Same(unnumbered(back.Apart(i)), unnumbered(p.Text)); !same {
			t.Errorf("law 10: the rolling text does not give %s back: %s\n%s\n%.3000s", p.Name, at, shown(back.Apart(i), p.Text), strings.Join(lines, "\n"))
		}
	}
	return c
}

func TestLaw10Specimen(t *testing.T) {
	docs := specimen(t)
	for i := range docs {
		base, a, b := docs[i], docs[(i+1)%len(docs)], docs[(i+2)%len(docs)]
		t.Run(base.Reading.Name, func(t *testing.T) {
			law10(t, base, negotiate.Proposal{Name: "Meridia", Text: a}, negotiate.Proposal{Name: "Ostravia", Text: b}, negotiate.Proposal{Name: "Skerry Islands", Text: a})
		})
	}
}

func TestLaw10Random(t *testing.T) {
	docs := specimen(t)
	n := 150
	if testing.Short() {
		n = 40
	}
	for seed := range n {
		t.Run(fmt.Sprint(seed), func(t *testing.T) {
			rng := rand.New(rand.NewPCG(uint64(seed), 10))
			base := docs[rng.IntN(len(docs))]
			law10(t, base, negotiate.Proposal{Name: "EU", Text: mutated(rng, base, rng.IntN(8))},
				negotiate.Proposal{Name: "Group of 77", Text: mutated(rng, base, rng.IntN(8))})
		})
	}
}

// shown are the first clauses of two texts that differ.
func shown(a, b *resolution.Document) string {
	var as, bs []*resolution.Clause
	for _, c := range a.Clauses {
		if c.Counted() {
			as = append(as, c)
		}
	}
	for _, c := range b.Clauses {
		if c.Counted() {
			bs = append(bs, c)
		}
	}
	for i := range min(len(as), len(bs)) {
		x, y := as[i], bs[i]
		if x.Text != y.Text || x.Depth != y.Depth || x.Kind != y.Kind || x.Part != y.Part || len(x.Notes) != len(y.Notes) {
			return fmt.Sprintf("%s %s %s %q %d %q %v\n%s %s %s %q %d %q %v", x.ID, x.Part, x.Kind, x.Label, x.Depth, x.Text, x.Notes, y.ID, y.Part, y.Kind, y.Label, y.Depth, y.Text, y.Notes)
		}
	}
	out := ""
	for i := range min(len(as), len(bs)) {
		x, y := "", ""
		for _, n := range as[i].Notes {
			x += fmt.Sprint(n.At, a.Footnote(n.Mark))
		}
		for _, n := range bs[i].Notes {
			y += fmt.Sprint(n.At, b.Footnote(n.Mark))
		}
		if x != y {
			out += fmt.Sprintf("%s %q %s != %s; ", as[i].ID, as[i].Text, x, y)
		}
	}
	return fmt.Sprint(len(as), len(bs), out)
}

// unnumbered is a text without the numbers of its paragraphs, which a rolling text
// counts anew.
func unnumbered(d *resolution.Document) *resolution.Document {
	out := *d
	out.Clauses = nil
	for _, c := range d.Clauses {
		copied := *c
		copied.Label = ""
		out.Clauses = append(out.Clauses, &copied)
	}
	return &out
}
