package read

import (
	"strings"
	"testing"
)

func kinds() []kind {
	return []kind{textKind(), markdownKind(), htmlKind(), wordKind(), odtKind(), pdfKind()}
}

func textKind() kind {
	return kind{
		name: "Plain text", format: "text", suffix: "txt", constructs: textConstructs,
		wrap: func(pieces []piece) []byte {
			if whole := parts(pieces, "whole"); whole != "" {
				return []byte(whole)
			}
			var b strings.Builder
			b.WriteString("United Nations\nA/RES/213/7\n\n213/7. Keeping of lamps\n\nThe General Assembly,\n\nRecalling that lamps give light to those who sail,\n\n1. Decides to keep the lamps;\n")
			for _, p := range pieces {
				b.WriteString("\n" + p.made + "\n")
			}
			b.WriteString("\n2. Requests the keepers to report on them.\n" + parts(pieces, "foot"))
			return []byte(b.String())
		},
		extract: func(t *testing.T, file string) string {
			return outputOf(t, "cat", file)
		},
	}
}

var textConstructs = []construct{
	{name: "paragraphs between empty lines, and with spaces before and behind", made: "◆ ◆\n \t\n   ◆ ◆  \n\n\t◆"},
	{name: "lines that end at a margin", made: "Recalling that the keepers of the ◆ lamps of all harbours of\nthe coast and ◆ of the northern isles have kept them lit and\nclean through ◆,"},
	{name: "headings", made: "◆ ◆\n\nII\n\n◆ AND ◆"},
	{name: "numbers, letters, Roman numbers, bullets, dashes", made: "3. ◆ ◆;\n\n(a) ◆;\n\n(i) ◆;\n\n(ii) ◆.\n\n• ◆\n\n– ◆\n\n* ◆"},
	{name: "numbers on lines of their own", made: "3.\n◆ ◆;\n\n(a)\n◆ ◆;"},
	{name: "lines that hold only a symbol, a share, a number", made: "Requests the ◆ of\nA/RES/212/9\nand to keep ◆\n2/3\nof the lamps of ◆;"},
	{name: "rules", made: "◆\n\n-----\n\n* * *\n\n◆"},
	{name: "columns parted by tabs or spaces", made: "◆\t◆\t4\n◆\t◆\t12\n\n◆      ◆\n◆      ◆"},
	{name: "page ends (form feed)", made: "Requests the ◆ of the\n\f◆ lamps to ◆;"},
	{name: "pages with comments of an extraction", made: "◆ ◆;\n\n<!-- Page 2 -->\n\n◆ ◆;"},
	{name: "footnotes below a rule", made: "◆ ◆,9 ◆;\n\n_____\n9 ◆ ◆.\n"},
	{name: "line ends of other systems, and of Unicode", made: "◆\r\n◆\r\n\r\n◆\u2028◆\u2029◆\v◆\u0085◆"},
	{name: "spaces of all kinds", made: "◆\u00a0◆\u2003◆\u202f◆\u3000◆"},
	{name: "signs without width, soft hyphens, marks of direction", made: "◆ \u200b\u00ad\u200e\u202a◆\u202c \ufeff◆"},
	{name: "characters of private use and none", made: "◆ \ue000 \ufffd ◆ \U000f0000 ◆"},
	{name: "tags, as text", made: "◆ <b>◆</b> <◆ ◆> &amp; ◆"},
	{name: "votes", made: "Adopted by a vote of 12 in favour.\n\nIn favour: ◆, ◆.\n\nAgainst: ◆."},
	{name: "annexes", made: "Annex\n\n◆ ◆\n\n1. ◆ ◆."},
	{name: "lists of sponsors", made: "", part: map[string]string{"whole": "United Nations\nA/213/L.4\n\n◆, ◆ and ◆: draft resolution\n\nKeeping of ◆\n\nThe General Assembly,\n\n1. Decides to keep ◆ lamps;\n\n2. Requests ◆.\n", "alone": "whole"}},
	{name: "texts quoted as in mail", made: "", part: map[string]string{"whole": "> The General Assembly,\n>\n> Recalling ◆ lamps,\n>\n> 1. Decides to keep ◆;\n>\n> 2. Requests ◆.\n", "alone": "whole"}},
	{name: "control characters of terminals, zero bytes", is: isRefused, says: "byte", made: "◇ \x1b[31m◇"},
	{name: "rich text (RTF)", is: isRefused, says: "RTF", part: map[string]string{"whole": `{\rtf1 The General Assembly,\par ◇}`}},
	{name: "XML of other kinds: Akoma Ntoso, flat OpenDocument, flat Word", is: isRefused, says: "XML", part: map[string]string{"whole": "<?xml version=\"1.0\"?>\n<akomaNtoso><body><p>The General Assembly,</p><p>1. Decides ◇.</p></body></akomaNtoso>"}},
	{name: "web archives and mails with parts (MIME)", is: isRefused, says: "MIME", part: map[string]string{"whole": "From: lamps\nMIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x\nContent-Type: text/html\nContent-Transfer-Encoding: base64\n\nPGh0bWw+\n--x--\nThe General Assembly,\n\n1. Decides ◇.\n"}},
}
