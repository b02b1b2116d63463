package report

import (
	"io"

	"reprise/series"
)

// TraceRenderer writes where a phrase stands in series.
type TraceRenderer interface {
	// RenderTrace writes the traces of one phrase, one a series that has it.
	RenderTrace(w io.Writer, traces []*series.Trace) error
}

// TraceRow is one line of a trace: a clause that has the phrase in a version, or
// one that has it no more.
type TraceRow struct {
	Version int
	Event   string // "first", "stayed", "spread", "returned", "gone"
	Name    string // of the clause; of one that is gone, its name in the version before
	Lineage *series.Lineage
	Sight   *series.Sighting // nil where the phrase is gone
}

// TraceRows puts sightings and partings in the order of the versions, what is
// gone last.
func TraceRows(t *series.Trace) []TraceRow {
	var rows []TraceRow
	for v := range t.Series.Versions {
		for i := range t.Sights {
			if s := &t.Sights[i]; s.Version == v {
				rows = append(rows, TraceRow{v, s.Event.String(), s.Clause.Name(), t.Series.Of(s.Clause), s})
			}
		}
		for _, p := range t.Partings {
			if p.Version == v {
				rows = append(rows, TraceRow{Version: v, Event: "gone", Name: p.Lineage.States[v-1].Clause.Name(), Lineage: p.Lineage})
			}
		}
	}
	return rows
}

// Fate says what became of the clause of a row whose phrase is gone: "reworded",
// "dropped".
func (r TraceRow) Fate() string { return r.Lineage.States[r.Version].Status.String() }

// Excerpt is the text around the first place of the phrase: what stands before
// it, the phrase as printed, and what stands after it, each side cut to some
// letters at a word.
func (r TraceRow) Excerpt(letters int) (before, phrase, after string) {
	text, at := r.Sight.Clause.Text, r.Sight.Places[0]
	left, right := []rune(text[:at[0]]), []rune(text[at[1]:])
	if len(left) > letters {
		from := len(left) - letters
		for from < len(left) && left[from] != ' ' {
			from++
		}
		left = append([]rune("…"), left[from:]...)
	}
	if len(right) > letters {
		to := letters
		for to > 0 && right[to] != ' ' {
			to--
		}
		right = append(right[:to:to], []rune(" …")...)
	}
	return string(left), text[at[0]:at[1]], string(right)
}
