package redline

import "reprise/internal/token"

// writer turns hunks into edits, as ranges of the two texts. Blanks belong to
// the unit after them; where a kept unit has another blank in the two texts,
// the blank goes to the hunk before it.
type writer struct {
	w                *Wording
	out              []Edit
	oldFrom, newFrom int // where the open deletion and insertion begin
	oldAt, newAt     int // up to where the texts are told
	kind             EditKind
}

func (w *Wording) edits() []Edit {
	wr := writer{w: w, out: make([]Edit, 0, 3*len(w.Hunks)+2)}
	o, n := 0, 0
	for _, h := range w.Hunks {
		wr.keep(o, h.O0, n)
		wr.replace(h)
		o, n = h.O1, h.N1
	}
	wr.keep(o, len(w.Old), n)
	wr.flush()
	return wr.out
}

// keep tells units that both texts have: old[o:end] and as many of new from n.
func (wr *writer) keep(o, end, n int) {
	for ; o < end; o, n = o+1, n+1 {
		a, b := &wr.w.Old[o], &wr.w.New[n]
		if wr.w.OldText[a.from:a.At] != wr.w.NewText[b.from:b.At] {
			wr.oldAt, wr.newAt = a.At, b.At
		}
		wr.flush()
		wr.equal(a.End(), b.End())
	}
}

// replace opens a deletion and an insertion.
func (wr *writer) replace(h Hunk) {
	wr.kind = wr.w.kind(h)
	if h.O0 < h.O1 {
		wr.oldAt = wr.w.Old[h.O1-1].End()
	}
	if h.N0 < h.N1 {
		wr.newAt = wr.w.New[h.N1-1].End()
	}
}

// flush writes the open deletion and insertion. A blank that opens both stays.
func (wr *writer) flush() {
	if wr.oldFrom < wr.oldAt && wr.newFrom < wr.newAt && wr.w.OldText[wr.oldFrom] == ' ' && wr.w.NewText[wr.newFrom] == ' ' {
		wr.same(wr.oldFrom, wr.oldFrom+1)
		wr.oldFrom++
		wr.newFrom++
	}
	if wr.oldFrom < wr.oldAt {
		wr.out = append(wr.out, Edit{Delete, wr.w.OldText[wr.oldFrom:wr.oldAt], wr.kind})
	}
	if wr.newFrom < wr.newAt {
		wr.out = append(wr.out, Edit{Insert, wr.w.NewText[wr.newFrom:wr.newAt], wr.kind})
	}
	wr.oldFrom, wr.newFrom = wr.oldAt, wr.newAt
	wr.kind = WordEdit
}

// equal tells the texts as the same up to two offsets.
func (wr *writer) equal(oldEnd, newEnd int) {
	if oldEnd == wr.oldAt {
		return
	}
	wr.same(wr.oldAt, oldEnd)
	wr.oldAt, wr.newAt = oldEnd, newEnd
	wr.oldFrom, wr.newFrom = oldEnd, newEnd
}

// same writes a run of the old text as kept, joined to what was kept before.
func (wr *writer) same(from, end int) {
	if n := len(wr.out); n > 0 && wr.out[n-1].Op == Equal {
		wr.out[n-1].Text = wr.w.OldText[from-len(wr.out[n-1].Text) : end]
		return
	}
	wr.out = append(wr.out, Edit{Equal, wr.w.OldText[from:end], WordEdit})
}

// kind is the sort of text that a hunk touches: that of its atoms where all
// its content is atoms, a citation with its date being a citation.
func (w *Wording) kind(h Hunk) EditKind {
	var has kinds
	for _, side := range [][]Unit{w.Old[h.O0:h.O1], w.New[h.N0:h.N1]} {
		for i := range side {
			if has.add(&side[i]) {
				return WordEdit
			}
		}
	}
	return has.kind()
}

// kinds are the sorts of units that a text has.
type kinds struct {
	telling [token.Title + 1]bool // of units that are no stop words
	words   bool                  // of any word
}

// add notes a unit, and tells whether it alone decides: the text is of words.
func (k *kinds) add(u *Unit) bool {
	k.words = k.words || u.Kind == token.Word
	if u.Stop {
		return false
	}
	k.telling[u.Kind] = true
	return u.Kind == token.Word || u.Kind == token.Title
}

func (k *kinds) kind() EditKind {
	switch has := k.telling; {
	case has[token.Word] || has[token.Title]:
		return WordEdit
	case has[token.Citation]:
		return CitationEdit
	case has[token.Session]:
		return SessionEdit
	case has[token.Date]:
		return DateEdit
	case has[token.Number] || has[token.Ordinal]:
		return NumberEdit
	case has[token.Punct] && !k.words:
		return PunctuationEdit
	}
	return WordEdit
}
