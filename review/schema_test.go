package review

import (
	"bytes"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
)

// TestFilesFollowTheSchema holds what is written against the published schema.
func TestFilesFollowTheSchema(t *testing.T) {
	schema, err := jsonschema.NewCompiler().Compile("../docs/review.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	on := compared("base → rev1", text(lanterns, foghorns), text(lanterns, ferries))
	several := Merge(
		marked(on, Mark{Reviewer: "Syldavia", Time: "2151-03-04T10:00:00Z", New: []string{"op2"}, Name: "OP2", Verdict: Rejected, Note: "too strong"}),
		marked(on, Mark{Reviewer: "Borduria", Old: []string{"op2"}, Name: "OP2", Note: "why?", Carried: Carried{"base → rev0", "OP3", true}}),
		Review{Marks: []Mark{{Made: Made{Comparison: "base → rev2"}, Name: "OP9", Verdict: Agreed}}},
	)
	for _, r := range []Review{{}, several} {
		file, err := r.JSON()
		if err != nil {
			t.Fatal(err)
		}
		value, err := jsonschema.UnmarshalJSON(bytes.NewReader(file))
		if err != nil {
			t.Fatal(err)
		}
		if err := schema.Validate(value); err != nil {
			t.Errorf("%v\n%s", err, file)
		}
	}
}
