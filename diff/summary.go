package diff

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"reprise/resolution"
)

// maxSentences is how much a delegate reads between two meetings.
const maxSentences = 7

// sentences are the summary: what a drafter would say first, from the reasons
// alone. At most maxSentences, the weightiest first; the last tells how much
// is agreed language.
func (s *setting) sentences(c *Comparison) []string {
	if len(c.Old.Clauses) == 0 || len(c.New.Clauses) == 0 {
		return nil
	}
	head := s.fieldSentences(c.Fields)
	tail := s.closing(c)
	out := append(head, s.told(s.points(c.Changes), max(1, maxSentences-len(head)-len(tail)))...)
	out = append(out, tail...)
	return out[:min(len(out), maxSentences)]
}

// lower sets a lead in small letters, as inside a sentence.
func (s *setting) lower(lead string) string {
	r, n := utf8.DecodeRuneInString(lead)
	return string(unicode.ToLower(r)) + lead[n:]
}

// maxExcerpt is the longest wording, in bytes, that a sentence quotes whole;
// maxQuoted the longest pair of wordings.
const (
	maxExcerpt = 70
	maxQuoted  = 110
)

// excerpt cuts a wording after a word and takes off the marks at its ends.
func excerpt(text string) string {
	text = strings.Trim(strings.ReplaceAll(text, "\n", " "), " ,;:.“”\"«»")
	if len(text) <= maxExcerpt {
		return text
	}
	cut := strings.LastIndexByte(text[:maxExcerpt], ' ')
	if cut < 0 {
		cut = maxExcerpt
		for cut > 0 && !utf8.RuneStart(text[cut]) {
			cut--
		}
	}
	return strings.TrimRight(text[:cut], " ,;:.") + " …"
}

// fieldSentences tell of a changed title or vote.
func (s *setting) fieldSentences(fields []Field) []string {
	var out []string
	for _, f := range fields {
		if f.Name == "title" {
			out = append(out, s.lex.Sentence("title-now", "old", excerpt(f.Old), "new", excerpt(f.New)))
		}
	}
	return out
}

// closing are the sentences on what was added, removed, regrouped, moved and
// updated (of the first two, what is asked before what is argued), and the
// share of agreed language: at most three lines, so that the
// clauses reworded in substance have three beside a changed title, and "more"
// of them never stand without one that is named.
func (s *setting) closing(c *Comparison) []string {
	groups, argued := map[string][]string{}, map[string][]string{}
	for i := range c.Changes {
		switch name, clause := group(&c.Changes[i]); {
		case name == "":
		case (name == "added" || name == "removed") && isArgued(&c.Changes[i]):
			argued[name] = append(argued[name], clause)
		default:
			groups[name] = append(groups[name], clause)
		}
	}
	var out []string
	for _, line := range [][]string{{"added", "removed"}, {"regrouped", "moved", "updated"}} {
		var told []string
		for _, name := range line {
			if clauses := append(groups[name], argued[name]...); len(clauses) > 0 {
				told = append(told, s.lex.Counted("clauses-"+name, len(clauses), "list", s.list(clauses)))
			}
		}
		if len(told) > 0 {
			out = append(out, strings.Join(told, " "))
		}
	}
	sum := c.Summary
	if sum.WordsAdded+sum.WordsRemoved == 0 && len(out) == 0 {
		return append(out, s.lex.Sentence("same"))
	}
	return append(out, s.lex.Sentence("agreed", "percent", strconv.Itoa(Percent(sum.Agreed)),
		"added", strconv.Itoa(sum.WordsAdded), "removed", strconv.Itoa(sum.WordsRemoved)))
}

// isArgued tells whether a change came, went or stands in the preamble.
func isArgued(ch *Change) bool {
	if len(ch.New) > 0 {
		return ch.New[0].Part == resolution.Preamble
	}
	return ch.Old[0].Part == resolution.Preamble
}

// group tells in which closing sentence a change is named, and by which name.
func group(ch *Change) (name, clause string) {
	switch {
	case !ch.Counted():
		return "", ""
	case ch.Status == Added:
		return "added", ch.New[0].Name()
	case ch.Status == Removed:
		return "removed", ch.Old[0].Name()
	case ch.Status == Split || ch.Status == Merged || ch.Status == Rearranged:
		return "regrouped", joinNames(ch.New)
	case ch.Moved:
		return "moved", ch.New[0].Name()
	case ch.Nature == Routine:
		return "updated", ch.New[0].Name()
	}
	return "", ""
}
