package read

import (
	"slices"
	"strings"
	"testing"

	"reprise/resolution"
)

// TestFurnitureIsToldOfWhereItIsMuch: a menu around a saved page is no reason to
// warn; a page of which most was set aside is.
func TestFurnitureIsToldOfWhereItIsMuch(t *testing.T) {
	page := func(menu string) string {
		return "<html><body><nav>" + menu + "</nav><main><p>The General Assembly,</p><p>Recalling the lamps of the northern coast and those who keep them through the winter,</p><p>1. Requests the keepers of all lighthouses to keep their lanterns burning from dusk to dawn.</p></main></body></html>"
	}
	warns := func(content string) bool {
		d, err := Open(t.Context(), "page.html", []byte(content), Options{})
		if err != nil {
			t.Fatal(err)
		}
		return slices.ContainsFunc(d.Reading.Warnings, func(w resolution.Warning) bool { return w.Kind == resolution.MuchAside && w.N > 0 })
	}
	if warns(page("Home Contact")) {
		t.Error("a small menu: a warning")
	}
	if !warns(page(strings.Repeat("Documents of the harbour office ", 20))) {
		t.Error("a menu of 100 words: no warning")
	}
}
