package diff

import (
	"flag"
	"os"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "rewrite the golden files")

const hardDoc = "../docs/redlines.md"

// docs/redlines.md shows the hard examples of testdata/hard.txt as they are
// marked now. Run with -update, and read, after a change that is meant.
func TestHardExamples(t *testing.T) {
	content, err := os.ReadFile("testdata/hard.txt")
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	b.WriteString(hardHead)
	var q quality
	examples := strings.Split(strings.TrimSpace(string(content)), "\n\n")
	for _, e := range examples {
		lines := strings.Split(e, "\n")
		old, new := lines[1], strings.ReplaceAll(strings.Join(lines[2:], "\n"), "\n ", "\n")
		edits := Words(old, new)
		q.measure(old, new, edits)
		ch := told(old, new)
		b.WriteString("\n## " + lines[0] + "\n\n> " + strings.ReplaceAll(markdown(edits), "\n", "\n>\n> ") + "\n\n" + ch[:strings.Index(ch, ":")] + "\n")
	}
	if *update {
		if err := os.WriteFile(hardDoc, []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(hardDoc)
	if err != nil || string(want) != b.String() {
		t.Errorf("docs/redlines.md is not what Words gives now (%v); run with -update and read it", err)
	}
	if q.islands > 0 || q.broken > 0 || len(examples) < 20 {
		t.Errorf("%d examples, %d islands, %d broken atoms; want 20, none, none", len(examples), q.islands, q.broken)
	}
}

// markdown writes edits with deletions struck and insertions in bold.
func markdown(edits []Edit) string {
	var b strings.Builder
	for _, e := range edits {
		mark := map[Op]string{Equal: "", Delete: "~~", Insert: "**"}[e.Op]
		for i, line := range strings.Split(e.Text, "\n") {
			if i > 0 {
				b.WriteByte('\n')
			}
			text := strings.TrimSpace(line)
			if text == "" || mark == "" {
				b.WriteString(line)
				continue
			}
			at := strings.Index(line, text)
			b.WriteString(line[:at] + mark + text + mark + line[at+len(text):])
		}
	}
	return b.String()
}

const hardHead = `# Redlines: twenty hard examples

How reprise marks what a drafter changed: ~~deleted~~, **inserted**. The texts
are invented; each has a difficulty that real resolutions bring. This page is
written by the test TestHardExamples of package diff from diff/testdata/hard.txt
(` + "`go test ./diff -run Hard -update`" + `), so it shows what the program does, not what it
should do. The last line of each example is its nature.

The word diff is go-diff's, on content words alone, each a rune; stop words and
marks follow the matches beside them. Then few hunks are made of many: what is
kept between two changes is given up where it weighs no more than a hunk costs
(half a content word) or little beside its neighbours; a phrase of four content
words or more is kept whatever its neighbours weigh; a pure insertion or
deletion slides to the edges of a phrase; where less than about a quarter of
the shorter text is kept, all but such phrases is shown as replaced. Words in
other capitals are edits, yet hold changes apart as kept words do; a bracket is
not torn from its pair. Dates, symbols, sessions, numbers and short quoted
titles are never cut.

Measured on the reworded pairs of the shared gold set (338 clauses; ` + "`go test\n./diff -run RedlinesOnGold -v`" + `):

| | hunks a clause | islands a clause | broken atoms |
|---|---|---|---|
| reprise | 2.21 | 0.00 | 0 |
| go-diff on characters, semantic clean-up | 2.72 | 0.11 | 506 |
| wdiff | 2.95 | 0.53 | 590 |
| git diff --word-diff | 2.95 | 0.53 | 468 |

An island is a kept run of stop words or marks alone between two edits.
`
