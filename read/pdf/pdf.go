// Package pdf reads PDF files through PDFium: the engine gives the glyphs of each
// page, their places make lines, columns, tables, footnotes and paragraphs.
//
// Its main call is Engine.Read.
package pdf

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"reprise/resolution/recognise"
	"slices"
	"time"
)

// The limits of a PDF file. A file over a limit fails with an error that
// names the limit; none of them changes what a smaller file gives.
const (
	maxPages      = 2000             // the longest bound volumes have some 1,500
	maxPageGlyphs = 300_000          // thirty dense pages on one sheet
	maxGlyphs     = 8_000_000        // 2,000 pages of 4,000 characters; twice as many take more than 20 s
	maxTime       = 90 * time.Second // a watchdog: it may only fail
	maxMemory     = 768 << 20        // of the engine, so that a whole run stays under 1 GB
)

// Errors of PDF files that hold nothing to read.
var (
	errPDFEncrypted = errors.New("the PDF file is locked with a password; save it without one and try again")
	errPDFBroken    = errors.New("not a whole PDF file: it begins as one, but is damaged or cut short; get it again and try anew")
	errSlow         = fmt.Errorf("the PDF file took longer than %s to read; split it or raise the limit in the source (package read)", maxTime)
	errPDFNoText    = errors.New("the PDF file holds pictures of pages, no text; run it through text recognition (OCR) and try again")
)

// Is tells a PDF by its first bytes. The signature may stand after some
// noise, within the first kilobyte.
func Is(content []byte) bool {
	return bytes.Contains(content[:min(len(content), 1024)], []byte("%PDF-"))
}

// Text is what a PDF file holds.
type Text struct {
	Blocks   []recognise.Block
	Columns  int      // how many pages were read in two columns
	Lost     []Lost   // pages of which text is missing, in order
	Beside   []string // what notes on pages say, and fields that are filled in
	Comments int      // which are not read
	Objects  int      // files that are attached and forms that other programs show, which are not read
}

// Lost is a page of which text is missing.
type Lost struct {
	Page int // from 1
	Why  Why
}

// Why is what is known of a page without text, or with a part of it.
type Why int

// The reasons for which text is missing.
const (
	Empty   Why = iota // nothing is printed on the page
	Picture            // what is printed holds no characters
	Damaged            // its text is cut, corrupt or not in the file, or the engine fails on it
)

// Read turns a PDF file into blocks by its geometry: where the words stand on the
// page, how far lines are apart, which letters are slanted or raised. It ends
// with the context, after the page in hand.
func (e *Engine) Read(ctx context.Context, content []byte) (Text, error) {
	facts, err := surveyed(ctx, content)
	if err != nil {
		return Text{}, err
	}
	pages, err := e.pages(ctx, content, facts)
	if err != nil {
		return Text{}, err
	}
	text := pdfBlocks(pages)
	text.Lost = lost(pages, facts.pages)
	text.Beside, text.Comments, text.Objects = facts.beside.shown, facts.beside.comments, facts.beside.objects
	switch {
	case len(text.Blocks) > 0:
		return text, nil
	case slices.ContainsFunc(text.Lost, func(l Lost) bool { return l.Why == Damaged }):
		return Text{}, errPDFBroken
	}
	return Text{}, errPDFNoText
}

// lost lists the pages of which text is missing. Facts that are not of as many
// pages are of no use.
func lost(pages []pdfPage, facts []pageFacts) []Lost {
	var out []Lost
	for i, p := range pages {
		known := len(facts) == len(pages)
		switch {
		case p.failed, known && facts[i].damaged:
			out = append(out, Lost{p.number, Damaged})
		case p.printed:
		case known && !facts[i].draws:
			out = append(out, Lost{p.number, Empty})
		default:
			out = append(out, Lost{p.number, Picture})
		}
	}
	return out
}
