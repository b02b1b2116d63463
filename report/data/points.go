package data

import (
	"slices"

	"reprise/diff"
	"reprise/diff/points"
	"reprise/report/tell"
)

type jsonPoint struct {
	Kind  string      `json:"kind"`
	Text  string      `json:"text"`
	Old   []string    `json:"old"`
	New   []string    `json:"new"`
	Facts []jsonFact  `json:"facts"`
	Spans []jsonPlace `json:"spans"`
}

type jsonFact struct {
	Kind string   `json:"kind"`
	Act  string   `json:"act"`
	Old  []string `json:"old"`
	New  []string `json:"new"`
	Was  string   `json:"was,omitempty"`
	Now  string   `json:"now,omitempty"`
	When string   `json:"when,omitempty"`

	Beside bool `json:"beside,omitempty"`
}

type jsonPlace struct {
	Side   string `json:"side"`
	Clause string `json:"clause"`
	From   int    `json:"from"`
	To     int    `json:"to"`
	Text   string `json:"text"`
}

type jsonThrust struct {
	New []jsonPhrase `json:"new"`
	Old []jsonPhrase `json:"old"`
}

type jsonPhrase struct {
	Text   string `json:"text"`
	Clause string `json:"clause"`
}

func pointOf(v tell.Voice, p diff.Point) jsonPoint {
	out := jsonPoint{
		Kind: p.Kind.String(), Text: v.Point(p).String(), Old: each(p.Old, idOf), New: each(p.New, idOf),
		Facts: each(p.Facts, factOf), Spans: []jsonPlace{},
	}
	for _, s := range p.Spans() {
		side := "new"
		if slices.Contains(p.Old, s.Clause) {
			side = "old"
		}
		out.Spans = append(out.Spans, jsonPlace{side, s.Clause.ID, s.From, s.To, s.Text()})
	}
	return out
}

func factOf(f points.Fact) jsonFact {
	return jsonFact{
		Kind: f.Kind.String(), Act: f.Act.String(), Old: each(f.Old, idOf), New: each(f.New, idOf),
		Was: f.Was.Text(), Now: f.Now.Text(), When: f.When.Text(), Beside: f.Beside,
	}
}

func placeOf(s points.Span) jsonPhrase { return jsonPhrase{s.Text(), s.Clause.ID} }
