package table

import (
	"io"
	"strconv"
	"strings"

	"reprise/diff"
	"reprise/internal/sheetml"
	"reprise/report"
	"reprise/report/tell"
	"reprise/series"
)

// XLSX writes what CSV writes as a spreadsheet: numbers as numbers, yes and no as
// truth values, everything else as text that is never a formula; heads that stay
// in sight, and colours for what happened.
type XLSX struct {
	Only report.Scope // report.SubstantiveOnly leaves the other rows out
	Say  string       // language of reasons, states and sentences; "" for that of the texts
}

func (f XLSX) csv() CSV { return CSV(f) }

// Render writes two sheets: the changes, and what they come to.
func (f XLSX) Render(w io.Writer, c *diff.Comparison) error {
	return sheetml.Workbook{Sheets: []sheetml.Sheet{
		sheetOf("Changes", csvColumns, f.csv().rows(c), truthColumns),
		f.summary(c),
	}}.Write(w)
}

// RenderCollection writes the changes of all comparisons in one sheet.
func (f XLSX) RenderCollection(w io.Writer, all report.Collection) error {
	columns, rows := f.csv().collection(all)
	return sheetml.Workbook{Sheets: []sheetml.Sheet{sheetOf("Changes", columns, rows, truthColumns)}}.Write(w)
}

// summary is the texts, the counts and what a reader must hear.
func (f XLSX) summary(c *diff.Comparison) sheetml.Sheet {
	v := tell.Of(f.Say, c)
	s := sheetml.Sheet{Name: "Summary", Widths: []int{24, 80}}
	add := func(name string, value sheetml.Cell) {
		s.Rows = append(s.Rows, []sheetml.Cell{{Kind: sheetml.Text, Text: name, Look: sheetml.Head}, value})
	}
	add("old", words(v.Title(c.Old)))
	add("new", words(v.Title(c.New)))
	for _, t := range v.Tallies(c.Summary) {
		add(t.Key, sheetml.Cell{Kind: sheetml.Number, Number: float64(t.Count), Look: lookOf(t.Key)})
	}
	add("agreed", sheetml.Cell{Kind: sheetml.Share, Number: c.Summary.Agreed})
	for _, line := range v.Long(v.Summary(c)) {
		add("", words(line.String()))
	}
	return s
}

// RenderSeries writes three sheets: the grid, the clauses of each version, and the
// counts. Of several series each has a grid of its own.
func (f XLSX) RenderSeries(w io.Writer, all []*series.Series) error {
	var book sheetml.Workbook
	var clauses, counts [][]string
	voice := tell.OfSeries(f.Say, all...)
	for _, s := range all {
		book.Sheets = append(book.Sheets, grid(voice, s))
		for _, l := range report.Rows(s) {
			clauses = append(clauses, tidyRows(s, l)...)
		}
		for v := range s.Versions {
			counts = append(counts, countRow(s, v))
		}
	}
	book.Sheets = append(book.Sheets, sheetOf("Clauses", tidyColumns, clauses, truthColumns), sheetOf("Counts", countColumns, counts, nil))
	return book.Write(w)
}

// grid is an evolution table with a colour for each state.
func grid(voice tell.Voice, s *series.Series) sheetml.Sheet {
	out := sheetml.Sheet{Name: "Evolution", HeadRows: 1, HeadCells: gridHead, Widths: []int{24, 20, 11, 44}}
	rows := SeriesGrid{}.rows(voice, s)
	var head []sheetml.Cell
	for i, name := range rows[0] {
		head = append(head, sheetml.Cell{Kind: sheetml.Text, Text: name, Look: sheetml.Head})
		if i >= gridHead {
			out.Widths = append(out.Widths, gridColumn)
		}
	}
	out.Rows = append(out.Rows, head)
	for i, l := range report.Rows(s) {
		var row []sheetml.Cell
		for k, text := range rows[i+1] {
			cell := words(text)
			if k >= gridHead {
				cell.Look = stateLook(k-gridHead, l.States[k-gridHead])
			}
			row = append(row, cell)
		}
		out.Rows = append(out.Rows, row)
	}
	return out
}

// How the grid is laid out: the columns before those of the versions, and how wide
// a version is.
const (
	gridHead   = 4
	gridColumn = 18
)

func stateLook(version int, st series.State) sheetml.Look {
	switch {
	case version == 0:
		return sheetml.Plain
	case st.Status == series.New, st.Status == series.Revived:
		return sheetml.Added
	case st.Status == series.Dropped:
		return sheetml.Removed
	case st.Status == series.Absent, st.Status == series.Kept && !st.Moved:
		return sheetml.Plain
	case st.Nature == diff.Substantive:
		return sheetml.Substantive
	case st.Moved:
		return sheetml.Moved
	}
	return sheetml.Reworded
}

// Columns whose values are no text.
var (
	numberColumns = map[string]bool{"score": true, "year": true, "words": true, "clauses": true, "times": true, "new": true, "kept": true,
		"reworded": true, "split": true, "merged": true, "rearranged": true, "revived": true, "dropped": true, "moved": true, "substantive": true, "routine": true}
	shareColumns = map[string]bool{"agreed": true}
	truthColumns = map[string]bool{"moved": true, "renumbered": true, "uncertain": true, "counted": true}
	wideColumns  = map[string]bool{"text": true, "old text": true, "new text": true, "reasons": true}
)

// How wide columns are, in letters.
const (
	narrow = 13
	wide   = 60
)

// sheetOf types the rows of a CSV table by their columns; those of truths hold yes
// or nothing. States and natures have their colours.
func sheetOf(name string, columns []string, rows [][]string, truths map[string]bool) sheetml.Sheet {
	s := sheetml.Sheet{Name: name, HeadRows: 1}
	var head []sheetml.Cell
	for _, column := range columns {
		head = append(head, sheetml.Cell{Kind: sheetml.Text, Text: column, Look: sheetml.Head})
		width := narrow
		if wideColumns[column] {
			width = wide
		}
		s.Widths = append(s.Widths, width)
	}
	s.Rows = append(s.Rows, head)
	for _, row := range rows {
		var cells []sheetml.Cell
		for i, text := range row {
			if truths[columns[i]] {
				cells = append(cells, sheetml.Cell{Kind: sheetml.Bool, Yes: text != ""})
				continue
			}
			cells = append(cells, typed(columns[i], text))
		}
		s.Rows = append(s.Rows, cells)
	}
	return s
}

// typed is the value of a cell in its column.
func typed(column, text string) sheetml.Cell {
	number, err := strconv.ParseFloat(text, 64)
	switch {
	case column == "status", column == "nature", column == "event":
		return sheetml.Cell{Kind: sheetml.Text, Text: text, Look: lookOf(text)}
	case shareColumns[column] && err == nil:
		return sheetml.Cell{Kind: sheetml.Share, Number: number}
	case numberColumns[column] && err == nil:
		return sheetml.Cell{Kind: sheetml.Number, Number: number}
	}
	return words(text)
}

func words(text string) sheetml.Cell {
	if strings.TrimSpace(text) == "" {
		return sheetml.Cell{}
	}
	return sheetml.Cell{Kind: sheetml.Text, Text: text}
}

// lookOf is the look of a state, a nature or a count.
func lookOf(name string) sheetml.Look {
	switch name {
	case "added", "new", "revived", "returned":
		return sheetml.Added
	case "removed", "dropped", "gone":
		return sheetml.Removed
	case "reworded", "split", "merged", "rearranged":
		return sheetml.Reworded
	case "moved":
		return sheetml.Moved
	case "substantive":
		return sheetml.Substantive
	case "uncertain":
		return sheetml.Uncertain
	}
	return sheetml.Plain
}
