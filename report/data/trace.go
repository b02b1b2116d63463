package data

import (
	"io"

	"reprise/report"
	"reprise/report/tell"
	"reprise/series"
)

// TraceSchema is the schema of traces: docs/trace.schema.json.
const TraceSchema = "reprise/trace/1"

// RenderTrace writes the rows of each series with all places of the phrase.
func (JSON) RenderTrace(w io.Writer, traces []*series.Trace) error {
	phrase := ""
	if len(traces) > 0 {
		phrase = traces[0].Phrase
	}
	return writeJSON(w, struct {
		Schema string      `json:"schema"`
		Phrase string      `json:"phrase"`
		Series []jsonTrace `json:"series"`
	}{TraceSchema, phrase, each(traces, traceOf)})
}

type jsonTrace struct {
	Title    string         `json:"title"`
	Versions []jsonVersion  `json:"versions"`
	Rows     []jsonTraceRow `json:"rows"`
}

type jsonTraceRow struct {
	Version string   `json:"version"`
	Event   string   `json:"event"`
	Lineage string   `json:"lineage"`
	Clause  string   `json:"clause"`
	Text    string   `json:"text"`
	Places  [][2]int `json:"places"` // byte offsets in text
	Status  string   `json:"status"`
}

func traceOf(t *series.Trace) jsonTrace {
	return jsonTrace{tell.SeriesTitle(t.Series), each(t.Series.Versions, versionOf), each(report.TraceRows(t), func(r report.TraceRow) jsonTraceRow {
		out := jsonTraceRow{Version: t.Series.Versions[r.Version].Name, Event: r.Event, Lineage: r.Lineage.ID, Places: [][2]int{}, Status: r.Fate()}
		if r.Sight != nil {
			out.Clause, out.Text, out.Places = r.Sight.Clause.ID, r.Sight.Clause.Text, r.Sight.Places
		}
		return out
	})}
}
