package diff

import (
	"strings"

	"reprise/diff/redline"
	"reprise/internal/lexicon"
	"reprise/resolution"
)

// changedFields lists the fields that both texts print and that differ, with
// their word edits: a vote is a page of names of which three have changed.
func changedFields(old, new *resolution.Document, lex *lexicon.Lexicon) []Field {
	var out []Field
	for _, f := range []Field{
		{Name: TitleField, Old: old.Title, New: new.Title},
		{Name: AgendaField, Old: agenda(old), New: agenda(new)},
		{Name: SessionField, Old: old.Session, New: new.Session},
		{Name: AdoptedField, Old: old.Adopted.ISO(), New: new.Adopted.ISO()},
		{Name: VoteField, Old: old.Vote, New: new.Vote},
		{Name: SponsorsField, Old: strings.Join(old.Sponsors, ", "), New: strings.Join(new.Sponsors, ", ")},
	} {
		if f.Old != "" && f.New != "" && f.Old != f.New {
			f.Edits = redline.In(f.Old, f.New, lex)
			out = append(out, f)
		}
	}
	return out
}

// agenda is the agenda item with its title, "101 (o) General disarmament".
func agenda(d *resolution.Document) string {
	return strings.TrimSpace(d.AgendaItem + " " + d.AgendaTitle)
}
