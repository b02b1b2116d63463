// Command corpus aligns every pair of successive resolutions in a folder of
// texts and says how long that took:
//
//	go run ./bench/corpus [-chains] FOLDER...
//
// Two texts are a pair where the later has the title of the earlier and none
// came between, or cites it, as the latest of those it cites, in its first
// preambular paragraph. Reading is not part of the time. With -chains it also
// measures the links of texts that are several versions apart, see sayChains.
package main

import (
	"cmp"
	"context"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"syscall"
	"time"

	"reprise/align"
	"reprise/read"
	"reprise/resolution"
	"reprise/resolution/symbol"
)

func main() {
	chains := flag.Bool("chains", false, "measure links between texts several versions apart")
	flag.Parse()
	if flag.NArg() == 0 {
		fmt.Fprintln(os.Stderr, "usage: corpus [-chains] FOLDER...")
		os.Exit(2)
	}
	docs, err := readAll(flag.Args())
	if err != nil {
		fmt.Fprintln(os.Stderr, "corpus:", err)
		os.Exit(1)
	}
	pairs := pairsOf(docs)
	start := processorTime()
	total := alignAll(pairs)
	took := processorTime() - start
	fmt.Printf("%d texts, %d pairs, %d by %d clauses\n", len(docs), len(pairs), total.old.Load(), total.new.Load())
	fmt.Printf("aligned in %.2f s of processor time, %.2f ms a pair\n", took.Seconds(), took.Seconds()*1000/float64(max(1, len(pairs))))
	fmt.Printf("%d links, of these %d uncertain, %d moved, %d of several clauses; %d added, %d removed\n",
		total.links.Load(), total.uncertain.Load(), total.moved.Load(), total.several.Load(), total.added.Load(), total.removed.Load())
	if *chains {
		sayChains(pairs)
	}
}

// processorTime is that of the process so far: the clock is of no use on a busy machine.
func processorTime() time.Duration {
	var use syscall.Rusage
	if syscall.Getrusage(syscall.RUSAGE_SELF, &use) != nil {
		return 0
	}
	return time.Duration(use.Utime.Nano() + use.Stime.Nano())
}

// readAll reads the texts in order of adoption; what cannot be read is left out.
func readAll(folders []string) ([]*resolution.Document, error) {
	var docs []*resolution.Document
	for _, folder := range folders {
		err := filepath.WalkDir(folder, func(path string, entry fs.DirEntry, err error) error {
			if err != nil || entry.IsDir() || filepath.Ext(path) != ".txt" {
				return err
			}
			content, err := os.ReadFile(path)
			if err != nil {
				return err
			}
			if d, err := read.Open(context.Background(), path, content, read.Options{}); err == nil && d.Symbol != "" {
				docs = append(docs, d)
			}
			return nil
		})
		if err != nil {
			return nil, err
		}
	}
	slices.SortStableFunc(docs, func(a, b *resolution.Document) int {
		return cmp.Or(cmp.Compare(a.Adopted.Year, b.Adopted.Year), cmp.Compare(a.Adopted.Month, b.Adopted.Month),
			cmp.Compare(a.Adopted.Day, b.Adopted.Day), cmp.Compare(a.Symbol, b.Symbol))
	})
	return docs, nil
}

type pair struct{ old, new *resolution.Document }

func pairsOf(docs []*resolution.Document) []pair {
	var pairs []pair
	seen := map[pair]bool{}
	add := func(old, new *resolution.Document) {
		if p := (pair{old, new}); old != nil && old.Symbol != new.Symbol && !seen[p] {
			seen[p] = true
			pairs = append(pairs, p)
		}
	}
	byTitle, byNumber := map[string]*resolution.Document{}, map[string]*resolution.Document{}
	for _, d := range docs {
		if d.Title != "" {
			key := d.Body.String() + " " + strings.ToLower(d.Title)
			add(byTitle[key], d)
			byTitle[key] = d
		}
		add(predecessor(d, byNumber), d)
		byNumber[d.Body.String()+" "+number(d.Symbol)] = d
	}
	return pairs
}

// number is the end of a symbol as texts cite it: "73/58", "1540 (2004)".
func number(s symbol.Symbol) string {
	text := string(s)
	if at := strings.LastIndex(text, "RES/"); at >= 0 {
		return text[at+len("RES/"):]
	}
	return text
}

// predecessor is the latest of the texts that the first preambular paragraph
// cites.
func predecessor(d *resolution.Document, byNumber map[string]*resolution.Document) *resolution.Document {
	i := slices.IndexFunc(d.Clauses, func(c *resolution.Clause) bool { return c.Part == resolution.Preamble && !c.IsFormula() })
	if i < 0 {
		return nil
	}
	var last *resolution.Document
	words := strings.FieldsFunc(d.Clauses[i].Text, func(r rune) bool { return strings.ContainsRune(" ,;.", r) })
	for n, w := range words {
		cited := w
		if n+1 < len(words) && strings.HasPrefix(words[n+1], "(") {
			cited += " " + words[n+1]
		}
		for _, key := range []string{w, cited} {
			if found := byNumber[d.Body.String()+" "+key]; found != nil {
				last = found
			}
		}
	}
	return last
}

type totals struct {
	old, new, links, uncertain, moved, several, added, removed atomic.Int64
}

func alignAll(pairs []pair) *totals {
	t := &totals{}
	next := atomic.Int64{}
	var wait sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		wait.Go(func() {
			for n := next.Add(1) - 1; n < int64(len(pairs)); n = next.Add(1) - 1 {
				t.count(pairs[n], align.Documents(pairs[n].old, pairs[n].new))
			}
		})
	}
	wait.Wait()
	return t
}

func (t *totals) count(p pair, links []align.Link) {
	t.old.Add(int64(len(p.old.Clauses)))
	t.new.Add(int64(len(p.new.Clauses)))
	for _, l := range links {
		switch {
		case l.Evidence == align.Role:
		case len(l.Old) == 0:
			t.added.Add(1)
		case len(l.New) == 0:
			t.removed.Add(1)
		default:
			t.links.Add(1)
			addIf(&t.uncertain, l.Uncertain)
			addIf(&t.moved, l.Moved)
			addIf(&t.several, len(l.Old)+len(l.New) > 2)
		}
	}
}

func addIf(counter *atomic.Int64, holds bool) {
	if holds {
		counter.Add(1)
	}
}
