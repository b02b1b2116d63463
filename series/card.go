package series

import (
	"slices"
	"strings"

	"reprise/resolution"
	"reprise/resolution/symbol"
)

// Card is what grouping has to know of a text: a few kilobytes that can be kept, sent and
// weighed apart from it, where a collection is larger than one machine. Group makes its
// series of the same.
type Card struct {
	Language string
	Symbol   symbol.Symbol
	Body     symbol.Body
	Draft    bool
	Title    string // its letters and digits, in lower case
	When     Moment
	Cites    []symbol.Symbol `json:",omitempty"` // as Cited
	Hashes   []uint64        `json:",omitempty"` // of runs of words, ascending, each once
	Riches   [3]int          // how much the file says: fields of the masthead, footnotes, clauses; of two files of one symbol the richer counts
}

// CardOf makes the card of a text.
func CardOf(d *resolution.Document) Card {
	m := newMember(d, 0)
	c := m.card()
	c.Cites, c.Hashes, c.Riches = Cited(d), slices.Clip(sketchOf(m, nil)), riches(d)
	return c
}

func (m *member) card() Card {
	return Card{Language: m.doc.Language, Symbol: m.doc.Symbol, Body: m.doc.Body, Draft: m.doc.Draft, Title: foldTitle(m.doc.Title), When: m.when}
}

// TitleKey names a title within its organ and language.
func (c *Card) TitleKey() string { return c.Language + " " + c.Body.String() + " " + c.Title }

// MostSharing is how many texts may have a hash: in more it is a formula, and counts for
// nothing.
const MostSharing = shingleShared

// Kinship is what two texts have in common.
type Kinship struct {
	Shared        int  // hashes
	Of, OfEarlier int  // hashes of each text that are no formulas
	Cited         bool // the earlier one, by the text
	Free          bool // the earlier title is not used again, and that of the text was not before
}

// Fit says how well an earlier text fits as predecessor of a text, by its likeness, and
// more for a title in common and for being cited; 0 where it cannot be. Of several the
// one with the highest is the predecessor, of equals the latest.
func (k Kinship) Fit(text, earlier *Card) float64 {
	if !mayFollow(text, earlier) {
		return 0
	}
	smaller := float64(k.Shared) / float64(max(1, min(k.Of, k.OfEarlier)))
	both := 2 * float64(k.Shared) / float64(max(1, k.Of+k.OfEarlier))
	if text.Title == "" || earlier.Title == "" {
		return k.grade(smaller, citedUntitled, likenessUntitled)
	}
	if text.Title == earlier.Title {
		if k.Cited || smaller >= likenessTitled {
			return 2 + smaller
		}
		return 0
	}
	if !k.Free {
		return 0
	}
	if overlap(text.Title, earlier.Title) >= titleLike {
		return k.grade(both, citedRetitled, likenessRetitled)
	}
	return k.grade(both, citedRenamed, likenessRenamed)
}

// grade puts a likeness that is enough among the others: one that a citation
// bears out first. 0 where it is not enough.
func (k Kinship) grade(likeness, withCitation, without float64) float64 {
	switch {
	case k.Cited && likeness >= withCitation:
		return 1 + likeness
	case likeness >= without && k.Shared >= sharedLeast:
		return likeness
	}
	return 0
}

// mayFollow tells whether two texts can be versions of one: of one language, of one organ
// (or one that is not known) and not adopted on one day.
func mayFollow(text, earlier *Card) bool {
	if text.Language != earlier.Language {
		return false
	}
	unknown := earlier.Body == symbol.NoBody || text.Body == symbol.NoBody
	if earlier.Body != text.Body && !unknown {
		return false
	}
	return earlier.When.Day != text.When.Day || earlier.Draft || text.Draft
}

// foldTitle keeps the letters and digits of a title, in lower case.
func foldTitle(title string) string {
	return strings.Join(strings.FieldsFunc(strings.ToLower(title), outside), " ")
}

// overlap is the share of words that two folded titles have in common.
func overlap(a, b string) float64 {
	x, y := strings.Fields(a), strings.Fields(b)
	common := 0
	for _, w := range x {
		if slices.Contains(y, w) {
			common++
		}
	}
	return 2 * float64(common) / float64(len(x)+len(y))
}
