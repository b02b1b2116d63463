package pdf

import (
	"reprise/read/pdf/pdftest"
	"reprise/resolution/recognise/blocktest"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// A page in two columns is read down the left one, then down the right one.
func TestPDFColumns(t *testing.T) {
	text, err := engine.Read(t.Context(), pdftest.BoundVolume())
	if err != nil {
		t.Fatal(err)
	}
	want := []string{
		"text: Resolutions and decisions of the Security Council, 2146",
		"heading: TEACUPS OF THE NORTHERN AND SOUTHERN LIGHTHOUSES",
		"text: *Resolution 9001 (2146)*",
		"text: *of 3 May 2146*",
		"text: *The Security Council,*",
		"text: *Recalling* its resolutions on the teacups that the keepers of the northern lighthouses count every year, " +
			"and those on the teacups of the southern ones,^1^",
		"text: *Noting* that many cups were broken by visitors, who came in great numbers to see the light, " +
			"and that few of them brought cups of their own to the lighthouses,",
		"text: *Convinced* that a lighthouse without teacups is no place to receive guests, least of all in the winter, " +
			"when the keepers have little else to offer to those who come a long way over the ice and stay until the storm has " +
			"gone down and the boats can be put to sea once again with all who came in them,",
		"text: 1. *Requests* all keepers to count their teacups once a year and to tell the others how many there are, " +
			"how many were broken, and how many were given away;",
		"text: 2. *Calls upon* all visitors to bring a cup with them, in particular those who come to the lighthouses of the " +
			"northern islands, where cups are dear;",
		"text: 3. *Decides* to send to each lighthouse twelve cups of the kind that does not break, six saucers and one " +
			"large pot, as soon as the boats can land there, and to ask for a receipt that names the number of cups which " +
			"came whole, in the manner that the keepers themselves think best, and to publish the receipts each spring, so " +
			"that all may see them;",
		"note [1]: See the report of the keepers on the teacups of the southern lighthouses, which were counted by them for the " +
			"first time in that year.",
		"text: 4. *Decides* to remain seized of the matter.",
		"text: *Adopted at the 9777th meeting.*",
		"furniture: Resolutions and decisions of the Security Council, 2146 17",
	}
	if d := cmp.Diff(want, blocktest.Shown(text.Blocks)); d != "" {
		t.Errorf("-want +got:\n%s", d)
	}
	if text.Columns != 1 {
		t.Errorf("%d pages in columns, want 1", text.Columns)
	}
}

// What has a white band down the middle and is no text in two columns.
func TestPDFNoColumns(t *testing.T) {
	goal := []string{
		"To give to each and every lighthouse the teacups that",
		"its keepers and their guests need,",
	}
	measure := []string{
		"Number of teacups, saucers and pots for each of the",
		"keepers, told apart by lighthouse",
	}
	long := append(append([]string{}, goal...), goal...)
	cells := (&pdftest.Maker{}).Page()
	lists := (&pdftest.Maker{}).Page()
	for i := range 9 {
		y := 720 - 42*float64(i)
		if i%2 == 0 {
			cells.Column(60, y, goal...).Column(318, y, measure...)
		} else {
			cells.Column(60, y, measure...).Column(318, y, goal...)
		}
	}
	for range 5 {
		lists.Column(60, 720, "Northland", "Southland and the Isles", "Westland", "", "Eastland", "The Far Lights", "", "Midland",
			"North Reef", "South Reef", "Upper Rock and Lower Rock", "Ness").Column(318, 720, "Holm", "Skerry", "The Stacks", "", "Voe", "Geo")
	}
	for name, made := range map[string]*pdftest.Maker{
		"a table with long cells":    cells,
		"lists of names":             lists,
		"a text with one column":     pdftest.TeacupsMaker(),
		"a page with the left alone": (&pdftest.Maker{}).Page().Column(60, 720, append(long, long...)...),
	} {
		pages, err := engine.pages(t.Context(), made.Bytes(), &survey{})
		if err != nil {
			t.Fatal(err)
		}
		if _, n := frames(pages); n != 0 {
			t.Errorf("%s: read in two columns", name)
		}
	}
}

// Lines that were stretched to fill a narrow column are no rows of a table.
func TestPDFStretchedLines(t *testing.T) {
	m := (&pdftest.Maker{}).Page()
	for i, line := range []string{"decides to let each keeper of", "lighthouses count all the", "many teacups with care and",
		"keep each teacup in its box", "with all the others beside", "it and then to publish it"} {
		m.Justified(60, 720-12*float64(i), 150, line)
	}
	text, err := engine.Read(t.Context(), m.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	want := []string{"text: decides to let each keeper of lighthouses count all the many teacups with care and keep each teacup in its box " +
		"with all the others beside it and then to publish it"}
	if d := cmp.Diff(want, blocktest.Shown(text.Blocks)); d != "" {
		t.Errorf("-want +got:\n%s", d)
	}
}
