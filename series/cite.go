package series

import (
	"slices"
	"strings"

	"reprise/internal/lexicon"
	"reprise/internal/token"
	"reprise/resolution"
	"reprise/resolution/symbol"
)

// citation is a document that a clause names, with the run of citations it
// stands in ("65/49 of ..., 67/31 of ... and 69/36 of ..." is one run).
type citation struct {
	symbol symbol.Symbol
	run    int // number of the run within the document
}

// citationsOf lists the resolutions that the preamble of a document cites, in
// reading order, its own symbol left out. A bare "73/58" is read as a text of
// the document's own organ.
func citationsOf(d *resolution.Document) []citation {
	var out []citation
	run, lex := 0, lexicon.OrDefault(d.Language)
	for _, c := range d.Clauses {
		if c.Part != resolution.Preamble || c.IsFormula() {
			continue
		}
		run++
		loose := 0
		for _, t := range token.Split(c.Text, lex) {
			switch t.Kind {
			case token.Citation:
				if loose > joinWords {
					run++
				}
				loose = 0
				if s := expand(lex.Citation(t.Text), d.Body); s != "" && s != d.Symbol {
					out = append(out, citation{s, run})
				}
			case token.Word, token.Number, token.Session, token.Ordinal, token.Title:
				loose++
			}
		}
	}
	return out
}

// joinWords is how many words may stand between two citations of one run: "of"
// before its date and "and" after it.
const joinWords = 2

// expand gives the symbol of a resolution from its citation; "" for what is
// not a resolution.
func expand(cited string, own symbol.Body) symbol.Symbol {
	s, _ := symbol.Parse(strings.Join(strings.Fields(cited), " "), own)
	if _, adopted := s.Number(); !adopted {
		return ""
	}
	return s
}

// Cited lists the resolutions that the preamble of a document cites, in reading
// order, each once, its own symbol left out.
func Cited(d *resolution.Document) []symbol.Symbol {
	var out []symbol.Symbol
	for _, c := range citationsOf(d) {
		if !slices.Contains(out, c.symbol) {
			out = append(out, c.symbol)
		}
	}
	return out
}
