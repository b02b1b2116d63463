package series

// What a word weighs when the words of a hunk are matched: three stop words
// are as much as one word of content, for "of the" stands everywhere.
const (
	stopWeight    = 1
	contentWeight = 3
)

// keptCells bounds the work for one hunk: two texts of a thousand words. Past
// it a whole annex was replaced, and nothing is said to be kept.
const keptCells = 1 << 20

// keptLeast is the least weight of words in a row that count as kept: one of
// content, or two. A single stop word that both texts have stayed by chance.
const keptLeast = 2 * stopWeight

// keep notes the origins of the words of a span that the deleted text has in
// the same order: the heaviest common subsequence.
func (s *Series) keep(span []word, found []Origin, was []Origin) {
	older := s.wordsIn(textOf(was))
	if len(span)*len(older) > keptCells {
		return
	}
	best := s.heaviest(span, older)
	for i, j := 0, 0; i < len(span) && j < len(older); {
		n := 0 // matches in a row
		for ; best.matches(i+n, j+n); n++ {
		}
		if n > 0 && best.at(i, j)-best.at(i+n, j+n) >= keptLeast {
			for k := range n {
				found[i+k] = originAt(text{words: was}, older[j+k])
			}
		}
		switch {
		case n > 0:
			i, j = i+n, j+n
		case best.at(i+1, j) >= best.at(i, j+1):
			i++
		default:
			j++
		}
	}
}

func (s *Series) weight(w word) int32 {
	if s.lex.Stop(w.text) {
		return stopWeight
	}
	return contentWeight
}

// grid holds the weight of the heaviest common subsequence of every pair of
// rests of two texts.
type grid struct {
	span, older []word
	weights     []int32 // of the words of span
	cells       []int32
	width       int
}

// matches tells whether the words at i and j are one step of the heaviest
// common subsequence.
func (g grid) matches(i, j int) bool {
	return i < len(g.span) && j < len(g.older) && g.span[i].text == g.older[j].text &&
		g.at(i, j) == g.at(i+1, j+1)+g.weights[i]
}

func (g grid) at(i, j int) int32 { return g.cells[i*g.width+j] }

func (s *Series) heaviest(span, older []word) grid {
	g := grid{span: span, older: older, width: len(older) + 1}
	g.cells = make([]int32, (len(span)+1)*g.width)
	for _, w := range span {
		g.weights = append(g.weights, s.weight(w))
	}
	for i := len(span) - 1; i >= 0; i-- {
		for j := len(older) - 1; j >= 0; j-- {
			best := max(g.at(i+1, j), g.at(i, j+1))
			if span[i].text == older[j].text {
				best = max(best, g.at(i+1, j+1)+g.weights[i])
			}
			g.cells[i*g.width+j] = best
		}
	}
	return g
}
