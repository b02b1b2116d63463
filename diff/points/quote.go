package points

import (
	"strings"

	"reprise/internal/token"
)

// place is where words of a clause stand, the marks at their ends left out.
func place(p *passage, ws []word) Span {
	ws = trimmed(ws)
	if len(ws) == 0 {
		return Span{}
	}
	s := Span{Clause: p.clause, From: ws[0].from, To: ws[len(ws)-1].to}
	if rest := p.clause.Text[s.To:]; strings.HasPrefix(rest, ")") && strings.Count(s.Text(), "(") > strings.Count(s.Text(), ")") {
		s.To++ // the bracket that opens among the words closes right behind them
	}
	return s
}

// trimmed leaves out the marks at the ends of words; brackets and quotes stay
// where both of a pair do.
func trimmed(ws []word) []word {
	for len(ws) > 0 && ws[0].kind == token.Punct && !opens(ws[0].said) {
		ws = ws[1:]
	}
	for len(ws) > 0 && ws[len(ws)-1].kind == token.Punct && !closes(ws) {
		ws = ws[:len(ws)-1]
	}
	for len(ws) > 0 && ws[0].kind == token.Punct && !closes(ws) {
		ws = ws[1:]
	}
	return ws
}

func opens(mark string) bool { return strings.Contains("(“[«", mark) }

// closes tells whether the last mark closes a bracket that stands among the words.
func closes(ws []word) bool {
	last := ws[len(ws)-1]
	if last.kind != token.Punct || !strings.Contains(")”]»", last.said) {
		return false
	}
	for i := range ws {
		if ws[i].kind == token.Punct && opens(ws[i].said) {
			return true
		}
	}
	return false
}
