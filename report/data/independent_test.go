package data_test

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"reprise/internal/outside"
	"reprise/report/data"
	"reprise/report/reporttest"
)

// independent holds a document against a schema by a validator in another language,
// with all schemas known by the identifiers that they give themselves.
const independent = `
import json, pathlib, sys
import jsonschema, referencing
schemas = {s["$id"]: s for s in (json.loads(p.read_text()) for p in pathlib.Path(sys.argv[1]).glob("*.schema.json"))}
registry = referencing.Registry().with_resources((i, referencing.Resource.from_contents(s)) for i, s in schemas.items())
for s in schemas.values():
    jsonschema.Draft202012Validator.check_schema(s)
v = jsonschema.Draft202012Validator(schemas[sys.argv[2]], registry=registry)
document = json.load(sys.stdin)
v.validate(document)
document["changes"][0]["status"] = "no such status"
if v.is_valid(document):
    sys.exit("a wrong document is valid")
print(len(schemas), "schemas")
`

// TestSchemasCompileElsewhere: the published schemas are schemas to others, too, and
// what we write is valid by them.
func TestSchemasCompileElsewhere(t *testing.T) {
	outside.Program(t, "python3")
	if exec.Command("python3", "-c", "import jsonschema, referencing").Run() != nil {
		outside.Missing(t, "python3 has no jsonschema of version 4.18 or later")
	}
	docs := filepath.Join(outside.Repository(t), "docs")
	cmd := exec.Command("python3", "-c", independent, docs, "urn:reprise:comparison:1")
	cmd.Stdin = bytes.NewReader(reporttest.Render(t, data.JSON{}, reporttest.Specimen(t)))
	cmd.Stderr = os.Stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatal(err)
	}
	t.Logf("%s", out)
}
