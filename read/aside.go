package read

import (
	"strings"

	"reprise/resolution"
)

// muchFurniture is the share of a file's words from which it is told that they
// were set aside as page furniture: heads, page numbers and bar codes of an
// official document stay below a tenth; beyond a fifth, text may have gone with
// them.
const muchFurniture = 0.2

// muchAside warns where much of a file went as page furniture.
func muchAside(d *resolution.Document) []resolution.Warning {
	aside, rest := 0, 0
	for _, f := range d.Furniture {
		aside += words(f.Text)
	}
	if aside == 0 {
		return nil
	}
	for _, c := range d.Clauses {
		rest += words(c.Text)
	}
	for _, n := range d.Footnotes {
		rest += words(n.Text)
	}
	if float64(aside) <= muchFurniture*float64(aside+rest) {
		return nil
	}
	return []resolution.Warning{{Kind: resolution.MuchAside, N: aside, Of: aside + rest}}
}

// words counts the words of a text.
func words(text string) int {
	n := 0
	for range strings.FieldsSeq(text) {
		n++
	}
	return n
}
