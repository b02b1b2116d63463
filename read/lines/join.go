package lines

import "reprise/resolution/recognise"

// join adds a line to the paragraph at n. A paragraph may have any number of lines,
// so its text grows in place, and is written into its block by grown.
func (a *assembly) join(out []recognise.Block, n int, text string) {
	so, ok := a.growing[n]
	if !ok {
		so = []byte(out[n].Spans[0].Text)
	}
	if a.growing == nil {
		a.growing = map[int][]byte{}
	}
	a.growing[n] = a.joined(so, text)
}

// grown writes what was joined into the blocks.
func (a *assembly) grown(out []recognise.Block) {
	for n, text := range a.growing {
		out[n].Spans[0].Text = string(text)
	}
	a.growing = nil
}

// soFar is the text of a paragraph as a line that comes behind it sees it: whole, or
// its begin and its end where it is longer than any line looks back.
func (a *assembly) soFar(out []recognise.Block, n int) string {
	text, ok := a.growing[n]
	switch {
	case !ok:
		return out[n].Spans[0].Text
	case len(text) <= 2*farBack:
		return string(text)
	}
	return string(text[:farBack]) + string(text[len(text)-farBack:])
}

// farBack is longer than a masthead's longest list of sponsors.
const farBack = 4 << 10
