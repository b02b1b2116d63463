package resolution

import (
	"cmp"
	"strconv"
	"strings"

	"reprise/internal/lexicon"
)

// placeFront tells which line of the masthead a paragraph is.
func (w *walker) placeFront(it *item, p *paragraph) {
	it.Lead = ""
	if it.Label != "" { // "1. Title" is no paragraph of the operative part here
		it.Text, it.Notes = it.Label+" "+it.Text, shift(it.Notes, len(it.Label)+1)
		it.Label, it.label = "", label{}
	}
	if isBareSymbol(it.Text) {
		it.Role = SymbolRole
		return
	}
	if line, ok := w.lex.Line(it.Text); ok {
		it.Role, it.line = mastheadRole(roleOf(line)), line
		return
	}
	number, rest := splitNumber(it.Text)
	if number != "" && (strings.HasPrefix(rest, ".") || strings.HasPrefix(rest, " ") && titleLike(rest)) {
		it.Role = TitleRole
		if line, ok := w.lex.Line(strings.TrimLeft(rest, ". ")); ok && line.Value("date") != "" {
			it.Role, it.line = NumberRole, line // "16 (1947). Resolution of 10 January 1947"
		}
		return
	}
	switch {
	case number != "" && strings.Trim(rest, ". ") == "":
		it.Role = NumberRole
	case w.lastRole() == NumberRole && titleLike(it.Text):
		it.Role = TitleRole
	case w.lastRole() == AgendaRole:
		it.Role = AgendaTitleRole
	}
}

func shift(notes []NoteRef, by int) []NoteRef {
	for i := range notes {
		notes[i].At += by
	}
	return notes
}

func (w *walker) lastRole() Role {
	if n := len(w.items); n > 0 {
		return w.items[n-1].Role
	}
	return NoRole
}

// roleOf is the role that a language's data give a line.
func roleOf(line lexicon.Line) Role {
	role, _ := RoleByName(line.Role)
	return role
}

// mastheadRole turns a line's role into the one it has in a masthead: a bare
// date is the day of issue.
func mastheadRole(role Role) Role {
	switch role {
	case DateRole:
		return IssuedRole
	case DatesRole:
		return SessionDatesRole
	case SessionDateRole:
		return SessionRole
	}
	return role
}

// fields fills the document's fields from the clauses of front and back.
func (r *recogniser) fields() {
	d := r.doc
	for _, it := range r.items {
		switch it.Part {
		case Front:
			r.frontField(it)
		case Back:
			r.backField(it)
		}
	}
	if d.Organ == OrganUnknown {
		d.Organ = r.formulaOrgan()
	}
	r.fillSymbol()
	d.Draft = d.Draft || strings.Contains(string(d.Symbol), "/L.")
}

func (r *recogniser) frontField(it *item) {
	d := r.doc
	switch it.Role {
	case SymbolRole:
		if s, ok := ParseSymbol(strings.TrimRight(it.Text, "*")); ok && d.Symbol == "" {
			d.Symbol = s
			d.Organ = s.organ()
		}
	case OrganRole:
		set(&d.Organ, OrganByCode(r.lex.Organ(it.line.Value("organ"))))
	case IssuedRole:
		set(&d.Issued, r.date(it.line.Value("date")))
	case SessionRole:
		set(&d.Session, r.session(it.line))
	case AgendaRole:
		set(&d.AgendaItem, it.line.Value("item"))
	case AgendaTitleRole:
		set(&d.AgendaTitle, it.Text)
	case AdoptedRole, AdoptedOnRole:
		set(&d.Adopted, r.date(it.line.Value("date")))
		set(&d.Organ, OrganByCode(r.lex.Organ(it.line.Value("organ"))))
	case NumberRole:
		if number, _ := splitNumber(it.Text); number == "" || yearInBrackets(number) {
			set(&d.Organ, SecurityCouncil)
		}
		set(&d.Adopted, r.date(it.line.Value("date")))
	case ProvenanceRole:
		set(&d.Provenance, strings.Trim(it.Text, "[]"))
	case SponsorsRole:
		d.Draft = true
		if d.Sponsors == nil {
			d.Sponsors = r.names(cmp.Or(it.line.Value("list"), it.line.Value("words")))
		}
	case DraftRole:
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
	case MeetingRole:
		set(&d.Meeting, it.Text)
		set(&d.Adopted, r.date(it.line.Value("date")))
	case DateRole:
		set(&d.Adopted, r.date(it.line.Value("date")))
	case VoteRole, InFavourRole, AgainstRole, AbstainingRole, InFavourNamesRole, AgainstNamesRole, AbstainingNamesRole:
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
// before the enacting formula, as in drafts.
func (r *recogniser) nameTitle() {
	var last *item
	for _, it := range r.items {
		if it.Part != Front {
			break
		}
		if it.Role == TitleRole {
			r.doc.Title = titleOf(it.Text)
			return
		}
		if it.Role == NoRole {
			last = it
		}
	}
	if last != nil && (r.hasFormula() || last.Kind == Heading) && titleWithin(last.Text, maxTitleBytes) {
		last.Role = TitleRole
		r.doc.Title = last.Text
	}
}

func (r *recogniser) hasFormula() bool {
	for _, it := range r.items {
		if it.Role == FormulaRole {
			return true
		}
	}
	return false
}

func titleOf(text string) string {
	_, rest := splitNumber(text)
	return strings.TrimLeft(rest, ". ")
}

func (r *recogniser) formulaOrgan() Organ {
	for _, it := range r.items {
		if it.Role == FormulaRole {
			code, _, _ := r.lex.Formula(it.Text)
			return OrganByCode(code)
		}
	}
	return OrganUnknown
}

// fillSymbol makes the symbol from the number before the title or in the
// "Resolution 2755 (2024)" line where the masthead does not print it.
func (r *recogniser) fillSymbol() {
	d := r.doc
	if d.Symbol != "" {
		return
	}
	for _, it := range r.items {
		if it.Part != Front {
			return
		}
		number := ""
		switch it.Role {
		case TitleRole:
			number, _ = splitNumber(it.Text)
		case NumberRole:
			if number, _ = splitNumber(it.Text); number == "" {
				number = it.line.Value("number") + " (" + strings.Trim(it.line.Value("year"), "()") + ")"
			}
		}
		if number != "" {
			d.Symbol = symbolOf(d.Organ, number)
			return
		}
	}
}

// date reads "5 December 2018"; the zero date for anything else.
func (r *recogniser) date(text string) Date {
	f := strings.Fields(text)
	if len(f) != 3 {
		return Date{}
	}
	return Date{Year: atoi(strings.Trim(f[2], ".,")), Month: r.lex.Month(f[1]), Day: atoi(f[0][:digits(f[0])])}
}

// session gives "73" for "Seventy-third session", the year for "2016 session".
func (r *recogniser) session(line lexicon.Line) string {
	if y := line.Value("year"); y != "" {
		return y
	}
	words := line.Value("words")
	if n := digits(words); n > 0 {
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
