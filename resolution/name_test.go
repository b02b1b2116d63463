package resolution

import "testing"

func TestNameSpeaksAsNegotiatorsDo(t *testing.T) {
	for id, want := range map[string]string{
		"":            "",
		"pp3":         "PP3",
		"op4":         "OP4",
		"op4(b)(ii)":  "OP4 (b)(ii)",
		"op4+":        "OP4+",
		"op5bis":      "OP5 bis",
		"II/op2":      "II OP2",
		"annex/op1":   "Annex OP1",
		"B/pp1":       "B PP1",
		"formula":     "Formula",
		"op":          "Op",
		"annex/pp1+2": "Annex PP1+2",
	} {
		if got := Name(id); got != want {
			t.Errorf("Name(%q) = %q, want %q", id, got, want)
		}
	}
}
