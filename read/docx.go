package read

import (
	"bytes"
	"context"
	"errors"
	"path"
	"strings"

	"reprise/resolution"

	"reprise/internal/wordml"
	"reprise/internal/zipxml"
	"reprise/resolution/recognise"
)

// Revisions tells what becomes of the tracked changes of a Word or
// OpenDocument file on reading.
type Revisions int

// The two ways.
const (
	AcceptRevisions Revisions = iota // the text as changed
	RejectRevisions                  // the text as it was before
)

var docxFormat = format{name: "docx", engine: "wordml", is: isDOCX, read: func(ctx context.Context, in input) (out blocksOf, err error) {
	out.fidelity = recognise.Exact
	out.blocks, out.warnings, err = readDOCX(ctx, in.content, in.opts)
	return out, err
}}

// isDOCX takes every zip package that no other format knows, to say what it
// misses in it.
func isDOCX(content []byte) bool { return bytes.HasPrefix(content, zipSign) }

// zipSign opens a zip package.
var zipSign = []byte("PK\x03\x04")

// zipOf opens a zip package; nil where the content is none.
func zipOf(content []byte) *zipxml.Package {
	if !bytes.HasPrefix(content, zipSign) {
		return nil
	}
	pkg, err := zipxml.Open(content)
	if err != nil {
		return nil
	}
	return pkg
}

var errNotOffice = errors.New("a zip package with no Word or OpenDocument text in it; unpack it and give the file that is inside")

// mastheadRows is how many rows a table at the very start may have to be a
// masthead laid out as a table, as the templates of the United Nations do.
const mastheadRows = 8

// Authors are those whose tracked changes a Word file has, in the order in which they
// first stand there; nil for any other file.
func Authors(content []byte) []string {
	pkg, err := zipxml.Open(content)
	if err != nil {
		return nil
	}
	authors, err := wordml.Authors(pkg)
	if err != nil {
		return nil
	}
	return authors
}

// readDOCX turns a Word file into blocks.
func readDOCX(ctx context.Context, content []byte, opts Options) ([]recognise.Block, []resolution.Warning, error) {
	pkg, err := zipxml.Open(content)
	if err != nil {
		return nil, nil, err
	}
	if !wordml.IsWord(pkg) {
		return nil, nil, errNotOffice
	}
	var text *wordml.Text
	if opts.Author != "" {
		text, err = wordml.ReadOf(pkg, opts.Author)
	} else {
		text, err = wordml.Read(pkg, wordml.Revisions(opts.Revisions))
	}
	if err != nil {
		return nil, nil, err
	}
	w := &wordBlocks{ctx: ctx, masthead: true}
	w.items(text.Masthead)
	w.masthead = true
	w.items(text.Body)
	for _, n := range text.Notes {
		w.note(n)
	}
	for _, t := range append(w.textsOf(text.Edges), text.Aside...) {
		w.out = append(w.out, aside(t))
	}
	text.Unread = append(text.Unread, w.unread...)
	return w.out, wordWarnings(text, opts.Revisions), nil
}

// wordWarnings warn of what the reading resolved or left out.
func wordWarnings(t *wordml.Text, revisions Revisions) []resolution.Warning {
	out := warnOf(nil, changed(revisions), t.Changes)
	out = warnOf(out, resolution.LeftComments, t.Comments)
	out = warnOf(out, resolution.LeftHidden, t.Hidden)
	out = warnOf(out, resolution.UnendedFields, t.Unended)
	out = warnOf(out, resolution.UnreadObjects, t.Objects)
	for _, name := range t.Unread {
		out = append(out, resolution.Warning{Kind: resolution.UnreadPart, Names: []string{name}})
	}
	return out
}

// changed is what became of tracked changes.
func changed(revisions Revisions) resolution.WarningKind {
	if revisions == RejectRevisions {
		return resolution.RejectedChanges
	}
	return resolution.AcceptedChanges
}

// warnOf adds a warning of how many there are of a kind, where there are any.
func warnOf(list []resolution.Warning, kind resolution.WarningKind, n int) []resolution.Warning {
	if n == 0 {
		return list
	}
	return append(list, resolution.Warning{Kind: kind, N: n})
}

// wordBlocks turns the items of a Word document into blocks.
type wordBlocks struct {
	out       []recognise.Block
	masthead  bool // no paragraph has come yet but in tables
	unfolding bool // a layout table is being read
	unread    []string
	ctx       context.Context // of this reading, for the files that stand in it
}

// webArchive opens a page that is kept as a mail message.
var webArchive = []byte("MIME-Version:")

// chunk reads a file in another format that stands in the document. Nothing, and a
// word of it, where that cannot be.
func (w *wordBlocks) chunk(c *wordml.Chunk) []recognise.Block {
	content := bytes.TrimSpace(c.Content)
	f := textFormat
	if bytes.HasPrefix(content, []byte("<")) { // a piece of a page need not open as a page does
		f = htmlFormat
	}
	if checkKind(content) == nil && !bytes.HasPrefix(content, webArchive) {
		if got, err := f.read(w.ctx, input{content: content}); err == nil {
			return got.blocks
		}
	}
	w.unread = append(w.unread, path.Base(c.Name))
	return nil
}

func (w *wordBlocks) items(items []wordml.TextItem) {
	for _, item := range items {
		switch {
		case item.Chunk != nil:
			blocks := w.chunk(item.Chunk)
			w.out = append(w.out, blocks...)
			w.masthead = w.masthead && len(blocks) == 0
		case item.Rows == nil:
			w.paragraph(item)
		case w.masthead && len(item.Rows) <= mastheadRows || isFrame(item.Rows):
			w.unfold(item.Rows)
		default:
			w.table(item.Rows)
		}
	}
}

// isFrame tells a table of one column: paragraphs with a line around them.
func isFrame(rows [][]wordml.TextCell) bool {
	for _, row := range rows {
		if len(row) > 1 {
			return false
		}
	}
	return true
}

// unfold reads the cells of a layout table as paragraphs.
func (w *wordBlocks) unfold(rows [][]wordml.TextCell) {
	outer := w.unfolding
	w.unfolding = true
	for _, row := range rows {
		for _, cell := range row {
			w.items(cell)
		}
	}
	w.unfolding = outer
}

func (w *wordBlocks) paragraph(item wordml.TextItem) {
	b := recognise.Block{Kind: recognise.TextBlock, Label: item.Label, Level: item.Level, Spans: wordSpans(item.Runs)}
	if strings.TrimSpace(b.Text()) == "" && !cites(b.Spans) {
		return
	}
	if item.Heading > 0 {
		b.Kind, b.Level = recognise.HeadingBlock, item.Heading
	}
	w.out = append(w.out, b)
	w.masthead = w.masthead && w.unfolding
}

func cites(spans []recognise.Span) bool {
	for _, s := range spans {
		if s.Note != "" {
			return true
		}
	}
	return false
}

// wordSpans gives runs as spans.
func wordSpans(runs []wordml.TextRun) []recognise.Span {
	var spans []recognise.Span
	for _, r := range runs {
		spans = recognise.AppendSpan(spans, recognise.Span{Text: r.Text, Italic: r.Italic, Bold: r.Bold,
			Struck: r.Struck, Raised: r.Raised, Note: r.Note, Link: r.Link})
	}
	return spans
}

func (w *wordBlocks) table(rows [][]wordml.TextCell) {
	w.out = append(w.out, tableBlock(rows, func(cell wordml.TextCell) []recognise.Span {
		spans := w.cellSpans(cell)
		if len(spans) > 0 && spans[0].Text == " " { // of an empty paragraph that opens the cell
			return spans[1:]
		}
		return spans
	}))
	w.masthead = false
}

// cellSpans joins the paragraphs of a cell, and of tables in it, with spaces.
func (w *wordBlocks) cellSpans(items []wordml.TextItem) []recognise.Span {
	var spans []recognise.Span
	for _, item := range items {
		if len(spans) > 0 {
			spans = append(spans, recognise.Span{Text: " "})
		}
		if item.Label != "" {
			spans = append(spans, recognise.Span{Text: item.Label + " "})
		}
		for _, s := range wordSpans(item.Runs) {
			s.Text = inCell.Replace(s.Text)
			spans = append(spans, s)
		}
		if item.Chunk != nil {
			for _, b := range w.chunk(item.Chunk) {
				spans = append(spans, recognise.Span{Text: inCell.Replace(b.Label + " " + b.Text() + " ")})
			}
		}
		for _, row := range item.Rows {
			for _, cell := range row {
				spans = append(append(spans, w.cellSpans(cell)...), recognise.Span{Text: " "})
			}
		}
	}
	return spans
}

func (w *wordBlocks) note(n wordml.TextNote) {
	b := recognise.Block{Kind: recognise.NoteBlock, Mark: n.Mark, Spans: w.cellSpans(n.Items)}
	b.Spans = withoutOwnMark(b.Spans, n.Mark)
	w.out = append(w.out, b)
}

// withoutOwnMark takes the mark off the begin of a note that types it out.
func withoutOwnMark(spans []recognise.Span, mark string) []recognise.Span {
	for i := range spans {
		text := strings.TrimSpace(spans[i].Text)
		if text == "" {
			continue
		}
		if text == mark && spans[i].Raised {
			return spans[i+1:]
		}
		break
	}
	return spans
}

// textsOf gives the paragraphs of items as plain text, empty ones left out,
// each once.
func (w *wordBlocks) textsOf(items []wordml.TextItem) []string {
	var out []string
	seen := map[string]bool{}
	keep := func(t string) {
		if t = strings.TrimSpace(t); t != "" && !seen[t] {
			seen[t] = true
			out = append(out, t)
		}
	}
	var add func(items []wordml.TextItem)
	add = func(items []wordml.TextItem) {
		for _, item := range items {
			keep(recognise.Block{Spans: wordSpans(item.Runs)}.Text())
			if item.Chunk != nil {
				for _, b := range w.chunk(item.Chunk) {
					keep(b.Text())
				}
			}
			for _, row := range item.Rows {
				for _, cell := range row {
					add(cell)
				}
			}
		}
	}
	add(items)
	return out
}
