package data

import (
	"io"

	"reprise/negotiate/rolling"
	"reprise/report/tell"
)

// ReadingsSchema is the schema of the JSON form of two readings of a rolling text
// (docs/readings.schema.json).
const ReadingsSchema = "reprise/readings/1"

type jsonReadings struct {
	Schema  string             `json:"schema"`
	Old     jsonRollingText    `json:"old"`
	New     jsonRollingText    `json:"new"`
	Counts  jsonReadingsCounts `json:"counts"`
	Clauses []jsonPair         `json:"clauses"`
	Movers  []jsonMover        `json:"movers"`
}

type jsonRollingText struct {
	Name     string          `json:"name"`
	Title    string          `json:"title"`
	Language string          `json:"language"`
	Parties  []string        `json:"parties"`
	Agreed   []jsonAgreement `json:"agreed"`
	Loose    []string        `json:"loose"` // clauses with a bracket that has no other half
}

type jsonAgreement struct {
	Clause string `json:"clause"`
	State  string `json:"state"`
}

type jsonReadingsCounts struct {
	Before   int `json:"before"`
	After    int `json:"after"`
	Gone     int `json:"gone"`
	New      int `json:"new"`
	Agreed   int `json:"agreed"`
	Reopened int `json:"reopened"`
}

type jsonPair struct {
	Old      []string      `json:"old"`
	New      []string      `json:"new"`
	Status   string        `json:"status"`
	Agreed   string        `json:"agreed,omitempty"`
	Reworded bool          `json:"reworded"`
	Edits    []jsonWords   `json:"edits"`
	Brackets []jsonBracket `json:"brackets"`
}

type jsonWords struct {
	Op   string `json:"op"`
	Text string `json:"text"`
}

type jsonBracket struct {
	Fate   string       `json:"fate"`
	Whole  bool         `json:"whole"`
	Old    *jsonWanting `json:"old,omitempty"`
	New    *jsonWanting `json:"new,omitempty"`
	FillIn string       `json:"filled_by,omitempty"`
	Said   string       `json:"said"`
}

type jsonWanting struct {
	Kind     string   `json:"kind"`
	Text     string   `json:"text"`
	For      []string `json:"for"`
	Against  []string `json:"against"`
	Reserved []string `json:"reserved"`
	Across   int      `json:"across"`
}

type jsonMover struct {
	Party string     `json:"party"`
	Moves []jsonMove `json:"moves"`
	Said  string     `json:"said"`
}

type jsonMove struct {
	Kind   string `json:"kind"`
	Clause string `json:"clause"`
	Text   string `json:"text"`
}

// RenderReadings writes what changed between two readings of a rolling text as one
// JSON object and a newline.
func (j JSON) RenderReadings(w io.Writer, c *rolling.Comparison) error {
	v := tell.In(c.New.Doc.Language)
	if j.Say != "" {
		v = tell.In(j.Say)
	}
	n := c.Counts()
	out := jsonReadings{Schema: ReadingsSchema, Old: rollingText(c.Old), New: rollingText(c.New),
		Counts: jsonReadingsCounts{n.Before, n.After, n.Gone, n.New, n.Agreed, n.Reopened}}
	out.Clauses = each(c.Pairs, func(p rolling.Pair) jsonPair {
		pair := jsonPair{Old: each(p.Old, clauseID), New: each(p.New, clauseID), Status: p.Status.String(), Reworded: p.Reworded,
			Edits:    wordsOf(p.Words),
			Brackets: each(p.Changes, func(ch rolling.Change) jsonBracket { return bracketOf(v, ch) })}
		if a := p.Agreement(); a != rolling.Open {
			pair.Agreed = a.String()
		}
		return pair
	})
	out.Movers = each(c.Movers, func(m rolling.Mover) jsonMover {
		return jsonMover{m.Party, each(m.Moves, func(mv rolling.Move) jsonMove {
			p := c.Pairs[mv.Pair]
			id := ""
			for _, list := range [][]*rolling.Clause{p.Old, p.New} {
				if len(list) > 0 {
					id = clauseID(list[0])
				}
			}
			return jsonMove{mv.Kind.String(), id, mv.Text}
		}), v.Mover(c, m)}
	})
	return writeJSON(w, out)
}

func clauseID(c *rolling.Clause) string { return c.Clause.ID }

func rollingText(t *rolling.Text) jsonRollingText {
	out := jsonRollingText{Name: t.Doc.Reading.Name, Title: t.Doc.Title, Language: t.Doc.Language, Parties: each(t.Parties, same),
		Agreed: []jsonAgreement{}, Loose: each(t.Loose, func(l rolling.Loose) string { return l.Clause.ID })}
	for _, c := range t.Clauses {
		if c.Agreement != rolling.Open {
			out.Agreed = append(out.Agreed, jsonAgreement{c.Clause.ID, c.Agreement.String()})
		}
	}
	return out
}

func bracketOf(v tell.Voice, ch rolling.Change) jsonBracket {
	out := jsonBracket{Fate: ch.Fate.String(), Whole: ch.Whole, Said: v.BracketChange(ch)}
	if ch.Old != nil {
		out.Old = wantingOf(ch.Old, ch.OldText)
	}
	if ch.New != nil {
		out.New = wantingOf(ch.New, ch.NewText)
	} else {
		out.FillIn = ch.NewText
	}
	return out
}

func wantingOf(b *rolling.Bracket, text string) *jsonWanting {
	return &jsonWanting{b.Kind.String(), text, each(b.For, same), each(b.Against, same), each(b.Reserved, same), b.Across}
}
