package tell

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"reprise/diff"
	"reprise/diff/nature"
	"reprise/resolution"
)

// Wordings longer than this are better read in the redline than beside it: what
// only came or went is told by its first words, a pair not at all.
const maxWording = 48

// More wordings of one reason than this are counted: a remark is read in one
// look. JSON has them all.
const maxWordings = 3

// ReasonGroup is what is said once of all reasons of one cause.
type ReasonGroup struct {
	diff.Reason           // the first of them
	First       int       // its number, from 1
	wordings    []wording // those short enough to show, each once
	count       int       // different wordings
}

// wording is what a reason is about: words of one text, or both.
type wording struct{ was, is string }

// worded is a wording as the language writes it: "26 → 25".
func (v Voice) worded(w wording) string {
	if w.is == "" {
		return w.was
	}
	return w.was + " " + v.Arrow() + " " + w.is
}

// ReasonGroups folds the reasons of a change, in their order: ten references
// that are dropped are one thing to be told.
func ReasonGroups(reasons []diff.Reason) []ReasonGroup {
	type said struct {
		cause    nature.Cause
		old, new string
	}
	type worded struct {
		group int
		words wording
	}
	var out []ReasonGroup
	told, listed := map[said]bool{}, map[worded]bool{}
	for i, r := range reasons {
		at := GroupOf(out, r)
		if at < 0 {
			out = append(out, ReasonGroup{Reason: r, First: i + 1})
			at = len(out) - 1
		}
		if s := (said{r.Cause, r.Old.Text(), r.New.Text()}); !told[s] { // the same of other places is one
			told[s] = true
			out[at].count++
		}
		if w := (worded{at, wordsOf(r)}); w.words != (wording{}) && !listed[w] {
			listed[w] = true
			out[at].wordings = append(out[at].wordings, w.words)
		}
	}
	return out
}

// GroupOf is the place of the group that a reason belongs to; -1 for none.
func GroupOf(groups []ReasonGroup, r diff.Reason) int {
	return slices.IndexFunc(groups, func(g ReasonGroup) bool {
		return g.Cause == r.Cause && otherClause(g.Reason) == otherClause(r)
	})
}

// otherClause is the clause into which the words of a reason went, or from which they
// came; nil for words that stayed.
func otherClause(r diff.Reason) *resolution.Clause {
	switch r.Cause {
	case nature.MovedOut, nature.TakenUp, nature.CitationElsewhere:
		return r.New.Clause
	case nature.MovedIn, nature.TakesUp:
		return r.Old.Clause
	}
	return nil
}

// wordsOf are the words that a reason is about; none where they are a long pair, or
// say no more than the redline does, as those of a reason for what has no other.
func wordsOf(r diff.Reason) wording {
	if r.Old.Text() == r.New.Text() {
		return wording{} // words in another place
	}
	was, is := OneLine(strings.Trim(r.Old.Text(), " ,;")), OneLine(strings.Trim(r.New.Text(), " ,;"))
	switch r.Cause {
	case nature.MovedOut, nature.CitationElsewhere:
		is = "" // the other clause is named
	case nature.MovedIn:
		was = ""
	case nature.TakenUp, nature.TakesUp:
		return wording{} // of the whole clause
	}
	if r.Kind() == nature.WordingKind || !strings.ContainsFunc(was+is, isWordPart) {
		return wording{}
	}
	if was == "" || is == "" {
		return wording{was: shortened(was + is)}
	}
	if utf8.RuneCountInString(was+" → "+is) <= maxWording {
		return wording{was, is}
	}
	return wording{}
}

// shortened cuts a wording behind a word.
func shortened(words string) string {
	if utf8.RuneCountInString(words) <= maxWording {
		return words
	}
	cut := string([]rune(words)[:maxWording])
	if at := strings.LastIndexByte(cut, ' '); at > 0 {
		cut = cut[:at]
	}
	return strings.TrimRight(cut, " ,;:") + " …"
}

// Why says what a reason of a change does and why it is of its nature.
func (v Voice) Why(r diff.Reason) string {
	clause := ""
	if c := otherClause(r); c != nil {
		clause = v.Name(c)
	}
	return v.Say(r.Cause.String(), "scale", v.scaleName(), "clause", clause)
}

// Reasons are what is said of why a change matters, reasons of one why together.
func (v Voice) Reasons(ch diff.Change) []string {
	var list []string
	for _, g := range ReasonGroups(ch.Reasons) {
		list = append(list, v.Reason(g))
	}
	return list
}

// Reason is what a group says: "another number: 26 → 25; 7 → 9 and 2 more".
func (v Voice) Reason(g ReasonGroup) string {
	if len(g.wordings) == 0 {
		return v.Why(g.Reason)
	}
	var shown []string
	for _, w := range g.wordings {
		shown = append(shown, v.worded(w))
	}
	if g.count > maxWordings+1 { // "and 1 more" is no shorter than the one
		shown = shown[:min(len(shown), maxWordings)]
	}
	text := v.Semicolons(shown...)
	if more := g.count - len(shown); more > 0 {
		text = v.Counted("more", more, "list", text)
	}
	return v.Say("because", "why", v.Why(g.Reason), "words", text)
}

// Remarks is what is said about a change: that it may be none of the drafters',
// its reasons, and what an uncertain one could also be.
func (v Voice) Remarks(ch diff.Change) []string {
	list := v.Reasons(ch)
	if ch.Unread {
		list = append([]string{v.Status(ch)}, list...)
	}
	if also := v.Rivals(ch); also != "" {
		list = append(list, also)
	}
	return list
}

func isWordPart(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }
