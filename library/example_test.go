package library_test

import (
	"context"
	"fmt"
	"log"
	"os"
	"path/filepath"

	"reprise/library"
	"reprise/library/store"
	"reprise/read"
)

// From a folder to what of a draft was agreed before: open a place to keep things in,
// add documents, sort them into series, ask.
func Example() {
	ctx := context.Background()
	folder, err := os.MkdirTemp("", "library")
	if err != nil {
		log.Fatal(err)
	}
	defer os.RemoveAll(folder)

	kept, err := store.Open(ctx, folder, store.Create)
	if err != nil {
		log.Fatal(err)
	}
	defer kept.Close()
	l := library.New(kept)
	if err := l.Add(ctx, items(ctx, "A_RES_204_52.md", "A_RES_206_47.md", "A_RES_208_33.md"), nil); err != nil {
		log.Fatal(err)
	}
	if err := l.Sort(ctx, nil); err != nil {
		log.Fatal(err)
	}
	agreement, err := l.Agreed(ctx, items(ctx, "A_RES_210_29.md")[0].Document, library.AgreedOptions{})
	if err != nil {
		log.Fatal(err)
	}

	for _, j := range agreement.Clauses[:4] {
		fmt.Println(j.Clause.Name(), j.Standing)
		if j.Standing == library.Agreed {
			fmt.Println("  as in", j.Precedents[0].Nearest.Of.Symbol, "since", j.Precedents[0].First().Of.Symbol)
		}
	}
	// Output:
	// PP1 amended
	// PP2 agreed
	//   as in A/RES/208/33 since A/RES/204/52
	// PP3 agreed
	//   as in A/RES/208/33 since A/RES/204/52
	// PP4 agreed
	//   as in A/RES/208/33 since A/RES/204/52
}

// ExampleLibrary_Find finds a phrase, once for all versions of its clause.
func ExampleLibrary_Find() {
	ctx := context.Background()
	folder, err := os.MkdirTemp("", "library")
	if err != nil {
		log.Fatal(err)
	}
	defer os.RemoveAll(folder)
	kept, err := store.Open(ctx, folder, store.Create)
	if err != nil {
		log.Fatal(err)
	}
	defer kept.Close()
	l := library.New(kept)
	if err := l.Add(ctx, items(ctx, "A_RES_206_47.md", "A_RES_208_33.md"), nil); err != nil {
		log.Fatal(err)
	}
	if err := l.Sort(ctx, nil); err != nil {
		log.Fatal(err)
	}
	found, err := l.Find(ctx, "sea bird", library.FindOptions{})
	if err != nil {
		log.Fatal(err)
	}
	for _, f := range found.Findings {
		fmt.Println(f.How, "in", len(f.Uses), "texts, last in", f.Last().Of.Symbol, f.Last().Clause)
	}
	// Output:
	// forms in 2 texts, last in A/RES/208/33 op3
}

func items(ctx context.Context, names ...string) []library.Item {
	var out []library.Item
	for _, name := range names {
		content, err := os.ReadFile(filepath.Join("..", "testdata", "specimen", name))
		if err != nil {
			log.Fatal(err)
		}
		d, err := read.Open(ctx, name, content, read.Options{})
		if err != nil {
			log.Fatal(err)
		}
		out = append(out, library.Item{Name: name, Content: content, Document: d})
	}
	return out
}
