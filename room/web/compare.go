package web

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"net/url"
	"strings"
	"sync"

	"reprise/diff"
	"reprise/library"
	"reprise/negotiate"
	"reprise/report"
	"reprise/report/data"
	"reprise/report/page"
	"reprise/report/table"
	"reprise/report/tell"
	"reprise/report/word"
	"reprise/resolution"
	"reprise/review"
	"reprise/room"
)

// comparison is a comparison with what finds its changes for what was said.
type comparison struct {
	*diff.Comparison
	made review.Made
	keys []string // of the changes, as the page's script names them

	mu       sync.Mutex
	finder   *review.Finder
	versions []review.Version // the two texts, for review files
}

// compared gives the comparison of two texts of the room that is asked, with the texts
// of the room's versions, by which what was said elsewhere is found again.
func (c *call) compared(old, new string, versions []room.Version) (*comparison, error) {
	key := strings.Join([]string{c.room.ID, old, new, fmt.Sprint(len(versions))}, "\x00")
	for {
		k, err := c.comparisons.get(key, func() (*comparison, error) { return c.compareNow(old, new, versions) })
		if errors.Is(err, context.Canceled) && c.r.Context().Err() == nil {
			continue // whoever asked first has gone
		}
		return k, err
	}
}

func (c *call) compareNow(old, new string, versions []room.Version) (*comparison, error) {
	o, err := c.text(old)
	if err != nil {
		return nil, err
	}
	n, err := c.text(new)
	if err != nil {
		return nil, err
	}
	if tell.Title(o) == tell.Title(n) { // as drafts that bear the symbol of the first
		o, n = labelled(o, old, versions), labelled(n, new, versions)
	}
	texts := map[string]*resolution.Document{}
	for _, v := range versions {
		d, err := c.brought(v.Key)
		if err != nil {
			return nil, err
		}
		texts[review.VersionOf(d, "").Key()] = d
	}
	return comparisonOf(o, n, texts), nil
}

// labelled is a version of a room under the name that it came by.
func labelled(d *resolution.Document, key string, versions []room.Version) *resolution.Document {
	for _, v := range versions {
		if v.Key == key {
			d.Symbol, d.Reading.Name = "", v.Name
		}
	}
	return d
}

func comparisonOf(old, new *resolution.Document, texts map[string]*resolution.Document) *comparison {
	both := resolution.Alike(old, new)
	c := &comparison{Comparison: diff.Compare(both[0], both[1])}
	was, is := review.VersionOf(both[0], tell.Title(both[0])), review.VersionOf(both[1], tell.Title(both[1]))
	c.versions = []review.Version{was, is}
	c.made = review.Made{Comparison: was.Name + " → " + is.Name, Old: was.Key(), New: is.Key()}
	on := review.Comparison{Name: c.made.Comparison, Old: both[0], New: both[1]}
	for _, ch := range c.Changes {
		on.Links = append(on.Links, ch.Link)
		c.keys = append(c.keys, strings.Join(resolution.IDs(ch.Old), " ")+" > "+strings.Join(resolution.IDs(ch.New), " "))
	}
	c.finder = review.NewFinder(on, texts)
	return c
}

// lay puts what is said on the changes. In the open room only what was said of these
// two texts has a place.
func (k *comparison) lay(v room.View, entries []room.Entry, in string) room.Laid {
	if in == room.Open {
		var own []room.Entry
		for _, e := range entries {
			if e.At.Made.Old == k.made.Old && e.At.Made.New == k.made.New {
				own = append(own, e)
			}
		}
		entries = own
	}
	k.mu.Lock()
	defer k.mu.Unlock()
	return v.Lay(entries, k.finder)
}

// said are the kinds of entries that stand on changes.
var said = []room.Kind{room.Marked, room.Posted, room.Positioned, room.Decided}

// placed is what a member sees said of a comparison, as the forms take it.
func (c *call) placed(k *comparison, v room.View) (review.Placed, error) {
	people, err := c.people(c.r.Context())
	if err != nil {
		return review.Placed{}, err
	}
	laid := k.lay(v, v.Standing(said...), c.room.ID)
	out := review.Placed{Remarks: make([][]review.Mark, len(k.Changes))}
	mark := func(it room.Item) review.Mark {
		one := v.Review([]room.Entry{it.Entry}, func(id string) string { return c.authorOf(people, id, it.Delegation) }, nil).Marks[0]
		one.Carried = it.Carried
		return one
	}
	for i, items := range laid.On {
		for _, it := range items {
			out.Remarks[i] = append(out.Remarks[i], mark(it))
		}
	}
	for _, it := range laid.Lost {
		out.Lost = append(out.Lost, mark(it))
	}
	return out, nil
}

// authorOf is the name of a person with the delegation that was spoken for.
func (c *call) authorOf(people map[string]room.Person, id, delegation string) string {
	name := cmp.Or(people[id].Name, c.voice.Say("somebody"))
	if delegation != "" {
		name += " (" + delegation + ")"
	}
	return name
}

// agreed shows where the words of a text were agreed before, clause by clause.
func (c *call) agreed() error {
	if c.Library == nil {
		return fault{errors.New(c.voice.Say("room-no-library"))}
	}
	name := c.r.FormValue("text")
	a, err := c.judged.get(c.room.ID+"\x00"+name, func() (*library.Agreement, error) {
		d, err := c.text(name)
		if err != nil {
			return nil, err
		}
		ctx, cancel := context.WithTimeout(context.WithoutCancel(c.r.Context()), readLimit) // others may wait for it
		defer cancel()
		return c.Library.Agreed(ctx, d, library.AgreedOptions{})
	})
	if err != nil {
		return err
	}
	var b bytes.Buffer
	html := page.HTML{Say: c.r.FormValue("say"), Site: c.site, Links: []page.Link{{Href: "/", Text: c.voice.Say("room-start")}}}
	if err := html.RenderAgreed(&b, a); err != nil {
		return err
	}
	return c.send("text/html; charset=utf-8", b.Bytes())
}

// form is a form of a comparison that a page offers.
type form struct {
	name, kind string
	file       string // its ending
	render     func(w io.Writer, k *comparison, p review.Placed, say string) error
}

var comparisonForms = []form{
	{"docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", ".docx", func(w io.Writer, k *comparison, p review.Placed, say string) error {
		return word.Docx{Review: p, Say: say}.Render(w, k.Comparison)
	}},
	{"docx-table", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", ".table.docx", func(w io.Writer, k *comparison, p review.Placed, say string) error {
		return word.Docx{Review: p, Say: say, View: report.Table}.Render(w, k.Comparison)
	}},
	{"amendment", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", ".amendment.docx", func(w io.Writer, k *comparison, _ review.Placed, say string) error {
		return word.Docx{Say: say}.RenderAmendment(w, negotiate.Write(k.Comparison))
	}},
	{"csv", "text/csv; charset=utf-8", ".csv", func(w io.Writer, k *comparison, _ review.Placed, say string) error {
		return table.CSV{Say: say}.Render(w, k.Comparison)
	}},
	{"xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ".xlsx", func(w io.Writer, k *comparison, _ review.Placed, say string) error {
		return table.XLSX{Say: say}.Render(w, k.Comparison)
	}},
	{"json", "application/json", ".json", func(w io.Writer, k *comparison, _ review.Placed, say string) error {
		return data.JSON{Say: say}.Render(w, k.Comparison)
	}},
	{"review", "application/json", ".review.json", func(w io.Writer, k *comparison, p review.Placed, _ string) error {
		r := review.Review{Versions: append(k.versions, p.Versions...), Marks: p.Lost}
		for i, marks := range p.Remarks {
			for _, m := range marks {
				m.Made, m.Old, m.New = k.made, resolution.IDs(k.Changes[i].Old), resolution.IDs(k.Changes[i].New)
				r.Marks = append(r.Marks, m)
			}
		}
		content, err := r.JSON()
		if err == nil {
			_, err = w.Write(content)
		}
		return err
	}},
}

// compare shows a comparison, or gives it in another form.
func (c *call) compare() error {
	old, new := c.r.FormValue("old"), c.r.FormValue("new")
	v, err := c.view()
	if err != nil {
		return err
	}
	k, err := c.compared(old, new, v.Versions())
	if err != nil {
		return err
	}
	p, err := c.placed(k, v)
	if err != nil {
		return err
	}
	say := ""
	if c.r.FormValue("say") != "" {
		say = c.voice.Language()
	}
	if name := c.r.FormValue("form"); name != "" {
		return c.comparisonAs(name, k, p, say)
	}
	talk, err := c.talkOf(k, v)
	if err != nil {
		return err
	}
	here := c.r.URL.Path
	links := []page.Link{{Href: "/", Text: c.voice.Say("room-start")}}
	if c.room.ID != room.Open {
		links = append(links, page.Link{Href: "/room/" + c.room.ID, Text: c.room.Name})
	}
	for _, f := range comparisonForms {
		links = append(links, page.Link{Href: addressOf(here, "old", old, "new", new, "form", f.name), Text: c.voice.Say("room-form-" + f.name)})
	}
	if c.Library != nil {
		links = append(links, page.Link{Href: addressOf(strings.TrimSuffix(here, "compare")+"agreed", "text", new), Text: c.voice.Say("room-agreed")})
	}
	var b bytes.Buffer
	html := page.HTML{Say: say, Site: c.site, Links: links, Data: talk, Review: p}
	if err := html.Render(&b, k.Comparison); err != nil {
		return err
	}
	return c.send("text/html; charset=utf-8", b.Bytes())
}

func (c *call) comparisonAs(name string, k *comparison, p review.Placed, say string) error {
	for _, f := range comparisonForms {
		if f.name == name {
			c.note(room.Event{Person: c.person.ID, Room: c.room.ID, Did: "export " + f.name})
			return c.sendFile(k.made.Comparison+f.file, f.kind, func(w io.Writer) error { return f.render(w, k, p, say) })
		}
	}
	return room.ErrAbsent
}

// sendFile sends what render writes as a file to keep.
func (c *call) sendFile(name, kind string, render func(io.Writer) error) error {
	var b bytes.Buffer
	if err := render(&b); err != nil {
		return err
	}
	name = strings.Map(func(r rune) rune {
		if r < ' ' || strings.ContainsRune(`/\:*?"<>|`, r) {
			return '-'
		}
		return r
	}, name)
	c.w.Header().Set("Content-Disposition", "attachment; filename*=UTF-8''"+url.PathEscape(name))
	return c.send(kind, b.Bytes())
}

// send sends a whole answer.
func (c *call) send(kind string, content []byte) error {
	c.w.Header().Set("Content-Type", kind)
	c.w.Write(content) // whoever has gone needs no answer
	return nil
}

// addressOf is an address with its parameters, name and value in turn, in that order.
func addressOf(path string, pairs ...string) string {
	var b strings.Builder
	b.WriteString(path)
	for i := 0; i+1 < len(pairs); i += 2 {
		b.WriteString(map[bool]string{true: "?", false: "&"}[i == 0])
		b.WriteString(pairs[i] + "=" + strings.ReplaceAll(url.QueryEscape(pairs[i+1]), "%2F", "/"))
	}
	return b.String()
}

// asset gives a file of the site. Its name changes with what it says.
func (c *call) asset() error {
	name := c.r.PathValue("name")
	content, ok := c.files[name]
	if !ok {
		return room.ErrAbsent
	}
	kind := "text/css; charset=utf-8"
	if strings.HasSuffix(name, ".js") {
		kind = "text/javascript; charset=utf-8"
	}
	c.w.Header().Set("Cache-Control", "public, max-age=31536000, immutable")
	return c.send(kind, content)
}

// icon is what browsers show in a tab.
func (c *call) icon() error {
	content, err := files.ReadFile("html/icon.svg")
	if err != nil {
		return err
	}
	c.w.Header().Set("Cache-Control", "public, max-age=86400")
	return c.send("image/svg+xml", content)
}
