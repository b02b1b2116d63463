package recognise

import (
	"embed"
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"sync"

	"reprise/internal/lexicon"
	"reprise/internal/rows"
	"reprise/resolution"
)

//go:embed genres
var genreFiles embed.FS

// genre is how texts of a kind are built, by one file of genres. A resolution and a
// decision differ in what opens their body, a treaty also in its names and in what
// closes it.
type genre struct {
	name  string
	is    resolution.Genre
	told  []sign
	opens []sign
	parts map[resolution.Part]partNames
	named []string // kinds of divisions that stand before every name
	front []resolution.Role
	close []resolution.Role
}

// partNames are what the paragraphs of a part are called, with a number and without.
type partNames struct{ numbered, unnumbered string }

// sign is what tells a genre or opens its body.
type sign string

// The signs by which a genre is told, the strongest first, and two more that open a
// body: what they are stands in genres/resolution.txt.
const (
	byTitle    sign = "title"
	byFormula  sign = "formula"
	bySitting  sign = "sitting"
	byArticles sign = "articles"
	byLeads    sign = "leads"
	byText     sign = "text"
	byNumber   sign = "number"
	byLead     sign = "lead"
)

var telling = []sign{byTitle, byFormula, bySitting, byArticles, byLeads, byText}

var opening = []sign{byFormula, byNumber, byLead, bySitting, byText}

// genres are read once. A fault of their files is one of the program: the tests
// read them, and the first use panics.
var genres = sync.OnceValue(func() []*genre {
	all, err := readGenres(genreFiles)
	if err != nil {
		panic(err)
	}
	return all
})

func readGenres(files fs.FS) ([]*genre, error) {
	names, err := fs.Glob(files, "genres/*.txt")
	if err != nil {
		return nil, err
	}
	told := map[sign]string{}
	var all []*genre
	for _, name := range names {
		text, err := fs.ReadFile(files, name)
		if err != nil {
			return nil, err
		}
		g, err := readGenre(name, string(text))
		if err != nil {
			return nil, err
		}
		for _, s := range g.told {
			if told[s] != "" {
				return nil, fmt.Errorf("%s: %q tells %s, too", name, s, told[s])
			}
			told[s] = g.name
		}
		all = append(all, g)
	}
	return all, nil
}

// readGenre reads the file of a genre. Its error names the file and the line.
func readGenre(file, text string) (*genre, error) {
	base := file[strings.LastIndexByte(file, '/')+1:]
	g := &genre{name: strings.TrimSuffix(base, ".txt"), parts: map[resolution.Part]partNames{}}
	section := ""
	err := rows.File{
		Enter: func(name, columns string) error { section = name; return checkSection(name, columns) },
		Row:   func(row []string, _ int) error { return g.add(section, row) },
	}.Read(file, text)
	is, known := resolution.GenreByName(g.name)
	g.is = is
	switch {
	case err != nil:
		return nil, err
	case !known:
		return nil, fmt.Errorf("%s: wanted the name of a genre (resolution.Genre)", file)
	case len(g.told) == 0 || len(g.opens) == 0 || len(g.parts) == 0:
		return nil, fmt.Errorf("%s: wanted the sections told, opens and parts", file)
	}
	return g, nil
}

// genreSections are the sections of a genre and their columns.
var genreSections = map[string]string{"told": "by...", "opens": "by...", "parts": "part; numbered; unnumbered",
	"named": "kinds...", "front": "roles...", "close": "roles..."}

func checkSection(name, columns string) error {
	if want, known := genreSections[name]; !known || columns != want {
		return fmt.Errorf("found section %q with the columns %q, wanted one of genres/resolution.txt", name, columns)
	}
	return nil
}

func (g *genre) add(section string, row []string) error {
	var err error
	switch section {
	case "told":
		g.told, err = signs(g.told, row, telling)
	case "opens":
		g.opens, err = signs(g.opens, row, opening)
	case "parts":
		part, ok := resolution.PartByName(row[0])
		if !ok || len(row) != 3 {
			return fmt.Errorf("found %q, wanted a part and two names", row)
		}
		g.parts[part] = partNames{row[1], row[2]}
	case "named":
		g.named = append(g.named, row...)
	case "front":
		g.front, err = roles(g.front, row)
	case "close":
		g.close, err = roles(g.close, row)
	}
	return err
}

func signs(list []sign, row []string, known []sign) ([]sign, error) {
	for _, cell := range row {
		if !slices.Contains(known, sign(cell)) {
			return nil, fmt.Errorf("found the sign %q, wanted one of %v", cell, known)
		}
		list = append(list, sign(cell))
	}
	return list, nil
}

func roles(list []resolution.Role, row []string) ([]resolution.Role, error) {
	for _, cell := range row {
		role, ok := resolution.RoleByName(cell)
		if !ok {
			return nil, fmt.Errorf("found %q, wanted a role of the form", cell)
		}
		list = append(list, role)
	}
	return list, nil
}

// isPlain tells the genres whose body may open with any text.
func (g *genre) isPlain() bool { return g.openedBy(byText) }

func (g *genre) openedBy(s sign) bool { return slices.Contains(g.opens, s) }

// closedBy tells the lines of the form that close the text.
func (g *genre) closedBy(role resolution.Role) bool { return slices.Contains(g.close, role) }

// headedBy tells the lines of the form that a masthead has.
func (g *genre) headedBy(role resolution.Role) bool { return slices.Contains(g.front, role) }

// namedBy tells whether a kind of division stands before every clause's name.
func (g *genre) namedBy(kind string) bool { return slices.Contains(g.named, kind) }

// tell finds the genre of a text by the strongest sign that it bears.
func (r *recogniser) tell(paras []*paragraph) {
	for _, s := range telling {
		named := ""
		if s == byTitle {
			named = r.titled(paras)
		}
		if s == byTitle && named == "" || s != byTitle && !r.bears(s, paras) {
			continue
		}
		for _, g := range genres() {
			if slices.Contains(g.told, s) && (named == "" || named == g.name) {
				r.genre, r.doc.Genre, r.doc.Reading.Unknown = g, g.is, s == byText
				return
			}
		}
	}
}

// genreOf is what the files say of a genre that they have.
func genreOf(is resolution.Genre) *genre {
	all := genres()
	return all[slices.IndexFunc(all, func(g *genre) bool { return g.is == is })]
}

func (r *recogniser) bears(s sign, paras []*paragraph) bool {
	switch s {
	case bySitting:
		return slices.ContainsFunc(paras[:min(len(paras), maxMasthead)], r.isSitting)
	case byFormula:
		return slices.ContainsFunc(paras, r.isFormula)
	case byArticles:
		return r.hasArticles(paras)
	case byLeads:
		return r.hasLeads(paras)
	}
	return true
}

// isSitting tells the opening of a decision.
func (r *recogniser) isSitting(p *paragraph) bool {
	line, ok := r.lex.Line(p.text)
	return ok && p.label == "" && roleOf(line) == resolution.SittingRole
}

func (r *recogniser) isFormula(p *paragraph) bool {
	_, _, ok := r.lex.Formula(p.text)
	return ok
}

// titled is the genre that a line of the masthead names: "Draft decision", "Decision
// adopted by the Human Rights Council"; "" where none does.
func (r *recogniser) titled(paras []*paragraph) string {
	for _, p := range paras[:min(len(paras), maxMasthead)] {
		if r.isFormula(p) {
			return ""
		}
		line, ok := r.lex.Line(p.text)
		switch roleOf(line) {
		case resolution.AdoptedRole, resolution.DraftRole, resolution.SponsorsRole:
			if named := r.lex.Genre(p.text); ok && named != "" {
				return named
			}
		}
	}
	return ""
}

// maxMasthead is more paragraphs than a masthead has.
const maxMasthead = 40

// minArticles is how many headings of articles make a treaty or rules.
const minArticles = 2

// hasArticles tells whether articles part the text, before any annex.
func (r *recogniser) hasArticles(paras []*paragraph) bool {
	w := walker{recogniser: r}
	found := 0
	for _, p := range paras {
		number, rest, d, ok := w.divisionWord(p.text)
		switch {
		case ok && d.Kind == "annex" && (rest == "" || number != ""):
			return false
		case ok && d.Kind == "article" && number != "" && (rest == "" || titleLike(rest)):
			found++
		}
		if found == minArticles {
			return true
		}
	}
	return false
}

// ledShare: of the paragraphs of a resolution without formula, one in this many
// opens with a lead at least. Reports have such words here and there.
const ledShare = 4

// hasLeads tells whether paragraphs open as those of resolutions do.
func (r *recogniser) hasLeads(paras []*paragraph) bool {
	led, all := 0, 0
	for _, p := range paras {
		text := p.text
		l := label{}
		if p.label == "" {
			var n int
			l, n = scanLabel(text)
			text = strings.TrimLeft(text[n:], " ")
		} else {
			l, _ = scanLabel(p.label)
		}
		if p.kind != TextBlock || l.style != noStyle && l.style != numberStyle && l.style != namedStyle && l.style != bulletStyle ||
			l.style == noStyle && !EndsParagraph(text) {
			continue
		}
		all++
		lead, ok := r.lex.Lead(text)
		if ok && lead.Form&(lexicon.OperativeForm|lexicon.PreambularForm) != 0 || p.italic > 0 || l.style == namedStyle {
			led++
		}
	}
	return led > 0 && led*ledShare >= all
}

// formula reads an enacting formula that opens a text, as lexicon.Formula does. In a
// decision that adopts a text, a quotation mark stands before it.
func (r *recogniser) formula(text string) (organ string, length int, ok bool) {
	quoted := 0
	if r.genre != nil && r.genre.openedBy(bySitting) {
		quoted = len(text) - len(strings.TrimPrefix(text, "“"))
	}
	organ, length, ok = r.lex.Formula(text[quoted:])
	return organ, length + quoted, ok
}
