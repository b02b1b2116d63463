package diff

import (
	"slices"
	"strings"

	"reprise/diff/nature"
	"reprise/resolution"
)

// Warning is a doubt about a comparison as a whole, or about one of its clauses.
type Warning struct {
	Kind   WarningKind
	Clause *resolution.Clause // of the new text, whose reference is in doubt; nil for the others
	Number string             // of the paragraph that it refers to; of a loose mark, the mark
	Now    string             // the number that this paragraph has by now; "" where it is gone
	Gap    resolution.Gap     // of the text where something is missing
	InNew  bool               // that text is the new one
}

// WarningKind is what a warning doubts.
type WarningKind int

// The kinds of warnings.
const (
	WrongOrder     WarningKind = iota // the old text is later than the new
	Unrelated                         // the texts have little in common
	StaleReference                    // a reference was kept while what it means was renumbered
	LostReference                     // a reference was kept while what it means was removed
	UnreadPage                        // a page holds no text
	DamagedPage                       // a page is damaged
	NumberJump                        // the numbers of paragraphs jump
	TwoLanguages                      // the texts are in two languages
	LooseMark                         // what looks like a footnote mark stands in one text alone, and neither prints notes
)

var warningNames = [...]string{"wrong-order", "unrelated", "stale-reference", "lost-reference", "unread-page", "damaged-page", "number-jump", "two-languages", "loose-mark"}

// String is the name of the sentence that says the warning.
func (k WarningKind) String() string { return warningNames[k] }

// warnings are the doubts about a comparison.
func (s *setting) warnings(c *Comparison) []Warning {
	var out []Warning
	if s.twoLanguages() {
		return append(append([]Warning{{Kind: TwoLanguages}}, gapWarnings(s.old, false)...), gapWarnings(s.new, true)...)
	}
	if isLater(s.old, s.new) {
		out = append(out, Warning{Kind: WrongOrder})
	}
	if unrelated(c) && !s.related() {
		out = append(out, Warning{Kind: Unrelated})
	}
	out = append(append(out, gapWarnings(s.old, false)...), gapWarnings(s.new, true)...)
	return append(append(out, s.looseMarks(c.Changes)...), s.staleReferences(c.Changes)...)
}

// looseMarks are the kept clauses in which something that looks like a footnote mark
// stands in one text alone, where neither prints notes: it may be a number that was
// glued to its word, as in bad and bad2, and then the texts differ.
func (s *setting) looseMarks(changes []Change) []Warning {
	if len(s.old.Footnotes) > 0 || len(s.new.Footnotes) > 0 {
		return nil
	}
	var out []Warning
	for _, ch := range changes {
		if ch.Status != Kept || !ch.Counted() || len(ch.Old) != 1 || len(ch.New) != 1 {
			continue
		}
		old, new := ch.Old[0], ch.New[0]
		if len(old.Notes) == len(new.Notes) || old.Text != new.Text {
			continue
		}
		more := new.Notes
		if len(old.Notes) > len(new.Notes) {
			more = old.Notes
		}
		out = append(out, Warning{Kind: LooseMark, Clause: new, Number: more[len(more)-1].Mark})
	}
	return out
}

// SayTheSame tells whether nothing that counts tells the two texts apart, not even
// what may be a number.
func (c *Comparison) SayTheSame() bool {
	sum := c.Summary
	changed := sum.Reworded + sum.Added + sum.Removed + sum.Split + sum.Merged + sum.Rearranged + sum.Moved + sum.Routine + sum.Substantive // of the last two, a footnote alone may be
	return changed == 0 && !slices.ContainsFunc(c.Warnings, func(w Warning) bool { return w.Kind == LooseMark })
}

func (s *setting) twoLanguages() bool {
	return s.old.Language != s.new.Language && s.old.Language != "" && s.new.Language != ""
}

// isLater tells whether the first text is later than the second: by the day of
// adoption, else by session. Unknown is not later.
func isLater(a, b *resolution.Document) bool {
	if x, y := a.Adopted.ISO(), b.Adopted.ISO(); x != "" && y != "" {
		return x > y
	}
	x, y := nature.SessionNumber(a), nature.SessionNumber(b)
	return a.Body == b.Body && x > 0 && y > 0 && x > y
}

// Texts of one series share most of their clauses; texts on two matters share
// the formula and perhaps a line of procedure. Below both shares the two are
// said to be unrelated. (Test: two matters of one organ.)
const (
	relatedWords  = 0.15 // of the new text's words, kept word for word
	relatedClause = 0.25 // of the clauses of the shorter text, linked
)

// related tells whether two texts say themselves that they belong together: by
// one title, or because the new one cites the old.
func (s *setting) related() bool {
	if s.old.Title != "" && strings.EqualFold(s.old.Title, s.new.Title) {
		return true
	}
	cites := func(c nature.Cite) bool { return c.Symbol == string(s.old.Symbol) }
	return s.old.Symbol != "" && slices.ContainsFunc(s.nature.Cites(s.new, s.new.Clauses), cites)
}

func unrelated(c *Comparison) bool {
	sum := &c.Summary
	linked := sum.Kept + sum.Reworded + sum.Split + sum.Merged + sum.Rearranged
	shorter := linked + min(sum.Added, sum.Removed)
	if shorter == 0 {
		return false
	}
	return sum.Agreed < relatedWords && float64(linked) < relatedClause*float64(shorter)
}
