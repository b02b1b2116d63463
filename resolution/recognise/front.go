package recognise

import (
	"cmp"
	"strconv"
	"strings"

	"reprise/internal/lexicon"
	"reprise/internal/numeral"
	"reprise/resolution"
	"reprise/resolution/symbol"
)

// placeFront tells which line of the masthead a paragraph is.
func (w *walker) placeFront(it *item, p *paragraph) {
	it.Lead = ""
	if it.Label != "" { // "1. Title" is no paragraph of the operative part here
		it.Text, it.Notes = it.Label+" "+it.Text, shift(it.Notes, len(it.Label)+1)
		it.Struck = shifted(it.Struck, func(at int) int { return at + len(it.Label) + 1 })
		it.Label, it.label = "", label{}
	}
	if symbol.IsAlone(it.Text) {
		it.Role = resolution.SymbolRole
		return
	}
	if line, ok := w.lex.Line(it.Text); ok && w.genre.headedBy(roleOf(line)) {
		it.Role, it.line = mastheadRole(roleOf(line)), line
		return
	}
	number, rest := symbol.SplitNumber(it.Text)
	if number != "" && (strings.HasPrefix(rest, ".") || strings.HasPrefix(rest, " ") && titleLike(rest)) {
		it.Role = resolution.TitleRole
		if line, ok := w.lex.Line(strings.TrimLeft(rest, ". ")); ok && line.Value("date") != "" {
			it.Role, it.line = resolution.NumberRole, line // "16 (1947). Resolution of 10 January 1947"
		}
		return
	}
	switch {
	case number != "" && strings.Trim(rest, ". ") == "":
		it.Role = resolution.NumberRole
	case w.lastRole() == resolution.NumberRole && titleLike(it.Text):
		it.Role = resolution.TitleRole
	case w.lastRole() == resolution.AgendaRole:
		it.Role = resolution.AgendaTitleRole
	}
}

func shift(notes []resolution.NoteRef, by int) []resolution.NoteRef {
	for i := range notes {
		notes[i].At += by
	}
	return notes
}

func (w *walker) lastRole() resolution.Role {
	if n := len(w.items); n > 0 {
		return w.items[n-1].Role
	}
	return resolution.NoRole
}

// roleOf is the role that a language's data give a line.
func roleOf(line lexicon.Line) resolution.Role {
	role, _ := resolution.RoleByName(line.Role)
	return role
}

// mastheadRole turns a line's role into the one it has in a masthead: a bare
// date is the day of issue.
func mastheadRole(role resolution.Role) resolution.Role {
	switch role {
	case resolution.DateRole:
		return resolution.IssuedRole
	case resolution.DatesRole:
		return resolution.SessionDatesRole
	case resolution.SessionDateRole:
		return resolution.SessionRole
	}
	return role
}

// fields fills the document's fields from the clauses of front and back.
func (r *recogniser) fields() {
	d := r.doc
	for _, it := range r.items {
		switch it.Part {
		case resolution.Front:
			r.frontField(it)
		case resolution.Back:
			r.backField(it)
		}
		if it.line.Role == resolution.SittingRole.String() {
			set(&d.Adopted, r.date(it.line.Value("date")))
			set(&d.Body, symbol.BodyByCode(r.lex.Organ(it.line.Value("organ"))))
		}
	}
	if d.Body == symbol.NoBody {
		d.Body = r.formulaOrgan()
	}
	r.fillSymbol()
	d.Draft = d.Draft || strings.Contains(string(d.Symbol), "/L.")
}

func (r *recogniser) frontField(it *item) {
	d := r.doc
	switch it.Role {
	case resolution.SymbolRole:
		if s, ok := symbol.Parse(strings.TrimRight(it.Text, "*"), symbol.NoBody); ok && d.Symbol == "" {
			d.Symbol = s
			d.Body = s.Body()
		}
	case resolution.OrganRole:
		set(&d.Body, symbol.BodyByCode(r.lex.Organ(it.line.Value("organ"))))
	case resolution.IssuedRole:
		set(&d.Issued, r.date(it.line.Value("date")))
	case resolution.SessionRole:
		set(&d.Session, r.session(it.line))
	case resolution.AgendaRole:
		set(&d.AgendaItem, it.line.Value("item"))
	case resolution.AgendaTitleRole:
		set(&d.AgendaTitle, it.Text)
	case resolution.AdoptedRole, resolution.AdoptedOnRole:
		set(&d.Adopted, r.date(it.line.Value("date")))
		set(&d.Body, symbol.BodyByCode(r.lex.Organ(it.line.Value("organ"))))
	case resolution.NumberRole:
		number, _ := symbol.SplitNumber(it.Text)
		if number == "" && it.line.Value("year") != "" || symbol.YearInBrackets(number) {
			set(&d.Body, symbol.SecurityCouncil)
		}
		set(&d.Adopted, r.date(it.line.Value("date")))
	case resolution.ProvenanceRole:
		set(&d.Provenance, strings.Trim(it.Text, "[]"))
	case resolution.SponsorsRole, resolution.AmendmentRole:
		d.Draft = true
		if d.Sponsors == nil {
			d.Sponsors = r.names(cmp.Or(it.line.Value("list"), it.line.Value("words")))
		}
	case resolution.DraftRole:
		d.Draft = true
	}
}

func set[T comparable](field *T, value T) {
	var zero T
	if *field == zero {
		*field = value
	}
}

func (r *recogniser) backField(it *item) {
	d := r.doc
	switch it.Role {
	case resolution.MeetingRole:
		set(&d.Meeting, it.Text)
		set(&d.Adopted, r.date(it.line.Value("date")))
	case resolution.DateRole:
		set(&d.Adopted, r.date(it.line.Value("date")))
	case resolution.VoteRole, resolution.InFavourRole, resolution.AgainstRole, resolution.AbstainingRole, resolution.InFavourNamesRole, resolution.AgainstNamesRole, resolution.AbstainingNamesRole:
		if d.Vote != "" {
			d.Vote += " "
		}
		d.Vote += strings.Trim(it.Text, "[]")
	}
}

// maxTitleBytes is longer than the longest title: an advisory opinion's takes
// some 300 bytes.
const maxTitleBytes = 600

// nameTitle finds the title where no number marks it: the last unknown line
// before the enacting formula, as in drafts; of a plain text the first line.
func (r *recogniser) nameTitle() {
	var last *item
	for _, it := range r.items {
		if it.Part != resolution.Front {
			break
		}
		if it.Role == resolution.TitleRole {
			r.doc.Title = titleOf(it.Text)
			return
		}
		if it.Role == resolution.NoRole && (last == nil || !r.genre.isPlain()) {
			last = it
		}
	}
	if last != nil && (r.hasFormula() || r.genre.isPlain() || last.Kind == resolution.Heading) && titleWithin(last.Text, maxTitleBytes) {
		last.Role = resolution.TitleRole
		r.doc.Title = last.Text
	}
}

func (r *recogniser) hasFormula() bool {
	for _, it := range r.items {
		if it.Role == resolution.FormulaRole {
			return true
		}
	}
	return false
}

func titleOf(text string) string {
	_, rest := symbol.SplitNumber(text)
	return strings.TrimLeft(rest, ". ")
}

func (r *recogniser) formulaOrgan() symbol.Body {
	for _, it := range r.items {
		if it.Role == resolution.FormulaRole {
			code, _, _ := r.formula(it.Text)
			return symbol.BodyByCode(code)
		}
	}
	return symbol.NoBody
}

// fillSymbol makes the symbol from the number before the title or in the
// "Resolution 2755 (2024)" line where the masthead does not print it.
func (r *recogniser) fillSymbol() {
	d := r.doc
	if d.Symbol != "" {
		return
	}
	for _, it := range r.items {
		if it.Part != resolution.Front {
			return
		}
		number := ""
		switch it.Role {
		case resolution.TitleRole:
			number, _ = symbol.SplitNumber(it.Text)
		case resolution.NumberRole:
			if number, _ = symbol.SplitNumber(it.Text); number == "" && it.line.Value("year") == "" {
				number, _ = symbol.SplitNumber(it.line.Value("number"))
			} else if number == "" {
				number = it.line.Value("number") + " (" + strings.Trim(it.line.Value("year"), "()") + ")"
			}
		}
		if number != "" {
			d.Symbol = d.Body.Resolution(number)
			if d.Genre == resolution.DecisionGenre {
				d.Symbol = d.Symbol.AsDecision()
			}
			return
		}
	}
}

// date reads "5 December 2018"; the zero date for anything else.
func (r *recogniser) date(text string) resolution.Date {
	day, ok := r.lex.Date(text)
	if !ok {
		return resolution.Date{}
	}
	return resolution.Date{Year: day.Year, Month: day.Month, Day: day.Day}
}

// session gives "73" for "Seventy-third session", the year for "2016 session".
func (r *recogniser) session(line lexicon.Line) string {
	if y := line.Value("year"); y != "" {
		return y
	}
	words := line.Value("words")
	if n := numeral.Digits(words); n > 0 {
		return words[:n]
	}
	if n := r.lex.Ordinal(words); n > 0 {
		return strconv.Itoa(n)
	}
	return words
}

// names splits a list of States, "Chad, Fiji and Peru".
func (r *recogniser) names(list string) []string {
	var out []string
	for _, part := range strings.Split(list, ", ") {
		for part = strings.Trim(part, " ,*"); part != ""; {
			var name string
			name, part = r.firstName(part)
			out = append(out, name)
		}
	}
	return out
}

// firstName parts the first name from "Fiji and Peru", but not "Antigua and
// Barbuda".
func (r *recogniser) firstName(list string) (name, rest string) {
	listing := r.lex.Table("listing")
	if len(listing) == 0 {
		return list, ""
	}
	join := " " + listing[0][0] + " "
	for _, row := range r.lex.Table("compounds") {
		if rest, ok := strings.CutPrefix(list, row[0]); ok && (rest == "" || strings.HasPrefix(rest, join)) {
			return row[0], strings.TrimPrefix(rest, join)
		}
	}
	name, rest, _ = strings.Cut(list, join)
	return name, rest
}
