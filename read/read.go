// Package read turns the bytes of a file into a resolution: one file a format
// makes neutral blocks, the recogniser of package resolution does the rest.
//
// Its main call is Open. It fetches nothing (package source does).
package read

import (
	"bytes"
	"context"
	"fmt"
	"slices"
	"strings"
	"unicode"

	"reprise/internal/lexicon"
	"reprise/internal/visible"
	"reprise/read/pdf"
	"reprise/resolution"
	"reprise/resolution/recognise"
)

// Options say how to read.
type Options struct {
	Format    string    // "" finds it from the content
	Language  string    // "" finds it from the content
	Revisions Revisions // what becomes of tracked changes

	// Author, where it is not "", has a Word file read as that one of those who changed
	// it would have it: with his tracked changes accepted, and no others (see Authors).
	Author string

	// Amendment reads every text as an amendment, also notes that do not say of
	// themselves that they are one; otherwise a text is what it says it is.
	Amendment bool

	// PDF reads PDF files; nil has an engine compiled for each such file, which
	// takes seconds.
	PDF *pdf.Engine
	// Office lets LibreOffice be started for old Word files (.doc); without it
	// they are refused in words.
	Office bool
}

// Limits, so that no file can take the machine down. They count bytes, never time.
const (
	// MaxBytes is the largest file that is read: the longest resolutions have
	// some 2 MB as PDF.
	MaxBytes = 64 << 20
	// MaxLineBytes is the longest line of a text: the longest paragraph of the
	// corpus has 20 kB.
	MaxLineBytes = 4 << 20
	// MaxLines is the most lines of a text: the longest resolutions have some 20,000.
	MaxLines = 500_000
	// MaxParagraphLines is the most lines of a paragraph in Markdown, whose parser
	// looks through all of them for each link.
	MaxParagraphLines = 10_000
	// MaxBlocks is the most paragraphs of a document: the longest resolutions have
	// some 500, and comparing twice as many as this takes minutes.
	MaxBlocks = 40_000
)

// format is one way in which a resolution can be written down. A reader is a
// file of this package with one of these, entered in formats.
type format struct {
	name   string                                         // as in Options.Format and Reading.Format
	engine string                                         // what reads it
	is     func(content []byte) bool                      // by content alone; asked in the order of formats
	read   func(context.Context, input) (blocksOf, error) // errors without "reprise: NAME:", with the place in the file
	bare   bool                                           // the file is the characters of the text, which are shown as they stand there
}

// input is what a format reads.
type input struct {
	content  []byte // text in UTF-16 is in UTF-8 here
	warnings []resolution.Warning
	opts     Options
	lex      *lexicon.Lexicon // nil: to be found from the text
}

// blocksOf is what a format gives.
type blocksOf struct {
	blocks   []recognise.Block
	warnings []resolution.Warning
	lost     []pdf.Lost       // pages that were not read, or not whole
	lex      *lexicon.Lexicon // the language, where the format had to find it
	fidelity recognise.Fidelity
}

// formats are asked in this order; the last takes what no other knows.
var formats = []format{pdfFormat, odtFormat, docxFormat, docFormat, htmlFormat, markdownFormat, textFormat}

// Suffixes are the ends of the names of files that are looked for in a folder. What a
// file is its content tells.
func Suffixes() []string {
	return []string{".md", ".txt", ".html", ".htm", ".docx", ".odt", ".pdf", ".doc"}
}

// Formats lists the names that Options.Format takes.
func Formats() []string {
	var names []string
	for _, f := range formats {
		names = append(names, f.name)
	}
	return names
}

// Languages lists the languages whose resolutions are understood, as ISO 639-1
// codes, sorted.
func Languages() []string { return lexicon.Codes() }

// Open reads a document. The name is used in messages only, made visible; the format is
// found from the content. Errors name the file and the place, say what was
// found and what was wanted, and how to help; where the context ends they are its
// cause. Open is safe for concurrent use.
func Open(ctx context.Context, name string, content []byte, opts Options) (*resolution.Document, error) {
	name = visible.Name(name)
	doc, err := open(ctx, content, opts)
	if err != nil {
		return nil, fmt.Errorf("reprise: %s: %w", name, err)
	}
	doc.Reading.Name = name
	return doc, nil
}

func open(ctx context.Context, content []byte, opts Options) (*resolution.Document, error) {
	f, in, got, err := blocksIn(ctx, content, opts)
	if err != nil {
		return nil, err
	}
	return documentOf(ctx, f, in, got)
}

// blocksIn finds the format of a file and has it read into blocks.
func blocksIn(ctx context.Context, content []byte, opts Options) (f format, in input, got blocksOf, err error) {
	if len(content) > MaxBytes {
		return f, in, got, fmt.Errorf("file of %d MB, at most %d MB are read", len(content)>>20, MaxBytes>>20)
	}
	if len(bytes.TrimSpace(content)) == 0 {
		return f, in, got, fmt.Errorf("empty file, wanted a resolution")
	}
	in = input{content: content, opts: opts}
	if opts.Language != "" {
		if in.lex, err = lexicon.Language(opts.Language); err != nil {
			return f, in, got, err
		}
	}
	if err = checkKind(content); err != nil {
		return f, in, got, err
	}
	wide, err := fromUTF16(content)
	if err != nil {
		return f, in, got, err
	}
	if wide.text != nil {
		in.content, in.warnings = wide.text, wide.warnings
	}
	if f, err = find(in.content, opts.Format); err != nil {
		return f, in, got, err
	}
	if got, err = f.read(ctx, in); err != nil {
		return f, in, got, err
	}
	if len(got.blocks) > MaxBlocks {
		return f, in, got, fmt.Errorf("%d paragraphs, at most %d are read", len(got.blocks), MaxBlocks)
	}
	return f, in, got, nil
}

func documentOf(ctx context.Context, f format, in input, got blocksOf) (*resolution.Document, error) {
	lex := in.lex
	if lex == nil {
		lex = got.lex
	}
	if lex == nil {
		lex = recognise.Language(got.blocks)
	}
	doc, err := recognised(ctx, in, got, lex)
	if err != nil {
		return nil, err
	}
	doc.Reading.Format, doc.Reading.Engine, doc.Reading.Gaps = f.name, f.engine, gapsOf(doc, got.lost)
	doc.Reading.Warnings = slices.Concat(in.warnings, got.warnings, gapWarnings(doc), several(doc), muchAside(doc), unknownWords(doc))
	if f.bare {
		doc = doc.WithApart(resolution.Apart(string(in.content)))
	}
	if f.name == docxFormat.name {
		doc.Source = in.content
	}
	for _, c := range doc.Clauses {
		if c.Counted() && strings.ContainsFunc(c.Text, isWord) {
			return doc, nil
		}
	}
	return nil, fmt.Errorf("no clauses found: the file has no paragraph of text; give the text of one resolution, or name its format (%s)",
		strings.Join(Formats(), ", "))
}

// recognised has blocks read as what they are. What opens with an enacting formula
// is no amendment, whatever was expected.
func recognised(ctx context.Context, in input, got blocksOf, lex *lexicon.Lexicon) (*resolution.Document, error) {
	if in.opts.Amendment && !recognise.Enacts(got.blocks, lex) || recognise.IsAmendment(got.blocks, lex) {
		return recognise.Amendment(ctx, got.blocks, lex, got.fidelity)
	}
	return recognise.Document(ctx, got.blocks, lex)
}

// unknownWords warns of a text that no lexicon knows the words of, or that is built
// like nothing that is known.
func unknownWords(doc *resolution.Document) []resolution.Warning {
	if doc.Reading.Unknown {
		return []resolution.Warning{{Kind: resolution.PlainText, Names: Languages()}}
	}
	for _, c := range doc.Clauses {
		if c.Lead != "" || c.IsFormula() || doc.Genre != resolution.ResolutionGenre {
			return nil
		}
	}
	return []resolution.Warning{{Kind: resolution.NumbersAlone, Names: Languages()}}
}

func isWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

func find(content []byte, name string) (format, error) {
	if name == "" {
		if err := checkMarkup(content); err != nil {
			return format{}, err
		}
	}
	for _, f := range formats {
		if name == f.name || name == "" && f.is(content) {
			return f, nil
		}
	}
	if name == "" {
		return format{}, fmt.Errorf("no format that is known (%s)", strings.Join(Formats(), ", "))
	}
	return format{}, fmt.Errorf("unknown format %q (known: %s)", name, strings.Join(Formats(), ", "))
}
