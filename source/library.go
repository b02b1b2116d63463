package source

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"reprise/read"
	"reprise/resolution"
)

// Library opens documents by symbol: from the cache, and from the service
// where the cache has none. What the service sends is checked before it is
// kept.
type Library struct {
	Cache    Cache
	Service  *Service // nil never asks: offline
	Language string   // ISO 639-1 code; "" is English
	Refresh  bool     // ask the service even for what the cache holds
}

// defaultLanguage is asked for where none is named: the language in which most
// resolutions are negotiated.
const defaultLanguage = "en"

// Languages are the official languages, which the service has documents in.
var Languages = []string{"ar", "en", "es", "fr", "ru", "zh"}

// Open gives the document with a symbol.
func (l *Library) Open(ctx context.Context, symbol resolution.Symbol) (*resolution.Document, error) {
	return l.open(ctx, symbol, read.Options{})
}

// Path is the file that the cache keeps of a symbol; "" where it has none.
func (l *Library) Path(symbol resolution.Symbol) string {
	_, path, _ := l.Cache.find(symbol, l.language())
	return path
}

func (l *Library) language() string {
	if l.Language == "" {
		return defaultLanguage
	}
	return l.Language
}

func (l *Library) open(ctx context.Context, symbol resolution.Symbol, opts read.Options) (*resolution.Document, error) {
	language := l.language()
	if !l.Refresh {
		if content, _, ok := l.Cache.find(symbol, language); ok {
			return checked(symbol, content, opts)
		}
	}
	if l.Service == nil {
		return nil, fmt.Errorf("reprise: %s: not in the cache, and offline", symbol)
	}
	return l.fetch(ctx, symbol, language, opts)
}

// fetch takes the best format that the service has and that can be read.
func (l *Library) fetch(ctx context.Context, symbol resolution.Symbol, language string, opts read.Options) (*resolution.Document, error) {
	var failed error // the first that a better answer does not mend
	for _, f := range formats {
		content, err := l.Service.fetch(ctx, symbol, language, f)
		if errors.Is(err, errAbsent) {
			continue
		}
		if err != nil {
			return nil, err
		}
		d, err := checked(symbol, content, opts)
		if err != nil {
			failed = errors.Join(failed, err)
			continue
		}
		return d, l.Cache.keep(symbol, language, f, content)
	}
	if failed != nil {
		return nil, failed
	}
	return nil, fmt.Errorf("reprise: %s: the document service has no such document in language %s", symbol, language)
}

// checked reads a document and makes sure that it is the one asked for: the
// service has been seen to answer with another document, or with a page that
// says sorry.
func checked(symbol resolution.Symbol, content []byte, opts read.Options) (*resolution.Document, error) {
	opts.Format = ""
	d, err := read.Open(string(symbol), content, opts)
	if err != nil {
		return nil, err
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
func mentions(d *resolution.Document, symbol resolution.Symbol) bool {
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
