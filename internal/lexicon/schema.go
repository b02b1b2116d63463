package lexicon

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"reprise/internal/rows"
)

// shape is what a section of the data files must look like. The columns stand in
// the head of the section too, "[leads: bare; operative; ...]", so that whoever
// writes a file sees them; the loader holds the two against each other.
type shape struct {
	columns string   // as in the head; "..." at the end: the last one may be repeated
	least   int      // columns that a row must have
	keys    []string // what the first column may be; nil where it is free
}

// shapes are the sections that a language may have, by name. What each says is
// written in the data files themselves and in docs/architecture.md.
var shapes = map[string]shape{
	"alike":    {"letters...", 2, nil}, // of scripts.txt, as are the next six
	"mixed":    {"cyrillic; latin", 2, nil},
	"letters":  {"alphabet; letters...", 2, nil},
	"numerals": {"signs...", 2, nil},
	"marks":    {"role; marks...", 2, []string{"end", "open", "close"}},
	"plain":    {"mark; marks...", 2, nil},
	"quotes":   {"open; close", 2, nil},

	"script": {"rule; value", 2, []string{"name", "direction", "leads", "words", "months", "thousands", "ordinals"}},

	"months":    {"names...", 1, nil},
	"cardinals": {"number; names...", 2, nil},
	"ordinals":  {"number; names...", 2, nil},
	"atoms":     {"role; words...", 2, []string{"join", "percent", "scale", "suffix", "session", "session-kind", "of", "after-year", "year", "month", "day", "counter", "nth", "share", "letter", "session-mark"}},
	"intervals": {"phrases...", 1, nil},
	"deadlines": {"phrases...", 1, nil},

	"stops":       {"words...", 1, nil},
	"grammar":     {"words...", 1, nil},
	"listing":     {"words...", 1, nil},
	"articles":    {"role; words...", 2, []string{"before", "article", "plural"}},
	"tenses":      {"tense; words...", 2, []string{"present", "past"}},
	"adverbials":  {"role; words...", 2, []string{"opens", "ending"}},
	"members":     {"role; words...", 2, []string{"opens", "never"}},
	"roles":       {"word; word", 2, nil},
	"endings":     {"ending; ending", 2, nil},
	"spellings":   {"from; to", 2, nil},
	"distinct":    {"word; word", 2, nil},
	"derived":     {"ending; ending", 2, nil},
	"synonyms":    {"phrases...", 2, nil},
	"pronouns":    {"words...", 1, nil},
	"compounding": {"words...", 1, nil},
	"guesses":     {"role; words...", 2, []string{"before", "may"}},
	"titles":      {"words...", 1, nil},
	"reports":     {"words...", 1, nil},
	"venues":      {"words...", 1, nil},
	"objects":     {"words...", 1, nil},
	"working":     {"object; verbs...", 3, nil},

	"formulas":   {"organ; formula", 2, nil},
	"organs":     {"organ; name; short", 2, nil},
	"sittings":   {"number; bodies...", 2, nil},
	"genres":     {"genre; words...", 2, []string{"decision"}},
	"sections":   {"kind; word; short", 3, []string{"annex", "section", "article"}},
	"numbered":   {"words...", 1, nil},
	"references": {"role; words...", 2, []string{"noun", "here", "series"}},
	"lines":      {"role; pattern", 2, lineRoles},

	"leads":     {"bare; operative; preambular; traits", 3, nil},
	"modifiers": {"kind; words", 2, []string{"preamble", "sequence", "intensity", "manner", "determiner", "adjective", "noun"}},
	"families":  {"family; rank; verbs...", 2, nil},
	"neutral":   {"verbs...", 2, nil},
	"renewing":  {"verbs...", 1, nil},
	"acts":      {"noun; verb", 2, nil},
	"further":   {"role; phrases...", 2, []string{"link", "noun"}},

	"actors":    {"kind; names...", 2, []string{"group", "body"}},
	"names":     {"names...", 1, nil},
	"citing":    {"words...", 1, nil},
	"countries": {"names...", 1, nil},
	"compounds": {"name", 1, nil},

	"offices": {"office; lead; first; phrases...", 4, officeNames[1:]},

	"qualifiers": {"phrases...", 1, nil},
	"modality":   {"phrases...", 1, nil},
	"hollow":     {"phrase; where; beside...", 2, nil},

	"amending":  {"operation; pattern", 2, amendingOperations},
	"turns":     {"name; pattern...", 2, nil},
	"places":    {"role; words...", 2, placeRoles},
	"given":     {"role; words...", 2, []string{"preamble", "operative", "point", "heading", "table", "annex", "level", "unnumbered", "numbered", "continued", "filler"}},
	"amendment": {"name; phrase", 2, nil},
	"amended":   {"name; phrase", 2, nil},

	"facts": {"role; phrases...", 2, []string{"decides", "extends", "creates", "ends", "mandate", "term", "at", "moves", "report", "money", "staff",
		"instrument", "blame", "feeling", "softens", "hedges", "hardens", "allows", "obliges", "same", "empty", "hangs", "either", "to", "within"}},

	"sentences": {"name; sentence", 2, nil},
	"forms":     {"name; phrase", 2, nil},
	"series":    {"name; phrase", 2, nil},
	"library":   {"name; phrase", 2, nil},
	"outline":   {"name; phrase", 2, nil},
	"reading":   {"name; phrase", 2, nil},
	"explained": {"name; phrase", 2, nil},
	"page":      {"name; phrase", 2, nil},
	"whys":      {"name; phrase", 2, nil},
}

// lineRoles are what a line of the form may be.
var lineRoles = []string{"united-nations", "organ", "distribution", "original", "session-date", "session", "committee", "agenda",
	"adopted", "adopted-on", "provenance", "number", "sponsors", "amendment", "corrigendum", "draft", "meeting", "vote", "in-favour", "against",
	"abstaining", "date", "dates", "furniture", "sitting"}

// amendingOperations are what an instruction of an amendment may ask for.
var amendingOperations = []string{"delete", "replace", "replace-words", "insert-after", "insert-before", "insert-at-end",
	"insert-at-start", "delete-words", "delete-rest", "delete-range", "after", "before", "at-end", "at-start", "as", "bis", "move",
	"move-before", "move-to-end", "move-to-start", "move-as", "renumber-as", "renumber", "context", "result"}

// placeRoles are what a word may do in the name of a place.
var placeRoles = []string{"preamble", "operative", "paragraph", "point", "chapeau", "title", "annex", "section", "footnote", "text",
	"last", "to", "and", "filler", "line", "begins", "ordinal"}

// numeric are the sections whose first column is a whole number, 1 or more.
var numeric = []string{"cardinals", "ordinals", "sittings"}

// parser reads the data files of one language into their sections.
type parser struct {
	tables map[string]*table
	file   string // in hand
	open   *table // the section in hand
	name   string // its name
}

// table is one section: its rows in file order, and where each stands.
type table struct {
	rows  []Row
	lines []int
	file  string
}

// read reads a data file, one entry a row. Its error names the file and the line,
// what was found and what was wanted.
func (p *parser) read(file, text string) error {
	p.file = file
	return rows.File{Enter: p.enter, Row: p.add}.Read(file, text)
}

// rowsHint is as many rows as half of the sections have.
const rowsHint = 16

// enter opens a section by its head.
func (p *parser) enter(name, columns string) error {
	s, known := shapes[name]
	switch _, twice := p.tables[name]; {
	case !known:
		return fmt.Errorf("found section %.40q, wanted one that the language files have (see docs/architecture.md)", name)
	case twice:
		return fmt.Errorf("section %q stands twice", name)
	case columns != s.columns:
		return fmt.Errorf("section %q has the columns %.60q, wanted %q", name, columns, s.columns)
	}
	p.open, p.name = &table{file: p.file, rows: make([]Row, 0, rowsHint), lines: make([]int, 0, rowsHint)}, name
	p.tables[name] = p.open
	return nil
}

// add enters a row in the open section.
func (p *parser) add(row []string, line int) error {
	s := shapes[p.name]
	most := strings.Count(s.columns, ";") + 1
	switch {
	case len(row) < s.least:
		return fmt.Errorf("[%s] found %d columns, wanted %s", p.name, len(row), s.columns)
	case len(row) > most && !strings.HasSuffix(s.columns, "..."):
		return fmt.Errorf("[%s] found %d columns, wanted %s", p.name, len(row), s.columns)
	case slices.Contains(row, ""):
		return fmt.Errorf("[%s] found an empty column, wanted %s", p.name, s.columns)
	case s.keys != nil && !slices.Contains(s.keys, row[0]):
		return fmt.Errorf("[%s] found %.40q, wanted one of %s", p.name, row[0], strings.Join(s.keys, ", "))
	}
	if slices.Contains(numeric, p.name) {
		if n, err := strconv.Atoi(row[0]); err != nil || n < 1 {
			return fmt.Errorf("[%s] found %.40q, wanted a whole number", p.name, row[0])
		}
	}
	if p.name == "offices" {
		if n, err := strconv.Atoi(row[2]); err != nil || n < 1 || !slices.Contains([]string{"asks", "says", "any"}, row[1]) {
			return fmt.Errorf("[%s] found %.40q, %.40q, wanted asks, says or any, and a whole number", p.name, row[1], row[2])
		}
	}
	p.open.rows, p.open.lines = append(p.open.rows, row), append(p.open.lines, line)
	return nil
}
