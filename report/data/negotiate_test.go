package data_test

import (
	"io"
	"os"
	"path/filepath"
	"testing"

	"reprise/diff"
	"reprise/negotiate"
	"reprise/negotiate/rolling"
	"reprise/read"
	"reprise/report/data"
	"reprise/report/reporttest"
	"reprise/resolution"
)

// The JSON of amendments, compilations and readings of a rolling text keeps to its
// schemas.
func TestNegotiationJSON(t *testing.T) {
	base, eu, g77 := specimenText(t, "specimen/A_RES_200_41.md"), specimenText(t, "specimen/A_RES_202_38.md"), specimenText(t, "specimen/A_RES_204_52.md")
	first, second := specimenText(t, "negotiation/rolling-1.txt"), specimenText(t, "negotiation/rolling-2.txt")
	var form data.JSON
	for id, write := range map[string]func(io.Writer) error{
		data.AmendmentSchema: func(w io.Writer) error {
			return form.RenderAmendment(w, negotiate.Write(diff.Compare(base, eu)))
		},
		data.CompilationSchema: func(w io.Writer) error {
			return form.RenderCompilation(w, negotiate.Compile(base, negotiate.Proposal{Name: "EU", Text: eu}, negotiate.Proposal{Name: "Group of 77", Text: g77}))
		},
		data.ReadingsSchema: func(w io.Writer) error {
			return form.RenderReadings(w, rolling.Compare(rolling.Read(first), rolling.Read(second)))
		},
	} {
		t.Run(id, func(t *testing.T) { reporttest.CheckSchema(t, id, reporttest.Written(t, write)) })
	}
}

// What is struck through is told in characters.
func TestStruckJSON(t *testing.T) {
	doc, err := read.Open(t.Context(), "text.md", []byte("*The General Assembly,*\n\n1. *Décide* <s>de répéter</s> l’année;\n\n2. *Demande* rien."), read.Options{})
	if err != nil {
		t.Fatal(err)
	}
	raw := reporttest.Written(t, func(w io.Writer) error { return data.JSON{}.RenderResolution(w, doc) })
	reporttest.CheckSchema(t, data.ResolutionSchema, raw)
	struck := doc.Clause("op1").Struck
	if len(struck) != 1 || doc.Clause("op1").Text[struck[0].From:struck[0].To] != " de répéter" {
		t.Errorf("struck: %v of %q", struck, doc.Clause("op1").Text)
	}
}

func specimenText(t *testing.T, name string) *resolution.Document {
	t.Helper()
	path := filepath.Join("../../testdata", filepath.FromSlash(name))
	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	doc, err := read.Open(t.Context(), path, content, read.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return doc
}
