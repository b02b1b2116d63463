package lexicon

import (
	"fmt"
	"io/fs"
	"slices"
	"strconv"
	"strings"
	"testing"

	"reprise/internal/rows"
)

// shape is what a section of the data files must look like. The columns stand in
// the head of the section too, "[leads: bare; operative; ...]", so that whoever
// writes a file sees them; a test holds the two against each other.
type shape struct {
	columns string   // as in the head; "..." at the end: the last one may be repeated
	least   int      // columns that a row must have
	keys    []string // what the first column may be; nil where it is free
}

// shapes are the sections that a language may have, by name. What each says is
// written in the English data files.
var shapes = map[string]shape{
	"alike":    {"letters...", 2, nil}, // of scripts.txt, as are the next six
	"mixed":    {"cyrillic; latin", 2, nil},
	"letters":  {"alphabet; letters...", 2, nil},
	"numerals": {"signs...", 2, nil},
	"marks":    {"role; marks...", 2, []string{"end", "open", "close"}},
	"plain":    {"mark; marks...", 2, nil},
	"quotes":   {"open; close", 2, nil},

	"script": {"rule; value", 2, []string{"name", "script", "direction", "leads", "words", "months", "thousands", "ordinals"}},

	"months":     {"names...", 1, nil},
	"cardinals":  {"number; names...", 2, nil},
	"ordinals":   {"number; names...", 2, nil},
	"atoms":      {"role; words...", 2, []string{"join", "percent", "scale", "suffix", "session", "session-kind", "of", "after-year", "year", "month", "day", "counter", "nth", "share", "letter", "session-mark"}},
	"magnitudes": {"zeros; words...", 2, nil},
	"intervals":  {"phrases...", 1, nil},
	"deadlines":  {"phrases...", 1, nil},

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
	"estimates":   {"words...", 1, nil},
	"relative":    {"role; words...", 2, []string{"opens", "endings"}},
	"defining":    {"words...", 1, nil},
	"working":     {"object; verbs...", 3, nil},

	"formulas":   {"organ; formula", 2, nil},
	"organs":     {"organ; name; short", 2, nil},
	"sittings":   {"number; bodies...", 2, nil},
	"genres":     {"genre; words...", 2, []string{"decision"}},
	"sections":   {"kind; word; short", 3, []string{"annex", "section", "article"}},
	"numbered":   {"words...", 1, nil},
	"references": {"role; words...", 2, []string{"noun", "here", "series", "same"}},
	"lines":      {"role; pattern", 2, lineRoles},

	"leads":        {"bare; operative; preambular; traits", 3, nil},
	"modifiers":    {"kind; words", 2, []string{"preamble", "sequence", "intensity", "manner", "determiner", "adjective", "noun"}},
	"families":     {"family; rank; verbs...", 2, nil},
	"neutral":      {"verbs...", 2, nil},
	"renewing":     {"verbs...", 1, nil},
	"acts":         {"noun; verb", 2, nil},
	"counterparts": {"act; verbs...", 2, nil},
	"further":      {"role; phrases...", 2, []string{"link", "noun"}},

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
	"rolling":   {"role; phrases...", 2, []string{"delete", "keep", "add", "alt", "reserve", "agreed", "ad-ref", "placeholder", "remark", "or", "base", "join", "name"}},
	"amendment": {"name; phrase", 2, nil},
	"amended":   {"name; phrase", 2, nil},

	"facts": {"role; phrases...", 2, []string{"decides", "extends", "creates", "ends", "mandate", "term", "at", "moves", "report", "money", "staff",
		"instrument", "blame", "feeling", "softens", "hedges", "hardens", "allows", "obliges", "same", "empty", "hangs", "either", "to", "within"}},

	"sentences": {"name; sentence", 2, nil},
	"forms":     {"name; phrase", 2, nil},
	"series":    {"name; phrase", 2, nil},
	"library":   {"name; phrase", 2, nil},
	"concord":   {"name; phrase", 2, nil},
	"outline":   {"name; phrase", 2, nil},
	"reading":   {"name; phrase", 2, nil},
	"explained": {"name; phrase", 2, nil},
	"page":      {"name; phrase", 2, nil},
	"room":      {"name; phrase", 2, nil},
	"whys":      {"name; phrase", 2, nil},
}

// lineRoles are what a line of the form may be.
var lineRoles = []string{"united-nations", "organ", "distribution", "original", "session-date", "session", "committee", "agenda",
	"adopted", "adopted-on", "provenance", "number", "sponsors", "amendment", "corrigendum", "draft", "meeting", "vote", "in-favour", "against",
	"abstaining", "date", "dates", "furniture", "sitting"}

// amendingOperations are what an instruction of an amendment may ask for.
var amendingOperations = []string{"delete", "replace", "replace-words", "insert-after", "insert-before", "insert-at-end",
	"insert-at-start", "delete-words", "delete-rest", "delete-range", "after", "before", "at-end", "at-end-here", "at-start", "as", "bis", "move",
	"move-before", "move-to-end", "move-to-start", "move-as", "renumber-as", "renumber", "context", "result"}

// placeRoles are what a word may do in the name of a place.
var placeRoles = []string{"preamble", "operative", "paragraph", "point", "chapeau", "title", "annex", "section", "footnote", "text",
	"last", "to", "and", "filler", "line", "begins", "ordinal", "behind"}

// numeric are the sections whose first column is a whole number, 1 or more.
var numeric = []string{"cardinals", "ordinals", "sittings", "magnitudes"}

// checker holds the data files of one language against the shapes of their sections. A
// run trusts the files that are embedded: a test has checked them.
type checker struct {
	seen  map[string]bool
	name  string // of the section in hand
	scale *Scale
}

func newChecker() *checker { return &checker{seen: map[string]bool{}, scale: newScale()} }

// check reads a data file, one entry a row. Its error names the file and the line,
// what was found and what was wanted.
func (c *checker) check(file, text string) error {
	return rows.File{Enter: c.enter, Row: c.row}.Read(file, text)
}

// enter opens a section by its head.
func (c *checker) enter(name, columns string) error {
	s, known := shapes[name]
	switch {
	case !known:
		return fmt.Errorf("found section %.40q, wanted one that the language files have (see docs/languages.md)", name)
	case c.seen[name]:
		return fmt.Errorf("section %q stands twice", name)
	case columns != s.columns:
		return fmt.Errorf("section %q has the columns %.60q, wanted %q", name, columns, s.columns)
	}
	c.seen[name], c.name = true, name
	return nil
}

// row checks a row of the open section.
func (c *checker) row(row []string, _ int) error {
	s := shapes[c.name]
	most := strings.Count(s.columns, ";") + 1
	switch {
	case len(row) < s.least:
		return fmt.Errorf("[%s] found %d columns, wanted %s", c.name, len(row), s.columns)
	case len(row) > most && !strings.HasSuffix(s.columns, "..."):
		return fmt.Errorf("[%s] found %d columns, wanted %s", c.name, len(row), s.columns)
	case slices.Contains(row, ""):
		return fmt.Errorf("[%s] found an empty column, wanted %s", c.name, s.columns)
	case slices.ContainsFunc(row, func(cell string) bool { return strings.Contains(cell, "  ") }):
		return fmt.Errorf("[%s] found two spaces, wanted one", c.name)
	case s.keys != nil && !slices.Contains(s.keys, row[0]):
		return fmt.Errorf("[%s] found %.40q, wanted one of %s", c.name, row[0], strings.Join(s.keys, ", "))
	}
	if err := c.cells(row); err != nil {
		return fmt.Errorf("[%s] %w", c.name, err)
	}
	return nil
}

// cells checks what more than its shape must be true of a row.
func (c *checker) cells(row []string) error {
	if slices.Contains(numeric, c.name) {
		if n, err := strconv.Atoi(row[0]); err != nil || n < 1 {
			return fmt.Errorf("found %.40q, wanted a whole number", row[0])
		}
	}
	switch c.name {
	case "offices":
		if n, err := strconv.Atoi(row[2]); err != nil || n < 1 || !slices.Contains([]string{"asks", "says", "any"}, row[1]) {
			return fmt.Errorf("found %.40q, %.40q, wanted asks, says or any, and a whole number", row[1], row[2])
		}
	case "families":
		return c.scale.add(row)
	case "leads":
		for name := range strings.FieldsSeq(Row(row).at(3)) {
			if traitNames[name] == 0 {
				return fmt.Errorf("found the trait %.40q, wanted asks, inside or feeling", name)
			}
		}
	}
	return nil
}

// The embedded files can be: what a run trusts.
func TestData(t *testing.T) {
	for _, code := range Codes() {
		c := newChecker()
		files, err := fs.ReadDir(data, "data/"+code)
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range files {
			text, err := fs.ReadFile(data, "data/"+code+"/"+f.Name())
			if err == nil {
				err = c.check(code+"/"+f.Name(), string(text))
			}
			if err != nil {
				t.Error(err)
			}
		}
	}
	text, err := scriptData.ReadFile("scripts.txt")
	if err == nil {
		err = newChecker().check("scripts.txt", string(text))
	}
	if err != nil {
		t.Error(err)
	}
}
