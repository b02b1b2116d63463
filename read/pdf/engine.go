package pdf

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"reprise/read/bounds"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"unicode"

	"github.com/klippa-app/go-pdfium"
	pdferrors "github.com/klippa-app/go-pdfium/errors"
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"
	"github.com/klippa-app/go-pdfium/responses"
	"github.com/klippa-app/go-pdfium/webassembly"
	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/api"
	"github.com/tetratelabs/wazero/experimental"
)

// The PDF engine is PDFium as WebAssembly, run by wazero: no C compiler, no
// shared library, and a broken file cannot reach out of its sandbox (no file
// system is mounted, memory is bounded). It is started by the first PDF.

const (
	compileWorkers = 2 // halves the first compilation; more gain nothing on small machines
	readers        = 2 // pages are read by that many instances side by side
	wasmPage       = 64 << 10
)

// pdfPage is what the engine saw on one page.
type pdfPage struct {
	number        int // from 1
	width, height float64
	glyphs        []pdfGlyph // in the order of the file; nil once they are in rows
	rows          []pdfRow   // from top to bottom
	leftward      bool       // its lines run from right to left, and it is mirrored
	band          gutter     // in the middle of the page, which hardly any letter touches
	hasBand       bool
	printed       bool // it has a character
	failed        bool // the engine could not read it
}

// settle puts the characters of a page into rows, which take less room: a volume of
// two thousand pages has eight million characters.
func (p *pdfPage) settle() {
	p.printed = slices.ContainsFunc(p.glyphs, func(g pdfGlyph) bool { return !g.made && !unicode.IsSpace(g.r) })
	p.rows = pdfRows(*p)
	p.band, p.hasBand = findGutter(*p)
	p.glyphs = nil
}

// pdfGlyph is one character with its place in points, from the lower left
// corner of the page.
type pdfGlyph struct {
	r              rune // and what is small beside it: there are millions of them
	italic, bold   bool
	made           bool // not printed: the engine inferred a space or line end
	barcode        bool
	parted         bool // the engine inferred a space beside it, on a page that runs from right to left
	x0, x1, y0, y1 float64
	size           float64
}

// Engine reads PDF files, one after the other: it holds the compiled code and the
// instances that run it. Its first file starts it. It is safe for concurrent use;
// who is done with it closes it.
type Engine struct {
	setup Setup
	turn  chan struct{} // one file at a time: a file takes all instances
	pool  pdfium.Pool   // nil until the first file; whoever has the turn may look
	stop  context.CancelFunc
}

// Setup says how an engine starts.
type Setup struct {
	// Cache is a folder that keeps the compiled code, so that only the first
	// start on a machine takes seconds; "" keeps nothing.
	Cache string
	// Preparing, where not nil, is called before a compilation; what it gives is
	// called when that is over.
	Preparing func() (done func())
}

// NewEngine makes an engine that is not started yet.
func NewEngine(setup Setup) *Engine {
	return &Engine{setup: setup, turn: make(chan struct{}, 1)}
}

// Close ends the instances and frees their memory. A file that is being read is
// waited for; the next file starts the engine anew.
func (e *Engine) Close() {
	e.turn <- struct{}{}
	defer func() { <-e.turn }()
	e.drop()
}

// drop forgets the pool; the next file starts a fresh one.
func (e *Engine) drop() {
	if e.pool != nil {
		e.stop()
		_ = e.pool.Close() // it only says that it is closed already
		e.pool = nil
	}
}

// start makes the pool of instances, compiled or from the store. It ends with the
// context; the pool, once made, outlives it.
func (e *Engine) start(ctx context.Context) error {
	if e.pool != nil {
		return nil
	}
	store := openStore(e.setup.Cache)
	if !store.ready && e.setup.Preparing != nil {
		if done := e.setup.Preparing(); done != nil {
			defer done()
		}
	}
	err := e.compile(ctx, store.dir)
	if err != nil && store.ready && ctx.Err() == nil { // damaged in a way that the sums did not show
		store.discard()
		store = openStore(e.setup.Cache)
		err = e.compile(ctx, store.dir)
	}
	if err != nil && store.dir != "" && ctx.Err() == nil { // a disk that is full, or may not be written
		store.discard()
		store = &engineStore{}
		err = e.compile(ctx, "")
	}
	if err != nil {
		store.discard()
		return cmp.Or(context.Cause(ctx), fmt.Errorf("the PDF engine does not start: %w", err))
	}
	store.keep()
	return nil
}

// compile makes the pool, with the code that dir has or will have ("" keeps
// nothing).
func (e *Engine) compile(ctx context.Context, dir string) (err error) {
	config := wazero.NewRuntimeConfig().
		WithCoreFeatures(api.CoreFeaturesV2 | experimental.CoreFeaturesExceptionHandling).
		WithMemoryLimitPages(maxMemory / readers / wasmPage)
	if dir != "" {
		cache, err := wazero.NewCompilationCacheWithDir(dir)
		if err != nil {
			return err
		}
		config = config.WithCompilationCache(cache)
	}
	poolContext, stop := context.WithCancel(context.WithoutCancel(ctx))
	started := context.AfterFunc(ctx, stop)
	defer started()
	pool, err := webassembly.Init(webassembly.Config{
		Context:       experimental.WithCompilationWorkers(poolContext, compileWorkers),
		MaxIdle:       readers,
		MaxTotal:      readers,
		RuntimeConfig: config,
		FSConfig:      wazero.NewFSConfig(), // nothing of the machine's files
		Stdout:        io.Discard,
		Stderr:        io.Discard,
	})
	if err != nil {
		stop()
		return err
	}
	e.pool, e.stop = pool, stop
	return nil
}

// pages reads all pages. It fails after maxTime, and where the context ends; then
// the page in hand is still read to its end. wazero would end a call in its midst,
// but watches each call by a goroutine for that, and a character takes a dozen
// calls: reading would take eight times as long.
func (e *Engine) pages(ctx context.Context, content []byte, facts *survey) ([]pdfPage, error) {
	select {
	case e.turn <- struct{}{}:
		defer func() { <-e.turn }()
	case <-ctx.Done():
		return nil, context.Cause(ctx)
	}
	if err := e.start(ctx); err != nil {
		return nil, err
	}
	ctx, cancel := context.WithTimeoutCause(ctx, maxTime, errSlow)
	defer cancel()
	pages, err := e.readPages(ctx, content, facts)
	if ctx.Err() != nil {
		return nil, context.Cause(ctx)
	}
	return pages, err
}

// readPages shares the pages out among the instances.
func (e *Engine) readPages(ctx context.Context, content []byte, facts *survey) ([]pdfPage, error) {
	first, err := e.open(ctx, content)
	if err != nil {
		return nil, err
	}
	defer first.close()
	if first.pages > maxPages {
		return nil, bounds.Exceeded("PDF file", int64(first.pages), maxPages, "pages")
	}
	files := []*pdfFile{first}
	for len(files) < readers && len(files)*2 < first.pages {
		more, err := e.open(ctx, content)
		if err != nil {
			break
		}
		defer more.close()
		files = append(files, more)
	}
	for _, f := range files {
		f.facts = facts
	}
	return shareOut(ctx, files, first.pages)
}

// shareOut reads page i with reader i modulo the number of readers.
func shareOut(ctx context.Context, readers []*pdfFile, count int) ([]pdfPage, error) {
	pages := make([]pdfPage, count)
	errs := make([]error, len(readers))
	var glyphs atomic.Int64
	var group sync.WaitGroup
	for r, reader := range readers {
		group.Go(func() {
			for i := r; i < count && errs[r] == nil && ctx.Err() == nil && glyphs.Load() <= maxGlyphs; i += len(readers) {
				pages[i], errs[r] = reader.page(i)
				glyphs.Add(int64(len(pages[i].glyphs)))
				pages[i].settle()
			}
		})
	}
	group.Wait()
	if glyphs.Load() > maxGlyphs {
		return nil, bounds.Passed("PDF file", maxGlyphs, "characters")
	}
	return pages, errors.Join(errs...)
}

// pdfFile is one file, open in one instance of the engine.
type pdfFile struct {
	engine pdfium.Pdfium
	doc    references.FPDF_DOCUMENT
	pages  int
	facts  *survey
	broken bool // the instance crashed, and can only be thrown away
}

func (e *Engine) open(ctx context.Context, content []byte) (f *pdfFile, err error) {
	f = &pdfFile{}
	defer func() {
		if err != nil && f.engine != nil {
			f.close()
		}
	}()
	defer f.recover(&err)
	if f.engine, err = e.pool.GetInstanceWithContext(ctx); err != nil {
		return nil, fmt.Errorf("the PDF engine does not start: %w", err)
	}
	doc, err := f.engine.OpenDocument(&requests.OpenDocument{File: &content})
	if err != nil {
		return f, openError(err)
	}
	f.doc = doc.Document
	count, err := f.engine.FPDF_GetPageCount(&requests.FPDF_GetPageCount{Document: doc.Document})
	if err != nil {
		return f, openError(err)
	}
	f.pages = count.PageCount
	return f, nil
}

// openError says in our words why the engine does not open a file; its own are
// numbers ("3: incorrect format").
func openError(err error) error {
	if errors.Is(err, pdferrors.ErrPassword) || errors.Is(err, pdferrors.ErrSecurity) {
		return errPDFEncrypted
	}
	return errPDFBroken
}

// recover turns a crash inside the sandbox into an error about the file.
func (f *pdfFile) recover(err *error) {
	if r := recover(); r != nil {
		f.broken = true
		*err = fmt.Errorf("the PDF engine gave up on the file: %v", r)
	}
}

func (f *pdfFile) close() {
	defer func() { _ = recover() }() // an instance that broke may not let itself be closed
	if f.broken {
		_ = f.engine.Kill()
		return
	}
	if f.doc != "" {
		_, _ = f.engine.FPDF_CloseDocument(&requests.FPDF_CloseDocument{Document: f.doc})
	}
	_ = f.engine.Close()
}

// page reads the page at index i, from 0.
func (f *pdfFile) page(i int) (page pdfPage, err error) {
	defer f.recover(&err)
	failed := pdfPage{number: i + 1, failed: true}
	at := requests.Page{ByIndex: &requests.PageByIndex{Document: f.doc, Index: i}}
	size, err := f.engine.GetPageSize(&requests.GetPageSize{Page: at})
	if err != nil {
		return failed, nil
	}
	if !f.facts.light(i, f.pages) {
		if err := f.countGlyphs(at, i+1); err != nil {
			return page, err
		}
	}
	text, err := f.engine.GetPageTextStructured(&requests.GetPageTextStructured{
		Page: at, Mode: requests.GetPageTextStructuredModeChars, CollectFontInformation: true})
	if err != nil {
		return failed, nil
	}
	page = pdfPage{number: i + 1, width: size.Width, height: size.Height}
	page.glyphs = make([]pdfGlyph, 0, len(text.Chars))
	for _, c := range text.Chars {
		for _, r := range c.Text {
			page.glyphs = append(page.glyphs, glyphOf(r, c))
		}
	}
	return page, nil
}

// countGlyphs fails where a page has more characters than a page may have: they
// are asked for only then.
func (f *pdfFile) countGlyphs(at requests.Page, number int) error {
	text, err := f.engine.FPDFText_LoadPage(&requests.FPDFText_LoadPage{Page: at})
	if err != nil {
		return nil // told by what follows
	}
	defer f.engine.FPDFText_ClosePage(&requests.FPDFText_ClosePage{TextPage: text.TextPage})
	count, err := f.engine.FPDFText_CountChars(&requests.FPDFText_CountChars{TextPage: text.TextPage})
	if err == nil && count.Count > maxPageGlyphs {
		return bounds.Exceeded(fmt.Sprintf("PDF file, page %d", number), int64(count.Count), maxPageGlyphs, "characters")
	}
	return nil
}

// fontItalic is the bit of the font descriptor's flags for slanted letters
// (PDF 1.7, table 123).
const fontItalic = 1 << 6

func glyphOf(r rune, c *responses.GetPageTextStructuredChar) pdfGlyph {
	g := pdfGlyph{r: r, x0: c.PointPosition.Left, x1: c.PointPosition.Right,
		y0: c.PointPosition.Bottom, y1: c.PointPosition.Top}
	f := c.FontInformation
	if f == nil || f.Weight < 0 && f.Name == "" {
		g.made = true
		return g
	}
	g.size = f.RenderedSize
	name := strings.ToLower(f.Name)
	g.italic = f.Flags&fontItalic != 0 || strings.Contains(name, "italic") || strings.Contains(name, "oblique")
	g.bold = f.Weight >= 600 || strings.Contains(name, "bold")
	g.barcode = strings.Contains(name, "barcode") || strings.Contains(name, "3 of 9") || strings.Contains(name, "code39")
	return g
}
