package series_test

import (
	"context"
	"fmt"

	"reprise/read"
	"reprise/resolution"
	"reprise/series"
)

// Three versions of an invented resolution. The second drops the clause on
// foghorns, the third brings it back.
var kites = []string{
	`207/8. Flying of kites from lighthouses

The General Assembly,

Recalling its resolution 205/4 of 3 December 2150,

1. Welcomes the flying of kites from lighthouses on calm days;

2. Requests keepers to sound their foghorns when a kite is lost in fog or cloud.
`,
	`209/12. Flying of kites from lighthouses

The General Assembly,

Recalling its resolutions 205/4 of 3 December 2150 and 207/8 of 2 December 2152,

1. Welcomes the flying of kites of every colour from lighthouses on calm days.
`,
	`211/3. Flying of kites from lighthouses

The General Assembly,

Recalling its resolutions 205/4 of 3 December 2150, 207/8 of 2 December 2152 and 209/12 of 4 December 2154,

1. Welcomes the flying of kites of every colour from lighthouses on calm days;

2. Requests keepers to sound their foghorns when a kite is lost in fog or cloud.
`,
}

func kiteDocuments() []*resolution.Document {
	var docs []*resolution.Document
	for _, text := range kites {
		d, err := read.Open(context.Background(), "kites.txt", []byte(text), read.Options{})
		if err != nil {
			fmt.Println(err)
			continue
		}
		docs = append(docs, d)
	}
	return docs
}

// From files to lineages: open, group, follow, look.
func Example() {
	var docs []*resolution.Document
	for _, text := range kites {
		d, err := read.Open(context.Background(), "kites.txt", []byte(text), read.Options{})
		if err != nil {
			fmt.Println(err)
			return
		}
		docs = append(docs, d)
	}
	found := series.Group(docs)
	s := series.Follow(found[0].Documents)
	for v, state := range s.Lineage("A/RES/207/8/op2").States {
		fmt.Println(s.Versions[v].Name, state.Status)
	}
	// Output:
	// A/RES/207/8 new
	// A/RES/209/12 dropped
	// A/RES/211/3 revived
}

func ExampleGroup() {
	for _, f := range series.Group(kiteDocuments()) {
		fmt.Println(f.Title(), len(f.Documents))
		for _, m := range f.Missing {
			fmt.Println("missing", m.Symbol)
		}
	}
	// Output:
	// Flying of kites from lighthouses 3
	// missing A/RES/205/4
}

func ExampleOrder() {
	docs := kiteDocuments()
	docs[0], docs[2] = docs[2], docs[0]
	for _, d := range series.Order(docs) {
		fmt.Println(d.Symbol)
	}
	// Output:
	// A/RES/207/8
	// A/RES/209/12
	// A/RES/211/3
}

// The origin of every word of a clause.
func ExampleFollow() {
	s := series.Follow(kiteDocuments())
	latest := s.Versions[2].Document
	for _, o := range s.State(latest.Clause("op1")).Words {
		fmt.Printf("%s %q\n", s.Versions[o.First].Name, o.Text)
	}
	// Output:
	// A/RES/207/8 "Welcomes the flying of kites"
	// A/RES/209/12 " of every colour"
	// A/RES/207/8 " from lighthouses on calm days;"
}
