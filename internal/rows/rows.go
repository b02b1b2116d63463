// Package rows reads data files that people write by hand: sections that open with
// a head, "[name: columns]", and rows of columns parted by tabs. Empty lines and
// lines that start with '#' are left out.
//
// Its main calls are Read, which tells what cannot be, and Sections, which leaves the
// rows of a section unread until they are asked for. It does not know what a section
// means.
package rows

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

// File is what is told of a data file as it is read. An error of either ends the
// reading.
type File struct {
	Enter func(name, columns string) error   // a section opens
	Row   func(row []string, line int) error // a row of it: its columns, trimmed
}

// Read tells f of a text's sections and rows in their order. Its error names the
// file and the line, and says what was found and what was wanted.
func (f File) Read(file, text string) error {
	before, sections := Sections(text)
	err := before.Each(func([]string, int) error { return fmt.Errorf("found a row before the head of a section") })
	for i := 0; i < len(sections) && err == nil; i++ {
		s := sections[i]
		if err = f.Enter(s.Name, s.Columns); err != nil {
			err = placed{s.line, err}
			break
		}
		err = s.Each(f.Row)
	}
	if err != nil {
		return fmt.Errorf("%s:%w", file, err)
	}
	return nil
}

// Section is a section of a data file whose rows are read when they are asked for.
type Section struct {
	Name, Columns string // as its head has them
	text          string // below the head
	line          int    // of the head; 0 for what stands before the first
}

// Sections parts a text at the heads of its sections. What stands before the first is
// given apart: it should have no rows.
func Sections(text string) (before Section, sections []Section) {
	open, from, line, counted := &before, 0, 1, 0
	for at := 0; ; {
		end := lineEnd(text, at)
		if name, columns, ok := head(text[at:end]); ok {
			open.text = text[from:at]
			line, counted = line+strings.Count(text[counted:at], "\n"), at
			sections = append(sections, Section{Name: name, Columns: columns, line: line})
			open, from = &sections[len(sections)-1], min(end+1, len(text))
		}
		next := strings.Index(text[end:], "\n[")
		if next < 0 {
			open.text = text[from:]
			return before, sections
		}
		at = end + next + 1
	}
}

// Each tells of the rows of a section in their order, each with its line, until one is
// an error, which is returned with that line. The columns are trimmed. All rows share
// one array, since every run of the program waits for the data of a language.
func (s Section) Each(row func(row []string, line int) error) error {
	cells := make([]string, 0, strings.Count(s.text, "\t")+strings.Count(s.text, "\n")+1)
	line := s.line
	for at := 0; at < len(s.text); {
		end := lineEnd(s.text, at)
		text := s.text[at:end]
		at = end + 1
		line++
		if text == "" || text[0] == '#' || text == "\r" {
			continue
		}
		from := len(cells)
		cells = appendCells(cells, text)
		if err := row(cells[from:len(cells):len(cells)], line); err != nil {
			return placed{line, err}
		}
	}
	return nil
}

// appendCells appends the columns of a row.
func appendCells(cells []string, row string) []string {
	from := 0
	for at := 0; at < len(row); at++ {
		if row[at] == '\t' {
			cells, from = append(cells, trimmed(row[from:at])), at+1
		}
	}
	return append(cells, trimmed(row[from:]))
}

// trimmed is strings.TrimSpace, at once for what has nothing to trim.
func trimmed(s string) string {
	if n := len(s); n > 0 && ' ' < s[0] && s[0] < utf8.RuneSelf && ' ' < s[n-1] && s[n-1] < utf8.RuneSelf {
		return s
	}
	return strings.TrimSpace(s)
}

func lineEnd(text string, at int) int {
	if n := strings.IndexByte(text[at:], '\n'); n >= 0 {
		return at + n
	}
	return len(text)
}

// placed is an error with its line.
type placed struct {
	line int
	err  error
}

func (p placed) Error() string { return fmt.Sprintf("%d: %v", p.line, p.err) }
func (p placed) Unwrap() error { return p.err }

// head parts the head of a section, "[months: names...]".
func head(line string) (name, columns string, ok bool) {
	inner, opens := strings.CutPrefix(strings.TrimRight(line, "\r"), "[")
	inner, closes := strings.CutSuffix(inner, "]")
	if !opens || !closes {
		return "", "", false
	}
	return strings.Cut(inner, ": ")
}
