package cluster

import (
	"context"
	"fmt"

	"reprise/library"
)

// loadBatch is how many documents go into a library in one go.
const loadBatch = 32

// Load puts what Run left in a folder into an empty library. It is gone on with by the
// same call: what the library has by then is known to it. The library is the one that
// library.Library.Add and Sort make of the same files in the order of their names.
func Load(ctx context.Context, out string, opts Options, into library.Store) error {
	opts = opts.filled()
	for n := range opts.Shards {
		if err := loadShard(ctx, shardName(out+"/work", "number", n, opts.Shards), into); err != nil {
			return err
		}
	}
	for n := range opts.Shards {
		if err := linkShard(ctx, shardName(out+"/work", "follow", n, opts.Shards), into); err != nil {
			return err
		}
	}
	return nil
}

func loadShard(ctx context.Context, name string, into library.Store) error {
	var batch []library.Entry
	var ids []int64
	flush := func() error {
		added, err := into.Add(ctx, batch)
		for i, a := range added {
			if err == nil && a.ID != ids[i] {
				err = fmt.Errorf("%s: the library has other documents: document %d would be %d there; name an empty one", batch[i].File.Name, ids[i], a.ID)
			}
		}
		batch, ids = batch[:0], ids[:0]
		return err
	}
	err := eachLine(ctx, name, func(n Numbered) error {
		for _, f := range n.Files {
			e := n.Text.Entry
			e.Record.Clauses, e.File = len(e.Clauses), f
			batch, ids = append(batch, e), append(ids, n.ID)
		}
		if len(batch) < loadBatch {
			return nil
		}
		return flush()
	})
	if err == nil && len(batch) > 0 {
		err = flush()
	}
	return err
}

func linkShard(ctx context.Context, name string, into library.Store) error {
	var batch []library.Link
	err := eachLine(ctx, name, func(l library.Link) error {
		if batch = append(batch, l); len(batch) < loadBatch {
			return nil
		}
		err := into.Link(ctx, batch)
		batch = batch[:0]
		return err
	})
	if err == nil && len(batch) > 0 {
		err = into.Link(ctx, batch)
	}
	return err
}

// eachLine gives the rows of a shard; none of one that was not needed.
func eachLine[T any](ctx context.Context, name string, each func(T) error) error {
	there, err := exists(ctx, name)
	if err != nil || !there {
		return err
	}
	return lines(ctx, name, func(b []byte) error {
		v, err := unpacked[T](b)
		if err != nil {
			return err
		}
		return each(v)
	})
}
