package concord

import (
	"fmt"
	"slices"
	"strings"

	"reprise/resolution"
)

// fieldFaults are what the two languages say differently of the whole text.
func fieldFaults(x *pair) []Fault {
	a, b := x.sides[0].document, x.sides[1].document
	var out []Fault
	for _, f := range []struct {
		name string
		of   func(*resolution.Document) (shown, value string)
	}{
		{"symbol", func(d *resolution.Document) (string, string) { return string(d.Symbol), string(d.Symbol) }},
		{"session", func(d *resolution.Document) (string, string) { return d.Session, d.Session }},
		{"adopted", func(d *resolution.Document) (string, string) { return dayOf(d.Adopted), dayOf(d.Adopted) }},
		{"agenda", func(d *resolution.Document) (string, string) { return d.AgendaItem, itemOf(d.AgendaItem) }},
		{"meeting", func(d *resolution.Document) (string, string) { return d.Meeting, figuresOf(d.Meeting) }},
		{"vote", func(d *resolution.Document) (string, string) { return d.Vote, figuresOf(d.Vote) }},
	} {
		shown, value := f.of(a)
		otherShown, other := f.of(b)
		if value != "" && other != "" && value != other {
			out = append(out, Fault{Kind: FieldFault, Field: f.name, Places: [2]Place{{Text: shown}, {Text: otherShown}}})
		}
	}
	return out
}

func dayOf(d resolution.Date) string {
	if d.Day == 0 {
		return ""
	}
	return fmt.Sprintf("%04d-%02d-%02d", d.Year, d.Month, d.Day)
}

// itemOf is an agenda item without what parts its number from its letter, the letter by
// its place.
func itemOf(item string) string {
	var out []string
	for _, piece := range strings.FieldsFunc(item, func(r rune) bool { return strings.ContainsRune(" ().,（）", r) }) {
		if n := placeOf(piece); n > 0 {
			out = append(out, fmt.Sprint(n))
		}
	}
	return strings.Join(out, " ")
}

// figuresOf are the numbers of a text, in their order of size: languages name the sides of
// a vote in another order.
func figuresOf(text string) string {
	numbers := numbersIn(text)
	slices.Sort(numbers)
	return strings.Join(numbers, " ")
}
