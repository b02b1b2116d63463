package pdf

import (
	"context"
	"errors"
	"fmt"
	"reprise/read/bounds"
	"runtime/debug"
	"strings"
	"sync"
	"time"

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
// system is mounted, memory is bounded). It is started by the first PDF of a
// run and kept for the rest of it.

const (
	pdfCompileWorkers = 2 // halves the first compilation; more gain nothing on small machines
	pdfReaders        = 2 // pages are read by that many instances side by side
	wasmPage          = 64 << 10

	// The compiler leaves much garbage; asked to stay near this it takes
	// 350 MB instead of 500, and hardly longer.
	compileMemory = 300 << 20
)

// pdfPage is what the engine saw on one page, in the order of the file.
type pdfPage struct {
	number        int // from 1
	width, height float64
	glyphs        []pdfGlyph
}

// pdfGlyph is one character with its place in points, from the lower left
// corner of the page.
type pdfGlyph struct {
	r              rune
	x0, x1, y0, y1 float64
	size           float64
	italic, bold   bool
	made           bool // not printed: the engine inferred a space or line end
	barcode        bool
}

var (
	enginesLock sync.Mutex
	engines     pdfium.Pool
)

// startEngine gives the pool of engine instances, started once a process.
// preparing, where not nil, is called before a compilation that takes seconds.
func startEngine(preparing func()) (pdfium.Pool, error) {
	enginesLock.Lock()
	defer enginesLock.Unlock()
	if engines != nil {
		return engines, nil
	}
	store := openEngineStore()
	if !store.ready {
		if preparing != nil {
			preparing()
		}
		defer debug.SetMemoryLimit(debug.SetMemoryLimit(compileMemory))
	}
	pool, err := newPool(store.dir)
	if err != nil && store.ready { // damaged in a way that the sums did not show
		store.discard()
		store = openEngineStore()
		pool, err = newPool(store.dir)
	}
	if err != nil {
		store.discard()
		return nil, fmt.Errorf("the PDF engine does not start: %w", err)
	}
	store.keep()
	engines = pool
	return pool, nil
}

// newPool compiles the engine, or loads it compiled from dir ("" keeps nothing).
func newPool(dir string) (pdfium.Pool, error) {
	config := wazero.NewRuntimeConfig().
		WithCoreFeatures(api.CoreFeaturesV2 | experimental.CoreFeaturesExceptionHandling).
		WithMemoryLimitPages(pdfMaxMemory / pdfReaders / wasmPage)
	if dir != "" {
		cache, err := wazero.NewCompilationCacheWithDir(dir)
		if err != nil {
			return nil, err
		}
		config = config.WithCompilationCache(cache)
	}
	return webassembly.Init(webassembly.Config{
		Context:       experimental.WithCompilationWorkers(context.Background(), pdfCompileWorkers),
		MaxIdle:       pdfReaders,
		MaxTotal:      pdfReaders,
		RuntimeConfig: config,
		FSConfig:      wazero.NewFSConfig(), // nothing of the machine's files
	})
}

// pdfTurn lets one file at a time use the engine: a file takes all instances,
// and two that held one each would wait for the other's.
var pdfTurn = make(chan struct{}, 1)

// pdfPages reads all pages. It fails after pdfMaxTime.
func pdfPages(content []byte, preparing func()) ([]pdfPage, error) {
	pdfTurn <- struct{}{}
	defer func() { <-pdfTurn }()
	pool, err := startEngine(preparing)
	if err != nil {
		return nil, err
	}
	type result struct {
		pages []pdfPage
		err   error
	}
	done := make(chan result, 1)
	go func() {
		pages, err := readPages(pool, content)
		done <- result{pages, err}
	}()
	select {
	case r := <-done:
		return r.pages, r.err
	case <-time.After(pdfMaxTime):
		dropEngines()
		return nil, fmt.Errorf("the PDF file took longer than %s to read; split it or raise the limit in the source (package read)", pdfMaxTime)
	}
}

// dropEngines forgets the pool whose instances hang or broke; the next file
// starts a fresh one.
func dropEngines() {
	enginesLock.Lock()
	defer enginesLock.Unlock()
	engines = nil
}

// readPages shares the pages out among the instances.
func readPages(pool pdfium.Pool, content []byte) ([]pdfPage, error) {
	first, err := openPDF(pool, content)
	if err != nil {
		return nil, err
	}
	defer first.close()
	if first.pages > pdfMaxPages {
		return nil, bounds.Exceeded("PDF file", int64(first.pages), pdfMaxPages, "pages")
	}
	readers := []*pdfFile{first}
	for len(readers) < pdfReaders && len(readers)*2 < first.pages {
		more, err := openPDF(pool, content)
		if err != nil {
			break
		}
		defer more.close()
		readers = append(readers, more)
	}
	return shareOut(readers, first.pages)
}

// shareOut reads page i with reader i modulo the number of readers.
func shareOut(readers []*pdfFile, count int) ([]pdfPage, error) {
	pages := make([]pdfPage, count)
	errs := make([]error, len(readers))
	var group sync.WaitGroup
	for r, reader := range readers {
		group.Go(func() {
			glyphs := 0
			for i := r; i < count && errs[r] == nil; i += len(readers) {
				pages[i], errs[r] = reader.page(i)
				if glyphs += len(pages[i].glyphs); glyphs > pdfMaxGlyphs/len(readers) {
					errs[r] = bounds.Exceeded("PDF file", int64(glyphs), pdfMaxGlyphs/int64(len(readers)), "characters")
				}
			}
		})
	}
	group.Wait()
	return pages, errors.Join(errs...)
}

// pdfFile is one file, open in one instance of the engine.
type pdfFile struct {
	engine pdfium.Pdfium
	doc    references.FPDF_DOCUMENT
	pages  int
}

func openPDF(pool pdfium.Pool, content []byte) (f *pdfFile, err error) {
	defer recoverEngine(&err)
	engine, err := pool.GetInstance(pdfMaxTime)
	if err != nil {
		return nil, fmt.Errorf("the PDF engine does not start: %w", err)
	}
	doc, err := engine.OpenDocument(&requests.OpenDocument{File: &content})
	if err != nil {
		engine.Close()
		return nil, openError(err)
	}
	count, err := engine.FPDF_GetPageCount(&requests.FPDF_GetPageCount{Document: doc.Document})
	if err != nil {
		engine.Close()
		return nil, openError(err)
	}
	return &pdfFile{engine, doc.Document, count.PageCount}, nil
}

// openError says in our words why the engine does not open a file; its own are
// numbers ("3: incorrect format").
func openError(err error) error {
	if errors.Is(err, pdferrors.ErrPassword) || errors.Is(err, pdferrors.ErrSecurity) {
		return errPDFEncrypted
	}
	return errPDFBroken
}

// recoverEngine turns a crash inside the sandbox into an error about the file.
func recoverEngine(err *error) {
	if r := recover(); r != nil {
		dropEngines()
		*err = fmt.Errorf("the PDF engine gave up on the file: %v", r)
	}
}

func (f *pdfFile) close() {
	defer func() { _ = recover() }() // an instance that broke cannot be closed
	f.engine.FPDF_CloseDocument(&requests.FPDF_CloseDocument{Document: f.doc})
	f.engine.Close()
}

// page reads the page at index i, from 0.
func (f *pdfFile) page(i int) (page pdfPage, err error) {
	defer recoverEngine(&err)
	at := requests.Page{ByIndex: &requests.PageByIndex{Document: f.doc, Index: i}}
	size, err := f.engine.GetPageSize(&requests.GetPageSize{Page: at})
	if err != nil {
		return page, fmt.Errorf("page %d of the PDF file cannot be read: it is damaged, or not all of it is there", i+1)
	}
	text, err := f.engine.GetPageTextStructured(&requests.GetPageTextStructured{
		Page: at, Mode: requests.GetPageTextStructuredModeChars, CollectFontInformation: true})
	if err != nil {
		return page, fmt.Errorf("page %d of the PDF file cannot be read: it is damaged, or not all of it is there", i+1)
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
