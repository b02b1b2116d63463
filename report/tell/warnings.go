package tell

import (
	"reprise/diff"
	"reprise/resolution"
	"strconv"
)

// Warnings are the doubts about a comparison as a whole, a sentence each.
func (v Voice) Warnings(c *diff.Comparison) []string {
	var out []string
	for _, w := range c.Warnings {
		out = append(out, v.warning(c, w))
	}
	return out
}

func (v Voice) warning(c *diff.Comparison, w diff.Warning) string {
	values := []string{"old", Title(c.Old), "new", Title(c.New), "number", w.Number, "now", w.Now}
	text := Title(c.Old)
	if w.InNew {
		text = Title(c.New)
	}
	values = append(values, "text", text, "page", strconv.Itoa(w.Gap.Page), "before", resolution.Name(w.Gap.After), "after", resolution.Name(w.Gap.Next))
	if w.Kind == diff.TwoLanguages {
		values = append(values, "old-language", languageName(c.Old.Language), "new-language", languageName(c.New.Language))
	}
	if w.Clause != nil {
		values = append(values, "clause", v.Name(w.Clause))
	}
	return v.Say(w.Kind.String(), values...)
}
