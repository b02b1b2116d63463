package read

import (
	"strings"
	"testing"

	"reprise/resolution"
	"reprise/resolution/recognise/blocktest"

	"github.com/google/go-cmp/cmp"
)

func TestHTML(t *testing.T) {
	tests := []struct {
		name, page string
		want       []string
	}{
		{"styles by element and by style sheet", `<p><em>Requests</em> <b>all</b> <s>cups</s> <i style="font-style:normal">keepers</i> <span style="font-style: italic">now</span>`,
			[]string{"text: *Requests* all ~cups~ keepers *now*"}},
		{"white space and line ends", "<p>all\n  keepers&nbsp;too<br>and others<br><br>Another", []string{"text: all keepers\u00a0too / and others", "text: Another"}},
		{"lists", `<ol start="3"><li><p>Three<ol type="a"><li>a<li>b</ol><li value="7">Seven</ol><ul><li>dot</ul>`,
			[]string{"text [3.]: Three", "text [a.]: a", "text [b.]: b", "text [7.]: Seven", "text: dot"}},
		{"headings", `<h2>Teacups</h2>text`, []string{"heading: Teacups", "text: text"}},
		{"links out", `<p>see <a href="https://example.org/a">212/9</a>`, []string{"text: see 212/9<https://example.org/a>"}},
		{"footnotes as web pages tie them", `<p>cups<sup><a href="#n1" id="r1">1</a></sup> and<p>tea<div id="n1"><p><sup>1</sup> Of the north. <a href="#r1">↩</a></p><p>And more.</p></div>`,
			[]string{"text: cups^1^ and", "text: tea", "note [1]:  Of the north.  And more."}},
		{"footnotes as Word saves them", `<p>cups<a href="#_ftn1" name="_ftnref1"><sup>[1]</sup></a> and<div id="ftn1"><p><a href="#_ftnref1" name="_ftn1"><sup>[1]</sup></a> Of the north.</p></div>`,
			[]string{"text: cups^[1]^ and", "note [1]: Of the north."}},
		{"a table of figures", `<p>Text<table><tr><th>Keeper<th>Cups<tr><td>North<td>4<tr><td>South<td>5</table>`, []string{"text: Text", "table: Keeper | Cups / North | 4 / South | 5"}},
		{"a layout made with a table", `<table><tr><td>United Nations<td>A/RES/213/7</table><p>Text`, []string{"text: United Nations", "text: A/RES/213/7", "text: Text"}},
		{"what is not shown is kept", `<script>x</script><p hidden>y<p style="display: none">z<p>Text<!-- c --><textarea>lamps</textarea><svg><text>oil</text></svg>`,
			[]string{"furniture: y", "furniture: z", "furniture: lamps", "furniture: oil", "text: Text"}},
		{"text as it was typed", "<pre>The General Assembly,\n\nRecalling that lamps stand at\nthe sea,\n\n1. Decides to rest.</pre>",
			[]string{"text: The General Assembly,", "text: Recalling that lamps stand at the sea,", "text: 1. Decides to rest."}},
		{"tracked changes", `<p>keep <del>two</del><ins>three</ins> lamps <s>and oil</s>`, []string{"text: keep three lamps ~and oil~"}},
		{"formulas", `<p>area <math><mi>a</mi><mo>+</mo><mi>b</mi></math> of cups`, []string{"text: area a+b of cups"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got, err := readHTML(t.Context(), input{content: []byte("<!DOCTYPE html><html><body>" + test.page)})
			if err != nil {
				t.Fatal(err)
			}
			if d := cmp.Diff(test.want, blocktest.Shown(got.blocks)); d != "" {
				t.Errorf("-want +got:\n%s", d)
			}
		})
	}
}

// A long annex beside the resolution does not stand for the page.
func TestHTMLAnnexOutweighsTheResolution(t *testing.T) {
	annex := strings.Repeat("<p>The keeper of a lighthouse counts the cups, the saucers and the pots, and writes the number down.</p>", 200)
	page := "<!DOCTYPE html><html><body><div><div><p>The General Assembly,</p><p>Recalling its resolution 212/9 of 3 May 2157,</p>" +
		"<p>1. Adopts the rules of the keepers of lighthouses, annexed to the present resolution.</p></div><div><h2>Annex</h2>" + annex + "</div></div></body></html>"
	d, err := Open(t.Context(), "page.html", []byte(page), Options{})
	if err != nil {
		t.Fatal(err)
	}
	if c := d.Clause("op1"); c == nil || c.Lead != "Adopts" || d.Clause("formula") == nil {
		t.Errorf("op1 is %+v", c)
	}
}

// Rejecting changes gives the text before them.
func TestHTMLTrackedChangesRejected(t *testing.T) {
	got, err := readHTML(t.Context(), input{content: []byte("<html><body><p>keep <del>two</del><ins>three</ins> lamps"), opts: Options{Revisions: RejectRevisions}})
	if err != nil {
		t.Fatal(err)
	}
	if shown := blocktest.Shown(got.blocks); len(shown) != 1 || shown[0] != "text: keep two lamps" || !cmp.Equal(got.warnings, []resolution.Warning{{Kind: resolution.RejectedChanges, N: 2}}) {
		t.Errorf("got %q, %v", shown, got.warnings)
	}
}

// sitePage is a resolution as a web site shows it, with all that is around it.
const sitePage = `<!DOCTYPE html><html><head><title>Teacups - Library</title></head><body>
<header role="banner"><a href="/">Home</a> <a href="/docs">Documents</a><form><input> <button>Search</button></form></header>
<div class="top"><ul><li><a href="/a">About</a><li><a href="/b">Collections</a><li><a href="/c">Contact</a></ul></div>
<div class="page"><div class="side"><h3>Related</h3><ul><li><a href="/1">Resolution 212/9</a><li><a href="/2">Resolution 211/3</a></ul></div>
<div class="content"><h1>213/7. Teacups of lighthouse keepers</h1>
<p><i>The General Assembly</i>,</p>
<p><i>Recalling</i> its resolution 212/9 of 3 May 2157,<sup>1</sup></p>
<p>1. <i>Requests</i> all keepers to count their teacups once a year;</p>
<p>2. <i>Decides</i> to remain seized of the matter.</p>
<p><sup>1</sup> Of the north.</p></div></div>
<div class="cookie-consent">This site keeps small files on your machine, to know you again when you come back.</div>
<footer><p>Library of the lighthouses, all rights reserved, since the year 2101.</p></footer></body></html>`

func TestHTMLSite(t *testing.T) {
	doc, err := Open(t.Context(), "page.html", []byte(sitePage), Options{})
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, c := range doc.Clauses {
		got = append(got, c.ID+": "+c.Text)
	}
	want := []string{"title: 213/7. Teacups of lighthouse keepers", "formula: The General Assembly,", "pp1: Recalling its resolution 212/9 of 3 May 2157,",
		"op1: Requests all keepers to count their teacups once a year;", "op2: Decides to remain seized of the matter."}
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("-want +got:\n%s", d)
	}
	if n := doc.Footnote("1"); n == nil || n.Text != "Of the north." {
		t.Errorf("footnotes %+v", doc.Footnotes)
	}
	var aside []string
	for _, f := range doc.Furniture {
		aside = append(aside, f.Text)
	}
	all := strings.Join(append(append(aside, got...), "Of the north."), " ")
	for _, word := range []string{"Home", "Collections", "Related", "211/3", "small files", "rights reserved", "Search"} {
		if !strings.Contains(all, word) {
			t.Errorf("law 1: %q is lost; set aside: %q", word, aside)
		}
	}
}

func TestIsHTML(t *testing.T) {
	for text, want := range map[string]bool{
		"<!DOCTYPE html><p>":                      true,
		"\ufeff <!-- saved --> <HTML lang=en>":    true,
		"<?xml version='1.0'?><html xmlns='x'>":   true,
		"<?xml version='1.0'?><other>":            false,
		"# Teacups\n\n<sup>1</sup> Of the north.": false,
		"<!-- never closed":                       false,
		"The General Assembly,":                   false,
	} {
		if got := isHTML([]byte(text)); got != want {
			t.Errorf("%q: %t", text, got)
		}
	}
}

func TestHTMLErrors(t *testing.T) {
	for name, page := range map[string]string{
		"wanted: a text":   "<!DOCTYPE html><script>show()</script>",
		"nesting is bound": "<!DOCTYPE html>" + strings.Repeat("<div>", 10*htmlMaxDepth),
	} {
		if _, err := Open(t.Context(), "page.html", []byte(page), Options{}); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}

func FuzzHTML(f *testing.F) {
	f.Add(sitePage)
	f.Add(`<p>a<a href="#x">1</a><div id=x><a name=y href="#y">1</a><ol><li><table><tr><td>`)
	f.Fuzz(func(t *testing.T, page string) {
		Open(t.Context(), "fuzzed.html", []byte("<!DOCTYPE html>"+page), Options{})
	})
}
