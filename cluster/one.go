package cluster

import (
	"context"
	"fmt"
	"slices"

	"reprise/library"
	"reprise/read"
	"reprise/read/pdf"
	"reprise/resolution"
)

// One does what Run does without Beam: one text after the other, in one piece. It is what
// the pipelines are held against, and enough for some ten thousand texts.
func One(ctx context.Context, from, out string, opts Options) error {
	opts = opts.filled()
	names, err := list(ctx, from)
	if err != nil {
		return fmt.Errorf("reprise: %s: %w", from, err)
	}
	byHash := map[string][]Text{}
	var hashes []string // in order of name
	rows := shelf{}
	reading := read.Options{PDF: pdf.NewEngine(pdf.Setup{})}
	for _, name := range names {
		content, err := contentOf(ctx, name)
		if err != nil {
			return fmt.Errorf("reprise: %s: %w", name, err)
		}
		t := textOf(ctx, name, content, reading)
		if t.Fault != "" {
			rows.put("left", 0, name, Left{name, t.Fault})
			continue
		}
		if byHash[t.Entry.Hash] == nil {
			hashes = append(hashes, t.Entry.Hash)
		}
		byHash[t.Entry.Hash] = append(byHash[t.Entry.Hash], t)
	}
	var numbered []Numbered
	for i, hash := range hashes {
		n := numberedOf(byHash[hash])
		n.ID = int64(i + 1)
		numbered = append(numbered, n)
	}
	links, err := linksOf(numbered)
	if err != nil {
		return err
	}
	wordings := map[string][]Wording{}
	for i, n := range numbered {
		rows.put("documents", shardOfName(byNumber(n.ID), opts.Shards), byNumber(n.ID), documentOf(n, links[i]))
		for _, w := range wordingsOf(n, links[i]) {
			wordings[w.Hash] = append(wordings[w.Hash], w)
		}
	}
	for hash, same := range wordings {
		rows.put("wordings", shardOfHash(hash, opts.Shards), hash, wordingOf(same))
	}
	for place, kept := range rows {
		if err := write(ctx, shardName(out, place.stage, place.shard, opts.Shards), inOrder(kept)); err != nil {
			return fmt.Errorf("reprise: %s: %w", out, err)
		}
	}
	return nil
}

// linksOf sorts documents into series and lineages, as library.Library.Sort does.
func linksOf(numbered []Numbered) ([]library.Link, error) {
	var docs []*resolution.Document
	at := map[*resolution.Document]int64{}
	for _, n := range numbered {
		d, err := library.UnpackDocument(n.Text.Entry.Content)
		if err != nil {
			return nil, err
		}
		docs = append(docs, d)
		at[d] = n.ID
	}
	var links []library.Link
	for _, found := range library.Series(docs) {
		links = append(links, library.Links(found, at, nil)...)
	}
	slices.SortFunc(links, func(a, b library.Link) int { return int(a.Document - b.Document) })
	return links, nil
}

// shelf is what is to be written, by stage and shard.
type shelf map[struct {
	stage string
	shard int
}][]kept

func (s shelf) put(stage string, shard int, key string, row any) {
	at := struct {
		stage string
		shard int
	}{stage, shard}
	s[at] = append(s[at], kept{key, packed(row)})
}
