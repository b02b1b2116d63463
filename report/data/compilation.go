package data

import (
	"io"

	"reprise/diff"
	"reprise/negotiate"
	"reprise/report/tell"
)

// CompilationSchema is the schema of the JSON form of a compilation
// (docs/compilation.schema.json).
const CompilationSchema = "reprise/compilation/1"

type jsonCompilation struct {
	Schema    string           `json:"schema"`
	Base      string           `json:"base"`
	Title     string           `json:"title"`
	Language  string           `json:"language"`
	Proposals []string         `json:"proposals"`
	Rows      []jsonCompileRow `json:"rows"`
	Notes     []string         `json:"notes"`
	Rolling   []string         `json:"rolling"` // a paragraph each
	Said      string           `json:"said"`
}

type jsonCompileRow struct {
	Name     string        `json:"name"`
	Clause   string        `json:"clause"` // ID in the base; "" for the title and for what is new
	New      bool          `json:"new"`
	Text     string        `json:"text"`
	Disputed bool          `json:"disputed"`
	Variants []jsonVariant `json:"variants"`
}

type jsonVariant struct {
	Authors []string    `json:"authors"`
	Deletes bool        `json:"deletes"`
	Text    string      `json:"text"`
	Edits   []jsonWords `json:"edits"`
}

// RenderCompilation writes the proposals on one text as one JSON object and a newline.
func (j JSON) RenderCompilation(w io.Writer, c *negotiate.Compilation) error {
	v := tell.In(c.Base.Language)
	if j.Say != "" {
		v = tell.In(j.Say)
	}
	title := c.Title
	title.Name = v.Say("rolling-title")
	rows := []jsonCompileRow{rowOf(c, title)}
	for _, r := range c.Rows {
		rows = append(rows, rowOf(c, r))
	}
	return writeJSON(w, jsonCompilation{CompilationSchema, string(c.Base.Symbol), c.Base.Title, c.Base.Language, each(c.Names, same), rows,
		each(c.Notes(), same), each(c.Rolling(), same), v.CompilationCounts(c)})
}

func rowOf(c *negotiate.Compilation, r negotiate.Row) jsonCompileRow {
	out := jsonCompileRow{Name: r.Name, New: r.IsNew(), Text: r.Text, Disputed: r.Disputed()}
	if r.Clause != nil {
		out.Clause = r.Clause.ID
	}
	out.Variants = each(r.Variants, func(v negotiate.Variant) jsonVariant {
		variant := jsonVariant{Authors: each(v.Authors, func(a int) string { return c.Names[a] }), Deletes: v.Gone, Text: v.Text, Edits: []jsonWords{}}
		if !v.Gone && !out.New {
			variant.Edits = wordsOf(diff.Words(r.Text, v.Text))
		}
		return variant
	})
	return out
}

func wordsOf(edits []diff.Edit) []jsonWords {
	return each(edits, func(e diff.Edit) jsonWords { return jsonWords{e.Op.String(), e.Text} })
}
