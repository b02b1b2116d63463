package table

import (
	"io"
	"strconv"
	"strings"

	"reprise/library"
	"reprise/report/tell"
)

var agreedColumns = []string{
	"clause", "standing", "words", "kept words", "precedent", "source", "source clause", "source adopted", "times", "first", "first adopted",
	"latest", "latest adopted", "bodies", "vote", "cautions", "text", "source text",
}

// RenderAgreed writes one row a clause and precedent, the nearest first; a clause
// without precedents has a row of its own.
func (f CSV) RenderAgreed(w io.Writer, a *library.Agreement) error {
	v := tell.OfAgreement(f.Say, a)
	rows := [][]string{agreedColumns}
	for _, j := range a.Clauses {
		head := []string{j.Clause.Name(), j.Standing.String(), strconv.Itoa(j.Words), strconv.Itoa(j.Kept)}
		for n, p := range j.Precedents {
			rows = append(rows, append(append(head[:len(head):len(head)], strconv.Itoa(n+1)), precedentRow(v, a, j, p)...))
		}
		if len(j.Precedents) == 0 {
			row := make([]string, len(agreedColumns))
			copy(row, head)
			row[len(row)-2] = j.Clause.Text
			rows = append(rows, row)
		}
	}
	return WriteRows(w, rows)
}

func precedentRow(v tell.Voice, a *library.Agreement, j library.Judgement, p library.Precedent) []string {
	first, last := p.First(), p.Last()
	return []string{
		v.SourceTitle(p.Nearest.Of), p.Nearest.Clause, tell.Day(p.Nearest.Of), strconv.Itoa(len(p.Uses)),
		v.Place(first), tell.Day(first.Of), v.Place(last), tell.Day(last.Of), strings.Join(p.Bodies(), " "), p.Nearest.Of.Vote,
		v.Semicolons(v.Cautions(p, a.Draft.Body)...), j.Clause.Text, p.Nearest.Text,
	}
}
