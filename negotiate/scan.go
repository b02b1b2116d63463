package negotiate

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"reprise/internal/lexicon"
	"reprise/resolution"
)

// token is a word of an instruction, or a passage in quotation marks.
type token struct {
	fold     string // for comparing: without case and the punctuation around it; "" for a quotation
	raw      string // as printed
	from, to int
	quote    bool
	inFrom   int // of a quotation: where its words begin and end
	inTo     int
	comma    bool // punctuation follows that parts things
	ends     bool // a full stop follows
}

// maxTokens is more than the longest instruction has: quotations count as one.
const maxTokens = 400

// scan takes an instruction apart; nil where it is too long to be one.
func scan(text string) []token {
	var out []token
	for at := 0; at < len(text); {
		r, n := utf8.DecodeRuneInString(text[at:])
		switch {
		case unicode.IsSpace(r):
			at += n
		case lexicon.ClosingQuote(r) != 0:
			t, ok := quotation(text, at)
			if !ok {
				at += n
				continue
			}
			out = append(out, t)
			at = t.to
		default:
			t := wordAt(text, at)
			if t.fold == "" && len(out) > 0 {
				out[len(out)-1].comma = out[len(out)-1].comma || isParting(t.raw)
				out[len(out)-1].ends = out[len(out)-1].ends || strings.HasPrefix(t.raw, ".")
			}
			if t.fold != "" {
				out = append(out, t)
			}
			at = t.to
		}
		if len(out) > maxTokens {
			return nil
		}
	}
	return out
}

func isParting(s string) bool { return strings.ContainsAny(s, ",;") }

// quotation reads a passage in quotation marks, which may hold others.
func quotation(text string, at int) (token, bool) {
	open, n := utf8.DecodeRuneInString(text[at:])
	shut := lexicon.ClosingQuote(open)
	depth := 0
	for i, r := range text[at:] {
		switch r {
		case open:
			depth++
		case shut:
			depth--
		}
		if depth > 0 {
			continue
		}
		from, to := at+n, at+i
		if open == '«' {
			from += len(text[from:to]) - len(strings.TrimLeft(text[from:to], " "))
			to = from + len(strings.TrimRight(text[from:to], " "))
		}
		end := at + i + utf8.RuneLen(shut)
		return token{raw: text[at:end], from: at, to: end, quote: true, inFrom: from, inTo: max(from, to)}, true
	}
	return token{}, false
}

// wordAt reads a word up to a space or a quotation. What is elided ("l’alinéa")
// is a word of its own.
func wordAt(text string, at int) token {
	end := at
	for end < len(text) {
		r, n := utf8.DecodeRuneInString(text[end:])
		if unicode.IsSpace(r) || end > at && lexicon.ClosingQuote(r) != 0 {
			break
		}
		end += n
		if r == '’' && end-at <= len("qu’") && end < len(text) {
			break
		}
	}
	raw := text[at:end]
	bare := strings.TrimFunc(raw, func(r rune) bool { return strings.ContainsRune(",.;:()[]”»", r) })
	if strings.Trim(bare, "–—-") == "" { // "OP4 – delete"
		bare = ""
	}
	t := token{fold: lexicon.Fold(bare), raw: raw, from: at, to: end}
	t.comma = strings.HasSuffix(raw, ",") || strings.HasSuffix(raw, ";")
	t.ends = strings.HasSuffix(raw, ".")
	return t
}

// passageOf is a stretch of a clause's text with the notes that it cites.
func passageOf(c *resolution.Clause, from, to int, notes map[string]string) Passage {
	p := Passage{Text: c.Text[from:to]}
	for _, n := range c.Notes {
		if n.At >= from && n.At <= to && (n.At > from || from == 0 || to == from) {
			p.Notes = append(p.Notes, Note{At: n.At - from, Text: notes[n.Mark]})
		}
	}
	return p
}
