package negotiate_test

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"reprise/read"
	"reprise/resolution"
)

// Law 8 over texts that no secretariat would print: the specimen with clauses that
// come, go, move, change and are numbered at random.
func TestLaw8Random(t *testing.T) {
	base := specimen(t)
	n := 150
	if testing.Short() {
		n = 40
	}
	for seed := range n {
		t.Run(fmt.Sprint(seed), func(t *testing.T) {
			rng := rand.New(rand.NewPCG(uint64(seed), 8))
			old := base[rng.IntN(len(base))]
			law8(t, mutated(rng, old, rng.IntN(6)), mutated(rng, old, rng.IntN(12)))
		})
	}
}

func specimen(t testing.TB) []*resolution.Document {
	t.Helper()
	return texts(t, "../testdata/specimen/*.md", 1)
}

// texts reads the files of a pattern, which finds some at the least.
func texts(t testing.TB, pattern string, least int) []*resolution.Document {
	t.Helper()
	names, _ := filepath.Glob(pattern)
	if len(names) < least {
		t.Fatal("the specimen series is not there")
	}
	var docs []*resolution.Document
	for _, name := range names {
		content, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		doc, err := read.Open(t.Context(), name, content, read.Options{})
		if err != nil {
			t.Fatal(err)
		}
		docs = append(docs, doc)
	}
	return docs
}

// odd are texts that look like something else.
var odd = []string{
	"“The harbour we want”,", "[Agreed] text in brackets;", "1. A number that is text;", "(a) A letter that is text;",
	"Delete operative paragraph 3.", "In operative paragraph 2, replace “a” with “b”.", "After operative paragraph 1, insert a new operative paragraph reading:",
	"Noting « les phares » and “the lights”,", "Recalling “an open quotation,", "closing” a quotation;", "The General Assembly,", "OP4: delete", "A/200/L.3",
}

// mutated is a copy of a document with some changes made to it.
func mutated(rng *rand.Rand, d *resolution.Document, changes int) *resolution.Document {
	out := *d
	out.Clauses, out.Source = nil, nil
	out.Footnotes = slices.Clone(d.Footnotes)
	for _, c := range d.Clauses {
		copied := *c
		copied.Notes = slices.Clone(c.Notes)
		out.Clauses = append(out.Clauses, &copied)
	}
	for range changes {
		change(rng, &out)
	}
	return &out
}

func change(rng *rand.Rand, d *resolution.Document) {
	var at []int
	for i, c := range d.Clauses {
		if c.Counted() {
			at = append(at, i)
		}
	}
	if len(at) == 0 {
		return
	}
	i := at[rng.IntN(len(at))]
	c := d.Clauses[i]
	words := strings.Fields(c.Text)
	switch rng.IntN(8) {
	case 0:
		d.Clauses = slices.Delete(d.Clauses, i, i+1)
	case 1:
		put(d, i, &resolution.Clause{Part: c.Part, Kind: c.Kind, Text: odd[rng.IntN(len(odd))]})
	case 2:
		j := at[rng.IntN(len(at))]
		if d.Clauses[j].Part == c.Part && d.Clauses[j].Depth == 0 && c.Depth == 0 && c.Parent == "" {
			d.Clauses = slices.Insert(slices.Delete(d.Clauses, i, i+1), min(j, len(d.Clauses)-1), c)
		}
	case 3:
		if len(words) > 2 && len(c.Notes) == 0 && c.Kind == resolution.Paragraph {
			k := rng.IntN(len(words))
			words[k] = odd[rng.IntN(4)]
			c.Text, c.Lead = resolution.Normalise(strings.Join(words, " ")), ""
		}
	case 4:
		if len(words) > 4 && len(c.Notes) == 0 && c.Kind == resolution.Paragraph {
			k := rng.IntN(len(words) - 2)
			c.Text, c.Lead = strings.Join(slices.Delete(words, k, k+1), " "), ""
		}
	case 5:
		mark := fmt.Sprint(len(d.Footnotes) + 41)
		d.Footnotes = append(d.Footnotes, resolution.Footnote{Mark: mark, Text: "See A/200/" + mark + "."})
		c.Notes = []resolution.NoteRef{{Mark: mark, At: len(c.Text)}}
	case 6:
		put(d, i, &resolution.Clause{Part: c.Part, Kind: resolution.Heading, Text: "Further lights"})
	case 7:
		if c.Part == resolution.Operative && c.Depth == 0 && c.Label != "" {
			c.Label, c.Number = c.Number+" bis.", c.Number+"bis"
		}
	}
}

// put puts a clause in, with an ID that no other has.
func put(d *resolution.Document, at int, c *resolution.Clause) {
	if at < len(d.Clauses) && !d.Clauses[at].Counted() || at == len(d.Clauses) {
		at = slices.IndexFunc(d.Clauses, (*resolution.Clause).Counted)
	}
	if at < 0 {
		return
	}
	c.Part = d.Clauses[at].Part
	c.ID = fmt.Sprintf("new%d", len(d.Clauses)+at*1000)
	for d.Clause(c.ID) != nil {
		c.ID += "x"
	}
	d.Clauses = slices.Insert(d.Clauses, at, c)
}
