package tell

import (
	"strconv"

	"reprise/resolution"
)

// ReadingWarnings are what a user should know of how a document was read, a sentence
// each.
func (v Voice) ReadingWarnings(d *resolution.Document) []string {
	var out []string
	for _, w := range d.Reading.Warnings {
		out = append(out, v.readingWarning(w))
	}
	return out
}

func (v Voice) readingWarning(w resolution.Warning) string {
	name, all := "", w.Names
	switch w.Kind {
	case resolution.GapWarning:
		return v.gap(w.Gap)
	case resolution.SeveralTexts:
		if len(all) > 0 {
			name, all = all[0], all[1:]
		}
		if name == "" {
			name = v.Say("reading-first")
		}
	}
	return v.Counted("reading-"+w.Kind.String(), w.N, "of", strconv.Itoa(w.Of), "list", v.Commas(all...), "name", name)
}

// gap says where text is missing.
func (v Voice) gap(g resolution.Gap) string {
	return v.Say("reading-gap-"+g.Kind.String(), "page", strconv.Itoa(g.Page),
		"before", resolution.Name(g.After), "after", resolution.Name(g.Next))
}
