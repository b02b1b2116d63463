package report_test

import (
	"bytes"
	"encoding/json"
	"os"
	"reflect"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/santhosh-tekuri/jsonschema/v6"

	"reprise/align"
	"reprise/diff"
	"reprise/report"
	"reprise/resolution"
)

func TestJSONGolden(t *testing.T) {
	golden(t, "specimen.json", render(t, report.JSON{}, specimen(t)))
}

func TestJSONFollowsItsSchema(t *testing.T) {
	c := specimen(t)
	check(t, "reprise/comparison/1", render(t, report.JSON{}, c))
	check(t, "reprise/comparison/1", render(t, report.JSON{}, &diff.Comparison{Old: &resolution.Document{}, New: &resolution.Document{}}))
	var b bytes.Buffer
	if err := (report.JSON{}).RenderResolution(&b, c.Old); err != nil {
		t.Fatal(err)
	}
	check(t, "reprise/resolution/1", b.Bytes())
}

func TestJSONHasNoNullAndNoUnknownField(t *testing.T) {
	out := string(render(t, report.JSON{}, &diff.Comparison{Changes: []diff.Change{{}}}))
	if strings.Contains(out, "null") {
		t.Errorf("null in %s", out)
	}
}

func TestSchemaRefusesWhatItShould(t *testing.T) {
	good := string(render(t, report.JSON{}, specimen(t)))
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
			if err := validate(t, "reprise/comparison/1", []byte(bad)); err == nil {
				t.Error("accepted")
			}
		})
	}
}

// check validates against the published schema, closed so that a field that
// the schema does not know is found too.
func check(t *testing.T, id string, doc []byte) {
	t.Helper()
	if err := validate(t, id, doc); err != nil {
		t.Error(err)
	}
}

func validate(t *testing.T, id string, doc []byte) error {
	t.Helper()
	return compiled(t, id).Validate(decode(t, doc))
}

// compiled is a published schema, closed.
func compiled(t *testing.T, id string) *jsonschema.Schema {
	t.Helper()
	compiler := jsonschema.NewCompiler()
	for id, file := range map[string]string{
		"reprise/comparison/1": "../docs/comparison.schema.json",
		"reprise/resolution/1": "../docs/resolution.schema.json",
		"reprise/review/1":     "../docs/review.schema.json",
		"reprise/series/1":     "../docs/series.schema.json",
		"reprise/blame/1":      "../docs/blame.schema.json",
		"reprise/history/1":    "../docs/history.schema.json",
	} {
		raw, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		schema := decode(t, raw)
		closed(schema)
		// The library wants absolute addresses.
		delete(schema.(map[string]any), "$id")
		if err := compiler.AddResource("urn:"+id, schema); err != nil {
			t.Fatal(err)
		}
	}
	s, err := compiler.Compile("urn:" + id)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func decode(t *testing.T, raw []byte) any {
	t.Helper()
	v, err := jsonschema.UnmarshalJSON(bytes.NewReader(raw))
	if err != nil {
		t.Fatal(err)
	}
	return v
}

// closed forbids other properties in every object of a schema, and makes its
// references absolute.
func closed(v any) {
	switch v := v.(type) {
	case map[string]any:
		if _, ok := v["properties"]; ok {
			v["additionalProperties"] = false
		}
		if ref, ok := v["$ref"].(string); ok && strings.HasPrefix(ref, "reprise/") {
			v["$ref"] = "urn:" + ref
		}
		for _, x := range v {
			closed(x)
		}
	case []any:
		for _, x := range v {
			closed(x)
		}
	}
}

func TestJSONRatiosAreShort(t *testing.T) {
	c := &diff.Comparison{Summary: diff.Summary{Agreed: 2.0 / 3}}
	var out struct{ Summary struct{ Agreed json.Number } }
	if err := json.Unmarshal(render(t, report.JSON{}, c), &out); err != nil {
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
		{diff.Comparison{}, "Old New Fields Changes Citations Summary Warnings"},
		{diff.Change{}, "Link Status Renumbered Nature Reasons Edits Notes"},
		{diff.Reason{}, "Kind Old New Nature Why"},
		{diff.Edit{}, "Op Text Kind"},
		{diff.NoteChange{}, "OldMark NewMark Edits"},
		{diff.CitationChange{}, "Old New Clauses"},
		{diff.Summary{}, "Kept Reworded Added Removed Split Merged Rearranged Moved Renumbered Uncertain Routine Substantive Agreed WordsAdded WordsRemoved Sentences"},
		{align.Link{}, "Old New Score Margin Evidence Moved Uncertain Rivals"},
		{resolution.Document{}, "Symbol Title Organ Session Adopted Issued AgendaItem AgendaTitle Provenance Sponsors Vote Meeting Draft Language Clauses Footnotes Furniture Reading Source"},
		{resolution.Clause{}, "ID Part Kind Role Section Number Label Depth Parent Lead Text Notes Page"},
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
