// Command agreed measures what reprise agreed tells, on a library of real texts:
//
//	go run ./bench/agreed -library FOLDER [-strict] [-made N] GOLD...
//
// For every new text of the gold pairs that the library has, and each of its clauses
// that readers linked with certainty, it says how often the true predecessor, or a
// clause of its lineage, stands first among the precedents, and among the first five.
// The new text itself is left out by its symbol; with -strict it is taken out of the
// library first, so that no lineage is known through it (the library is to be a copy).
// With -made it makes so many drafts of texts of the library, with clauses edited,
// merged and split, and says how often their source stands first, and how often a
// clause is called agreed that is not.
package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"time"

	"reprise/library"
	"reprise/library/store"
)

// bench is one run.
type bench struct {
	ctx     context.Context
	library *library.Library
	strict  bool
	wrong   bool // every clause whose predecessor does not stand first is printed
}

func main() {
	where := flag.String("library", "", "folder of a library of the texts, or an address of PostgreSQL")
	strict := flag.Bool("strict", false, "take each new text out of the library first; it is put in again, in another place")
	wrong := flag.Bool("wrong", false, "list the clauses whose predecessor does not stand first")
	made := flag.Int("made", 0, "so many drafts are made, too")
	flag.Parse()
	if *where == "" || flag.NArg() == 0 && *made == 0 {
		fmt.Fprintln(os.Stderr, "usage: agreed -library FOLDER [-strict] [-wrong] [-made N] GOLD...")
		os.Exit(2)
	}
	if err := run(*where, &bench{ctx: context.Background(), strict: *strict, wrong: *wrong}, *made); err != nil {
		fmt.Fprintln(os.Stderr, "agreed:", err)
		os.Exit(1)
	}
}

func run(where string, b *bench, made int) error {
	s, err := store.Open(b.ctx, where, store.Existing)
	if err != nil {
		return err
	}
	defer s.Close()
	b.library = library.New(s)
	if flag.NArg() > 0 {
		if err := b.gold(flag.Args()); err != nil {
			return err
		}
	}
	if made > 0 {
		return b.made(made)
	}
	return nil
}

// score counts where predecessors stand.
type score struct {
	all, first, five int
	spent            time.Duration
	clauses          int
}

// at counts a clause whose predecessor stands at a place, from 0; below 0 nowhere.
func (s *score) at(place int) {
	s.all++
	if place == 0 {
		s.first++
	}
	if place >= 0 && place < 5 {
		s.five++
	}
}

func (s *score) String() string {
	n := float64(max(1, s.all))
	return fmt.Sprintf("%d clauses: predecessor first %.4f, in the first five %.4f; %.1f ms a clause",
		s.all, float64(s.first)/n, float64(s.five)/n, float64(s.spent.Microseconds())/1000/float64(max(1, s.clauses)))
}
