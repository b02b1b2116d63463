// Command library measures a library of real texts, which `reprise library add` has
// made: how long it takes to open, to find a phrase, and to tell of a draft of sixty
// clauses what was agreed:
//
//	go run ./bench/library FOLDER|ADDRESS
//
// The phrases and the draft are chosen evenly among the texts, always the same for the
// same library. Time and memory of adding are those of the command (docs/library.md).
package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"slices"
	"strings"
	"time"

	"reprise/library"
	"reprise/library/store"
	"reprise/resolution"
)

// How much is measured.
const (
	openings     = 20
	phrases      = 300
	drafts       = 10
	draftClauses = 60
)

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: library FOLDER|ADDRESS")
		os.Exit(2)
	}
	if err := measure(context.Background(), os.Args[1]); err != nil {
		fmt.Fprintln(os.Stderr, "library:", err)
		os.Exit(1)
	}
}

func measure(ctx context.Context, where string) error {
	var open, find, agreed []time.Duration
	for range openings {
		took, err := timed(func() error {
			s, err := store.Open(ctx, where, store.Existing)
			if err != nil {
				return err
			}
			return s.Close()
		})
		if err != nil {
			return err
		}
		open = append(open, took)
	}
	s, err := store.Open(ctx, where, store.Existing)
	if err != nil {
		return err
	}
	defer s.Close()
	l := library.New(s)
	clauses, err := clausesOf(ctx, l)
	if err != nil {
		return err
	}
	for n := range phrases {
		words := strings.Fields(clauses[n*len(clauses)/phrases].Text)
		size := min(len(words), 1+n%5)
		at := (n * 7) % (len(words) - size + 1)
		took, err := timed(func() error {
			_, err := l.Find(ctx, strings.Join(words[at:at+size], " "), library.FindOptions{})
			return err
		})
		if errors.Is(err, library.ErrNoWords) {
			continue
		}
		if err != nil {
			return err
		}
		find = append(find, took)
	}
	for n := range drafts {
		draft := &resolution.Document{Language: "en", Draft: true}
		for k := range draftClauses {
			draft.Clauses = append(draft.Clauses, clauses[(n+k*drafts)*len(clauses)/(drafts*draftClauses)])
		}
		took, err := timed(func() error {
			_, err := l.Agreed(ctx, draft, library.AgreedOptions{})
			return err
		})
		if err != nil {
			return err
		}
		agreed = append(agreed, took)
	}
	tell("open", open)
	tell("find a phrase of 1 to 5 words", find)
	tell(fmt.Sprintf("agreed of %d clauses", draftClauses), agreed)
	return nil
}

// clausesOf are clauses of texts chosen evenly.
func clausesOf(ctx context.Context, l *library.Library) ([]*resolution.Clause, error) {
	records, err := l.Records(ctx, library.Which{})
	if err != nil {
		return nil, err
	}
	var out []*resolution.Clause
	const texts = 100
	for n := range texts {
		d, err := l.Document(ctx, records[n*len(records)/texts].ID)
		if err != nil {
			return nil, err
		}
		for _, c := range d.Clauses {
			if d.Language == "en" && c.Counted() && c.Kind == resolution.Paragraph && len(strings.Fields(c.Text)) > 0 {
				out = append(out, c)
			}
		}
	}
	if len(out) < drafts*draftClauses {
		return nil, fmt.Errorf("only %d clauses: too small a library to measure", len(out))
	}
	return out, nil
}

func timed(do func() error) (time.Duration, error) {
	start := time.Now()
	err := do()
	return time.Since(start), err
}

func tell(what string, times []time.Duration) {
	slices.Sort(times)
	at := func(share float64) float64 {
		return float64(times[int(share*float64(len(times)-1))].Microseconds()) / 1000
	}
	fmt.Printf("%s: median %.1f ms, p95 %.1f ms, longest %.1f ms (%d times)\n", what, at(.5), at(.95), at(1), len(times))
}
