package reprise_test

import (
	"context"
	"fmt"
	"io"
	"log"
	"os"

	"reprise/diff"
	"reprise/read"
	"reprise/report/page"
)

// From files to a comparison in a form, as the README has it.
func Example() {
	oldBytes, err := os.ReadFile("testdata/specimen/A_RES_200_41.md")
	if err != nil {
		log.Fatal(err)
	}
	newBytes, err := os.ReadFile("testdata/specimen/A_RES_202_38.txt")
	if err != nil {
		log.Fatal(err)
	}

	old, err := read.Open(context.Background(), "old.md", oldBytes, read.Options{})
	if err != nil {
		log.Fatal(err)
	}
	new, err := read.Open(context.Background(), "new.txt", newBytes, read.Options{})
	if err != nil {
		log.Fatal(err)
	}
	c := diff.Compare(old, new)
	if err := (page.HTML{}).Render(io.Discard, c); err != nil {
		log.Fatal(err)
	}

	for _, ch := range c.Changes {
		if ch.Status == diff.Reworded && ch.Nature == diff.Substantive {
			fmt.Println(ch.New[0].Name(), ch.Reasons[0].Kind())
		}
	}
	// Output:
	// PP6 intensity
	// OP2 lead
	// OP4 (b) number
}
