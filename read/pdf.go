package read

import (
	"bytes"
	"errors"
	"fmt"
	"reprise/resolution/recognise"
	"time"
)

// The limits of a PDF file. A file over a limit fails with an error that
// names the limit; none of them changes what a smaller file gives.
const (
	pdfMaxPages  = 2000             // the longest bound volumes have some 1,500
	pdfMaxGlyphs = 20_000_000       // 2,000 pages of 10,000 characters
	pdfMaxTime   = 90 * time.Second // a watchdog: it may only fail
	pdfMaxMemory = 768 << 20        // of the engine, so that a whole run stays under 1 GB
)

var pdfFormat = format{name: "pdf", engine: "pdfium", is: isPDF, read: func(in input) (out blocksOf, err error) {
	out.blocks, out.warnings, err = readPDF(in.content, in.opts)
	return out, err
}}

// Errors of PDF files that hold nothing to read.
var (
	errPDFEncrypted = errors.New("the PDF file is locked with a password; save it without one and try again")
	errPDFBroken    = errors.New("not a whole PDF file: it begins as one, but is damaged or cut short; get it again and try anew")
	errPDFNoText    = errors.New("the PDF file holds pictures of pages, no text; run it through text recognition (OCR) and try again")
)

// isPDF tells a PDF by its first bytes. The signature may stand after some
// noise, within the first kilobyte.
func isPDF(content []byte) bool {
	return bytes.Contains(content[:min(len(content), 1024)], []byte("%PDF-"))
}

// readPDF turns a PDF file into blocks by its geometry: where the words stand
// on the page, how far lines are apart, which letters are slanted or raised.
func readPDF(content []byte, opts Options) (blocks []recognise.Block, warnings []string, err error) {
	pages, err := pdfPages(content, opts.Preparing)
	if err != nil {
		return nil, nil, err
	}
	blocks, warnings = pdfBlocks(pages)
	if len(blocks) == 0 {
		return nil, nil, errPDFNoText
	}
	return blocks, warnings, nil
}

// limitError says which limit a file breaks and what to do about it.
func limitError(what string, have, limit int64, unit string) error {
	return fmt.Errorf("%s: %d %s are over the limit of %d %s; split the file or raise the limit in the source (package read)",
		what, have, unit, limit, unit)
}
