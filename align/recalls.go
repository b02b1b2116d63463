package align

import (
	"strings"

	"reprise/internal/lexicon"
)

// A resolution recalls those before it, and the next one recalls it too: by the
// other text's very symbol a recalling belongs to that text's own list, however
// few words the two share. Gold pairs print no symbols, so that nothing can be
// learnt of it.

// ownRecall is the least log odds of such a recalling with the likest one of the
// other text: it is likelier than not.
const ownRecall = 1 * nat

// recallsOwn tells whether both clauses recall, and one of them the other's text.
func (m *matcher) recallsOwn(i, j int32) bool {
	if m.offices[0].of[i] != lexicon.Recalls || m.offices[1].of[j] != lexicon.Recalls {
		return false
	}
	return cites(m.new.texts[j].clause.Text, m.symbols[0]) || cites(m.old.texts[i].clause.Text, m.symbols[1])
}

// ownRecalls calls f for the pairs of open clauses of which one recalls the other's
// text.
func (m *matcher) ownRecalls(f func(i, j int32)) {
	if m.symbols[0] == "" && m.symbols[1] == "" {
		return
	}
	var olds, news []int32
	for i, o := range m.offices[0].of {
		if o == lexicon.Recalls {
			olds = append(olds, int32(i))
		}
	}
	for j, o := range m.offices[1].of {
		if o == lexicon.Recalls {
			news = append(news, int32(j))
		}
	}
	if len(olds)*len(news) > mostRecalls {
		return
	}
	for _, i := range olds {
		for _, j := range news {
			if m.recallsOwn(i, j) {
				f(i, j)
			}
		}
	}
}

// mostRecalls bounds the pairs that are looked at: fifty recallings on either
// side, more than any resolution has.
const mostRecalls = 2500

// favourOwn lifts the likeliest candidate of a clause that recalls the other text.
func (m *matcher) favourOwn() {
	best := [2]map[int32]int32{{}, {}} // by the clause that cites, old and new: its candidate
	m.ownRecalls(func(i, j int32) {
		c, n := m.candAt(i, j)
		if c == nil {
			return
		}
		side, at := 0, i
		if cites(m.new.texts[j].clause.Text, m.symbols[0]) {
			side, at = 1, j
		}
		if b, known := best[side][at]; !known || m.cands[b].odds < c.odds {
			best[side][at] = n
		}
	})
	for _, of := range best {
		for _, n := range of {
			m.cands[n].odds = max(m.cands[n].odds, ownRecall)
		}
	}
}

// cites tells whether a text names a resolution by the number at the end of its
// symbol, "214/7" of "A/RES/214/7".
func cites(text, symbol string) bool {
	_, number, ok := strings.Cut(symbol, "RES/")
	if !ok {
		return false
	}
	for w := range strings.FieldsSeq(text) {
		if w = strings.Trim(w, ",;.()"); w == number || w == symbol {
			return true
		}
	}
	return false
}
