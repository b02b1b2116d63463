package reporttest

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"reprise/internal/outside"
)

// CheckSchema validates against the published schema, closed so that a field that
// the schema does not know is found too.
func CheckSchema(t *testing.T, id string, doc []byte) {
	t.Helper()
	if err := Validate(t, id, doc); err != nil {
		t.Error(err)
	}
}

// Validate holds a document against a published schema.
func Validate(t *testing.T, id string, doc []byte) error {
	t.Helper()
	return Schema(t, id).Validate(Decode(t, doc))
}

// Schema is a published schema, closed.
func Schema(t *testing.T, id string) *jsonschema.Schema {
	t.Helper()
	compiler := jsonschema.NewCompiler()
	for id, file := range map[string]string{
		"reprise/comparison/1":  "comparison.schema.json",
		"reprise/resolution/1":  "resolution.schema.json",
		"reprise/review/1":      "review.schema.json",
		"reprise/series/1":      "series.schema.json",
		"reprise/blame/1":       "blame.schema.json",
		"reprise/history/1":     "history.schema.json",
		"reprise/trace/1":       "trace.schema.json",
		"reprise/find/1":        "find.schema.json",
		"reprise/agreed/1":      "agreed.schema.json",
		"reprise/concordance/1": "concordance.schema.json",
		"reprise/amendment/1":   "amendment.schema.json",
		"reprise/compilation/1": "compilation.schema.json",
		"reprise/readings/1":    "readings.schema.json",
	} {
		raw, err := os.ReadFile(filepath.Join(outside.Repository(t), "docs", file))
		if err != nil {
			t.Fatal(err)
		}
		schema := Decode(t, raw)
		closed(schema)
		if err := compiler.AddResource(address(id), schema); err != nil {
			t.Fatal(err)
		}
	}
	s, err := compiler.Compile(address(id))
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// address is the absolute identifier of a schema: "urn:reprise:comparison:1".
func address(id string) string { return "urn:" + strings.ReplaceAll(id, "/", ":") }

// Decode reads JSON as the validator wants it.
func Decode(t *testing.T, raw []byte) any {
	t.Helper()
	v, err := jsonschema.UnmarshalJSON(bytes.NewReader(raw))
	if err != nil {
		t.Fatal(err)
	}
	return v
}

// closed forbids other properties in every object of a schema.
func closed(v any) {
	switch v := v.(type) {
	case map[string]any:
		if _, ok := v["properties"]; ok {
			v["additionalProperties"] = false
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
