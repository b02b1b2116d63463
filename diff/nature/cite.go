package nature

import (
	"slices"
	"strings"

	"reprise/internal/lexicon"
	"reprise/internal/token"
	"reprise/resolution"
	"reprise/resolution/symbol"
)

// Cite is a document cited in a clause.
type Cite struct {
	Symbol  string // canonical
	Printed string
	Clause  string // ID
	At      int    // byte of the clause's text where it stands
}

// Cites lists the documents cited in some clauses, in order.
func (s *Setting) Cites(d *resolution.Document, clauses []*resolution.Clause) []Cite {
	var out []Cite
	for _, c := range clauses {
		if !strings.ContainsAny(c.Text, "/(") {
			continue
		}
		organ := d.Body
		us := s.senses(c.Text)
		for i, u := range us {
			organ = s.organNamed(u.Key, organ, d.Body)
			if u.Kind == token.Citation && !s.otherSeries(us, i) {
				out = append(out, Cite{canonical(s.lex.Citation(u.Text), organ), u.Text, c.ID, u.At})
			}
		}
	}
	return out
}

// organNamed is the organ that a word names, else the one named before. A short
// name of several ("the Council") means the text's own organ where it may.
func (s *Setting) organNamed(word string, before, own symbol.Body) symbol.Body {
	if code := s.lex.Organ(word); code != "" {
		return symbol.BodyByCode(code)
	}
	if codes := s.lex.OrgansCalled(word); slices.Contains(codes, own.String()) {
		return own
	}
	return before
}

// otherSeries tells whether a number is that of no resolution: "general comment
// No. 24 (2019)".
func (s *Setting) otherSeries(us []unit, at int) bool {
	at--
	if at >= 0 && us[at].Kind == token.Punct && us[at].Text == "." {
		at--
	}
	return at >= 0 && us[at].Class&lexicon.SeriesClass != 0
}

// canonical is a symbol as it stands in lists: with its organ. A bare "45/30"
// belongs to the organ last named before it, else to the text's own.
func canonical(printed string, organ symbol.Body) string {
	if s, ok := symbol.Parse(printed, organ); ok {
		return string(s)
	}
	return printed
}

// StandsIn tells whether a symbol stands in a text as a whole.
func StandsIn(text, symbol string) bool {
	for at := 0; ; {
		i := strings.Index(text[at:], symbol)
		if i < 0 {
			return false
		}
		i += at
		at = i + 1
		if end := i + len(symbol); (i == 0 || !inSymbol(text[i-1])) && (end == len(text) || !inSymbol(text[end]) || text[end] == '.') {
			return true
		}
	}
}

func inSymbol(c byte) bool {
	return c == '/' || c == '.' || '0' <= c && c <= '9' || 'A' <= c && c <= 'Z'
}
