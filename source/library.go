package source

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"reprise/read"
	"reprise/resolution"
	"reprise/resolution/symbol"
)

// Library opens documents by symbol: from the cache, and from the service
// where the cache has none. What the service sends is checked before it is
// kept.
type Library struct {
	Cache    Cache
	Service  *Service     // nil never asks: offline
	Language string       // ISO 639-1 code; "" is English
	Refresh  bool         // ask the service even for what the cache holds
	Read     read.Options // how Open and Fetch read what they find
}

// defaultLanguage is asked for where none is named: the language in which most
// resolutions are negotiated.
const defaultLanguage = "en"

// Open gives the document with a symbol.
func (l *Library) Open(ctx context.Context, symbol symbol.Symbol) (*resolution.Document, error) {
	return l.open(ctx, symbol, l.Read, nil)
}

// Fetch makes sure that the cache has the document with a symbol, in
// the library's language, and gives its file. An error that is ErrService says that
// the next symbol will fare no better.
func (l *Library) Fetch(ctx context.Context, symbol symbol.Symbol) (path string, err error) {
	if _, err := l.open(ctx, symbol, l.Read, nil); err != nil {
		return "", err
	}
	if _, path, _ = l.Cache.find(symbol, l.language()); path == "" {
		return "", fmt.Errorf("reprise: %s: fetched, but there is no cache folder to keep it in", symbol)
	}
	return path, nil
}

func (l *Library) language() string {
	if l.Language == "" {
		return defaultLanguage
	}
	return l.Language
}

func (l *Library) open(ctx context.Context, symbol symbol.Symbol, opts read.Options, give func(content []byte)) (d *resolution.Document, err error) {
	err = l.find(ctx, symbol, func(content []byte) error {
		d, err = l.checked(ctx, symbol, content, opts)
		if err == nil && give != nil {
			give(content)
		}
		return err
	})
	return d, err
}

// find hands check what the cache has, and what the service has where that is
// nothing, or does not pass.
func (l *Library) find(ctx context.Context, symbol symbol.Symbol, check func([]byte) error) error {
	if !l.Refresh {
		if content, _, ok := l.Cache.find(symbol, l.language()); ok {
			if err := check(content); err == nil || l.Service == nil {
				return err
			}
		}
	}
	if l.Service == nil {
		return fmt.Errorf("reprise: %s: not in the cache, and offline", symbol)
	}
	return l.fetch(ctx, symbol, check)
}

// fetch takes the best format that the service has and that passes. A document
// that cannot be kept is no worse to read: that is only told.
func (l *Library) fetch(ctx context.Context, symbol symbol.Symbol, check func([]byte) error) error {
	var failed error // what a better answer does not mend
	var odd error    // what came instead of a document
	for _, f := range formats {
		content, err := l.Service.fetch(ctx, symbol, l.language(), f)
		if errors.Is(err, errAbsent) {
			continue
		}
		if errors.Is(err, errPage) || errors.Is(err, errOther) {
			odd = err
			continue
		}
		if err != nil {
			return err
		}
		if err := check(content); err != nil {
			failed = errors.Join(failed, err)
			continue
		}
		if err := l.Cache.keep(symbol, l.language(), f, content); err != nil {
			l.Service.notify(fmt.Sprintf("%s is not kept: %s", symbol, strings.TrimPrefix(err.Error(), "reprise: ")))
		}
		return nil
	}
	if failed != nil {
		return failed
	}
	if odd != nil {
		return fmt.Errorf("reprise: %s: no document in language %s: %w", symbol, l.language(), odd)
	}
	return fmt.Errorf("reprise: %s: the document service has no such document in language %s", symbol, l.language())
}

// checked reads a document and makes sure that it is the one asked for: the
// service has been seen to answer with another document, or with a page that
// says sorry.
func (l *Library) checked(ctx context.Context, symbol symbol.Symbol, content []byte, opts read.Options) (*resolution.Document, error) {
	opts.Format, opts.Language = "", ""
	d, err := read.Open(ctx, string(symbol), content, opts)
	if err != nil {
		return nil, err
	}
	if d.Reading.Unknown {
		return nil, fmt.Errorf("reprise: %s: what came is no resolution", symbol)
	}
	if d.Language != l.language() {
		return nil, fmt.Errorf("reprise: %s: the document that came is in language %s, not %s", symbol, d.Language, l.language())
	}
	if d.Symbol == symbol || mentions(d, symbol) {
		return d, nil
	}
	got := "no symbol"
	if d.Symbol != "" {
		got = string(d.Symbol)
	}
	return nil, fmt.Errorf("reprise: %s: the document that came carries %s", symbol, got)
}

// mentions tells whether a document whose own symbol was not made out prints
// the symbol in its masthead or page heads.
func mentions(d *resolution.Document, symbol symbol.Symbol) bool {
	if d.Symbol != "" {
		return false
	}
	for _, c := range d.Clauses {
		if c.Part == resolution.Front && strings.Contains(c.Text, string(symbol)) {
			return true
		}
	}
	for _, f := range d.Furniture {
		if strings.Contains(f.Text, string(symbol)) {
			return true
		}
	}
	return false
}
