package page_test

import (
	"bytes"
	"strings"
	"testing"

	"golang.org/x/net/html"
	"pgregory.net/rapid"

	"reprise/diff"
	"reprise/report/page"
	"reprise/report/reporttest"
)

// Law 4: a form says what the comparison says. Rejecting all changes in the
// page gives the old text, accepting all gives the new.
func TestHTMLHoldsOldAndNewText(t *testing.T) {
	checkHTML(t, reporttest.Specimen(t))
	rapid.Check(t, func(t *rapid.T) { checkHTML(t, reporttest.Changes(t)) })
}

func checkHTML(t reporttest.Fataler, c *diff.Comparison) {
	var b bytes.Buffer
	if err := (page.HTML{}).Render(&b, c); err != nil {
		t.Fatalf("%v", err)
	}
	tree, err := html.Parse(&b)
	if err != nil {
		t.Fatalf("%v", err)
	}
	for _, class := range []string{"redline", "second"} {
		got := map[[2]string][2]string{}
		for n := range tree.Descendants() {
			if classed(n, class) {
				article := n.Parent.Parent.Parent
				got[[2]string{attribute(article, "data-old"), attribute(article, "data-new")}] = [2]string{textWithout(n, "ins"), textWithout(n, "del")}
			}
		}
		for _, ch := range c.Changes {
			if class == "second" && ch.Status == diff.Kept {
				continue
			}
			want := [2]string{reporttest.Join(ch.Edits, diff.Delete), reporttest.Join(ch.Edits, diff.Insert)}
			if texts, ok := got[[2]string{reporttest.IDs(ch.Old), reporttest.IDs(ch.New)}]; !ok || texts != want {
				t.Fatalf("%s: read back %q, want %q", reporttest.IDs(ch.New), texts, want)
			}
		}
	}
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

func FuzzHTMLHoldsOldAndNewText(f *testing.F) {
	reporttest.FuzzBothTexts(f, checkHTML)
}
