package read

import (
	"strings"
	"testing"

	"reprise/resolution/recognise"
)

func TestMarkdownTablesAndStruckText(t *testing.T) {
	cases := []struct{ name, markdown, want string }{
		{"a table", "| Keeper | Lamps |\n|---|---|\n| North | 14 |\n| South | 5 |", "table: Keeper\tLamps / North\t14 / South\t5"},
		{"without outer bars", "Keeper | Lamps\n:-- | --:\nNorth | 14", "table: Keeper\tLamps / North\t14"},
		{"under a line of text", "The keepers are:\n| Keeper | Lamps |\n|---|---|\n| North | 14 |", "text: The keepers are: + table: Keeper\tLamps / North\t14"},
		{"a bar that is text", `| a \| b | c |` + "\n|---|---|\n| d | e |", "table: a | b\tc / d\te"},
		{"a short and a long row: nothing is lost", "| a | b |\n|---|---|\n| c |\n| d | e | f |", "table: a\tb / c / d\te\tf"},
		{"emphasis in a cell", "| *a* | b |\n|---|---|\n| c | **d** |", "table: a\tb / c\td"},
		{"a rule is no table", "States,\n---\nNoting", "text: States, + text: Noting"},
		{"columns that do not agree", "| a |\n|---|---|\n", "text: | a | |---|---|"},
		{"struck text is deleted text", "the ~~old~~ new light", "text: the  new light"},
		{"tracked changes", "the <del>old</del><ins>new</ins> light", "text: the new light"},
		{"struck by a tag of its own", "the <s>old</s> new light", "text: the <old> new light"},
		{"no tag of HTML", "the <two lamps> and a<b and c>d", "text: the <two lamps> and a<b and c>d"},
		{"no tag of HTML on a line of its own", "<two lamps>\n\n<three lamps> burn", "text: <two lamps> + text: <three lamps> burn"},
		{"less than in a block of HTML", "<div>\n5 < 6 lamps and 7 > 3\n</div>", "text: 5 < 6 lamps and 7 > 3"},
		{"a single mark", "about ~5 lamps", "text: about ~5 lamps"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			got, err := readMarkdown(t.Context(), input{content: []byte(c.markdown)})
			if err != nil {
				t.Fatal(err)
			}
			var blocks []string
			for _, b := range got.blocks {
				blocks = append(blocks, map[bool]string{true: "table: ", false: "text: "}[b.Kind == recognise.TableBlock]+plainOf(b))
			}
			if joined := strings.Join(blocks, " + "); joined != c.want {
				t.Errorf("got  %q\nwant %q", joined, c.want)
			}
		})
	}
}

// plainOf is a block's text, struck text in angle brackets.
func plainOf(b recognise.Block) string {
	var out strings.Builder
	for _, s := range b.Spans {
		if s.Struck {
			out.WriteString("<" + s.Text + ">")
		} else {
			out.WriteString(s.Text)
		}
	}
	return strings.ReplaceAll(out.String(), "\n", " / ")
}
