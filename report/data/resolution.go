package data

import (
	"math"
	"strconv"
	"unicode/utf8"

	"reprise/report/tell"
	"reprise/resolution"
)

type jsonResolution struct {
	Schema      string          `json:"schema"`
	Symbol      string          `json:"symbol"`
	Title       string          `json:"title"`
	Organ       string          `json:"organ"`
	Session     string          `json:"session"`
	Adopted     string          `json:"adopted"`
	Issued      string          `json:"issued"`
	AgendaItem  string          `json:"agenda_item"`
	AgendaTitle string          `json:"agenda_title"`
	Provenance  string          `json:"provenance"`
	Sponsors    []string        `json:"sponsors"`
	Vote        string          `json:"vote"`
	Meeting     string          `json:"meeting"`
	Draft       bool            `json:"draft"`
	Genre       string          `json:"genre,omitempty"` // where it is no resolution
	Amends      string          `json:"amends,omitempty"`
	Language    string          `json:"language"`
	Clauses     []jsonClause    `json:"clauses"`
	Footnotes   []jsonFootnote  `json:"footnotes"`
	Furniture   []jsonFurniture `json:"furniture"`
	Reading     jsonReading     `json:"reading"`
}

type jsonClause struct {
	ID      string        `json:"id"`
	Part    string        `json:"part"`
	Kind    string        `json:"kind"`
	Label   string        `json:"label"`
	Depth   int           `json:"depth"`
	Parent  string        `json:"parent"`
	Role    string        `json:"role,omitempty"`
	Section string        `json:"section,omitempty"`
	Number  string        `json:"number,omitempty"`
	Lead    string        `json:"lead"`
	Text    string        `json:"text"`
	Notes   []string      `json:"notes"`
	NoteAt  []int         `json:"note_at"` // characters of text before each mark of notes
	Struck  []jsonStretch `json:"struck,omitempty"`
	Page    int           `json:"page,omitempty"`
}

// jsonStretch is a part of a text in characters, from From up to To.
type jsonStretch struct {
	From int `json:"from"`
	To   int `json:"to"`
}

type jsonFootnote struct {
	Mark string `json:"mark"`
	Text string `json:"text"`
	Page int    `json:"page,omitempty"`
}

type jsonFurniture struct {
	Text string `json:"text"`
	Page int    `json:"page,omitempty"`
}

type jsonReading struct {
	Name     string    `json:"name"`
	Format   string    `json:"format"`
	Engine   string    `json:"engine"`
	Warnings []string  `json:"warnings"`
	Gaps     []jsonGap `json:"gaps,omitempty"`
}

type jsonGap struct {
	Kind  string `json:"kind"`
	Page  int    `json:"page,omitempty"`
	After string `json:"after"`
	Next  string `json:"next,omitempty"`
}

// genreOf is the genre of what is no resolution.
func genreOf(d *resolution.Document) string {
	if d.Genre == resolution.ResolutionGenre {
		return ""
	}
	return d.Genre.String()
}

func resolutionOf(v tell.Voice, d *resolution.Document) jsonResolution {
	if d == nil {
		d = &resolution.Document{}
	}
	return jsonResolution{
		Schema:      ResolutionSchema,
		Symbol:      string(d.Symbol),
		Title:       d.Title,
		Organ:       d.Body.String(),
		Session:     d.Session,
		Adopted:     d.Adopted.ISO(),
		Issued:      d.Issued.ISO(),
		AgendaItem:  d.AgendaItem,
		AgendaTitle: d.AgendaTitle,
		Provenance:  d.Provenance,
		Sponsors:    each(d.Sponsors, same),
		Vote:        d.Vote,
		Meeting:     d.Meeting,
		Draft:       d.Draft,
		Language:    d.Language,
		Genre:       genreOf(d),
		Amends:      string(d.Amends),
		Clauses:     each(d.Clauses, clauseOf),
		Footnotes:   each(d.Footnotes, func(f resolution.Footnote) jsonFootnote { return jsonFootnote(f) }),
		Furniture:   each(d.Furniture, func(f resolution.Furniture) jsonFurniture { return jsonFurniture(f) }),
		Reading: jsonReading{
			Name: d.Reading.Name, Format: d.Reading.Format, Engine: d.Reading.Engine,
			Warnings: each(v.ReadingWarnings(d), same),
			Gaps:     each(d.Reading.Gaps, func(g resolution.Gap) jsonGap { return jsonGap{g.Kind.String(), g.Page, g.After, g.Next} }),
		},
	}
}

func clauseOf(c *resolution.Clause) jsonClause {
	return jsonClause{
		ID: c.ID, Part: c.Part.String(), Kind: c.Kind.String(),
		Label: c.Label, Depth: c.Depth, Parent: c.Parent,
		Role: c.Role.String(), Section: c.Section, Number: c.Number,
		Lead: c.Lead, Text: c.Text, Page: c.Page,
		Notes: each(c.Notes, func(n resolution.NoteRef) string { return n.Mark }),
		NoteAt: each(c.Notes, func(n resolution.NoteRef) int {
			return charactersBefore(c.Text, n.At)
		}),
		Struck: stretchesOf(c),
	}
}

// stretchesOf are what is struck through, nil for nothing.
func stretchesOf(c *resolution.Clause) []jsonStretch {
	var out []jsonStretch
	for _, s := range c.Struck {
		out = append(out, jsonStretch{charactersBefore(c.Text, s.From), charactersBefore(c.Text, s.To)})
	}
	return out
}

func charactersBefore(text string, at int) int {
	return utf8.RuneCountInString(text[:min(max(at, 0), len(text))])
}

// ratio is a share or a score. Four decimals are more than any of them is
// good for, and keep the last bits of a float out of the output.
type ratio float64

// MarshalJSON writes at most four decimals; what is no number is 0.
func (r ratio) MarshalJSON() ([]byte, error) {
	f := math.Round(float64(r)*1e4) / 1e4
	if math.IsNaN(f) || math.IsInf(f, 0) || f == 0 {
		f = 0 // also drops the sign of a negative zero
	}
	return strconv.AppendFloat(nil, f, 'f', -1, 64), nil
}

// each maps a list; the result is never nil, so that JSON shows [] and not null.
func each[A, B any](list []A, f func(A) B) []B {
	out := make([]B, len(list))
	for i, a := range list {
		out[i] = f(a)
	}
	return out
}

func same(s string) string { return s }
