// Package report is what all forms of a comparison and of a series stand on:
// what a form is, its views, what it folds away, and the cells of an evolution
// table. The forms have rooms of their own below it: terminal, page (HTML), word,
// table (CSV, Markdown), data (JSON); tell has the words.
//
// Its main call is a Renderer's Render, one a form. The options of a form are
// the fields of its type; the zero value is a sensible default.
package report

import (
	"io"
	"reprise/report/tell"

	"reprise/diff"
)

// Renderer writes a comparison in one form.
type Renderer interface {
	Render(w io.Writer, c *diff.Comparison) error
}

// View is how old and new text stand to each other.
type View int

// The views. A form that cannot show one shows Inline.
const (
	Inline     View = iota // one text with its changes marked
	SideBySide             // old text at the start side, new at the end side
	Table                  // Word: old, new, remark
	Critic                 // Markdown: the whole text in CriticMarkup
	Rolling                // a compilation as one text with brackets
	Amendment              // the differences as an amendment to the old text
	Brackets               // two readings of a rolling text by clause and bracket
)

var viewNames = [...]string{"inline", "side-by-side", "table", "critic", "rolling", "amendment", "brackets"}

// String is the view's name on the command line.
func (v View) String() string { return viewNames[v] }

// ViewByName is the inverse of String; false for any other name.
func ViewByName(name string) (View, bool) {
	for v, n := range viewNames {
		if n == name {
			return View(v), true
		}
	}
	return Inline, false
}

// Scope is which changes a form lists.
type Scope int

// The scopes.
const (
	Everything      Scope = iota
	SubstantiveOnly       // the rest is folded and counted
)

// Detail is how much of a comparison a form shows.
type Detail int

// The details.
const (
	Full        Detail = iota // the summary and every change
	SummaryOnly               // counts and the first points
	AllPoints                 // counts and every point
)

// Lines are the sentences of a summary for a detail.
func (d Detail) Lines(v tell.Voice, s tell.Summary) []tell.Line {
	if d == AllPoints {
		return v.Long(s)
	}
	return v.Short(s)
}
