package pdf

import (
	"reprise/read/lines"
	"reprise/resolution/recognise"
	"strings"
	"unicode"
)

// joiner puts printed lines together. At a line's end a hyphen may belong to
// the word ("nuclear-" "weapon") or to the line ("resolu-" "tion"): both forms
// are looked up in the text itself, then in the vocabulary of resolutions.
type joiner struct {
	words lines.Words // of the text, those that a line's end cuts aside
}

func newJoiner(zones []pdfZones) *joiner {
	j := &joiner{words: lines.Words{}}
	for _, z := range zones {
		for _, rows := range [][]pdfRow{z.body, z.notes} {
			for _, r := range rows {
				j.words.Learn(r.text())
			}
		}
	}
	return j
}

func plainWord(w string) string {
	return strings.ToLower(strings.TrimFunc(w, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }))
}

// rows joins the spans of printed lines; where no word is cut, sep parts them.
func (j *joiner) rows(rows []pdfRow, sep string) []recognise.Span {
	var out []recognise.Span
	for i, r := range rows {
		spans := r.spans()
		if i > 0 && len(spans) > 0 && len(out) > 0 {
			before, after := lastWord(out), firstWord(spans)
			last := &out[len(out)-1]
			switch {
			case endsHyphened(before):
				if !j.words.KeepHyphen(lines.LastWord(trimHyphen(before)), lines.FirstWord(after)) {
					last.Text = trimHyphen(last.Text)
				} else {
					last.Text = trimHyphen(last.Text) + "-"
				}
			case sep == " " && unparted(lastOf(before), firstOf(after)):
			case !endsOpen(before):
				out = appendSpace(out, sep)
			}
		}
		for _, s := range spans {
			out = recognise.AppendSpan(out, s)
		}
	}
	return out
}

// appendSpace parts two lines; the space takes the style before it, but is
// never raised.
func appendSpace(spans []recognise.Span, sep string) []recognise.Span {
	last := spans[len(spans)-1]
	if strings.HasSuffix(last.Text, " ") {
		return spans
	}
	last.Text, last.Raised = sep, false
	return recognise.AppendSpan(spans, last)
}

func endsHyphened(word string) bool {
	last := strings.TrimRight(word, lines.Hyphens)
	return last != word && last != "" && isWordEnd(last)
}

func isWordEnd(s string) bool {
	r := []rune(s)
	last := r[len(r)-1]
	return unicode.IsLetter(last) || unicode.IsDigit(last) || last == ')'
}

// endsOpen tells a line that ends in a dash between numbers ("2015–"), which
// takes no space.
func endsOpen(word string) bool {
	head, found := strings.CutSuffix(word, "–")
	return found && head != "" && isWordEnd(head)
}

func trimHyphen(s string) string { return strings.TrimRight(s, lines.Hyphens) }

func lastWord(spans []recognise.Span) string {
	var b strings.Builder
	for _, s := range spans {
		if !s.Raised {
			b.WriteString(s.Text)
		}
	}
	words := strings.Fields(b.String())
	if len(words) == 0 {
		return ""
	}
	return words[len(words)-1]
}

func firstWord(spans []recognise.Span) string {
	b := recognise.Block{Spans: spans}
	if words := strings.Fields(b.Text()); len(words) > 0 {
		return words[0]
	}
	return ""
}
