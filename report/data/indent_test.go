package data

import (
	"bytes"
	"encoding/json"
	"testing"

	"pgregory.net/rapid"
)

// Set in lines, JSON is what the library makes of it.
func TestIndentedIsTheLibrarys(t *testing.T) {
	text := rapid.OneOf(rapid.String(), rapid.SampledFrom([]string{"", `"`, `\`, `\"`, `\\"`, "{[,:]}", "\n", "фонарь"}))
	rapid.Check(t, func(t *rapid.T) {
		var value func(depth int) any
		value = func(depth int) any {
			switch kind := rapid.IntRange(0, 5).Draw(t, "kind"); {
			case kind == 0 && depth < 4:
				list := []any{}
				for range rapid.IntRange(0, 3).Draw(t, "items") {
					list = append(list, value(depth+1))
				}
				return list
			case kind == 1 && depth < 4:
				object := map[string]any{}
				for range rapid.IntRange(0, 3).Draw(t, "fields") {
					object[text.Draw(t, "name")] = value(depth + 1)
				}
				return object
			case kind == 2:
				return rapid.Float64Range(-1e9, 1e9).Draw(t, "number")
			case kind == 3:
				return nil
			}
			return text.Draw(t, "text")
		}
		compact, err := json.Marshal(value(0))
		if err != nil {
			t.Fatal(err)
		}
		var want bytes.Buffer
		if err := json.Indent(&want, compact, "", " "); err != nil {
			t.Fatal(err)
		}
		if got := indented(compact); !bytes.Equal(got, want.Bytes()) {
			t.Fatalf("%s\nwant\n%s", got, want.Bytes())
		}
	})
}
