package data

import (
	"io"

	"reprise/concord"
	"reprise/report/tell"
	"reprise/resolution"
)

// ConcordanceSchema is the schema of two languages held against each other:
// docs/concordance.schema.json.
const ConcordanceSchema = "reprise/concordance/1"

// RenderConcordance writes both texts, every link and every fault.
func (j JSON) RenderConcordance(w io.Writer, c *concord.Concordance) error {
	v := tell.OfConcordance(j.Say, c)
	at := 0
	for _, f := range c.Faults {
		if f.Kind == concord.FieldFault {
			at++
		}
	}
	out := jsonConcordance{Schema: ConcordanceSchema, Sentences: v.ConcordanceCounts(c), Unlike: c.Unlike(), Before: []jsonResolution{},
		Links: []jsonConcordLink{}, Faults: each(c.Faults, func(f concord.Fault) jsonFault { return faultOf(v, c, f) })}
	for side, d := range c.Texts {
		out.Texts = append(out.Texts, resolutionOf(v, d))
		if c.Before[side] != nil {
			out.Before = append(out.Before, resolutionOf(v, c.Before[side]))
		}
	}
	for _, l := range c.Links {
		link := jsonConcordLink{First: onlyID(l.Sides[0]), Second: onlyID(l.Sides[1]), Moved: l.Moved, Faults: []int{}}
		for range l.Faults {
			link.Faults = append(link.Faults, at)
			at++
		}
		out.Links = append(out.Links, link)
	}
	return writeJSON(w, out)
}

type jsonConcordance struct {
	Schema    string            `json:"schema"`
	Texts     []jsonResolution  `json:"texts"`
	Before    []jsonResolution  `json:"before"`
	Sentences []string          `json:"sentences"`
	Unlike    bool              `json:"unlike"`
	Links     []jsonConcordLink `json:"links"`
	Faults    []jsonFault       `json:"faults"`
}

type jsonConcordLink struct {
	First  string `json:"first"`
	Second string `json:"second"`
	Moved  bool   `json:"moved"`
	Faults []int  `json:"faults"`
}

type jsonFault struct {
	Kind     string          `json:"kind"`
	Sentence string          `json:"sentence"`
	Field    string          `json:"field,omitempty"`
	Strength string          `json:"strength,omitempty"`
	First    jsonFaultPlace  `json:"first"`
	Second   jsonFaultPlace  `json:"second"`
	Changes  *jsonBothChange `json:"changes,omitempty"`
}

type jsonFaultPlace struct {
	Clause string `json:"clause"`
	Note   string `json:"note"`
	From   int    `json:"from"`
	To     int    `json:"to"`
	Text   string `json:"text"`
}

type jsonBothChange struct {
	First  jsonOneChange `json:"first"`
	Second jsonOneChange `json:"second"`
}

type jsonOneChange struct {
	Status string `json:"status"`
	Nature string `json:"nature"`
}

func faultOf(v tell.Voice, c *concord.Concordance, f concord.Fault) jsonFault {
	out := jsonFault{Kind: f.Kind.String(), Sentence: v.Fault(c, f).String(), Field: f.Field, First: faultPlaceOf(f.Places[0]), Second: faultPlaceOf(f.Places[1])}
	switch f.Kind {
	case concord.LeadFault:
		out.Strength = f.Strength.String()
	case concord.ChangeFault:
		out.Changes = &jsonBothChange{oneChangeOf(f.Changes[0]), oneChangeOf(f.Changes[1])}
	}
	return out
}

func oneChangeOf(c concord.Change) jsonOneChange {
	return jsonOneChange{c.Status.String(), c.Nature.String()}
}

func faultPlaceOf(p concord.Place) jsonFaultPlace {
	out := jsonFaultPlace{Note: p.Note, From: p.From, To: p.To, Text: p.Text}
	if p.Clause != nil {
		out.Clause = p.Clause.ID
	}
	return out
}

func onlyID(clauses []*resolution.Clause) string {
	if len(clauses) == 0 {
		return ""
	}
	return clauses[0].ID
}
