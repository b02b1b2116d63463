package report_test

import (
	"bytes"
	"strings"
	"testing"

	"golang.org/x/net/html"
	"pgregory.net/rapid"

	"reprise/align"
	"reprise/diff"
	"reprise/report"
	"reprise/resolution"
)

// changesDrawn is a comparison of any changes with any text in them, which
// keeps law 3.
func changesDrawn(t *rapid.T) *diff.Comparison {
	c := &diff.Comparison{Old: &resolution.Document{Symbol: "A/RES/199/1"}, New: &resolution.Document{Symbol: "A/RES/200/1"}}
	for i := range rapid.IntRange(1, 6).Draw(t, "changes") {
		ch := diff.Change{Status: diff.Reworded, Edits: editsDrawn(t)}
		old, new := join(ch.Edits, diff.Delete), join(ch.Edits, diff.Insert)
		if old != "" {
			ch.Old = clausesOf(i, old)
		}
		if new != "" {
			ch.New = clausesOf(i, new)
		}
		ch.Moved = old != "" && new != "" && rapid.Bool().Draw(t, "moved")
		c.Old.Clauses, c.New.Clauses = append(c.Old.Clauses, ch.Old...), append(c.New.Clauses, ch.New...)
		c.Changes = append(c.Changes, ch)
	}
	return c
}

func editsDrawn(t *rapid.T) []diff.Edit {
	text := rapid.SampledFrom([]string{"keeper", " ", "\n", "<b>", "&amp;", "{++", "--}", "~~", ">>}", "*", "_", "\\", "|", "[-", "+}", "é", "نص", "中文", "`", "\"", "'", "#", "1.", "**OP1**", "=", "\t", "¶", "]]>", "</p>"})
	var edits []diff.Edit
	for range rapid.IntRange(1, 6).Draw(t, "edits") {
		op := diff.Op(rapid.IntRange(0, 2).Draw(t, "op"))
		edits = append(edits, diff.Edit{Op: op, Text: strings.Join(rapid.SliceOfN(text, 1, 4).Draw(t, "text"), "")})
	}
	return edits
}

// clausesOf parts a joined text into its clauses.
func clausesOf(i int, text string) []*resolution.Clause {
	var out []*resolution.Clause
	for k, part := range strings.Split(text, "\n") {
		id := "op" + string(rune('1'+i)) + string(rune('a'+k%26)) + strings.Repeat("x", k/26)
		c := &resolution.Clause{ID: id, Part: resolution.Operative, Text: part}
		if len(part) > 2 {
			c.Notes = []resolution.NoteRef{{Mark: "1", At: len(part) / 2}}
			for c.Notes[0].At > 0 && part[c.Notes[0].At]&0xC0 == 0x80 {
				c.Notes[0].At--
			}
		}
		out = append(out, c)
	}
	return out
}

// Law 4: a form says what the comparison says. Rejecting all changes in the
// page gives the old text, accepting all gives the new.
func TestHTMLHoldsOldAndNewText(t *testing.T) {
	checkHTML(t, specimen(t))
	rapid.Check(t, func(t *rapid.T) { checkHTML(t, changesDrawn(t)) })
}

type fatal interface {
	Fatalf(string, ...any)
}

func checkHTML(t fatal, c *diff.Comparison) {
	var b bytes.Buffer
	if err := (report.HTML{}).Render(&b, c); err != nil {
		t.Fatalf("%v", err)
	}
	page, err := html.Parse(&b)
	if err != nil {
		t.Fatalf("%v", err)
	}
	for _, class := range []string{"redline", "second"} {
		got := map[[2]string][2]string{}
		for n := range page.Descendants() {
			if classed(n, class) {
				article := n.Parent.Parent.Parent
				got[[2]string{attribute(article, "data-old"), attribute(article, "data-new")}] = [2]string{textWithout(n, "ins"), textWithout(n, "del")}
			}
		}
		for _, ch := range c.Changes {
			if class == "second" && ch.Status == diff.Kept {
				continue
			}
			want := [2]string{join(ch.Edits, diff.Delete), join(ch.Edits, diff.Insert)}
			if texts, ok := got[[2]string{ids(ch.Old), ids(ch.New)}]; !ok || texts != want {
				t.Fatalf("%s: read back %q, want %q", ids(ch.New), texts, want)
			}
		}
	}
}

func ids(clauses []*resolution.Clause) string {
	var list []string
	for _, c := range clauses {
		list = append(list, c.ID)
	}
	return strings.Join(list, " ")
}

func attribute(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

func classed(n *html.Node, class string) bool {
	for _, c := range strings.Fields(attribute(n, "class")) {
		if c == class {
			return true
		}
	}
	return false
}

// textWithout is the text of an element without the elements of one name and
// without footnote marks.
func textWithout(n *html.Node, name string) string {
	if n.Type == html.TextNode {
		return n.Data
	}
	if n.Data == name || classed(n, "mark") {
		return ""
	}
	var b strings.Builder
	for child := range n.ChildNodes() {
		b.WriteString(textWithout(child, name))
	}
	return b.String()
}

// The documents of a comparison are what its edits join to, so that reading
// the edits back reads the clauses back.
func TestSpecimenKeepsItsOwnLaws(t *testing.T) {
	c := specimen(t)
	for _, ch := range c.Changes {
		for _, side := range []struct {
			clauses []*resolution.Clause
			op      diff.Op
		}{{ch.Old, diff.Delete}, {ch.New, diff.Insert}} {
			var texts []string
			for _, clause := range side.clauses {
				texts = append(texts, clause.Text)
			}
			if got := join(ch.Edits, side.op); got != strings.Join(texts, "\n") {
				t.Errorf("%s: %q", ids(side.clauses), got)
			}
		}
	}
}

func FuzzHTMLHoldsOldAndNewText(f *testing.F) {
	fuzzBothTexts(f, checkHTML)
}

func FuzzCriticMarkupHoldsOldAndNewText(f *testing.F) {
	fuzzBothTexts(f, checkCritic)
}

func fuzzBothTexts(f *testing.F, check func(fatal, *diff.Comparison)) {
	f.Add("Recalling <b>", "and & more", "]]>\n\x00")
	f.Add("1. {++", "--}\n- x", "**OP1** \\")
	f.Fuzz(func(t *testing.T, kept, old, new string) {
		edits := []diff.Edit{{Op: diff.Equal, Text: plain(kept)}, {Op: diff.Delete, Text: plain(old)}, {Op: diff.Insert, Text: plain(new)}}
		ch := diff.Change{Status: diff.Reworded, Edits: edits, Link: align.Link{
			Old: clausesOf(0, join(edits, diff.Delete)), New: clausesOf(0, join(edits, diff.Insert)),
		}}
		check(t, &diff.Comparison{Old: &resolution.Document{}, New: &resolution.Document{}, Changes: []diff.Change{ch}})
	})
}

// plain is text as a document has it: valid, and without control characters,
// which reading takes out.
func plain(text string) string {
	return strings.Map(func(r rune) rune {
		if r < ' ' && r != '\n' && r != '\t' || r >= 0x7F && r < 0xA0 {
			return -1
		}
		return r
	}, strings.ToValidUTF8(text, ""))
}
