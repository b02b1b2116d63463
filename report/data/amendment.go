package data

import (
	"io"
	"unicode/utf8"

	"reprise/negotiate"
)

// AmendmentSchema is the schema of the JSON form of an amendment
// (docs/amendment.schema.json).
const AmendmentSchema = "reprise/amendment/1"

type jsonAmendment struct {
	Schema     string          `json:"schema"`
	Draft      string          `json:"draft"`
	Title      string          `json:"title"`
	Language   string          `json:"language"`
	Operations []jsonOperation `json:"operations"`
	Text       []string        `json:"text"` // a paragraph each, as the text form has them
}

type jsonOperation struct {
	Kind    string      `json:"kind"`
	Number  string      `json:"number"`
	Printed string      `json:"printed"`
	Places  []string    `json:"places"`
	Side    string      `json:"side,omitempty"`
	To      string      `json:"to,omitempty"`
	Words   string      `json:"words,omitempty"`
	By      string      `json:"by,omitempty"`
	Label   string      `json:"label,omitempty"`
	Given   []jsonGiven `json:"given"`
}

type jsonGiven struct {
	Part  string          `json:"part"`
	Kind  string          `json:"kind"`
	Label string          `json:"label"`
	Depth int             `json:"depth"`
	Text  string          `json:"text"`
	Notes []jsonGivenNote `json:"notes"`
}

type jsonGivenNote struct {
	At   int    `json:"at"` // characters of text before its mark
	Text string `json:"text"`
}

// RenderAmendment writes an amendment as one JSON object and a newline.
func (JSON) RenderAmendment(w io.Writer, m *negotiate.Motion) error {
	return writeJSON(w, jsonAmendment{AmendmentSchema, string(m.Draft), m.Title, m.Language,
		each(m.Operations, operationOf), each(m.Text(), same)})
}

func operationOf(op negotiate.Operation) jsonOperation {
	out := jsonOperation{Kind: op.Kind.String(), Number: op.Number, Printed: op.Printed, Places: each(op.Targets, negotiate.Target.Name),
		Words: op.Words, By: op.By.Text, Label: op.Label, Given: each(op.Given, givenOf)}
	switch op.Kind {
	case negotiate.Move:
		out.To = op.To.Name()
		fallthrough
	case negotiate.Insert, negotiate.InsertWords:
		out.Side = op.Side.String()
	}
	return out
}

func givenOf(g negotiate.Given) jsonGiven {
	return jsonGiven{g.Part.String(), g.Kind.String(), g.Label, max(g.Depth, 0), g.Text, each(g.Notes, func(n negotiate.Note) jsonGivenNote {
		return jsonGivenNote{utf8.RuneCountInString(g.Text[:n.At]), n.Text}
	})}
}
