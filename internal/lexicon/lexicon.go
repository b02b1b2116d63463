// Package lexicon holds what a language brings to the reading of resolutions:
// months, ordinals, lead phrases with their families, organs, masthead lines,
// qualifiers, the sentences of a summary. A language is a folder of data files
// under data/, embedded in the program; no other package knows words of any
// language.
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
)

//go:embed data
var data embed.FS

// Lexicon is what one language brings. It is immutable and safe for
// concurrent use. The zero value knows no words.
type Lexicon struct {
	offices         []office            // asked for by Office only
	officesBy       [256][]officePhrase // by their first byte
	indexingOffices sync.Once
	code            string
	unspaced        bool // words stand without spaces between them
	smallMonths     bool
	grouped         bool // thousands are parted by spaces
	nounFirst       bool
	small           bool // leads open with a small letter, or the script has no capitals
	tables          map[string]*table
	words           words
	phrases         Phrases        // asked for by Phrases only
	synonyms        Phrases        // asked for by Synonyms only
	indexing        sync.WaitGroup // of the phrases and synonyms
	spelling        spelling
	scale           Scale
	sentences       map[string]string
	reading         reading
	traits          map[string]trait // of verbs in their bare form
	sittings        map[string]int
	states          map[string]bool
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
	p := parser{tables: make(map[string]*table, len(shapes))}
	for _, f := range files {
		text, err := fs.ReadFile(data, "data/"+code+"/"+f.Name())
		if err == nil {
			err = p.read(code+"/"+f.Name(), string(text))
		}
		if err != nil {
			return nil, fmt.Errorf("lexicon: %w", err)
		}
	}
	return newLexicon(code, p.tables)
}

// newLexicon builds a language from its sections. Its error names the file and
// the line of a row that cannot be.
func newLexicon(code string, tables map[string]*table) (*Lexicon, error) {
	lex := &Lexicon{code: code, tables: tables}
	if err := lex.index(); err != nil {
		return nil, fmt.Errorf("lexicon: %w", err)
	}
	return lex, nil
}

// Code is the language's ISO 639-1 code.
func (l *Lexicon) Code() string { return l.code }

// Table gives the rows of one section of the data files by its name, in file
// order; nil where the language has no such section.
func (l *Lexicon) Table(name string) []Row {
	if t := l.tables[name]; t != nil {
		return t.rows
	}
	return nil
}

// rowOf tells whether a word stands in a row with the key, which itself is no
// word of it.
func (l *Lexicon) rowOf(section, key, word string) bool {
	return slices.ContainsFunc(l.Table(section), func(row Row) bool {
		return row[0] == key && slices.Contains(row[1:], word)
	})
}

// place names the file and the line of a row, for errors.
func (l *Lexicon) place(section string, row int) string {
	t := l.tables[section]
	return fmt.Sprintf("%s:%d", t.file, t.lines[row])
}
