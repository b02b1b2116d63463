package web_test

import (
	"encoding/json"
	"net/http"
	"slices"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"reprise/room/web"
)

// The description of the routes by which programs talk in a room is true: each path of it
// is a route of the server, and what the server answers is as it says. The JSON forms of
// comparisons and series have schemas of their own.
func TestOpenAPI(t *testing.T) {
	n := negotiate(t, serve(t))
	text := n.get(t, "", "/openapi.json").body
	spec, err := jsonschema.UnmarshalJSON(strings.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	compiler := jsonschema.NewCompiler()
	if err := compiler.AddResource("openapi.json", spec); err != nil {
		t.Fatal(err)
	}
	holds := func(schema, content string) {
		t.Helper()
		s, err := compiler.Compile("openapi.json#" + schema)
		if err != nil {
			t.Fatal(err)
		}
		value, err := jsonschema.UnmarshalJSON(strings.NewReader(content))
		if err != nil {
			t.Fatalf("%v in %s", err, content)
		}
		if err := s.Validate(value); err != nil {
			t.Errorf("%s: %v", schema, err)
		}
	}
	var paths struct {
		Paths map[string]map[string]json.RawMessage
	}
	if err := json.Unmarshal([]byte(text), &paths); err != nil {
		t.Fatal(err)
	}
	for path, methods := range paths.Paths {
		for method := range methods {
			if pattern := strings.ToUpper(method) + " " + path; method != "parameters" && !slices.Contains(web.Patterns(), pattern) {
				t.Errorf("%s is no route of the server", pattern)
			}
		}
	}
	for _, want := range []string{"/symbols", "/room/{room}/entries", "/room/{room}/events"} {
		if paths.Paths[want] == nil {
			t.Errorf("%s is not described", want)
		}
	}

	position := n.entry(t, "o1", "position", "everyone", "x")
	position["verdict"], position["wording"] = "reserved", "Urges all;"
	sent, err := json.Marshal(position)
	if err != nil {
		t.Fatal(err)
	}
	holds("/components/schemas/Sent", string(sent))
	holds("/components/schemas/Kept", n.say(t, "boris", n.id, position).body)
	holds("/components/schemas/Talk", n.get(t, "clara", "/room/"+n.id+"/entries?"+n.pair()).body)
	holds("/components/schemas/Talk", n.get(t, "clara", "/room/open/entries?old=A/RES/200/41&new=A/RES/202/38").body)
	for _, item := range n.talkOf(t, "dora").Items {
		if len(item.Edits) == 0 {
			t.Error("a wording without its redline")
		}
	}
	holds("/paths/~1symbols/get/responses/200/content/application~1json/schema", n.get(t, "dora", "/symbols?q=A/RES").body)
	for _, bad := range []answer{n.say(t, "dora", n.id, position), n.say(t, "stranger", n.id, position), n.say(t, "", n.id, position), n.say(t, "boris", n.id, map[string]any{"id": "!"})} {
		if bad.status < http.StatusBadRequest {
			t.Errorf("%d", bad.status)
		}
		holds("/components/responses/Error/content/application~1json/schema", bad.body)
	}
	stream := n.stream(t, "clara", "/room/"+n.id+"/events?"+n.pair())
	stream.waitFor(t, "event: item")
	stream.waitFor(t, "event: here")
	for line := range strings.Lines(stream.text()) {
		if data, ok := strings.CutPrefix(line, "data: {"); ok {
			holds("/components/schemas/Item", "{"+data)
		}
	}
}
