package tell

import (
	"strconv"
	"strings"

	"reprise/library"
	"reprise/resolution"
)

// OfFound is the voice for what was found of a phrase: in the language that is
// asked for, or in that of the texts.
func OfFound(say string, f *library.Found) Voice {
	if say == "" && len(f.Findings) > 0 {
		say = f.Findings[0].Last().Of.Language
	}
	return In(say)
}

// SourceTitle is what a document of a library is called: its symbol, or else its
// title.
func (v Voice) SourceTitle(b library.Brief) string {
	switch {
	case b.Symbol != "":
		return b.Symbol
	case b.Title != "":
		return b.Title
	}
	return v.Say("no-symbol")
}

// Place is a clause with its document: "A/RES/75/67 OP4".
func (v Voice) Place(u library.Use) string {
	return v.SourceTitle(u.Of) + " " + resolution.Name(u.Clause)
}

// DatedPlace is Place with the year, where the symbol does not tell it.
func (v Voice) DatedPlace(u library.Use) string {
	year := strconv.Itoa(u.Of.Year)
	if u.Of.Year == 0 || strings.Contains(u.Of.Symbol, year) {
		return v.Place(u)
	}
	return v.Place(u) + " (" + year + ")"
}

// Day is the day of an adoption as far as it is known: a date, or a year, or "".
func Day(b library.Brief) string {
	if b.Adopted == "" && b.Year > 0 {
		return strconv.Itoa(b.Year)
	}
	return b.Adopted
}

// mostOfVote is how many letters of the line of a vote are told; the rest names the
// countries.
const mostOfVote = 80

// Vote is the line of a vote as printed, its first sentence, cut where it is long.
func Vote(b library.Brief) string {
	line, _, more := strings.Cut(b.Vote, ". ")
	if runes := []rune(line); len(runes) > mostOfVote {
		line, more = strings.TrimRight(string(runes[:mostOfVote]), " "), true
	}
	if more {
		line = strings.TrimRight(line, ".,;:") + " …"
	}
	return strings.TrimRight(line, ".")
}

// Usage says how often a clause was used, since when and by whom.
func (v Voice) Usage(f library.Finding) string {
	said := v.usage(f.Uses, f.Bodies())
	if f.How != library.Exact {
		said = v.Semicolons(v.Say("found-"+f.How.String()), said)
	}
	return said
}

// usage is for clauses by adoption and the bodies that had them.
func (v Voice) usage(uses []library.Use, bodies []string) string {
	said := []string{v.Say("found-once")}
	if n := len(uses); n > 1 {
		said[0] = v.Counted("found-times", n, "first", v.DatedPlace(uses[0]))
	}
	if len(bodies) > 0 {
		said = append(said, strings.Join(bodies, " "))
	}
	return v.Semicolons(said...)
}
