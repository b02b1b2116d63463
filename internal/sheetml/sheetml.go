// Package sheetml writes spreadsheets (SpreadsheetML, .xlsx): sheets of typed
// cells with a frozen head, widths, filters and a few looks.
//
// Its main call is Workbook.Write. It writes no formulas and reads nothing: the
// library for all of a spreadsheet, excelize, takes 2.5 milliseconds at the start
// of every run, whether or not a spreadsheet is asked for, and serves the tests.
package sheetml

import (
	"archive/zip"
	"fmt"
	"io"
	"strings"
	"time"
)

// Workbook is a file of sheets, at least one.
type Workbook struct{ Sheets []Sheet }

// Sheet is a table under a name.
type Sheet struct {
	Name      string // as on its tab; what a tab cannot hold is left out
	Widths    []int  // of the columns, in letters; columns without one have Excel's own
	HeadRows  int    // rows that stay in sight
	HeadCells int    // columns that stay in sight
	Rows      [][]Cell
}

// Cell is one value; the zero value is empty.
type Cell struct {
	Kind   Kind
	Text   string
	Number float64
	Yes    bool
	Look   Look
}

// Kind is the type of a cell's value.
type Kind int

// The kinds.
const (
	Empty  Kind = iota
	Text        // never a formula, whatever it starts with
	Number      //
	Share       // a number from 0 to 1, shown in per cent
	Bool        //
)

// Look is how a cell looks.
type Look int

// The looks, in the order of styles.xml.
const (
	Plain Look = iota
	Head
	Added
	Removed
	Reworded
	Moved
	Substantive
	Uncertain
	looks // how many there are
)

// The limits of a sheet, as Excel has them.
const (
	maxRows    = 1_048_576
	maxColumns = 16_384
	maxText    = 32_767 // letters in a cell, in UTF-16 units
	maxName    = 31     // letters on a tab
)

// cut stands at the end of a text that a cell cannot hold.
const cut = " …"

// part is one file of the package.
type part struct{ name, content string }

// epoch is the time of every part: the first that a package can bear.
var epoch = time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC)

// Write writes the file; the same workbook gives the same bytes. It fails where a
// sheet has more rows or columns than Excel reads.
func (b Workbook) Write(to io.Writer) error {
	parts := []part{
		{"[Content_Types].xml", b.contentTypes()},
		{"_rels/.rels", rootRelations},
		{"xl/workbook.xml", b.workbook()},
		{"xl/_rels/workbook.xml.rels", b.relations()},
		{"xl/styles.xml", styles()},
	}
	for i, s := range b.Sheets {
		content, err := s.xml()
		if err != nil {
			return fmt.Errorf("sheet %s: %w", s.Name, err)
		}
		parts = append(parts, part{fmt.Sprintf("xl/worksheets/sheet%d.xml", i+1), content})
	}
	z := zip.NewWriter(to)
	for _, p := range parts {
		f, err := z.CreateHeader(&zip.FileHeader{Name: p.name, Method: zip.Deflate, Modified: epoch})
		if err != nil {
			return err
		}
		if _, err := io.WriteString(f, p.content); err != nil {
			return err
		}
	}
	return z.Close()
}

// tabs are the names of the sheets as tabs can hold them, each its own.
func (b Workbook) tabs() []string {
	seen := map[string]bool{}
	var out []string
	for _, s := range b.Sheets {
		name := strings.Trim(clean(strings.NewReplacer("[", "", "]", "", ":", " ", "*", "", "?", "", "/", "-", "\\", "-").Replace(s.Name)), "' ")
		if name == "" {
			name = "Sheet"
		}
		whole := name
		for n := 1; n == 1 || seen[strings.ToLower(name)]; n++ {
			end := ""
			if n > 1 {
				end = fmt.Sprintf(" %d", n)
			}
			letters := []rune(whole)
			name = string(letters[:min(len(letters), maxName-len(end))]) + end
		}
		seen[strings.ToLower(name)] = true
		out = append(out, name)
	}
	return out
}
