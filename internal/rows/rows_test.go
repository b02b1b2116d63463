package rows

import (
	"fmt"
	"strings"
	"testing"
)

func TestRead(t *testing.T) {
	var got strings.Builder
	f := File{
		Enter: func(name, columns string) error { fmt.Fprintf(&got, "%s(%s)", name, columns); return nil },
		Row: func(row []string, line int) error {
			fmt.Fprintf(&got, "%d%q", line, row)
			if row[0] == "rope" {
				return fmt.Errorf("found rope")
			}
			return nil
		},
	}
	for _, c := range []struct{ why, text, want, err string }{
		{"sections and rows", "# lamps\n[lamps: kind; oil...]\nbrass\twhale \tseal\n\n[oars: length]\n3\n", `lamps(kind; oil...)3["brass" "whale" "seal"]oars(length)6["3"]`, ""},
		{"a bracket opens a row, too", "[marks: end]\n[\t]\n", `marks(end)2["[" "]"]`, ""},
		{"a row before a section", "\nbrass\n", "", "f.txt:2: found a row before the head of a section"},
		{"lines end as on Windows", "[lamps: kind]\r\nbrass\r\n\r\n[oars: length]\r\n", `lamps(kind)2["brass"]oars(length)`, ""},
		{"a line like a head without columns is a row", "[lamps: kind]\n[brass]\n", `lamps(kind)2["[brass]"]`, ""},
		{"an error has its place", "[lamps: kind]\nrope\nbrass\n", `lamps(kind)2["rope"]`, "f.txt:2: found rope"},
	} {
		got.Reset()
		err := f.Read("f.txt", c.text)
		if got.String() != c.want || fmt.Sprint(err) != c.err && !(err == nil && c.err == "") {
			t.Errorf("%s: %s, %v", c.why, got.String(), err)
		}
	}
}
