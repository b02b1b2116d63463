package negotiate_test

import (
	"os"
	"strings"
	"testing"

	"reprise/negotiate"
	"reprise/negotiate/rolling"
	"reprise/read"
)

// The examples of docs/negotiation.md do what the page says: the notes fit the specimen,
// the rolling text that reprise writes gives its proposals back, the one typed by hand
// is read with all its brackets.
func TestExamplesOfTheDocs(t *testing.T) {
	page, err := os.ReadFile("../docs/negotiation.md")
	if err != nil {
		t.Fatal(err)
	}
	var blocks []string
	for i, part := range strings.Split(string(page), "```") {
		if i%2 == 1 {
			blocks = append(blocks, strings.TrimSpace(part))
		}
	}
	if len(blocks) != 3 {
		t.Fatalf("found %d examples, wanted notes, a rolling text as written, and one typed by hand", len(blocks))
	}
	doc, err := read.Open(t.Context(), "notes", []byte(strings.ReplaceAll(blocks[0], "\n", "\n\n")), read.Options{Amendment: true, Language: "en"})
	if err != nil {
		t.Fatal(err)
	}
	r := negotiate.Apply(text(t, "../testdata/specimen/A_RES_200_41.md"), negotiate.Read(doc))
	if got, want := operationsOf(r), "replace-words op4; delete pp3; insert op5"; got != want {
		t.Errorf("notes: %s, want %s", got, want)
	}
	c, err := negotiate.ReadRolling(append([]string{"Proposals: EU; Group of 77", "OP3. Asks all;"}, strings.Split(blocks[1], "\n")...), "en")
	if err != nil {
		t.Fatal(err)
	}
	for author, want := range []string{"Asks all; Welcomes the establishment of the Fund; Invites all to help;", "Encourages Member States to train young keepers; Also welcomes the establishment of the Fund;"} {
		var got []string
		for _, clause := range c.Apart(author).Clauses {
			if clause.Counted() {
				got = append(got, clause.Text)
			}
		}
		if s := strings.Join(got, " "); s != want {
			t.Errorf("%s: %s\nwant %s", c.Names[author], s, want)
		}
	}
	hand, err := read.Open(t.Context(), "hand", []byte("The General Assembly,\n\n"+strings.ReplaceAll(blocks[2], "\n", "\n\n")), read.Options{})
	if err != nil {
		t.Fatal(err)
	}
	reading := rolling.Read(hand)
	if got := len(reading.Brackets()); got != 8 || len(reading.Loose) > 0 || strings.Join(reading.Parties, " ") != "EU CANZ US Japan" {
		t.Errorf("typed by hand: %d brackets, %d loose, of %v", got, len(reading.Loose), reading.Parties)
	}
}
