package library

import (
	"context"
	"fmt"
)

// Check looks for damage: in the store, in files that are no longer what was added,
// in documents that cannot be opened. Each fault is a sentence; none is good.
func (l *Library) Check(ctx context.Context, progress func(done, total int)) ([]string, error) {
	faults, err := l.store.Check(ctx)
	if err != nil {
		return nil, err
	}
	records, err := l.store.Records(ctx, Which{})
	if err != nil {
		return nil, err
	}
	for i, r := range records {
		if _, err := l.Document(ctx, r.ID); err != nil {
			if ctx.Err() != nil {
				return nil, ctx.Err()
			}
			faults = append(faults, fmt.Sprintf("Document %d (%s) cannot be opened: %v.", r.ID, r.Name(), err))
		}
		files, err := l.store.Files(ctx, r.ID)
		if err != nil {
			return nil, err
		}
		for _, f := range files {
			if content, err := Unpack(f.Packed); err != nil || hashOf(string(content)) != f.Hash {
				faults = append(faults, fmt.Sprintf("File %s of document %d (%s) is damaged.", f.Name, r.ID, r.Name()))
			}
		}
		if progress != nil {
			progress(i+1, len(records))
		}
	}
	return faults, nil
}

// Name is what a document is called in a list: its symbol, or else its title, or
// else the name of its file.
func (r Record) Name() string {
	switch {
	case r.Symbol != "":
		return r.Symbol
	case r.Title != "":
		return r.Title
	case len(r.Names) > 0:
		return r.Names[0]
	}
	return fmt.Sprint(r.ID)
}
