package read

import (
	"reprise/resolution/recognise"
	"strings"
	"unicode"
)

// joiner puts printed lines together. At a line's end a hyphen may belong to
// the word ("nuclear-" "weapon") or to the line ("resolu-" "tion"): both forms
// are looked up in the text itself, then in the vocabulary of resolutions.
type joiner struct {
	words map[string]int // words of the text, line ends aside, in lower case
}

// hyphenAtEnd are the characters that end a line inside a word: hyphen, the
// engine's sign for one, soft hyphen, Unicode's hyphens.
const hyphenAtEnd = "-\x02\u00ad\u2010\u2011"

func newJoiner(zones []pdfZones) *joiner {
	j := &joiner{words: map[string]int{}}
	for _, z := range zones {
		for _, rows := range [][]pdfRow{z.body, z.notes} {
			for _, r := range rows {
				j.learn(r.text())
			}
		}
	}
	return j
}

// learn counts the words of a line but its last, which may be cut.
func (j *joiner) learn(line string) {
	line = line[:strings.LastIndexByte(line, ' ')+1]
	for w := range strings.FieldsFuncSeq(line, notInWord) {
		j.words[strings.ToLower(w)]++
	}
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
				if !keepsLineHyphen(tailWord(trimHyphen(before)), headWord(after), j.words) {
					last.Text = trimHyphen(last.Text)
				} else {
					last.Text = trimHyphen(last.Text) + "-"
				}
			case !endsOpen(before):
				out = appendSpace(out, sep)
			}
		}
		for _, s := range spans {
			out = appendSpan(out, s)
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
	return appendSpan(spans, last)
}

// appendSpan adds a span, joined to the last one of the same style.
func appendSpan(spans []recognise.Span, s recognise.Span) []recognise.Span {
	if n := len(spans); n > 0 {
		last := spans[n-1]
		text := last.Text + s.Text
		last.Text = s.Text
		if last == s {
			spans[n-1].Text = text
			return spans
		}
	}
	return append(spans, s)
}

func endsHyphened(word string) bool {
	last := strings.TrimRight(word, hyphenAtEnd)
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

func trimHyphen(s string) string { return strings.TrimRight(s, hyphenAtEnd) }

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
