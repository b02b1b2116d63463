package table

import (
	"io"
	"strconv"
	"strings"

	"reprise/library"
	"reprise/report/tell"
)

var foundColumns = []string{
	"phrase", "how", "times", "bodies", "first", "first clause", "first adopted", "latest", "latest clause", "latest adopted", "vote", "text",
}

// RenderFound writes one row a clause that has the phrase, through all its texts.
func (f CSV) RenderFound(w io.Writer, found *library.Found) error {
	v := tell.OfFound(f.Say, found)
	rows := [][]string{foundColumns}
	for _, one := range found.Findings {
		first, last := one.First(), one.Last()
		rows = append(rows, []string{
			found.Phrase, one.How.String(), strconv.Itoa(len(one.Uses)), strings.Join(one.Bodies(), " "),
			v.SourceTitle(first.Of), first.Clause, tell.Day(first.Of), v.SourceTitle(last.Of), last.Clause, tell.Day(last.Of), last.Of.Vote, last.Text,
		})
	}
	return WriteRows(w, rows)
}
