package data_test

import (
	"bytes"
	"encoding/json"
	"reflect"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"reprise/align"
	"reprise/diff"
	"reprise/diff/nature"
	"reprise/diff/points"
	"reprise/report/data"
	"reprise/report/reporttest"
	"reprise/resolution"
)

func TestJSONGolden(t *testing.T) {
	reporttest.Golden(t, "specimen.json", reporttest.Render(t, data.JSON{}, reporttest.Specimen(t)))
}

func TestJSONFollowsItsSchema(t *testing.T) {
	c := reporttest.Specimen(t)
	reporttest.CheckSchema(t, "reprise/comparison/1", reporttest.Render(t, data.JSON{}, c))
	reporttest.CheckSchema(t, "reprise/comparison/1", reporttest.Render(t, data.JSON{}, &diff.Comparison{Old: &resolution.Document{}, New: &resolution.Document{}}))
	var b bytes.Buffer
	if err := (data.JSON{}).RenderResolution(&b, c.Old); err != nil {
		t.Fatal(err)
	}
	reporttest.CheckSchema(t, "reprise/resolution/1", b.Bytes())
}

func TestJSONHasNoNullAndNoUnknownField(t *testing.T) {
	out := string(reporttest.Render(t, data.JSON{}, &diff.Comparison{Changes: []diff.Change{{}}}))
	if strings.Contains(out, "null") {
		t.Errorf("null in %s", out)
	}
}

func TestSchemaRefusesWhatItShould(t *testing.T) {
	good := string(reporttest.Render(t, data.JSON{}, reporttest.Specimen(t)))
	for name, swap := range map[string][2]string{
		"unknown status": {`"status": "kept"`, `"status": "same"`},
		"missing op":     {`"op": "equal",`, ``},
		"wrong version":  {`reprise/comparison/1`, `reprise/comparison/2`},
	} {
		t.Run(name, func(t *testing.T) {
			bad := strings.Replace(good, swap[0], swap[1], 1)
			if bad == good {
				t.Fatalf("nothing to swap")
			}
			if err := reporttest.Validate(t, "reprise/comparison/1", []byte(bad)); err == nil {
				t.Error("accepted")
			}
		})
	}
}
func TestJSONRatiosAreShort(t *testing.T) {
	c := &diff.Comparison{Summary: diff.Summary{Agreed: 2.0 / 3}}
	var out struct{ Summary struct{ Agreed json.Number } }
	if err := json.Unmarshal(reporttest.Render(t, data.JSON{}, c), &out); err != nil {
		t.Fatal(err)
	}
	if out.Summary.Agreed != "0.6667" {
		t.Errorf("agreed %s, want 0.6667", out.Summary.Agreed)
	}
}

// TestJSONCarriesTheWholeModel fails when the model grows, so that whoever adds
// a field decides whether the JSON form and its schema take it up.
func TestJSONCarriesTheWholeModel(t *testing.T) {
	for _, m := range []struct {
		of   any
		want string
	}{
		{diff.Comparison{}, "Old New Fields Changes Citations Points Thrust Summary Warnings Scale"},
		{diff.Change{}, "Link Status Renumbered Nature Reasons Edits Notes Unread"},
		{diff.Reason{}, "Cause Old New"},
		{nature.Span{}, "Clause Note From To"},
		{diff.Edit{}, "Op Text Kind"},
		{diff.NoteChange{}, "OldMark NewMark Edits"},
		{diff.CitationChange{}, "Old New Clauses"},
		{diff.Summary{}, "Kept Reworded Added Removed Split Merged Rearranged Moved Renumbered Uncertain Routine Substantive Agreed WordsAdded WordsRemoved"},
		{diff.Point{}, "Kind Old New Theme Facts Weight"},
		{points.Fact{}, "Kind Act Old New Was Now When Beside"},
		{align.Link{}, "Old New Score Margin Evidence Moved Uncertain Rivals"},
		{resolution.Document{}, "Symbol Title Body Session Adopted Issued AgendaItem AgendaTitle Provenance Sponsors Vote Meeting Draft Genre Amends Language Apart Clauses Footnotes Furniture Reading Source"},
		{resolution.Clause{}, "ID Part Kind Role Section Number Label Depth Parent Lead Text Notes Struck Page"},
	} {
		of := reflect.TypeOf(m.of)
		var fields []string
		for f := range of.NumField() {
			if of.Field(f).IsExported() {
				fields = append(fields, of.Field(f).Name)
			}
		}
		if d := cmp.Diff(m.want, strings.Join(fields, " ")); d != "" {
			t.Errorf("%s has other fields now; see to json.go, docs/*.schema.json and this list: %s", of, d)
		}
	}
}
