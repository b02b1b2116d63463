package series

// restoredWords is how many content words in a row an insertion must share
// with an older text to be taken from there. Two are met by chance ("all
// States", "the Secretary-General"), three hardly in one clause (docs/series.md).
const restoredWords = 3

// rewrite gives the origins of the text that a hunk inserts. A hunk is marked
// as a drafter reads it, whole phrases at a time; words that stand in the
// deleted text in the same order were never away and keep their origin. Spans
// that stood in an older text keep the one they had there. The rest is new.
func (s *Series) rewrite(h hunk, was, from []Origin, m memory) []Origin {
	span := wordsOf(h.inserted, s.lex)
	found := make([]Origin, len(span)) // origin of each word; Text "" where new
	s.keep(span, found, was)
	if m.version > 0 && s.news(span, found) >= restoredWords {
		for _, t := range s.texts(from, m) {
			s.recall(span, found, t)
		}
	}
	return spell(h.inserted, span, found, m.version)
}

// news counts the words of content in a span that have no origin yet.
func (s *Series) news(span []word, found []Origin) int {
	n := 0
	for i, w := range span {
		if found[i].Text == "" && !s.lex.Stop(w.text) {
			n++
		}
	}
	return n
}

// recall notes the origins of the words of a span that an older text has in
// the same order, longest run first, until no run is long enough.
func (s *Series) recall(span []word, found []Origin, t text) {
	older := s.wordsIn(textOf(t.words))
	free := func(i int) bool { return found[i].Text == "" }
	for {
		at, in, n := longest(span, older, free)
		if contentIn(span[at:at+n], s.lex) < restoredWords {
			return
		}
		for k := range n {
			found[at+k] = originAt(t, older[in+k])
		}
	}
}

// originAt is the origin that a word of an older text has when it comes back.
func originAt(t text, w word) Origin {
	o := cut(t.words, w.from, w.to)[0]
	if t.gone > 0 && o.Dropped < t.gone {
		o.Dropped = t.gone
	}
	return o
}

// longest finds the longest run of free words of a span that stands in an
// older text: where it begins in either, and its length. The first of equals.
func longest(span, older []word, free func(int) bool) (at, in, n int) {
	before, now := make([]int, len(older)+1), make([]int, len(older)+1)
	for i, w := range span {
		clear(now)
		for j, o := range older {
			if w.text == o.text && free(i) {
				now[j+1] = before[j] + 1
				if now[j+1] > n {
					n = now[j+1]
					at, in = i-n+1, j-n+1
				}
			}
		}
		before, now = now, before
	}
	return at, in, n
}

// spell writes an inserted span as runs: what stands between two words goes
// with the word before it.
func spell(inserted string, span []word, found []Origin, v int) []Origin {
	if len(span) == 0 {
		return runs(inserted, v)
	}
	var out []Origin
	at := 0
	for i := range span {
		o := found[i]
		if o.Text == "" {
			o = Origin{First: v}
		}
		to := 0
		if i+1 < len(span) {
			to = span[i+1].from
		} else {
			to = len(inserted)
		}
		out = append(out, Origin{inserted[at:to], o.First, o.Dropped})
		at = to
	}
	return joinRuns(out)
}
