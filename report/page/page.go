// Package page shows a comparison or a series as one self-contained page of HTML:
// no network, no script but its own, readable without JavaScript.
//
// Its main call is HTML.Render. What a text says is escaped by html/template.
package page

import (
	"html/template"
	"io"

	"reprise/diff"
	"reprise/report"
	"reprise/report/tell"
	"reprise/review"
)

// HTML shows a comparison as one self-contained page for people who review
// wording: no network, no script from the text, readable without JavaScript.
type HTML struct {
	View report.View  // Inline or report.SideBySide, where the page starts
	Only report.Scope // report.SubstantiveOnly opens the page with that filter pressed
	Say  string       // language of the page; "" for that of the texts

	Review review.Placed // what reviewers said of the changes, by their order; zero for nothing

	Site  *Site  // of a server that shows the page; nil for a page by itself
	Links []Link // to other pages of the server
	Data  any    // what the server's script starts from, as JSON; what reviewers said stands there, too
}

// Render writes the page.
//
// Law 4: the text of the elements of class redline, without what stands in ins
// (old) or del (new) and without footnote marks, is the text of each change.
func (h HTML) Render(w io.Writer, c *diff.Comparison) error {
	v := tell.Of(h.Say, c)
	p := pageOf(v, c, h)
	if err := p.given(v, c, h); err != nil {
		return err
	}
	return h.assetsOf(comparisonAssets).write(w, "page.html", p, frame{Voice: v, Title: title(v, c), Texts: c.New.Language, Links: h.Links, Data: h.Data, More: footStyle(key(c)) + sideStyle(v.Title(c.Old), v.Title(c.New))})
}

// title is what the window of a page is called.
func title(v tell.Voice, c *diff.Comparison) string {
	text := v.Title(c.Old) + " " + v.Arrow() + " " + v.Title(c.New)
	if t := titleOf(c); t != "" {
		text = v.Say("because", "why", text, "words", t)
	}
	return text
}

// titleOf is the title of the new text, or else of the old.
func titleOf(c *diff.Comparison) string {
	if c.New.Title != "" {
		return c.New.Title
	}
	return c.Old.Title
}

// key tells the review marks of one comparison from those of another, in every
// language that the page may speak.
func key(c *diff.Comparison) string { return tell.Title(c.Old) + " → " + tell.Title(c.New) }

// frame is what every page has around what it shows.
type frame struct {
	Voice  tell.Voice
	Title  string
	Texts  string // language of the texts that are shown
	More   string // style of this page alone
	Policy string
	Style  template.CSS
	Extra  template.CSS
	Script template.JS

	StyleAt, ScriptAt string // addresses, where a server has them
	Links             []Link
	Data              any

	Words map[string]string // what the script says
	Page  any
}

// Lang is the language that the page speaks.
func (f frame) Lang() string { return f.Voice.Language() }

// Dir is the direction of what the page speaks: "ltr" or "rtl".
func (f frame) Dir() string {
	if f.Voice.RightToLeft() {
		return "rtl"
	}
	return "ltr"
}
