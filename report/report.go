// Package report shows a comparison or a series in its forms: terminal, HTML,
// Markdown, CSV, JSON, Word. It decides nothing and computes nothing.
//
// Its main call is a Renderer's Render, one a form.
package report

import (
	"io"

	"reprise/diff"
)

// Renderer writes a comparison in one form.
type Renderer interface {
	Render(w io.Writer, c *diff.Comparison) error
}
