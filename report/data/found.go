package data

import (
	"io"

	"reprise/library"
)

// FindSchema is the schema of what was found of a phrase: docs/find.schema.json.
const FindSchema = "reprise/find/1"

// RenderFound writes the findings with every text that has them.
func (JSON) RenderFound(w io.Writer, f *library.Found) error {
	return writeJSON(w, struct {
		Schema   string        `json:"schema"`
		Phrase   string        `json:"phrase"`
		Clauses  int           `json:"clauses"`
		Common   bool          `json:"common"`
		Findings []jsonFinding `json:"findings"`
	}{FindSchema, f.Phrase, f.Lineages, f.Common, each(f.Findings, findingOf)})
}

type jsonFinding struct {
	How    string    `json:"how"`
	Bodies []string  `json:"bodies"`
	Text   string    `json:"text"`
	Marks  [][2]int  `json:"marks"`
	Uses   []jsonUse `json:"uses"`
}

func findingOf(f library.Finding) jsonFinding {
	return jsonFinding{f.How.String(), f.Bodies(), f.Last().Text, f.Marks, each(f.Uses, useOf)}
}

// jsonUse is a clause in a document of the library.
type jsonUse struct {
	Symbol   string `json:"symbol"`
	Title    string `json:"title"`
	Language string `json:"language"`
	Body     string `json:"body"`
	Adopted  string `json:"adopted"`
	Year     int    `json:"year"`
	Vote     string `json:"vote"`
	Voted    bool   `json:"voted"`
	Draft    bool   `json:"draft"`
	Clause   string `json:"clause"`
	Part     string `json:"part"`
}

func useOf(u library.Use) jsonUse {
	return jsonUse{
		Symbol: u.Of.Symbol, Title: u.Of.Title, Language: u.Of.Language, Body: u.Of.Body, Adopted: u.Of.Adopted, Year: u.Of.Year,
		Vote: u.Of.Vote, Voted: u.Of.Voted, Draft: u.Of.Draft, Clause: u.Clause, Part: u.Part,
	}
}
