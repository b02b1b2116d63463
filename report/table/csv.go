package table

import (
	"io"
	"slices"
	"strconv"
	"strings"

	"reprise/diff"
	"reprise/report"
	"reprise/report/tell"
	"reprise/resolution"
)

// CSV writes one row a change, in the order of the comparison, for
// spreadsheets: UTF-8 with a byte order mark, by which they know it, commas,
// and line ends as RFC 4180 has them.
type CSV struct {
	Only report.Scope // report.SubstantiveOnly leaves the other rows out
	Say  string       // language of the reasons and states; "" for that of the texts
}

var csvColumns = []string{
	"old clause", "new clause", "old label", "new label", "status", "moved", "renumbered",
	"nature", "uncertain", "counted", "reasons", "old text", "new text", "score",
}

const byteOrderMark = "\uFEFF"

// Render writes the rows under one row of names.
func (f CSV) Render(w io.Writer, c *diff.Comparison) error {
	return WriteRows(w, append([][]string{csvColumns}, f.rows(c)...))
}

// RenderCollection writes the rows of all comparisons, each with the names of its
// texts before it.
func (f CSV) RenderCollection(w io.Writer, all report.Collection) error {
	columns, rows := f.collection(all)
	return WriteRows(w, append([][]string{columns}, rows...))
}

func (f CSV) collection(all report.Collection) (columns []string, rows [][]string) {
	for _, p := range all.Pairs {
		head := []string{p.Name, tell.Title(p.Comparison.Old), tell.Title(p.Comparison.New)}
		for _, row := range f.rows(p.Comparison) {
			rows = append(rows, slices.Concat(head, row))
		}
	}
	return slices.Concat([]string{"comparison", "old", "new"}, csvColumns), rows
}

// rows are the changes in scope, one a row.
func (f CSV) rows(c *diff.Comparison) [][]string {
	v := tell.Of(f.Say, c)
	var out [][]string
	for _, ch := range c.Changes {
		if f.Only != report.SubstantiveOnly || (report.Folding{Only: f.Only}).Shows(ch) {
			out = append(out, csvRow(v, ch))
		}
	}
	return out
}

func csvRow(v tell.Voice, ch diff.Change) []string {
	return []string{
		names(v, ch.Old), names(v, ch.New), labels(ch.Old), labels(ch.New),
		ch.Status.String(), yes(ch.Moved), yes(ch.Renumbered), ch.Nature.String(), yes(ch.Uncertain), yes(ch.Counted()),
		v.Semicolons(v.Remarks(ch)...), texts(ch.Old), texts(ch.New), strconv.FormatFloat(ch.Score, 'f', 2, 64),
	}
}

// names are the clauses by the names that are as unique as their IDs.
func names(v tell.Voice, clauses []*resolution.Clause) string {
	var list []string
	for _, c := range clauses {
		list = append(list, c.Name())
	}
	return v.Listed(list)
}

func labels(clauses []*resolution.Clause) string {
	var list []string
	for _, c := range clauses {
		list = append(list, c.Label)
	}
	return strings.Join(list, " ")
}

func texts(clauses []*resolution.Clause) string {
	var list []string
	for _, c := range clauses {
		list = append(list, c.Text)
	}
	return strings.Join(list, "\n")
}

func yes(is bool) string {
	if is {
		return "yes"
	}
	return ""
}

// harmless is the one place where a cell is kept from being a formula: a
// spreadsheet reads one in a cell that starts with any of these, and an
// apostrophe before it makes it text. A cell that starts with blanks is looked
// at behind them.
func harmless(cell string) string {
	start := strings.TrimLeft(cell, " \t\r\n\u00a0")
	if cell != "" && (strings.ContainsRune("\t\r", rune(cell[0])) || start != "" && strings.ContainsRune("=+-@＝＋－＠", []rune(start)[0])) {
		return "'" + cell
	}
	return cell
}
