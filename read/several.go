package read

import (
	"slices"
	"strings"

	"reprise/internal/lexicon"
	"reprise/resolution"
	"reprise/resolution/recognise"
)

// several warns of a page with more than one resolution, such as a bound
// volume has: one is read, the words of the others stand among its clauses or
// before and after it. Nil where there is one.
func several(doc *resolution.Document) []resolution.Warning {
	lex, err := lexicon.Language(doc.Language)
	if err != nil {
		return nil
	}
	var stray []string
	first := map[resolution.Role]*resolution.Clause{}
	for _, c := range doc.Clauses {
		before := first[c.Role]
		if before == nil {
			first[c.Role] = c
		}
		outside := c.Part == resolution.Front || c.Part == resolution.Back
		// a council that recommends a text to the Assembly quotes its formula
		again := before != nil && (c.IsFormula() && c.Section == before.Section && c.Text == before.Text || c.Role == resolution.NumberRole)
		if again || outside && isOperative(lex, c) {
			stray = append(stray, c.ID)
		}
	}
	if len(stray) == 0 {
		return nil
	}
	return []resolution.Warning{{Kind: resolution.SeveralTexts,
		Names: append([]string{string(doc.Symbol)}, slices.Compact(stray[:min(len(stray), maxStray)])...)}}
}

// maxStray is how many clauses a warning names.
const maxStray = 3

// isOperative tells a numbered paragraph that opens with an operative lead.
func isOperative(lex *lexicon.Lexicon, c *resolution.Clause) bool {
	label, text := c.Label, c.Text
	if label == "" {
		label, text = recognise.SplitLabel(c.Text)
	}
	if label == "" || !strings.HasSuffix(label, ".") {
		return false
	}
	lead, ok := lex.Lead(text)
	return ok && lead.Form&lexicon.OperativeForm != 0
}
