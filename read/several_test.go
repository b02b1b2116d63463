package read

import (
	"strings"
	"testing"
)

const lampResolution = `Resolution 9350 (2174)

The Security Council,

Having slept,

1. Decides to keep the lamps lit;

2. Decides to rise.

Adopted at the 9774th meeting.
`

// A page of a bound volume begins and ends in the middle of others.
func TestSeveralResolutionsInOneFile(t *testing.T) {
	next := strings.ReplaceAll(lampResolution, "9350", "9351")
	for _, test := range []struct{ name, text, named string }{
		{"one", lampResolution, ""},
		{"another after it", lampResolution + "\n" + next, "number~2, formula~2"},
		{"the end of another before it", "3. Calls upon all keepers to sleep.\n\nAdopted at the 9769th meeting.\n\n" + lampResolution, "front1"},
		{"a text recommended to the Assembly", lampResolution[:strings.Index(lampResolution, "2. ")] +
			"2. Recommends to the General Assembly the adoption of the following draft:\n\nThe General Assembly,\n\nHaving slept,\n\n1. Decides to rise.\n", ""},
		{"a decision after it", lampResolution + "\nDecisions\n\nAt its 9775th meeting the Council had tea.\n", ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			doc, err := Open(t.Context(), "page.txt", []byte(test.text), Options{})
			if err != nil {
				t.Fatal(err)
			}
			warned := ""
			for _, w := range doc.Reading.Warnings {
				warned += w.Kind.String() + " " + strings.Join(w.Names, ", ")
			}
			if test.named == "" && warned != "" || !strings.Contains(warned, test.named) || test.named != "" && !strings.Contains(warned, "S/RES/9350") {
				t.Errorf("warnings %q, want %q named", warned, test.named)
			}
		})
	}
}
