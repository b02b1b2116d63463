// Package lexicon holds what a language brings to the reading of resolutions:
// months, ordinals, lead phrases with their families, organs, masthead lines,
// qualifiers, the sentences of a summary. A language is a folder of data files
// under data/, embedded in the program. Of other packages only internal/terms (stems and
// clitics, for search) and internal/segment (the dictionary of Chinese) know words.
//
// Its main call is Language. It does not read documents and does not compare.
package lexicon

import (
	"embed"
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"sync"

	"reprise/internal/rows"
)

//go:embed data
var data embed.FS

// Lexicon is what one language brings. It is immutable and safe for
// concurrent use. The zero value knows no words.
type Lexicon struct {
	code        string
	unspaced    bool // words stand without spaces between them
	smallMonths bool
	grouped     bool // thousands are parted by spaces
	nounFirst   bool
	small       bool // leads open with a small letter, or the script has no capitals
	tables      map[string]*table
	words       words
	reading     reading
	spelling    spelling

	// What not every run asks for is built when it is first asked for.
	once struct {
		phrases, synonyms, scale, traits, sittings, states, sentences, offices, acts sync.Once
	}
	phrases   Phrases
	synonyms  Phrases
	scale     Scale
	traits    dictionary[trait] // of verbs in their bare form
	sittings  dictionary[int]
	states    dictionary[bool]
	sentences dictionary[string]
	acts      map[string][]Act // by verb in its bare form, with its manner
	offices   []office
	officesBy [256][]officePhrase // by their first byte
}

// table is one section of the data files. Its rows are read when it is first asked for.
type table struct {
	rows.Section
	file string
	once sync.Once
	rows []Row
}

func (t *table) read() {
	_ = t.Each(func(row []string, _ int) error { // what cannot be, a test has told of
		t.rows = append(t.rows, row)
		return nil
	})
}

// Row is one entry of a data file: its tab-separated columns, trimmed.
type Row []string

// Default is the code of the language taken where nothing tells another.
const Default = "en"

var loaded sync.Map // code -> *loading

type loading struct {
	once sync.Once
	lex  *Lexicon
	err  error
}

// OrDefault returns the lexicon of a language, the default one where that is not
// known. The embedded files are tested to load.
func OrDefault(code string) *Lexicon {
	lex, err := Language(code)
	if err != nil {
		lex, _ = Language(Default)
	}
	return lex
}

// With returns the lexicon of a language, the default one where that is not known or has
// nothing in one of the sections that may be missing.
func With(code string, sections ...string) *Lexicon {
	lex := OrDefault(code)
	for _, section := range sections {
		if len(lex.Table(section)) == 0 {
			return OrDefault(Default)
		}
	}
	return lex
}

// Language returns the lexicon of a language by its ISO 639-1 code ("en").
// It is read once. An unknown code is an error that names the known ones.
func Language(code string) (*Lexicon, error) {
	at, _ := loaded.LoadOrStore(code, &loading{})
	l := at.(*loading)
	l.once.Do(func() { l.lex, l.err = load(code) })
	return l.lex, l.err
}

// Codes lists the languages that are embedded, sorted.
func Codes() []string {
	dirs, _ := fs.ReadDir(data, "data")
	var codes []string
	for _, d := range dirs {
		codes = append(codes, d.Name())
	}
	return codes
}

func load(code string) (*Lexicon, error) {
	files, err := fs.ReadDir(data, "data/"+code)
	if err != nil || code == "" {
		return nil, fmt.Errorf("no rules for the language %q; there are %s", code, strings.Join(Codes(), ", "))
	}
	lex := &Lexicon{code: code, tables: make(map[string]*table, sectionsHint)}
	for _, f := range files {
		text, err := fs.ReadFile(data, "data/"+code+"/"+f.Name())
		if err != nil {
			return nil, fmt.Errorf("lexicon: %w", err)
		}
		lex.enter(code+"/"+f.Name(), string(text))
	}
	lex.index()
	return lex, nil
}

// sectionsHint is more than the sections that a language has.
const sectionsHint = 80

// enter finds the sections of a data file.
func (l *Lexicon) enter(file, text string) {
	_, sections := rows.Sections(text)
	tables := make([]table, len(sections))
	for i, s := range sections {
		tables[i].Section, tables[i].file = s, file
		l.tables[s.Name] = &tables[i]
	}
}

// Code is the language's ISO 639-1 code.
func (l *Lexicon) Code() string { return l.code }

// Table gives the rows of one section of the data files by its name, in file
// order; nil where the language has no such section.
func (l *Lexicon) Table(name string) []Row {
	t := l.tables[name]
	if t == nil {
		return nil
	}
	t.once.Do(t.read)
	return t.rows
}

// rowOf tells whether a word stands in a row with the key, which itself is no
// word of it.
func (l *Lexicon) rowOf(section, key, word string) bool {
	return slices.ContainsFunc(l.Table(section), func(row Row) bool {
		return row[0] == key && slices.Contains(row[1:], word)
	})
}
