package resolution

import (
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"
)

// Apart gives the letters that a text always writes with their accents apart (NFD),
// each as the one character that Unicode has for it; "" for nearly every text.
func Apart(text string) string {
	if norm.NFC.IsNormalString(text) {
		return ""
	}
	var apart, whole []rune
	for len(text) > 0 {
		n := norm.NFC.NextBoundaryInString(text, true)
		letter := []rune(norm.NFC.String(text[:n]))
		switch {
		case len(letter) != 1 || n == 1:
		case string(letter) != text[:n]:
			apart = append(apart, letter[0])
		case norm.NFD.String(text[:n]) != text[:n]:
			whole = append(whole, letter[0])
		}
		text = text[n:]
	}
	slices.Sort(apart)
	return string(slices.DeleteFunc(slices.Compact(apart), func(r rune) bool { return slices.Contains(whole, r) }))
}

// WithApart gives the document with the accents of some letters (as Apart gives them)
// apart from them, so that its texts are shown as the file has them; the document
// itself where there are none.
func (d *Document) WithApart(letters string) *Document {
	if letters == "" {
		return d
	}
	var pairs []string
	for _, r := range letters {
		pairs = append(pairs, string(r), norm.NFD.String(string(r)))
	}
	out := d.spelt(strings.NewReplacer(pairs...).Replace)
	out.Apart = letters
	return out
}

// Alike gives documents that are to be compared one spelling of letters with accents:
// where one has them apart and another together, which nobody sees, all have them
// together. Documents that agree are given as they are.
func Alike(docs ...*Document) []*Document {
	out := docs
	for i, d := range docs {
		if d.Apart == "" || !slices.ContainsFunc(docs, func(o *Document) bool { return o.has(d.Apart) }) {
			continue
		}
		if &out[0] == &docs[0] {
			out = slices.Clone(docs)
		}
		out[i] = d.spelt(norm.NFC.String)
		out[i].Apart = ""
	}
	return out
}

// has tells whether a document has one of some letters as one character.
func (d *Document) has(letters string) bool {
	found := false
	d.spelt(func(text string) string {
		found = found || strings.ContainsAny(text, letters)
		return text
	})
	return found
}

// spelt gives a document whose texts are written as spell writes them. What spell
// makes of the opening of a text must be the opening of what it makes of the whole.
func (d *Document) spelt(spell func(string) string) *Document {
	out := *d
	for _, text := range []*string{&out.Title, &out.AgendaTitle, &out.Provenance, &out.Vote, &out.Meeting} {
		*text = spell(*text)
	}
	out.Sponsors = slices.Clone(d.Sponsors)
	for i, name := range d.Sponsors {
		out.Sponsors[i] = spell(name)
	}
	out.Clauses = make([]*Clause, len(d.Clauses))
	for i, c := range d.Clauses {
		out.Clauses[i] = c.spelt(spell)
	}
	out.Footnotes = slices.Clone(d.Footnotes)
	for i := range out.Footnotes {
		out.Footnotes[i].Text = spell(out.Footnotes[i].Text)
	}
	out.Furniture = slices.Clone(d.Furniture)
	for i := range out.Furniture {
		out.Furniture[i].Text = spell(out.Furniture[i].Text)
	}
	return &out
}

func (c *Clause) spelt(spell func(string) string) *Clause {
	out := *c
	out.Lead, out.Text, out.Label = spell(c.Lead), spell(c.Text), spell(c.Label)
	out.Notes = slices.Clone(c.Notes)
	for i, n := range c.Notes {
		out.Notes[i].At = len(spell(c.Text[:n.At]))
	}
	return &out
}
