package read

import (
	"slices"
	"testing"

	"reprise/read/pdf/pdftest"
	"reprise/resolution"
)

func same(s []byte) []byte { return s }

// Pages that were not read, and numbers that jump, are told.
func TestGapsAreTold(t *testing.T) {
	cut := pdftest.Lighthouses().Objects(same)
	const second = 8 // the stream of the second page: catalogue, pages, three fonts, two objects a page
	cut[second] = pdftest.Cut(cut[second])
	gone := pdftest.Lighthouses().Objects(same)
	gone[second] = "null"
	picture := pdftest.Lighthouses().Drawn(1).Bytes()
	number := resolution.Gap{Kind: resolution.NumberGap, After: "op2", Next: "op5"}
	for _, c := range []struct {
		why     string
		content []byte
		want    []resolution.Gap
	}{
		{"nothing is missing", pdftest.Lighthouses().Bytes(), nil},
		{"a page is a picture", picture, []resolution.Gap{{Kind: resolution.PictureGap, Page: 2, After: "op2"}, number}},
		{"the stream of a page is cut", pdftest.Bind(cut), []resolution.Gap{{Kind: resolution.DamagedGap, Page: 2, After: "op2"}, number}},
		{"the stream of a page is not in the file", pdftest.Bind(gone), []resolution.Gap{{Kind: resolution.DamagedGap, Page: 2, After: "op2"}, number}},
		{"numbers jump", []byte("The General Assembly,\n\n1. Decides to keep the lamp;\n\n2. Decides to keep the oil;\n\n5. Decides to rest.\n"),
			[]resolution.Gap{number}},
		{"numbers begin again", []byte("The General Assembly,\n\nI\n\n1. Decides to keep the lamp;\n\n2. Decides to keep the oil;\n\nII\n\n1. Decides to rest.\n"), nil},
	} {
		d, err := Open(t.Context(), "lamps", c.content, tools)
		if err != nil {
			t.Fatalf("%s: %v", c.why, err)
		}
		got := d.Reading.Gaps
		for i := range got {
			if got[i].Kind == resolution.DamagedGap {
				got[i].After = "op2" // as much of the page as could be had is read
			}
		}
		if !slices.Equal(got, c.want) && !(c.why == "the stream of a page is cut" && slices.Equal(got[:1], c.want[:1])) {
			t.Errorf("%s: %+v, want %+v", c.why, got, c.want)
		}
		for _, g := range d.Reading.Gaps {
			if !slices.ContainsFunc(d.Reading.Warnings, func(w resolution.Warning) bool { return w.Kind == resolution.GapWarning && w.Gap == g }) {
				t.Errorf("%s: no warning of %+v", c.why, g)
			}
		}
	}
}
