// Package data writes a comparison, a series or one document as JSON, for programs
// to build on; the schemas stand in docs.
//
// Its main call is JSON.Render.
package data

import (
	"bytes"
	"cmp"
	"encoding/json"
	"io"
	"unicode/utf8"

	"reprise/align"
	"reprise/diff"
	"reprise/diff/nature"
	"reprise/internal/visible"
	"reprise/report/tell"
	"reprise/resolution"
)

// The schemas that the JSON forms follow. Fields may be added within a
// version; docs/comparison.schema.json and docs/resolution.schema.json say
// what stands now.
const (
	ComparisonSchema = "reprise/comparison/1"
	ResolutionSchema = "reprise/resolution/1"
)

// JSON writes everything that the other forms show, for programs to build on.
// It follows docs/comparison.schema.json. Lists are never null, and the same
// comparison gives the same bytes.
type JSON struct {
	Say string // language of sentences, warnings and reasons; "" for that of the texts
}

// Render writes the comparison as one JSON object and a newline.
func (j JSON) Render(w io.Writer, c *diff.Comparison) error {
	return writeJSON(w, comparisonOf(tell.Of(j.Say, c), c))
}

// RenderResolution writes one document as a JSON object that follows
// docs/resolution.schema.json.
//
// Law 1: clauses, footnotes, fields and furniture together hold every word of
// the source.
func (j JSON) RenderResolution(w io.Writer, d *resolution.Document) error {
	return writeJSON(w, resolutionOf(tell.In(cmp.Or(j.Say, d.Language)), d))
}

func writeJSON(w io.Writer, v any) error {
	var compact bytes.Buffer
	e := json.NewEncoder(&compact)
	e.SetEscapeHTML(false)
	if err := e.Encode(v); err != nil {
		return err
	}
	_, err := w.Write(indented(visible.JSON(compact.Bytes())))
	return err
}

type jsonComparison struct {
	Schema    string         `json:"schema"`
	Old       jsonResolution `json:"old"`
	New       jsonResolution `json:"new"`
	Fields    []jsonField    `json:"fields"`
	Changes   []jsonChange   `json:"changes"`
	Citations []jsonCitation `json:"citations"`
	Summary   jsonSummary    `json:"summary"`
	Warnings  []string       `json:"warnings"`
	Scale     string         `json:"scale"`
}

type jsonField struct {
	Name  string     `json:"name"`
	Old   string     `json:"old"`
	New   string     `json:"new"`
	Edits []jsonEdit `json:"edits"`
}

type jsonChange struct {
	Status     string       `json:"status"`
	Counted    bool         `json:"counted"`
	Moved      bool         `json:"moved"`
	Renumbered bool         `json:"renumbered"`
	Old        []string     `json:"old"`
	New        []string     `json:"new"`
	Nature     string       `json:"nature"`
	Reasons    []jsonReason `json:"reasons"`
	Score      ratio        `json:"score"`
	Margin     ratio        `json:"margin"`
	Uncertain  bool         `json:"uncertain"`
	Unread     bool         `json:"unread,omitempty"`
	Evidence   string       `json:"evidence"`
	Rivals     []jsonRival  `json:"rivals"`
	Edits      []jsonEdit   `json:"edits"`
	Notes      []jsonNote   `json:"notes"`
}

type jsonReason struct {
	Kind    string    `json:"kind"`
	Cause   string    `json:"cause"`
	Old     string    `json:"old"`
	New     string    `json:"new"`
	OldSpan *jsonSpan `json:"old_span"`
	NewSpan *jsonSpan `json:"new_span"`
	Nature  string    `json:"nature"`
	Why     string    `json:"why"`
}

// jsonSpan is a place in the text of a clause, or of the note with a mark that the
// clause cites: from how many characters of it on, up to how many.
type jsonSpan struct {
	Clause string `json:"clause"`
	Note   string `json:"note,omitempty"`
	From   int    `json:"from"`
	To     int    `json:"to"`
}

type jsonRival struct {
	Old   string `json:"old"`
	New   string `json:"new"`
	Score ratio  `json:"score"`
}

type jsonEdit struct {
	Op   string `json:"op"`
	Text string `json:"text"`
	Kind string `json:"kind,omitempty"` // equal text has none
}

type jsonNote struct {
	Old   string     `json:"old"`
	New   string     `json:"new"`
	Edits []jsonEdit `json:"edits"`
}

type jsonCitation struct {
	Old     string   `json:"old"`
	New     string   `json:"new"`
	Clauses []string `json:"clauses"`
}

type jsonSummary struct {
	Sentences    []string    `json:"sentences"`
	Points       []jsonPoint `json:"points"`
	Thrust       jsonThrust  `json:"thrust"`
	Kept         int         `json:"kept"`
	Reworded     int         `json:"reworded"`
	Added        int         `json:"added"`
	Removed      int         `json:"removed"`
	Split        int         `json:"split"`
	Merged       int         `json:"merged"`
	Rearranged   int         `json:"rearranged"`
	Moved        int         `json:"moved"`
	Renumbered   int         `json:"renumbered"`
	Uncertain    int         `json:"uncertain"`
	Routine      int         `json:"routine"`
	Substantive  int         `json:"substantive"`
	Agreed       ratio       `json:"agreed"`
	WordsAdded   int         `json:"words_added"`
	WordsRemoved int         `json:"words_removed"`
}

func comparisonOf(v tell.Voice, c *diff.Comparison) jsonComparison {
	return jsonComparison{
		Schema:    ComparisonSchema,
		Old:       resolutionOf(v, c.Old),
		New:       resolutionOf(v, c.New),
		Fields:    each(c.Fields, fieldOf),
		Changes:   each(c.Changes, func(ch diff.Change) jsonChange { return changeOf(v, ch) }),
		Citations: each(c.Citations, citationOf),
		Summary:   summaryOf(v, c),
		Warnings:  each(v.Warnings(c), same),
		Scale:     c.Scale,
	}
}

func fieldOf(f diff.Field) jsonField {
	return jsonField{Name: f.Name.String(), Old: f.Old, New: f.New, Edits: each(f.Edits, editOf)}
}

func changeOf(v tell.Voice, ch diff.Change) jsonChange {
	worded := func(r diff.Reason) jsonReason { return reasonOf(v, r) }
	return jsonChange{
		Status:     ch.Status.String(),
		Counted:    ch.Counted(),
		Moved:      ch.Moved,
		Renumbered: ch.Renumbered,
		Old:        each(ch.Old, idOf),
		New:        each(ch.New, idOf),
		Nature:     ch.Nature.String(),
		Reasons:    each(ch.Reasons, worded),
		Score:      ratio(ch.Score),
		Margin:     ratio(ch.Margin),
		Uncertain:  ch.Uncertain,
		Unread:     ch.Unread,
		Evidence:   ch.Evidence.String(),
		Rivals:     each(ch.Rivals, rivalOf),
		Edits:      each(ch.Edits, editOf),
		Notes:      each(ch.Notes, noteOf),
	}
}

func reasonOf(v tell.Voice, r diff.Reason) jsonReason {
	return jsonReason{
		Kind: r.Kind().String(), Cause: r.Cause.String(), Old: r.Old.Text(), New: r.New.Text(),
		OldSpan: spanOf(r.Old), NewSpan: spanOf(r.New), Nature: r.Nature().String(), Why: v.Why(r),
	}
}

// spanOf is null for nowhere.
func spanOf(s nature.Span) *jsonSpan {
	if s.Empty() {
		return nil
	}
	out, text := &jsonSpan{Clause: s.Clause.ID}, s.Clause.Text
	if s.Note != nil {
		out.Note, text = s.Note.Mark, s.Note.Text
	}
	out.From = utf8.RuneCountInString(text[:s.From])
	out.To = out.From + utf8.RuneCountInString(text[s.From:s.To])
	return out
}

func rivalOf(r align.Rival) jsonRival {
	return jsonRival{Old: idOf(r.Old), New: idOf(r.New), Score: ratio(r.Score)}
}

func editOf(e diff.Edit) jsonEdit {
	if e.Op == diff.Equal {
		return jsonEdit{Op: e.Op.String(), Text: e.Text}
	}
	return jsonEdit{Op: e.Op.String(), Text: e.Text, Kind: e.Kind.String()}
}

func noteOf(n diff.NoteChange) jsonNote {
	return jsonNote{Old: n.OldMark, New: n.NewMark, Edits: each(n.Edits, editOf)}
}

func citationOf(c diff.CitationChange) jsonCitation {
	return jsonCitation{Old: c.Old, New: c.New, Clauses: each(c.Clauses, same)}
}

func summaryOf(v tell.Voice, c *diff.Comparison) jsonSummary {
	s := c.Summary
	return jsonSummary{
		Sentences: each(v.Short(v.Summary(c)), tell.Line.String),
		Points:    each(c.Points, func(p diff.Point) jsonPoint { return pointOf(v, p) }),
		Thrust:    jsonThrust{New: each(c.Thrust.Came, placeOf), Old: each(c.Thrust.Went, placeOf)},
		Kept:      s.Kept, Reworded: s.Reworded, Added: s.Added, Removed: s.Removed,
		Split: s.Split, Merged: s.Merged, Rearranged: s.Rearranged,
		Moved: s.Moved, Renumbered: s.Renumbered, Uncertain: s.Uncertain,
		Routine: s.Routine, Substantive: s.Substantive,
		Agreed: ratio(s.Agreed), WordsAdded: s.WordsAdded, WordsRemoved: s.WordsRemoved,
	}
}

func idOf(c *resolution.Clause) string {
	if c == nil {
		return ""
	}
	return c.ID
}
