package read

import (
	"strings"
	"testing"
)

func markdownKind() kind {
	return kind{
		name: "Markdown", format: "markdown", suffix: "md", constructs: markdownConstructs,
		wrap: func(pieces []piece) []byte {
			var b strings.Builder
			b.WriteString(parts(pieces, "before") + "# Keeping of lamps\n\n*The General Assembly*,\n\n*Recalling* that lamps give light to those who sail,\n\n1. *Decides* to keep the lamps;\n")
			for _, p := range pieces {
				b.WriteString("\n" + p.made + "\n")
			}
			b.WriteString("\n2. *Requests* the keepers to report on them.\n" + parts(pieces, "foot"))
			return []byte(b.String())
		},
		extract: func(t *testing.T, file string) string {
			return strings.ToLower(outputOf(t, "pandoc", "-f", "commonmark_x", "-t", "plain", "--wrap=none", file))
		},
	}
}

var markdownConstructs = []construct{
	{name: "paragraphs, on one line and on several", made: "◆ ◆\n\n◆\n◆ ◆"},
	{name: "headings with #", made: "# ◆\n\n### ◆ *◆* ###\n\n#◆"},
	{name: "underlined headings", made: "◆ ◆\n=====\n\n◆,\n---\n\n◆"},
	{name: "emphasis", made: "◆ *◆* _◆_ **◆** __◆__ ***◆*** *◆ **◆** ◆*"},
	{name: "emphasis not ended", made: "*◆ ◆\n\n**◆ * ◆ _ ◆ __"},
	{name: "struck text, a tracked change", made: "◆ ~~◇~~ ◆ ~◇~", is: isSaid, says: "accepted"},
	{name: "lowered and raised text by ~ and ^", made: "◆ CO~◆~ and m^◆^ ◆"},
	{name: "`<ins>` and `<del>`, tracked changes", made: "◆ <ins>◆</ins> <del>◇</del>", of: "deleted text", is: isSaid, says: "accepted"},
	{name: "the same on lines of their own", made: "<p>◆ <ins>◆</ins> <del>◇</del></p>", of: "deleted text", is: isSaid, says: "accepted"},
	{name: "CriticMarkup, with its signs", made: "◆ {++◆++} {--◆--} {>>◆<<}"},
	{name: "code in a line, in a fence, indented", made: "`◆ ◆` ``◆``\n\n```\n◆\n```\n\n~~~\n◆ *◆*\n~~~\n\n    ◆ ◆"},
	{name: "words behind a fence", made: "```◇ ◇\n◆\n```", is: isAside},
	{name: "a fence not ended", made: "◆\n\n```\n◆", part: map[string]string{"alone": "takes all"}},
	{name: "quotations", made: "> ◆ ◆\n> > ◆\n\n> ◆\n◆"},
	{name: "bullets", made: "- ◆\n- ◆\n\n* ◆\n\n  ◆\n\n+ ◆"},
	{name: "numbers", made: "3. ◆\n4. ◆\n\n5) ◆\n\n2145. ◆"},
	{name: "lists in lists", made: "- ◆\n  - ◆\n    1. ◆\n       ◆\n- ◆"},
	{name: "tasks", made: "- [ ] ◆\n- [x] ◆"},
	{name: "definition lists", made: "◆\n: ◆\n\n    ◆"},
	{name: "links", made: "◆ [◆ *◆*](https://kites.example/a) [◆](<a b>) <https://kites.example/◆> ◆@kites.example"},
	{name: "titles of links", made: "◆ [◆](https://kites.example/a \"◇ ◇\")", is: isAside},
	{name: "links to definitions", made: "◆ [◆][a§] [◆ a§][] [b§] ◆\n\n[a§]: https://kites.example/a\n[◆ ◆]: https://kites.example/unused"},
	{name: "titles of definitions", made: "◆ [◆][c§]\n\n[c§]: https://kites.example/a '◇ ◇'", is: isAside},
	{name: "what looks like a definition", made: "[◆]: ◆\n\n[◆]: ◆ ◆"},
	{name: "pictures", made: "◆ ![◇ ◇](a.png \"◇\") ◆ ![◇][p§]\n\n[p§]: a.png", of: "what stands in their place", is: isAside},
	{name: "HTML in a line", made: "◆ <u>◆</u> <span class=\"x\">◆</span> <sup>◆</sup> <b>◆ <br>◆</b> ◆"},
	{name: "HTML of its own", made: "<div>\n◆ <b>◆</b>\n</div>\n\n<p align=\"center\">◆</p>\n\n<table><tr><td>◆</td> <td>◆</td></tr></table>\n\n<details>\n<summary>◆</summary>\n\n◆\n\n</details>"},
	{name: "programs and styles", made: "◆\n\n<script>\n◇\n</script>\n\n<style>◇</style>", is: isNone},
	{name: "what HTML does not show", made: "◆\n\n<div hidden>\n◇\n</div>\n\n<textarea>◇</textarea>", is: isAside, says: "not-shown"},
	{name: "comments", made: "◆ <!-- ◇ --> ◆\n\n<!-- ◇\n\n◇ -->\n\n◆", is: isAside},
	{name: "processing instructions, declarations", made: "◆ <?◇ ◇?>\n\n<?◇\n?>\n\n<!DOCTYPE ◇>", is: isAside},
	{name: "`CDATA`", made: "◆ <![CDATA[◆]]>\n\n<![CDATA[◆\n◆]]>"},
	{name: "words in angle brackets", made: "◆ <◆ ◆> a<b and ◆>c ◆\n\n<◆>"},
	{name: "characters by name, number and backslash", made: "◆&nbsp;◆&amp;◆ &#8211; \\*◆\\* \\[◆\\]"},
	{name: "line ends", made: "◆  \n◆\\\n◆"},
	{name: "rules", made: "◆\n\n---\n\n* * *\n\n___\n\n◆"},
	{name: "tables", made: "| ◆ | *◆* |\n|:---|---:|\n| ◆ \\| ◆ | ◆ |\n| ◆ | ◆ | ◆ |\n\n◆ | ◆\n--- | ---\n◆ | ◆"},
	{name: "tables below a line of text", made: "◆ ◆\n| ◆ | ◆ |\n|---|---|\n| ◆ | ◆ |"},
	{name: "tables of other Markdown, as text", made: "+---+---+\n| ◆ | ◆ |\n+===+===+\n| ◆ | ◆ |\n+---+---+\n\n  ◆   ◆\n----- -----\n  ◆   ◆"},
	{name: "footnotes", made: "◆[^§] ◆[^n-§]\n\n[^§]: ◆ *◆*\n\n[^n-§]: ◆\n    ◆"},
	{name: "further paragraphs of a footnote, as paragraphs", made: "◆[^§]\n\n[^§]: ◆\n\n    ◆"},
	{name: "footnotes that are not cited, or not there", made: "◆[^m§] ◆\n\n[^u§]: ◆ ◆"},
	{name: "footnotes in the line, as text", made: "◆^[◆ ◆] ◆"},
	{name: "raised marks with their notes", made: "◆<sup>7</sup> ◆\n\n---\n\n<sup>7</sup> ◆ ◆"},
	{name: "formulas, as text", made: "◆ $◆$ ◆\n\n$$\n◆\n$$"},
	{name: "line blocks, fenced divisions, attributes, abbreviations, as text", made: "| ◆\n| ◆\n\n::: ◆\n◆\n:::\n\n◆ {.◆}\n\n*[◆]: ◆ ◆"},
	{name: "facts in front of the text", made: "◆", part: map[string]string{"before": "---\ntitle: ◇ ◇\nkeywords: [◇]\n---\n\n", "alone": "in front"}, is: isAside},
}
