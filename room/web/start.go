package web

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"html/template"
	"io"
	"net/http"
	"path"
	"slices"
	"strings"

	"reprise/internal/lexicon"
	"reprise/library"
	"reprise/report"
	"reprise/report/data"
	"reprise/report/page"
	"reprise/report/table"
	"reprise/report/tell"
	"reprise/resolution"
	"reprise/resolution/symbol"
	"reprise/room"
	"reprise/series"
)

// frame is what the server's own pages have around what they show.
type frame struct {
	Lang, Dir, Style, Script string
	Name                     string // of the reader; "" for a stranger
	Title                    string
	Words                    map[string]string
	Page                     any
}

// show writes one of the server's own pages.
func (c *call) show(name string, shown any) error {
	t, err := c.templates()
	if err != nil {
		return err
	}
	f := frame{Lang: c.voice.Language(), Dir: "ltr", Style: c.site.Style(), Script: c.start, Name: c.person.Name, Title: c.voice.Say("room-title"), Page: shown,
		Words: c.voice.Phrases([]string{"room-reading", "room-recent-none"})}
	if c.voice.RightToLeft() {
		f.Dir = "rtl"
	}
	var b bytes.Buffer
	if err := t.ExecuteTemplate(&b, name, f); err != nil {
		return err
	}
	return c.send("text/html; charset=utf-8", b.Bytes())
}

// templates are the server's pages in the voice of the reader.
func (c *call) templates() (*template.Template, error) {
	return template.New("").Funcs(template.FuncMap{"say": c.voice.Say, "list": func(all ...any) []any { return all }, "counted": func(name string, n int) string { return c.voice.Counted(name, n) }, "name": resolution.Name, "address": addressOf,
		"day": func(time string) string {
			return strings.Replace(time[:min(len(time), len("2006-01-02 15:04"))], "T", " ", 1)
		}}).ParseFS(files, "html/*.html")
}

type startPage struct {
	Rooms   []room.Room
	Library bool
	Editor  bool
}

// startPage has the two boxes, the rooms of the reader, and the search.
func (c *call) startPage() error {
	rooms, err := c.Store.RoomsOf(c.r.Context(), c.person.ID)
	if err != nil {
		return err
	}
	return c.show("start.html", startPage{rooms, c.Library != nil, c.member.Role >= room.Editor})
}

const mostCompleted = 20 // symbols: what a reader looks through

// symbols completes a symbol from the library: those that have what was typed, the
// latest adopted first.
func (c *call) symbols() error {
	typed := lexicon.Fold(strings.TrimSpace(c.r.FormValue("q")))
	type found struct {
		Symbol string `json:"symbol"`
		Title  string `json:"title"`
	}
	out := []found{}
	if c.Library != nil && typed != "" {
		all, err := c.Library.Records(c.r.Context(), library.Which{})
		if err != nil {
			return err
		}
		slices.SortStableFunc(all, func(a, b library.Record) int { return strings.Compare(b.Adopted, a.Adopted) })
		for _, r := range all {
			one := found{r.Symbol, r.Title}
			if r.Symbol != "" && len(out) < mostCompleted && !slices.Contains(out, one) && (strings.Contains(lexicon.Fold(r.Symbol), typed) || strings.Contains(lexicon.Fold(r.Title), typed)) {
				out = append(out, one)
			}
		}
	}
	return c.json(http.StatusOK, out)
}

type foundPage struct {
	Phrase   string
	Findings []finding
	Told     string
}

type finding struct {
	Place, Of, Day string
	Symbol, Clause string
	Uses           int
	Runs           []report.Run
}

// find looks for a phrase in the library.
func (c *call) find() error {
	phrase := strings.TrimSpace(c.r.FormValue("q"))
	if c.Library == nil {
		return fault{errors.New(c.voice.Say("room-no-library"))}
	}
	shown := foundPage{Phrase: phrase}
	found, err := c.Library.Find(c.r.Context(), phrase, library.FindOptions{})
	switch {
	case errors.Is(err, library.ErrNoWords):
		found = &library.Found{Phrase: phrase}
	case err != nil:
		return err
	}
	switch c.r.FormValue("form") {
	case "json":
		return c.sendFile("find.json", "application/json", func(w io.Writer) error { return data.JSON{}.RenderFound(w, found) })
	case "csv":
		return c.sendFile("find.csv", "text/csv; charset=utf-8", func(w io.Writer) error { return table.CSV{}.RenderFound(w, found) })
	}
	for _, f := range found.Findings {
		u := f.Last()
		shown.Findings = append(shown.Findings, finding{c.voice.Place(u), u.Of.Title, tell.Day(u.Of), u.Of.Symbol, u.Clause, len(f.Uses), report.Marked(u.Text, f.Marks)})
	}
	shown.Told = c.voice.Counted("room-found", found.Lineages)
	return c.show("found.html", shown)
}

// series shows the series of a symbol: its evolution, or in another form.
func (c *call) series() error {
	s, name, err := c.seriesOf(cmp.Or(c.r.PathValue("symbol"), c.r.FormValue("symbol")))
	if err != nil {
		return err
	}
	all := []*series.Series{s}
	say := c.r.FormValue("say")
	switch c.r.FormValue("form") {
	case "json":
		return c.sendFile(name+".json", "application/json", func(w io.Writer) error { return data.JSON{Say: say}.RenderSeries(w, all) })
	case "csv":
		return c.sendFile(name+".csv", "text/csv; charset=utf-8", func(w io.Writer) error { return table.CSV{Say: say}.RenderSeries(w, all) })
	}
	var b bytes.Buffer
	here := "/series/" + name
	html := page.HTML{Say: say, Site: c.site, Links: []page.Link{{Href: "/", Text: c.voice.Say("room-start")},
		{Href: addressOf(here, "form", "csv"), Text: c.voice.Say("room-form-csv")}, {Href: addressOf(here, "form", "json"), Text: c.voice.Say("room-form-json")}}}
	if err := html.RenderSeries(&b, all); err != nil {
		return err
	}
	return c.send("text/html; charset=utf-8", b.Bytes())
}

// clause shows one clause through its series: /clause/A/RES/75/67/op4.
func (c *call) clause() error {
	of, id := path.Split(c.r.PathValue("clause"))
	s, name, err := c.seriesOf(strings.TrimSuffix(of, "/"))
	if err != nil {
		return err
	}
	for _, v := range s.Versions {
		if string(v.Document.Symbol) != name {
			continue
		}
		for _, clause := range v.Document.Clauses {
			if clause.ID == id {
				var b bytes.Buffer
				html := page.HTML{Say: c.r.FormValue("say"), Site: c.site, Links: []page.Link{{Href: "/", Text: c.voice.Say("room-start")}, {Href: "/series/" + name, Text: name}}}
				if err := html.RenderHistory(&b, s, s.Of(clause)); err != nil {
					return err
				}
				return c.send("text/html; charset=utf-8", b.Bytes())
			}
		}
	}
	return room.ErrAbsent
}

// seriesOf follows the series of a symbol, of the texts that the library has.
func (c *call) seriesOf(named string) (*series.Series, string, error) {
	sym, ok := symbol.Parse(named, symbol.NoBody)
	if !ok || c.Library == nil {
		return nil, "", room.ErrAbsent
	}
	s, err := c.followed.get(string(sym), func() (*series.Series, error) {
		var s *series.Series
		_, err := c.inPool(func(ctx context.Context) (*resolution.Document, error) {
			docs, err := c.Library.SeriesOf(ctx, sym, lexicon.Default)
			if err == nil && len(docs) == 0 {
				err = room.ErrAbsent
			}
			if err != nil {
				return nil, err
			}
			for _, g := range series.Group(docs) {
				if slices.ContainsFunc(g.Documents, func(d *resolution.Document) bool { return d.Symbol == sym }) {
					s = series.Follow(g.Documents)
					return nil, nil
				}
			}
			return nil, room.ErrAbsent
		})
		return s, err
	})
	return s, string(sym), err
}

// addScript makes a script one of the server's files and gives its address.
func (s *Server) addScript(name string) (string, error) {
	content, err := files.ReadFile(name)
	if err != nil {
		return "", err
	}
	short := strings.TrimSuffix(path.Base(name), ".js") + "-" + hashed(string(content))[:shortHash] + ".js"
	s.files[short] = content
	return "/assets/" + short, nil
}

const shortHash = 16
