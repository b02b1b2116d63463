package rolling_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"reprise/negotiate/rolling"
	"reprise/read"
	"reprise/resolution"
)

// The bracketed texts of testdata: each as people write it, and what is read of it.
func TestRead(t *testing.T) {
	files, _ := filepath.Glob("testdata/*.txt")
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			content, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			source, want, _ := strings.Cut(string(content), "\n=====\n")
			got := shown(rolling.Read(opened(t, "text.md", source)))
			if got != want {
				t.Errorf("got\n%s\nwant\n%s", got, want)
			}
		})
	}
}

func opened(t testing.TB, name, source string) *resolution.Document {
	t.Helper()
	doc, err := read.Open(t.Context(), name, []byte(source), read.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

// shown is a text with its brackets told apart, a clause a line.
func shown(text *rolling.Text) string {
	var b strings.Builder
	fmt.Fprintf(&b, "parties: %s\n", strings.Join(text.Parties, ", "))
	for _, l := range text.Loose {
		fmt.Fprintf(&b, "loose: %s\n", l.Clause.ID)
	}
	for _, c := range text.Clauses {
		fmt.Fprintf(&b, "%s", c.Clause.ID)
		if c.Agreement != rolling.Open {
			fmt.Fprintf(&b, " (%s)", c.Agreement)
		}
		if c.Struck {
			b.WriteString(" (to go)")
		}
		fmt.Fprintf(&b, "%s: %s\n", wishes(c.For, c.Against, c.Reserved), pieces(c.Pieces))
	}
	return b.String()
}

func wishes(for_, against, reserved []string) string {
	out := ""
	for i, list := range [][]string{for_, against, reserved} {
		if len(list) > 0 {
			out = strings.TrimSpace(out + " " + "+-?"[i:i+1] + strings.Join(list, ","))
		}
	}
	if out != "" {
		return " {" + out + "}"
	}
	return ""
}

func pieces(list []rolling.Piece) string {
	out := ""
	for _, p := range list {
		if p.Bracket == nil {
			out += p.Text
			continue
		}
		b := p.Bracket
		out += "<" + b.Kind.String()
		if b.Across > 1 {
			out += fmt.Sprintf(" across %d", b.Across)
		}
		out += wishes(b.For, b.Against, b.Reserved) + " " + b.Said + "|" + pieces(p.Inner) + ">"
	}
	return out
}

// Two readings of one text: what became of each bracket, and who did what.
func TestCompare(t *testing.T) {
	files, _ := filepath.Glob("testdata/compare/*.txt")
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			content, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			parts := strings.Split(string(content), "\n=====\n")
			if len(parts) != 3 {
				t.Fatalf("found %d parts, wanted the first reading, the second, and what changed", len(parts))
			}
			c := rolling.Compare(rolling.Read(opened(t, "first.md", parts[0])), rolling.Read(opened(t, "second.md", parts[1])))
			if got := changes(c); got != parts[2] {
				t.Errorf("got\n%s\nwant\n%s", got, parts[2])
			}
		})
	}
}

func changes(c *rolling.Comparison) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%+v\n", c.Counts())
	for _, p := range c.Pairs {
		fmt.Fprintf(&b, "%s > %s %s", ids(p.Old), ids(p.New), p.Status)
		if a := p.Agreement(); a != rolling.Open {
			fmt.Fprintf(&b, " %s", a)
		}
		if p.Reworded {
			b.WriteString(" reworded")
		}
		b.WriteString("\n")
		for _, ch := range p.Changes {
			old, new := ch.OldText, ch.NewText
			if ch.Whole {
				old, new = "(all)", ""
			}
			fmt.Fprintf(&b, "  %s %q %q%s%s\n", ch.Fate, old, new, sides(" joined", ch.Joined), sides(" left", ch.Left))
		}
	}
	for _, m := range c.Movers {
		fmt.Fprintf(&b, "%s:", m.Party)
		for _, mv := range m.Moves {
			fmt.Fprintf(&b, " %s %.24q,", mv.Kind, mv.Text)
		}
		b.WriteString("\n")
	}
	return b.String()
}

func ids(list []*rolling.Clause) string {
	out := "-"
	for _, c := range list {
		out = strings.TrimPrefix(out+"+"+c.Clause.ID, "-+")
	}
	return out
}

func sides(word string, s rolling.Sides) string {
	if w := wishes(s.For, s.Against, s.Reserved); w != "" {
		return word + w
	}
	return ""
}

// A reading compared with itself: everything stays, nobody moved.
func same(t *testing.T, doc *resolution.Document) {
	t.Helper()
	c := rolling.Compare(rolling.Read(doc), rolling.Read(doc))
	for _, p := range c.Pairs {
		for _, ch := range p.Changes {
			if ch.Fate != rolling.Stays {
				t.Errorf("%s: %s %q", ids(p.New), ch.Fate, ch.OldText)
			}
		}
	}
	if len(c.Movers) > 0 || c.Counts().Gone+c.Counts().New > 0 {
		t.Errorf("compared with itself: %+v %v", c.Counts(), c.Movers)
	}
}

func FuzzRead(f *testing.F) {
	files, _ := filepath.Glob("testdata/*.txt")
	for _, file := range files {
		content, _ := os.ReadFile(file)
		f.Add(string(content))
	}
	f.Add("1. [a ~~b [c~~ d] (EU)] [Delete: US")
	f.Fuzz(func(t *testing.T, source string) {
		doc, err := read.Open(t.Context(), "text.md", []byte(source), read.Options{})
		if err != nil {
			t.Skip(err)
		}
		same(t, doc)
	})
}
