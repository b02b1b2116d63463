package data

import (
	"io"

	"reprise/library"
	"reprise/report/tell"
)

// AgreedSchema is the schema of what of a draft was agreed: docs/agreed.schema.json.
const AgreedSchema = "reprise/agreed/1"

// RenderAgreed writes every clause with its precedents and every text that has them.
func (j JSON) RenderAgreed(w io.Writer, a *library.Agreement) error {
	v := tell.OfAgreement(j.Say, a)
	all, kept := a.Words()
	return writeJSON(w, struct {
		Schema  string          `json:"schema"`
		Draft   jsonResolution  `json:"draft"`
		Summary jsonAgreed      `json:"summary"`
		Clauses []jsonJudgement `json:"clauses"`
	}{AgreedSchema, resolutionOf(v, a.Draft), jsonAgreed{
		Sentences: v.AgreedSummary(a), Agreed: a.Count(library.Agreed), Amended: a.Count(library.Amended), New: a.Count(library.Unprecedented), Words: all, Kept: kept,
	}, each(a.Clauses, func(one library.Judgement) jsonJudgement {
		return jsonJudgement{one.Clause.ID, one.Standing.String(), one.Words, one.Kept, each(one.Precedents, func(p library.Precedent) jsonPrecedent {
			return precedentOf(v, a, p)
		})}
	})})
}

type jsonAgreed struct {
	Sentences []string `json:"sentences"`
	Agreed    int      `json:"agreed"`
	Amended   int      `json:"amended"`
	New       int      `json:"new"`
	Words     int      `json:"words"`
	Kept      int      `json:"kept"`
}

type jsonJudgement struct {
	Clause     string          `json:"clause"`
	Standing   string          `json:"standing"`
	Words      int             `json:"words"`
	Kept       int             `json:"kept"`
	Precedents []jsonPrecedent `json:"precedents"`
}

type jsonPrecedent struct {
	Same     bool       `json:"same"`
	Likeness ratio      `json:"likeness"`
	Nearest  jsonUse    `json:"nearest"`
	Text     string     `json:"text"`
	Edits    []jsonEdit `json:"edits"`
	AsIs     []jsonUse  `json:"as_is"`
	Uses     []jsonUse  `json:"uses"`
	Later    *jsonLater `json:"later"`
	Voted    bool       `json:"voted"`
	Foreign  bool       `json:"foreign"`
	Cautions []string   `json:"cautions"`
}

type jsonLater struct {
	Symbol string `json:"symbol"`
	Clause string `json:"clause"`
	Text   string `json:"text"`
}

func precedentOf(v tell.Voice, a *library.Agreement, p library.Precedent) jsonPrecedent {
	out := jsonPrecedent{
		Same: p.Same, Likeness: ratio(p.Alike), Nearest: useOf(p.Nearest), Text: p.Nearest.Text, Edits: each(p.Edits, editOf),
		AsIs: each(p.AsIs, useOf), Uses: each(p.Uses, useOf), Voted: p.Voted, Foreign: p.Foreign, Cautions: append([]string{}, v.Cautions(p, a.Draft.Body)...),
	}
	if l := p.Later; l != nil {
		out.Later = &jsonLater{Symbol: l.Text.Symbol}
		if l.Use != nil {
			out.Later.Clause, out.Later.Text = l.Use.Clause, l.Use.Text
		}
	}
	return out
}
