package negotiate_test

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"reprise/negotiate"
	"reprise/read"
	"reprise/resolution"
)

// Laws 8 and 10 over texts that are made from nothing: title, preamble, sections with
// headings, points of two levels, text behind points, annexes and footnotes, in Markdown
// and read as any other. The second text is the first with paragraphs that come, go,
// change places and words, or one of its own.

func TestLaw8Generated(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) { law8Drawn(t) })
}

// FuzzLaw8 draws the pairs from what the fuzzer makes, so that coverage leads it.
func FuzzLaw8(f *testing.F) {
	for _, seed := range seeds() {
		f.Add(seed)
	}
	f.Fuzz(rapid.MakeFuzz(func(t *rapid.T) { law8Drawn(t) }))
}

// FuzzLaw10 draws a base and what two delegations make of it.
func FuzzLaw10(f *testing.F) {
	for _, seed := range seeds() {
		f.Add(seed)
	}
	f.Fuzz(rapid.MakeFuzz(func(t *rapid.T) { law10Drawn(t) }))
}

func TestLaw10Generated(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) { law10Drawn(t) })
}

// seeds are bytes enough for a pair of texts each.
func seeds() [][]byte {
	var out [][]byte
	for i := range 4 {
		seed := make([]byte, 4096)
		for k := range seed {
			seed[k] = byte((k*k*(i+3) + k*7 + i*31) >> 2)
		}
		out = append(out, seed)
	}
	return out
}

func law8Drawn(t *rapid.T) {
	a := draftDrawn(t)
	law8(t, openedDraft(t, a), openedDraft(t, changedDraft(t, a)))
}

func law10Drawn(t *rapid.T) {
	a := draftDrawn(t)
	law10(t, openedDraft(t, a), negotiate.Proposal{Name: "EU", Text: openedDraft(t, changedDraft(t, a))},
		negotiate.Proposal{Name: "Group of 77", Text: openedDraft(t, changedDraft(t, a))})
}

// drawn is a text as it is made: its paragraphs by part, each with its form.
type drawn struct {
	title               string
	preamble, operative []piece
	annex               []piece
}

// piece is a paragraph, a point, a heading or text that goes on behind points.
type piece struct {
	kind string // "paragraph", "point", "subpoint", "heading", "flush"
	text string
	note string // of its footnote; "" for none
}

var (
	leads = []string{"Welcomes", "Notes with concern", "Requests", "Also encourages", "Decides", "Reaffirms"}
	opens = []string{"Recalling", "Noting", "Bearing in mind", "Deeply concerned at", "Welcoming also", "Convinced of"}
	nouns = []string{"the lamps", "its keepers", "all Member States", "the Coastal Lights Fund", "“the open light”", "resolution 200/41 of 5 December 2145", "the oil, wicks and lenses",
		"paragraph 2 (b) above", "A/200/213", "[all] boats", "the sea birds (in spring)", "keepers’ logbooks", "« les phares »", "a light – by night", "3 towers"}
	joins = []string{" and ", ", in particular ", " as well as ", ", including ", " of ", " with "}
)

func sentence(t *rapid.T, leads []string) string {
	out := rapid.SampledFrom(leads).Draw(t, "lead")
	for i := range rapid.IntRange(1, 5).Draw(t, "nouns") {
		join := " "
		if i > 0 {
			join = rapid.SampledFrom(joins).Draw(t, "join")
		}
		out += join + rapid.SampledFrom(nouns).Draw(t, "noun")
	}
	return out
}

func pieceDrawn(t *rapid.T, leads, kinds []string) piece {
	p := piece{kind: rapid.SampledFrom(kinds).Draw(t, "kind"), text: sentence(t, leads)}
	if p.kind == "heading" {
		p.text = "Lights and " + strings.TrimPrefix(rapid.SampledFrom(nouns[:4]).Draw(t, "noun"), "the ")
	}
	if p.kind != "heading" && rapid.IntRange(0, 5).Draw(t, "note") == 0 {
		p.note = "See " + rapid.SampledFrom(nouns).Draw(t, "noted") + "."
	}
	return p
}

func draftDrawn(t *rapid.T) drawn {
	d := drawn{title: "Keeping of " + rapid.SampledFrom([]string{"lighthouses", "lightships", "lights and lamps"}).Draw(t, "title")}
	for range rapid.IntRange(0, 5).Draw(t, "preamble") {
		d.preamble = append(d.preamble, pieceDrawn(t, opens, []string{"paragraph", "paragraph", "paragraph", "point"}))
	}
	for range rapid.IntRange(1, 8).Draw(t, "operative") {
		d.operative = append(d.operative, pieceDrawn(t, leads, []string{"paragraph", "paragraph", "paragraph", "point", "subpoint", "flush", "heading"}))
	}
	for range rapid.IntRange(0, 4).Draw(t, "annex") {
		d.annex = append(d.annex, pieceDrawn(t, leads, []string{"paragraph", "paragraph", "point", "heading"}))
	}
	return d
}

// changedDraft is another text of the same matter.
func changedDraft(t *rapid.T, d drawn) drawn {
	if rapid.IntRange(0, 9).Draw(t, "another") == 0 {
		return draftDrawn(t)
	}
	if rapid.IntRange(0, 3).Draw(t, "retitled") == 0 {
		d.title = "Keeping of all lights"
	}
	d.preamble = changedPieces(t, d.preamble, opens)
	d.operative = changedPieces(t, d.operative, leads)
	d.annex = changedPieces(t, d.annex, leads)
	return d
}

func changedPieces(t *rapid.T, list []piece, leads []string) []piece {
	var out []piece
	for _, p := range list {
		switch rapid.IntRange(0, 9).Draw(t, "change") {
		case 0: // it goes
		case 1:
			p.text = sentence(t, leads)
			out = append(out, p)
		case 2:
			p.text = strings.Replace(p.text, rapid.SampledFrom(nouns).Draw(t, "old"), rapid.SampledFrom(nouns).Draw(t, "new"), 1)
			out = append(out, p)
		case 3:
			p.text += rapid.SampledFrom(joins).Draw(t, "join") + rapid.SampledFrom(nouns).Draw(t, "noun")
			out = append(out, p)
		case 4:
			out = append(out, p, pieceDrawn(t, leads, []string{"paragraph", "point"}))
		case 5: // it stands elsewhere
			out = append([]piece{p}, out...)
		case 6:
			p.note = rapid.SampledFrom([]string{"", "A/200/14.", "Ibid., annex."}).Draw(t, "note")
			out = append(out, p)
		default:
			out = append(out, p)
		}
	}
	return out
}

// source is the text in Markdown.
func (d drawn) source() string {
	var b, notes strings.Builder
	n := 0
	mark := func(p piece) string {
		if p.note == "" {
			return ""
		}
		n++
		fmt.Fprintf(&notes, "<sup>%d</sup> %s\n\n", n, p.note)
		return fmt.Sprintf("<sup>%d</sup>", n)
	}
	write := func(list []piece, end string, numbered bool) {
		number, letter, roman := 0, 0, 0
		for _, p := range list {
			text := escapeMarkdown(p.text)
			switch {
			case p.kind == "heading":
				fmt.Fprintf(&b, "### %s\n\n", text)
			case p.kind == "point" && (number > 0 || !numbered && letter >= 0):
				letter, roman = letter+1, 0
				fmt.Fprintf(&b, "(%c) %s%s%s\n\n", 'a'+(letter-1)%26, text, mark(p), end)
			case p.kind == "subpoint" && letter > 0:
				roman++
				fmt.Fprintf(&b, "(%s) %s%s%s\n\n", []string{"i", "ii", "iii", "iv", "v", "vi", "vii", "viii"}[(roman-1)%8], text, mark(p), end)
			case p.kind == "flush" && letter > 0:
				fmt.Fprintf(&b, "%s%s%s\n\n", strings.ToLower(text[:1])+text[1:], mark(p), end)
			case numbered:
				number, letter, roman = number+1, 0, 0
				fmt.Fprintf(&b, "%d. %s%s%s\n\n", number, text, mark(p), end)
			default:
				letter = 0
				fmt.Fprintf(&b, "%s%s%s\n\n", text, mark(p), end)
			}
		}
	}
	fmt.Fprintf(&b, "# %s\n\n*The General Assembly,*\n\n", d.title)
	write(d.preamble, ",", false)
	write(append(d.operative[:len(d.operative):len(d.operative)], piece{kind: "paragraph", text: "Decides to look at the lamps once more"}), ";", true)
	if len(d.annex) > 0 {
		b.WriteString("## Annex\n\n")
		write(d.annex, ".", true)
	}
	return b.String() + notes.String()
}

func escapeMarkdown(s string) string { return strings.NewReplacer("[", `\[`, "]", `\]`).Replace(s) }

func openedDraft(t *rapid.T, d drawn) *resolution.Document {
	doc, err := read.Open(context.Background(), "draft.md", []byte(d.source()), read.Options{Language: "en"})
	if err != nil {
		t.Fatal(err)
	}
	return doc
}
