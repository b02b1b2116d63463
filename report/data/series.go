package data

import (
	"io"

	"reprise/diff"
	"reprise/report"
	"reprise/report/tell"
	"reprise/resolution"
	"reprise/series"
)

// SeriesSchema is the schema that the JSON of series follows;
// docs/series.schema.json says what stands now. Blame and history are parts of
// it and name their own.
const (
	SeriesSchema  = "reprise/series/1"
	BlameSchema   = "reprise/blame/1"
	HistorySchema = "reprise/history/1"
)

// RenderSeries writes the series as one JSON object with a list of them.
func (JSON) RenderSeries(w io.Writer, all []*series.Series) error {
	return writeJSON(w, struct {
		Schema string       `json:"schema"`
		Series []jsonSeries `json:"series"`
	}{SeriesSchema, each(all, seriesOf)})
}

// RenderBlame writes the clauses of one version with the origin of their words.
func (JSON) RenderBlame(w io.Writer, s *series.Series, version int) error {
	return writeJSON(w, struct {
		Schema   string         `json:"schema"`
		Title    string         `json:"title"`
		Versions []jsonVersion  `json:"versions"`
		Version  string         `json:"version"`
		Clauses  []jsonBlamed   `json:"clauses"`
		Proposed []jsonProposal `json:"proposed,omitempty"`
	}{
		BlameSchema, tell.SeriesTitle(s), each(s.Versions, versionOf), s.Versions[version].Name,
		each(s.Versions[version].Document.Clauses, func(c *resolution.Clause) jsonBlamed {
			return jsonBlamed{c.ID, c.Part.String(), s.Of(c).ID, each(s.State(c).Words, originIn(s))}
		}),
		proposalsOf(s.Proposed),
	})
}

// RenderHistory writes one lineage and those of its points.
func (JSON) RenderHistory(w io.Writer, s *series.Series, l *series.Lineage) error {
	return writeJSON(w, struct {
		Schema   string        `json:"schema"`
		Title    string        `json:"title"`
		Versions []jsonVersion `json:"versions"`
		Lineage  jsonLineage   `json:"lineage"`
		Points   []jsonLineage `json:"points"`
	}{HistorySchema, tell.SeriesTitle(s), each(s.Versions, versionOf), lineageIn(s)(l), each(s.Points(l), lineageIn(s))})
}

type jsonSeries struct {
	Title     string         `json:"title"`
	Versions  []jsonVersion  `json:"versions"`
	Lineages  []jsonLineage  `json:"lineages"`
	Triangles []jsonTriangle `json:"triangles"`
	Missing   []jsonMissing  `json:"missing"`
	Doubles   []jsonDouble   `json:"doubles"`
	Proposed  []jsonProposal `json:"proposed,omitempty"`
}

type jsonVersion struct {
	Name    string `json:"name"`
	Symbol  string `json:"symbol"`
	Title   string `json:"title"`
	Adopted string `json:"adopted"`
	File    string `json:"file"`
	Clauses int    `json:"clauses"`
	Words   int    `json:"words"`
	Agreed  ratio  `json:"agreed"`
}

type jsonLineage struct {
	ID      string      `json:"id"`
	Counted bool        `json:"counted"`
	From    string      `json:"from"`
	Into    string      `json:"into"`
	States  []jsonState `json:"states"` // one a version

	Proposed []jsonProposal `json:"proposed,omitempty"`
}

type jsonProposal struct {
	Amendment string        `json:"amendment"`
	Proposers []string      `json:"proposers"`
	Draft     string        `json:"draft"`
	Next      string        `json:"next"`
	Uptake    string        `json:"uptake"`
	Requests  []jsonRequest `json:"requests"`
}

type jsonRequest struct {
	Number  string `json:"number"`
	Printed string `json:"printed"`
	Uptake  string `json:"uptake"`
}

// proposalsOf are what amendments asked for; nil for none.
func proposalsOf(list []series.Proposal) []jsonProposal {
	if len(list) == 0 {
		return nil
	}
	return each(list, func(p series.Proposal) jsonProposal {
		return jsonProposal{p.Amendment, each(p.Proposers, same), p.Draft, p.Next, p.Uptake.String(),
			each(p.Requests, func(r series.Request) jsonRequest { return jsonRequest{r.Number, r.Printed, r.Uptake.String()} })}
	})
}

type jsonState struct {
	Status     string       `json:"status"`
	Nature     string       `json:"nature"`
	Moved      bool         `json:"moved"`
	Renumbered bool         `json:"renumbered"`
	Uncertain  bool         `json:"uncertain"`
	Clause     string       `json:"clause"`
	Part       string       `json:"part"`
	Lead       string       `json:"lead"`
	Text       string       `json:"text"`
	Since      string       `json:"since"` // the version that the edits start from
	Edits      []jsonEdit   `json:"edits"`
	Words      []jsonOrigin `json:"words"`
}

type jsonOrigin struct {
	Text    string `json:"text"`
	First   string `json:"first"`
	Dropped string `json:"dropped"`
}

type jsonBlamed struct {
	ID      string       `json:"id"`
	Part    string       `json:"part"`
	Lineage string       `json:"lineage"`
	Words   []jsonOrigin `json:"words"`
}

type jsonTriangle struct {
	Version string `json:"version"`
	Old     string `json:"old"`
	New     string `json:"new"`
	Direct  string `json:"direct"`
}

type jsonMissing struct {
	Symbol  string   `json:"symbol"`
	CitedBy []string `json:"cited_by"`
	Before  string   `json:"before"`
}

type jsonDouble struct {
	Symbol string   `json:"symbol"`
	Taken  string   `json:"taken"`
	Left   []string `json:"left"`
}

func seriesOf(s *series.Series) jsonSeries {
	return jsonSeries{
		Proposed: proposalsOf(s.Proposed),
		Title:    tell.SeriesTitle(s),
		Versions: each(s.Versions, versionOf),
		Lineages: each(s.Lineages, lineageIn(s)),
		Triangles: each(s.Triangles, func(t series.Triangle) jsonTriangle {
			return jsonTriangle{s.Versions[t.Version].Name, t.Old.ID, t.New.ID, t.Direct.ID}
		}),
		Missing: each(s.Missing, func(m series.Missing) jsonMissing {
			return jsonMissing{string(m.Symbol), each(m.CitedBy, tell.Title), s.Versions[m.Before].Name}
		}),
		Doubles: each(s.Doubles, func(d series.Double) jsonDouble {
			return jsonDouble{string(d.Taken.Symbol), d.Taken.Reading.Name,
				each(d.Left, func(d *resolution.Document) string { return d.Reading.Name })}
		}),
	}
}

func versionOf(v series.Version) jsonVersion {
	f := report.FiguresOf(v)
	return jsonVersion{
		Name: v.Name, Symbol: string(v.Document.Symbol), Title: v.Document.Title,
		Adopted: v.Document.Adopted.ISO(), File: v.Document.Reading.Name,
		Clauses: f.Clauses, Words: f.Words, Agreed: ratio(f.Agreed),
	}
}

func lineageIn(s *series.Series) func(*series.Lineage) jsonLineage {
	return func(l *series.Lineage) jsonLineage {
		return jsonLineage{ID: l.ID, Counted: l.Counted(), From: lineageID(l.From), Into: lineageID(l.Into),
			States: each(l.States, func(st series.State) jsonState { return stateIn(s, st) }), Proposed: proposalsOf(l.Proposed)}
	}
}

func lineageID(l *series.Lineage) string {
	if l == nil {
		return ""
	}
	return l.ID
}

func stateIn(s *series.Series, st series.State) jsonState {
	out := jsonState{
		Status: st.Status.String(), Nature: st.Nature.String(),
		Moved: st.Moved, Renumbered: st.Renumbered, Uncertain: st.Uncertain,
		Edits: each(editsShown(st), editOf), Words: each(st.Words, originIn(s)),
	}
	if c := st.Clause; c != nil {
		out.Clause, out.Part, out.Lead, out.Text = c.ID, c.Part.String(), c.Lead, c.Text
	}
	if st.Clause != nil && st.Since >= 0 {
		out.Since = s.Versions[st.Since].Name
	}
	return out
}

// editsShown leaves out the edits of a clause that was kept: its text says it.
func editsShown(st series.State) []diff.Edit {
	if st.Status == series.Kept || st.Since < 0 {
		return nil
	}
	return st.Edits
}

func originIn(s *series.Series) func(series.Origin) jsonOrigin {
	return func(o series.Origin) jsonOrigin {
		out := jsonOrigin{Text: o.Text, First: s.Versions[o.First].Name}
		if o.Dropped > 0 {
			out.Dropped = s.Versions[o.Dropped].Name
		}
		return out
	}
}
