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
	"strings"
	"sync"
)

//go:embed data
var data embed.FS

// Lexicon is what one language brings. It is immutable and safe for
// concurrent use. The zero value knows no words.
type Lexicon struct {
	code      string
	tables    map[string][]Row
	words     words
	phrases   Phrases        // asked for by Phrases only
	indexing  sync.WaitGroup // of the phrases
	spelling  spelling
	scale     Scale
	sentences map[string]string
	reading   reading
	asks      map[string]bool
	opensLimb map[string]bool
	sittings  map[string]int
	states    map[string]bool
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
	lex := &Lexicon{code: code, tables: map[string][]Row{}}
	for _, f := range files {
		text, err := fs.ReadFile(data, "data/"+code+"/"+f.Name())
		if err != nil {
			return nil, fmt.Errorf("lexicon: %w", err)
		}
		lex.tables[strings.TrimSuffix(f.Name(), ".txt")] = parse(string(text))
	}
	lex.index()
	return lex, nil
}

// parse reads a data file: one entry a line, columns parted by tabs, empty
// lines and lines that start with '#' left out. The rows share one array:
// every run of the program waits for it.
func parse(text string) []Row {
	cells := make([]string, 0, strings.Count(text, "\t")+strings.Count(text, "\n")+1)
	rows := make([]Row, 0, strings.Count(text, "\n")+1)
	for line := range strings.Lines(text) {
		line = strings.TrimRight(line, "\r\n")
		if line == "" || line[0] == '#' {
			continue
		}
		from := len(cells)
		for more := true; more; {
			var cell string
			cell, line, more = strings.Cut(line, "\t")
			cells = append(cells, strings.TrimSpace(cell))
		}
		rows = append(rows, Row(cells[from:len(cells):len(cells)]))
	}
	return rows
}

// Code is the language's ISO 639-1 code.
func (l *Lexicon) Code() string { return l.code }

// Table gives the rows of one data file by its name without ".txt", in file
// order; nil where the language has no such file.
func (l *Lexicon) Table(name string) []Row { return l.tables[name] }
