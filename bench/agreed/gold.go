package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"
	"unicode"

	"reprise/library"
	"reprise/resolution"
	"reprise/resolution/symbol"
)

// pair is a gold pair, as far as this needs it.
type pair struct {
	ID            string      `json:"id"`
	Old           string      `json:"old"`
	New           string      `json:"new"`
	OldParagraphs []paragraph `json:"old_paragraphs"`
	NewParagraphs []paragraph `json:"new_paragraphs"`
	Exact         [][2]int    `json:"exact"`
	Groups        []struct {
		Old, New []int
		Certain  bool
	} `json:"groups"`
}

type paragraph struct{ Text string }

// predecessors gives for each new paragraph of which readers are certain those of the
// old text that it was made of.
func (p *pair) predecessors() map[int][]int {
	out := map[int][]int{}
	for _, e := range p.Exact {
		out[e[1]] = append(out[e[1]], e[0])
	}
	for _, g := range p.Groups {
		for _, n := range g.New {
			if g.Certain {
				out[n] = append(out[n], g.Old...)
			}
		}
	}
	return out
}

func (b *bench) gold(folders []string) error {
	for _, folder := range folders {
		files, err := filepath.Glob(filepath.Join(folder, "*.json"))
		if err != nil || len(files) == 0 {
			return fmt.Errorf("%s: no gold pairs", folder)
		}
		slices.Sort(files)
		total, absent := &score{}, 0
		for _, file := range files {
			data, err := os.ReadFile(file)
			if err != nil {
				return err
			}
			p := new(pair)
			if err := json.Unmarshal(data, p); err != nil {
				return fmt.Errorf("%s: %w", file, err)
			}
			known, err := b.pair(p, total)
			if err != nil {
				return fmt.Errorf("%s: %w", file, err)
			}
			if !known {
				absent++
			}
		}
		fmt.Printf("%s: %s; %d of %d pairs not in the library\n", filepath.Base(folder), total, absent, len(files))
	}
	return nil
}

// find gives the document of a symbol.
func (b *bench) find(name string) (library.Record, bool, error) {
	sym, _ := symbol.Parse(strings.ReplaceAll(strings.ReplaceAll(name, "_", "/"), "(", " ("), symbol.NoBody)
	records, err := b.library.Records(b.ctx, library.Which{Symbols: []string{string(sym)}})
	if err != nil || len(records) == 0 {
		return library.Record{}, false, err
	}
	return records[0], true, nil
}

func (b *bench) pair(p *pair, total *score) (known bool, err error) {
	from, known, err := b.find(p.Old)
	if err != nil || !known {
		return known, err
	}
	to, known, err := b.find(p.New)
	if err != nil || !known {
		return known, err
	}
	old, err := b.library.Document(b.ctx, from.ID)
	if err != nil {
		return true, err
	}
	draft, err := b.library.Document(b.ctx, to.ID)
	if err != nil {
		return true, err
	}
	if b.strict {
		if err := b.library.Remove(b.ctx, []int64{to.ID}); err != nil {
			return true, err
		}
		defer func() {
			if e := b.library.Add(b.ctx, []library.Item{{Name: to.Names[0], Document: draft}}, nil); err == nil {
				err = e
			}
			if e := b.library.Sort(b.ctx, nil); err == nil {
				err = e
			}
		}()
	}
	start := time.Now()
	a, err := b.library.Agreed(b.ctx, draft, library.AgreedOptions{})
	if err != nil {
		return true, err
	}
	total.spent += time.Since(start)
	total.clauses += len(a.Clauses)
	want := p.predecessors()
	for _, j := range a.Clauses {
		n := slices.IndexFunc(p.NewParagraphs, func(one paragraph) bool { return plain(one.Text) == plain(j.Clause.Text) })
		places := placesOf(old, p.OldParagraphs, want[n])
		if n < 0 || len(places) == 0 {
			continue
		}
		at := slices.IndexFunc(j.Precedents, func(one library.Precedent) bool { return has(one, from.ID, places) })
		total.at(at)
		if b.wrong && at != 0 {
			fmt.Printf("%s %s: at %d\n  new %s\n", p.ID, j.Clause.ID, at, j.Clause.Text)
			for place, text := range places {
				fmt.Printf("  old %d %s\n", place, text)
			}
			for k, one := range j.Precedents[:min(2, len(j.Precedents))] {
				fmt.Printf("  %d %s %s %s\n", k, one.Nearest.Of.Symbol, one.Nearest.Clause, one.Nearest.Text)
			}
		}
	}
	return true, nil
}

// placesOf finds paragraphs among the clauses of a document, by their words.
func placesOf(d *resolution.Document, paragraphs []paragraph, which []int) map[int]string {
	out := map[int]string{}
	for _, n := range which {
		text := plain(paragraphs[n].Text)
		if at := slices.IndexFunc(d.Clauses, func(c *resolution.Clause) bool { return plain(c.Text) == text }); at >= 0 {
			out[at] = text
		}
	}
	return out
}

// has tells whether a precedent has a clause of a document, or its very words.
func has(p library.Precedent, document int64, places map[int]string) bool {
	return slices.ContainsFunc(p.Uses, func(u library.Use) bool {
		_, there := places[u.Place]
		return u.Document == document && there
	}) || slices.ContainsFunc(p.AsIs[:1], func(u library.Use) bool {
		for _, text := range places {
			if plain(u.Text) == text {
				return true
			}
		}
		return false
	})
}

// plain is a text by its letters and digits alone.
func plain(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, s)
}
