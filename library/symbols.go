package library

import (
	"cmp"
	"context"
	"slices"

	"reprise/resolution"
	"reprise/resolution/symbol"
)

// BySymbol gives the document of a symbol in a language; nil where the library has
// none. Of several texts of one symbol the adopted one counts, with the most clauses,
// which was added first.
func (l *Library) BySymbol(ctx context.Context, s symbol.Symbol, language string) (*resolution.Document, error) {
	r, err := l.record(ctx, s, language)
	if err != nil || r == nil {
		return nil, err
	}
	return l.opened(ctx, *r)
}

func (l *Library) record(ctx context.Context, s symbol.Symbol, language string) (*Record, error) {
	records, err := l.store.Records(ctx, Which{Symbols: []string{string(s)}})
	if err != nil {
		return nil, err
	}
	records = slices.DeleteFunc(records, func(r Record) bool { return r.Language != language })
	if len(records) == 0 {
		return nil, nil
	}
	slices.SortFunc(records, better)
	return &records[0], nil
}

// better puts the text that counts of one symbol before the others.
func better(a, b Record) int {
	return cmp.Or(cmp.Compare(truth(a.Draft), truth(b.Draft)), cmp.Compare(b.Clauses, a.Clauses), cmp.Compare(a.ID, b.ID))
}

func truth(is bool) int {
	if is {
		return 1
	}
	return 0
}

// opened opens a document by the name of its symbol, with the Word file that it was
// read from, so that it serves as one that was read anew.
func (l *Library) opened(ctx context.Context, r Record) (*resolution.Document, error) {
	d, err := l.Document(ctx, r.ID)
	if err != nil {
		return nil, err
	}
	if r.Symbol != "" {
		d.Reading.Name = r.Symbol
	}
	if d.Reading.Format != wordFormat {
		return d, nil
	}
	files, err := l.store.Files(ctx, r.ID)
	if err == nil && len(files) > 0 {
		d.Source, err = Unpack(files[0].Packed)
	}
	return d, err
}

// wordFormat is what package read calls the format that forms can build on
// (resolution.Document.Source).
const wordFormat = "docx"

// SeriesOf gives the adopted texts of the series that a symbol belongs to, each
// symbol once; none where the library has not the symbol.
func (l *Library) SeriesOf(ctx context.Context, s symbol.Symbol, language string) ([]*resolution.Document, error) {
	r, err := l.record(ctx, s, language)
	if err != nil || r == nil || r.Series == 0 {
		return nil, err
	}
	records, err := l.store.Records(ctx, Which{Series: []int64{r.Series}})
	if err != nil {
		return nil, err
	}
	slices.SortFunc(records, better)
	known := map[string]bool{}
	var out []*resolution.Document
	for _, one := range records {
		if one.Draft || one.Language != language || one.Symbol != "" && known[one.Symbol] {
			continue
		}
		known[one.Symbol] = true
		d, err := l.opened(ctx, one)
		if err != nil {
			return nil, err
		}
		out = append(out, d)
	}
	return out, nil
}
