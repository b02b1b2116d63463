package symbol

import (
	_ "embed"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"sync"

	"reprise/internal/rows"
)

//go:embed bodies.txt
var bodiesFile string

// bodies is the table of bodies.txt. A fault of the file is one of the program:
// the tests read it, and the first use panics.
var bodies = sync.OnceValue(func() *table {
	t, err := parseTable("bodies.txt", bodiesFile)
	if err != nil {
		panic(err)
	}
	return t
})

// table is what is known of all bodies.
type table struct {
	rows  map[Body]*row
	order []*row
	forms []*form
}

// row is what is known of a body but its numbers.
type row struct {
	body      Body
	documents string // what its symbols begin with
	calendar  []era
	forms     []*form
}

// form is a way in which a body numbers what it adopts.
type form struct {
	body            Body
	printed, symbol []piece
}

func parseTable(name, text string) (*table, error) {
	t := &table{rows: map[Body]*row{}}
	section := ""
	return t, rows.File{
		Enter: func(name, _ string) error { section = name; return nil },
		Row:   func(cells []string, _ int) error { return t.add(section, cells) },
	}.Read(name, text)
}

const tableColumns = 3 // of either section

func (t *table) add(section string, cells []string) error {
	if len(cells) != tableColumns || slices.Contains(cells, "") {
		return fmt.Errorf("%d columns, want %d that hold something", len(cells), tableColumns)
	}
	body := Body(cells[0])
	known := t.rows[body]
	switch {
	case section == "bodies" && known != nil:
		return fmt.Errorf("%s stands twice", body)
	case section == "bodies":
		calendar, err := parseCalendar(cells[2])
		r := &row{body: body, documents: cells[1], calendar: calendar}
		t.rows[body], t.order = r, append(t.order, r)
		return err
	case section != "numbers":
		return fmt.Errorf("no section %q", section)
	case known == nil:
		return fmt.Errorf("no body %s above", body)
	}
	f := &form{body: body}
	var err error
	if f.printed, err = parsePieces(cells[1]); err == nil {
		f.symbol, err = parsePieces(cells[2])
	}
	known.forms, t.forms = append(known.forms, f), append(t.forms, f)
	return err
}

// era is a time in which a body held as many sessions every year.
type era struct {
	session, year int // the first
	aYear         int // 0: that session alone
}

func parseCalendar(text string) ([]era, error) {
	if text == "-" {
		return nil, nil
	}
	var out []era
	for part := range strings.FieldsSeq(text) {
		session, rest, _ := strings.Cut(part, ":")
		year, aYear, several := strings.Cut(rest, "/")
		var e era
		var errs [3]error
		e.session, errs[0] = strconv.Atoi(session)
		e.year, errs[1] = strconv.Atoi(year)
		if several {
			e.aYear, errs[2] = strconv.Atoi(aYear)
		}
		if n := len(out); errs != [3]error{} || n > 0 && (e.session <= out[n-1].session || e.year < out[n-1].year) {
			return nil, fmt.Errorf("%q in a calendar, want session:year/sessions a year, in order", part)
		}
		out = append(out, e)
	}
	return out, nil
}
