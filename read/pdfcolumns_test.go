package read

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// column prints lines one below the other, from the given place downwards; an
// empty line parts paragraphs, three spaces indent.
func (m *pdfMaker) column(x, y float64, lines ...string) *pdfMaker {
	for _, l := range lines {
		if l == "" {
			y -= 6
			continue
		}
		text := strings.TrimLeft(l, " ")
		m.styled(x+4*float64(len(l)-len(text)), y, text)
		y -= 12
	}
	return m
}

// boundVolume is a made page of a bound volume and the one after it: a head
// over both columns, a title over both, a paragraph that goes on from column to
// column and one from page to page, a footnote below the columns.
func boundVolume() []byte {
	m := (&pdfMaker{}).page()
	m.put(170, 750, 9, roman, "Resolutions and decisions of the Security Council, 2146")
	m.put(130, 720, 12, bold, "TEACUPS OF THE NORTHERN AND SOUTHERN LIGHTHOUSES")
	m.column(60, 690,
		"*Resolution 9001 (2146)*",
		"*of 3 May 2146*", "",
		"   *The Security Council,*", "",
		"   *Recalling* its resolutions on the teacups that the",
		"keepers of the northern lighthouses count every year,",
		"and those on the teacups of the southern ones,^1^", "",
		"   *Noting* that many cups were broken by visitors, who",
		"came in great numbers to see the light, and that few",
		"of them brought cups of their own to the lighthouses,", "",
		"   *Convinced* that a lighthouse without teacups is no",
		"place to receive guests, least of all in the winter, when",
		"the keepers have little else to offer to those who come",
		"a long way over the ice and stay until the storm has")
	m.column(318, 690,
		"gone down and the boats can be put to sea once again",
		"with all who came in them,", "",
		"   1. *Requests* all keepers to count their teacups once",
		"a year and to tell the others how many there are, how",
		"many were broken, and how many were given away;", "",
		"   2. *Calls upon* all visitors to bring a cup with them,",
		"in particular those who come to the lighthouses of the",
		"northern islands, where cups are dear;", "",
		"   3. *Decides* to send to each lighthouse twelve cups",
		"of the kind that does not break, six saucers and one",
		"large pot, as soon as the boats can land there, and to",
		"ask for a receipt that names the number of cups which",
		"came whole, in the manner that the keepers themselves")
	m.put(60, 440, 8, roman, "___________")
	m.put(60, 428, 5.5, roman, "1").put(64, 425, 8, roman, "See the report of the keepers on the teacups of the southern lighthouses, which were counted by them for the")
	m.put(60, 415, 8, roman, "first time in that year.")
	m.page()
	m.put(170, 750, 9, roman, "Resolutions and decisions of the Security Council, 2146").put(540, 750, 9, roman, "17")
	m.column(60, 720,
		"think best, and to publish the receipts each spring, so",
		"that all may see them;", "",
		"   4. *Decides* to remain seized of the matter.", "",
		"                    *Adopted at the 9777th meeting.*")
	return m.bytes()
}

// A page in two columns is read down the left one, then down the right one.
func TestPDFColumns(t *testing.T) {
	blocks, warnings, err := readPDF(boundVolume(), Options{})
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
	if d := cmp.Diff(want, shown(blocks)); d != "" {
		t.Errorf("-want +got:\n%s", d)
	}
	if want := []string{"1 page was read in two columns.", "1 line was set aside as page furniture."}; !cmp.Equal(want, warnings) {
		t.Errorf("warnings %q, want %q", warnings, want)
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
	cells := (&pdfMaker{}).page()
	lists := (&pdfMaker{}).page()
	for i := range 9 {
		y := 720 - 42*float64(i)
		if i%2 == 0 {
			cells.column(60, y, goal...).column(318, y, measure...)
		} else {
			cells.column(60, y, measure...).column(318, y, goal...)
		}
	}
	for range 5 {
		lists.column(60, 720, "Northland", "Southland and the Isles", "Westland", "", "Eastland", "The Far Lights", "", "Midland",
			"North Reef", "South Reef", "Upper Rock and Lower Rock", "Ness").column(318, 720, "Holm", "Skerry", "The Stacks", "", "Voe", "Geo")
	}
	for name, made := range map[string]*pdfMaker{
		"a table with long cells":    cells,
		"lists of names":             lists,
		"a text with one column":     teacupsMaker(),
		"a page with the left alone": (&pdfMaker{}).page().column(60, 720, append(long, long...)...),
	} {
		pages, err := pdfPages(made.bytes(), nil)
		if err != nil {
			t.Fatal(err)
		}
		if _, n := frames(pages); n != 0 {
			t.Errorf("%s: read in two columns", name)
		}
	}
}

// timesWidths are the widths of the small letters of Times-Roman, in
// thousandths of its size.
var timesWidths = [26]float64{444, 500, 444, 500, 444, 333, 500, 500, 278, 278, 500, 278, 778,
	500, 500, 500, 500, 333, 389, 278, 500, 500, 722, 500, 500, 444}

// justified prints small letters in a line that is stretched to a width.
func (m *pdfMaker) justified(x, y, width float64, text string) *pdfMaker {
	words := strings.Fields(text)
	for _, c := range strings.Join(words, "") {
		width -= timesWidths[c-'a'] / 100
	}
	for _, w := range words {
		m.put(x, y, 10, roman, w)
		for _, c := range w {
			x += timesWidths[c-'a'] / 100
		}
		x += width / float64(len(words)-1)
	}
	return m
}

// Lines that were stretched to fill a narrow column are no rows of a table.
func TestPDFStretchedLines(t *testing.T) {
	m := (&pdfMaker{}).page()
	for i, line := range []string{"decides to let each keeper of", "lighthouses count all the", "many teacups with care and",
		"keep each teacup in its box", "with all the others beside", "it and then to publish it"} {
		m.justified(60, 720-12*float64(i), 150, line)
	}
	blocks, _, err := readPDF(m.bytes(), Options{})
	if err != nil {
		t.Fatal(err)
	}
	want := []string{"text: decides to let each keeper of lighthouses count all the many teacups with care and keep each teacup in its box " +
		"with all the others beside it and then to publish it"}
	if d := cmp.Diff(want, shown(blocks)); d != "" {
		t.Errorf("-want +got:\n%s", d)
	}
}
