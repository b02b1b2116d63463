package table_test

import (
	"bytes"
	"os/exec"
	"regexp"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"reprise/align"
	"reprise/diff"
	"reprise/internal/outside"
	"reprise/report"
	"reprise/report/reporttest"
	"reprise/report/table"
	"reprise/resolution"
)

func TestMarkdownGolden(t *testing.T) {
	reporttest.Golden(t, "table.md", reporttest.Render(t, table.Markdown{}, reporttest.Specimen(t)))
	reporttest.Golden(t, "table-substantive.md", reporttest.Render(t, table.Markdown{Only: report.SubstantiveOnly}, reporttest.Specimen(t)))
	reporttest.Golden(t, "critic.md", reporttest.Render(t, table.Markdown{View: report.Critic}, reporttest.Specimen(t)))
}

// A clause that was kept but for its footnote has no sign, and no empty one.
func TestMarkdownWritesNoEmptySign(t *testing.T) {
	clause := &resolution.Clause{ID: "pp1", Part: resolution.Preamble, Text: "Recalling the kites,"}
	c := &diff.Comparison{Old: &resolution.Document{}, New: &resolution.Document{}, Changes: []diff.Change{{
		Link:   align.Link{Old: []*resolution.Clause{clause}, New: []*resolution.Clause{clause}},
		Status: diff.Kept, Nature: diff.Routine,
		Notes: []diff.NoteChange{{Edits: []diff.Edit{{Op: diff.Insert, Text: "A/211/4"}}}},
	}}}
	if out := string(reporttest.Render(t, table.Markdown{}, c)); strings.Contains(out, "``") || !strings.Contains(out, "PP1") {
		t.Error(out)
	}
}

// Law 4: a form says what the comparison says. The old and the new text can be
// read back from CriticMarkup.
func TestCriticMarkupHoldsOldAndNewText(t *testing.T) {
	checkCritic(t, reporttest.Specimen(t))
	rapid.Check(t, func(t *rapid.T) { checkCritic(t, reporttest.Changes(t)) })
}

// blocks finds the start of each change: its name in bold at the start of a
// line, which text cannot be, because its stars are escaped.
var blocks = regexp.MustCompile(`(?m)^\*\*[^*]*\*\* `)

func checkCritic(t reporttest.Fataler, c *diff.Comparison) {
	var b bytes.Buffer
	if err := (table.Markdown{View: report.Critic}).Render(&b, c); err != nil {
		t.Fatalf("%v", err)
	}
	// The head may have a title in bold, but none that a blank follows.
	parts := blocks.Split(b.String(), -1)[1:]
	if len(parts) != len(c.Changes) {
		t.Fatalf("%d blocks, want %d:\n%s", len(parts), len(c.Changes), b.String())
	}
	for i, ch := range c.Changes {
		old, new := readCritic(parts[i])
		if old != reporttest.Join(ch.Edits, diff.Delete) || new != reporttest.Join(ch.Edits, diff.Insert) {
			t.Fatalf("%q: read back\n%q\n%q", parts[i], old, new)
		}
	}
}

// readCritic reads one block as a program would: a backslash makes the next
// character text.
func readCritic(block string) (old, new string) {
	block = strings.TrimSuffix(block, "\n\n")
	var sides [2]strings.Builder
	keep := [2]bool{true, true}
	rs := []rune(block)
	for i := 0; i < len(rs); i++ {
		at := string(rs[i:min(i+3, len(rs))])
		switch {
		case rs[i] == '\\' && i+1 < len(rs):
			i++
			put(&sides, keep, rs[i])
		case at == "{++":
			keep, i = [2]bool{false, true}, i+2
		case at == "{--":
			keep, i = [2]bool{true, false}, i+2
		case at == "++}" || at == "--}" || at == "<<}":
			keep, i = [2]bool{true, true}, i+2
		case strings.HasPrefix(string(rs[i:]), " {>>"):
			keep, i = [2]bool{false, false}, i+3
		case strings.HasPrefix(string(rs[i:]), "\n\n"):
			i++
			put(&sides, keep, '\n')
		default:
			put(&sides, keep, rs[i])
		}
	}
	return sides[0].String(), sides[1].String()
}

func put(sides *[2]strings.Builder, keep [2]bool, r rune) {
	for i := range sides {
		if keep[i] {
			sides[i].WriteRune(r)
		}
	}
}

// The table must stay a table whatever the text holds: read by another program.
func TestMarkdownTableIsReadByPandoc(t *testing.T) {
	outside.Program(t, "pandoc")
	c := reporttest.Specimen(t)
	c.Changes[3].Edits = append(c.Changes[3].Edits, diff.Edit{Op: diff.Insert, Text: " a | b ~~c~~ *d* <script>\n| e `f|g`"})
	cmd := exec.Command("pandoc", "-f", "gfm", "-t", "html", "--wrap=none")
	cmd.Stdin = bytes.NewReader(reporttest.Render(t, table.Markdown{}, c))
	out, err := cmd.Output()
	if err != nil {
		t.Fatal(err)
	}
	html := string(out)
	for _, want := range []string{"<ins> and 199/41 of 12 December 2144</ins>", "a | b ~~c~~ *d* &lt;script&gt;", "| e `f|g`", "&lt;b&gt;“to be observed”&lt;/b&gt; &amp; enjoyed"} {
		if !strings.Contains(html, want) {
			t.Errorf("pandoc reads no %q in\n%s", want, html)
		}
	}
	rows := strings.Count(html, "<tr")
	if cells := strings.Count(html, "<td"); cells != 4*(rows-1) {
		t.Errorf("%d cells in %d rows", cells, rows)
	}
}

func FuzzCriticMarkupHoldsOldAndNewText(f *testing.F) {
	reporttest.FuzzBothTexts(f, checkCritic)
}
