// Package rows reads data files that people write by hand: sections that open with
// a head, "[name: columns]", and rows of columns parted by tabs. Empty lines and
// lines that start with '#' are left out.
//
// Its main call is Read. It does not know what a section means.
package rows

import (
	"fmt"
	"strings"
)

// File is what is told of a data file as it is read. An error of either ends the
// reading.
type File struct {
	Enter func(name, columns string) error   // a section opens
	Row   func(row []string, line int) error // a row of it: its columns, trimmed
}

// Read tells f of a text's sections and rows in their order. Its error names the
// file and the line, and says what was found and what was wanted. All rows share
// one array, since every run of the program waits for the data of a language.
func (f File) Read(file, text string) error {
	cells := make([]string, 0, strings.Count(text, "\t")+strings.Count(text, "\n")+1)
	number, open := 0, false
	for line := range strings.Lines(text) {
		number++
		line = strings.TrimRight(line, "\r\n")
		if line == "" || line[0] == '#' {
			continue
		}
		var err error
		if name, columns, ok := head(line); ok {
			err, open = f.Enter(name, columns), true
		} else if !open {
			err = fmt.Errorf("found a row before the head of a section")
		} else {
			from := len(cells)
			for cell := range strings.SplitSeq(line, "\t") {
				cells = append(cells, strings.TrimSpace(cell))
			}
			err = f.Row(cells[from:len(cells):len(cells)], number)
		}
		if err != nil {
			return fmt.Errorf("%s:%d: %w", file, number, err)
		}
	}
	return nil
}

// head parts the head of a section, "[months: names...]".
func head(line string) (name, columns string, ok bool) {
	inner, opens := strings.CutPrefix(line, "[")
	inner, closes := strings.CutSuffix(inner, "]")
	if !opens || !closes {
		return "", "", false
	}
	return strings.Cut(inner, ": ")
}
