package word_test

import (
	"testing"

	"reprise/diff"
	"reprise/read"
	"reprise/report/reporttest"
	"reprise/report/word"
)

// apart are two clauses that become one, the second with a footnote.
const apart = `# A/RES/201/4

201/4. The flying of kites in harbours

*The General Assembly,*

*Mindful* of the harbours in which kites are flown by night and by day,

*Noting* the findings on kite strings of the harbour masters of the northern and southern coasts,[^1]

1. *Welcomes* the kites that were flown in every harbour.

[^1]: A/201/17 and Add.1.
`

const together = `# A/RES/202/5

202/5. The flying of kites in harbours

*The General Assembly,*

*Mindful* of the harbours in which kites are flown by night and by day, and noting the findings on kite strings of the harbour masters of the northern and southern coasts,[^1]

1. *Welcomes* the kites that were flown in every harbour.

[^1]: A/201/17 and Add.1.
`

// joinedPairs are a merge and a split of clauses, the second of which cites a
// footnote: pandoc would carry the words before a paragraph mark that goes into
// that footnote.
func joinedPairs(t *testing.T) []realPair {
	t.Helper()
	var pairs []realPair
	for _, p := range []struct{ name, old, new string }{{"merge", apart, together}, {"split", together, apart}} {
		c := diff.Compare(reporttest.Opened(t, "old.md", []byte(p.old), read.Options{}), reporttest.Opened(t, "new.md", []byte(p.new), read.Options{}))
		pairs = append(pairs, realPair{p.name + " of clauses with a footnote", c, reporttest.Render(t, word.Docx{}, c)})
	}
	return pairs
}
