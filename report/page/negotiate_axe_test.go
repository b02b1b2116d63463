package page_test

import (
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"reprise/internal/outside"
	"reprise/negotiate"
	"reprise/negotiate/rolling"
	"reprise/read"
	"reprise/report/page"
	"reprise/report/reporttest"
	"reprise/resolution"
)

// TestNegotiationPagesAreAccessible runs axe-core on the table of proposals and on two
// readings of a rolling text, in both themes and at three widths.
func TestNegotiationPagesAreAccessible(t *testing.T) {
	axe, err := os.ReadFile(filepath.FromSlash(axeFile))
	if err != nil {
		outside.Missing(t, "axe-core (npm install in report/page/testdata/axe) is missing")
	}
	base := negotiated(t, "specimen/A_RES_200_41.md")
	c := negotiate.Compile(base, negotiate.Proposal{Name: "EU", Text: negotiated(t, "specimen/A_RES_202_38.md")},
		negotiate.Proposal{Name: "Group of 77", Text: negotiated(t, "specimen/A_RES_204_52.md")}, negotiate.Proposal{Name: "US", Text: negotiated(t, "specimen/A_RES_206_47.md")})
	readings := rolling.Compare(rolling.Read(negotiated(t, "negotiation/rolling-1.txt")), rolling.Read(negotiated(t, "negotiation/rolling-2.txt")))
	var h page.HTML
	for name, write := range map[string]func(io.Writer) error{
		"compilation": func(w io.Writer) error { return h.RenderCompilation(w, c) },
		"readings":    func(w io.Writer) error { return h.RenderReadings(w, readings) },
	} {
		t.Run(name, func(t *testing.T) {
			b := openPage(t, reporttest.Written(t, write))
			for _, theme := range []string{"light", "dark"} {
				for _, width := range []int64{1400, 900, phone} {
					b.Emulate(width, map[string]string{"prefers-color-scheme": theme})
					if found := b.violations(string(axe)); len(found) > 0 {
						t.Errorf("%s:\n%s", theme, strings.Join(found, "\n"))
					}
					b.fits(theme)
				}
				if found := b.faint(); len(found) > 0 {
					t.Errorf("%s: faint:\n%s", theme, strings.Join(found, "\n"))
				}
			}
			b.Quiet()
		})
	}
}

func negotiated(t *testing.T, name string) *resolution.Document {
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
