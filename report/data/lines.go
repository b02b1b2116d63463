package data

import (
	"bytes"
	"encoding/json"
	"io"

	"reprise/diff"
	"reprise/internal/visible"
	"reprise/report"
	"reprise/report/tell"
	"reprise/series"
)

// Lines writes each comparison as JSON on one line, for programs that read many:
// one object a line, each as docs/comparison.schema.json has it.
type Lines struct {
	Say string // language of sentences, warnings and reasons; "" for that of the texts
}

// Render writes one line.
func (l Lines) Render(w io.Writer, c *diff.Comparison) error {
	var line bytes.Buffer
	e := json.NewEncoder(&line)
	e.SetEscapeHTML(false)
	if err := e.Encode(comparisonOf(tell.Of(l.Say, c), c)); err != nil {
		return err
	}
	_, err := w.Write(visible.JSON(line.Bytes()))
	return err
}

// RenderCollection writes a line a comparison.
func (l Lines) RenderCollection(w io.Writer, all report.Collection) error {
	for _, p := range all.Pairs {
		if err := l.Render(w, p.Comparison); err != nil {
			return err
		}
	}
	return nil
}

// RenderSeries writes a line for each version and the one before it.
func (l Lines) RenderSeries(w io.Writer, all []*series.Series) error {
	for _, s := range all {
		for _, v := range s.Versions {
			if v.Comparison == nil {
				continue
			}
			if err := l.Render(w, v.Comparison.Pointed()); err != nil {
				return err
			}
		}
	}
	return nil
}
