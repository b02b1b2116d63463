package web

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"reprise/negotiate"
	"reprise/report"
	"reprise/report/table"
	"reprise/report/tell"
	"reprise/report/word"
	"reprise/review"
	"reprise/room"
)

// agendaRow is a clause that is not settled, or what was decided of it.
type agendaRow struct {
	Clause, Address string
	Said            []agendaLine
	Decided         []agendaLine
}

type agendaLine struct {
	Author, Kind, Verdict, Text, Wording, Visibility string
}

// agenda are the changes of which something is said that the reader sees, in the order
// of the text.
func (c *call) agenda(k *comparison, laid room.Laid, people map[string]room.Person) []agendaRow {
	names := tell.Of(c.voice.Language(), k.Comparison)
	var out []agendaRow
	for i, ch := range k.Changes {
		if len(laid.On[i]) == 0 {
			continue
		}
		row := agendaRow{Clause: names.NamesOf(ch)}
		for _, it := range laid.On[i] {
			line := agendaLine{c.authorOf(people, it.Person, it.Delegation), it.Kind.String(), it.Verdict.String(), it.Text, it.Wording, it.Visibility.String()}
			if it.Kind == room.Decided {
				row.Decided = append(row.Decided, line)
			} else {
				row.Said = append(row.Said, line)
			}
		}
		out = append(out, row)
	}
	return out
}

// exports are what a room gives out, each made of what the reader sees.
var exports = []struct {
	name string
	do   func(*call, room.View) error
}{
	{"agenda", (*call).exportAgenda},
	{"protocol", (*call).exportProtocol},
	{"csv", (*call).exportRows},
	{"json", (*call).exportJSON},
	{"compilation", func(c *call, v room.View) error { return c.exportCompilation(v, report.Table) }},
	{"rolling", func(c *call, v room.View) error { return c.exportCompilation(v, report.Rolling) }},
}

func exportNames() []string {
	var out []string
	for _, e := range exports {
		out = append(out, e.name)
	}
	return out
}

// export gives the room in a form.
func (c *call) export() error {
	name := c.r.FormValue("form")
	for _, e := range exports {
		if e.name == name {
			v, err := c.view()
			if err != nil {
				return err
			}
			c.note(room.Event{Person: c.person.ID, Room: c.room.ID, Did: "export " + name})
			return e.do(c, v)
		}
	}
	return room.ErrAbsent
}

func (c *call) sendRows(name string, rows [][]string) error {
	return c.sendFile(name, "text/csv; charset=utf-8", func(w io.Writer) error { return table.WriteRows(w, rows) })
}

// laidOut is what the reader sees on the latest comparison.
func (c *call) laidOut(v room.View) ([]agendaRow, room.Laid, error) {
	k, _, err := c.latest(v)
	if err != nil {
		return nil, room.Laid{}, err
	}
	people, err := c.people(c.r.Context())
	if err != nil {
		return nil, room.Laid{}, err
	}
	laid := k.lay(v, v.Standing(said...), c.room.ID)
	return c.agenda(k, laid, people), laid, nil
}

// exportAgenda gives the open points by clause: what was said of what is not decided.
func (c *call) exportAgenda(v room.View) error {
	all, _, err := c.laidOut(v)
	if err != nil {
		return err
	}
	rows := [][]string{{"clause", "who", "kind", "verdict", "text", "wording", "visibility"}}
	for _, row := range all {
		for _, l := range row.Said {
			if len(row.Decided) == 0 {
				rows = append(rows, []string{row.Clause, l.Author, l.Kind, l.Verdict, l.Text, l.Wording, l.Visibility})
			}
		}
	}
	return c.sendRows("agenda.csv", rows)
}

// exportProtocol gives what was decided, by clause.
func (c *call) exportProtocol(v room.View) error {
	all, _, err := c.laidOut(v)
	if err != nil {
		return err
	}
	rows := [][]string{{"clause", "who", "verdict", "text", "wording"}}
	for _, row := range all {
		for _, l := range row.Decided {
			rows = append(rows, []string{row.Clause, l.Author, l.Verdict, l.Text, l.Wording})
		}
	}
	return c.sendRows("protocol.csv", rows)
}

// exportRows gives all that the reader sees, as it was said.
func (c *call) exportRows(v room.View) error {
	people, err := c.people(c.r.Context())
	if err != nil {
		return err
	}
	rows := [][]string{{"time", "who", "delegation", "kind", "visibility", "comparison", "clause", "verdict", "text", "wording"}}
	for _, e := range v.Entries {
		rows = append(rows, []string{e.Time, c.authorOf(people, e.Person, ""), e.Delegation, e.Kind.String(), e.Visibility.String(), e.At.Made.Comparison, e.At.Name, e.Verdict.String(), e.Text, e.Wording})
	}
	return c.sendRows("room.csv", rows)
}

// exportJSON gives the room as a file that another installation takes in (room.File).
func (c *call) exportJSON(v room.View) error {
	f, err := FileOf(c.r.Context(), c.Store, c.room, v)
	if err != nil {
		return err
	}
	return c.sendFile(c.room.Name+".room.json", "application/json", f.Write)
}

// exportCompilation puts the versions of the room together as proposals on its base.
func (c *call) exportCompilation(v room.View, view report.View) error {
	versions := v.Versions()
	if len(versions) < 2 {
		return fault{errors.New(c.voice.Say("room-one-version"))}
	}
	base, err := c.brought(versions[0].Key)
	if err != nil {
		return err
	}
	var proposals []negotiate.Proposal
	for _, one := range versions[1:] {
		d, err := c.brought(one.Key)
		if err != nil {
			return err
		}
		name := strings.NewReplacer(":", "", ";", "", ",", "", "[", "", "]", "", "{", "", "}", "", "=", "").Replace(one.Name)
		if name == "" || slices.ContainsFunc(proposals, func(p negotiate.Proposal) bool { return p.Name == name }) {
			name = strings.TrimSpace(fmt.Sprint(name, " ", len(proposals)+1))
		}
		proposals = append(proposals, negotiate.Proposal{Name: name, Text: d})
	}
	together := negotiate.Compile(base, proposals...)
	return c.sendFile(c.room.Name+".docx", comparisonForms[0].kind, func(w io.Writer) error {
		return word.Docx{View: view}.RenderCompilation(w, together)
	})
}

// takeReview takes in a review file of the static page: the reader's own marks, and what
// others said in it as posts that name them; all of it the reader's own until shared.
func (c *call) takeReview() error {
	if err := c.form(); err != nil {
		return err
	}
	defer c.r.MultipartForm.RemoveAll()
	heads := c.r.MultipartForm.File["review"]
	if len(heads) == 0 {
		return fault{errors.New(c.voice.Say("room-want-text"))}
	}
	f, err := heads[0].Open()
	if err != nil {
		return err
	}
	defer f.Close()
	var b bytes.Buffer
	if _, err := io.Copy(&b, io.LimitReader(f, review.MaxBytes+1)); err != nil {
		return err
	}
	r, err := review.Parse(fileName(heads[0].Filename), b.Bytes())
	if err != nil {
		return fault{err}
	}
	entries := room.FromReview(r, c.member, func(m review.Mark) string {
		sum := sha256.Sum256(fmt.Appendf(nil, "%q %q %+v", c.room.ID, c.person.ID, m))
		return hex.EncodeToString(sum[:16])
	})
	for i := range entries {
		entries[i].Room, entries[i].Time = c.room.ID, cmp.Or(entries[i].Time, now())
		if err := entries[i].Check(); err != nil {
			return fault{fmt.Errorf("mark no. %d: %w", i+1, err)}
		}
	}
	if _, err := c.add(entries); err != nil {
		return err
	}
	back := "/"
	if c.room.ID != room.Open {
		back = "/room/" + c.room.ID
	}
	return c.goTo(back)
}
