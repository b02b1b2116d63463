package diff

import (
	"fmt"
	"strings"

	"reprise/resolution"
)

// changedFields lists the fields that both texts print and that differ.
func changedFields(old, new *resolution.Document) []Field {
	var out []Field
	for _, f := range []Field{
		{"title", old.Title, new.Title},
		{"agenda", agenda(old), agenda(new)},
		{"session", old.Session, new.Session},
		{"adopted", day(old.Adopted), day(new.Adopted)},
		{"vote", old.Vote, new.Vote},
		{"sponsors", strings.Join(old.Sponsors, ", "), strings.Join(new.Sponsors, ", ")},
	} {
		if f.Old != "" && f.New != "" && f.Old != f.New {
			out = append(out, f)
		}
	}
	return out
}

// agenda is the agenda item with its title, "101 (o) General disarmament".
func agenda(d *resolution.Document) string {
	return strings.TrimSpace(d.AgendaItem + " " + d.AgendaTitle)
}

// day writes a date as in ISO 8601; "" for no date.
func day(d resolution.Date) string {
	if d == (resolution.Date{}) {
		return ""
	}
	return fmt.Sprintf("%04d-%02d-%02d", d.Year, d.Month, d.Day)
}
