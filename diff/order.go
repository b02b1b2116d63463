package diff

import (
	"slices"

	"reprise/internal/lexicon"
)

// order explains words that stand elsewhere in the same clause: a phrase that
// went in one place whole and came whole in another, then single words, where
// every content word of the clause's change is found again; words that also
// changed are not an order.
func (r *reading) order() {
	for _, h := range r.w.hunks {
		r.movedPhrase(h)
	}
	free := map[string][]int{}
	oldLeft, newLeft := 0, 0
	for _, h := range r.w.hunks {
		for _, i := range r.newRun(h).left(ordered) {
			free[r.w.new[i].key] = append(free[r.w.new[i].key], i)
			newLeft++
		}
	}
	var old, new []int
	for _, h := range r.w.hunks {
		for _, i := range r.oldRun(h).left(ordered) {
			oldLeft++
			if at := free[r.w.old[i].key]; len(at) > 0 {
				old, new = append(old, i), append(new, at[0])
				free[r.w.old[i].key] = at[1:]
			}
		}
	}
	if len(old) == 0 || len(old) < oldLeft || len(new) < newLeft {
		return
	}
	r.moved(old, new)
}

// ordered tells a word whose place can matter.
func ordered(u *unit) bool { return u.anchor() && u.class&lexicon.GrammarClass == 0 }

// movedPhrase explains the words that a hunk only drops where another hunk only
// adds the same.
func (r *reading) movedPhrase(h hunk) {
	old := r.oldRun(h).left(ordered)
	if len(old) == 0 || len(r.newRun(h).left(ordered)) > 0 {
		return
	}
	for _, other := range r.w.hunks {
		new := r.newRun(other).left(ordered)
		same := len(r.oldRun(other).left(ordered)) == 0 &&
			slices.EqualFunc(old, new, func(o, n int) bool { return r.w.old[o].key == r.w.new[n].key })
		if same {
			r.moved(old, new)
			return
		}
	}
}

// moved records words that stand elsewhere: as another order, or as words that
// have changed places where that may change the sense.
func (r *reading) moved(old, new []int) {
	c := orderChanged
	if r.turned(old, new) {
		c = orderTurned
	}
	r.mark(old, new)
	r.add(c, pickText(r.w.oldText, r.w.old, old[:1]), pickText(r.w.newText, r.w.new, new[:1]))
}

// A word that binds others (an actor, a qualifier) may hop over hopReach content
// words and still be in the same place of the sense ("report, as appropriate" -
// "as appropriate, report"); members of a list change places over listReach.
const (
	hopReach  = 4
	listReach = 6
)

// turned tells whether words that moved may have turned the sense round: an
// actor that passed another or words that exchange their places over others
// ("employers ... employees") outside a list, a qualifier far from where it was.
func (r *reading) turned(old, new []int) bool {
	left, right := false, false
	for k := range old {
		over := r.kept(r.w.new, new[k]) - r.kept(r.w.old, old[k])
		left, right = left || over < 0, right || over > 0
	}
	for k := range old {
		over := r.kept(r.w.new, new[k]) - r.kept(r.w.old, old[k])
		over = max(over, -over)
		class := r.w.old[old[k]].class &^ lexicon.GrammarClass
		listed := over <= listReach && r.amongList(old[k], new[k])
		switch {
		case class&(lexicon.QualifierClass|lexicon.ModalityClass) != 0 && over > hopReach:
			return true
		case left && right && !listed || class&lexicon.ActorClass != 0 && r.passed(old[k], new[k]):
			return true
		}
	}
	return false
}

// passed tells whether an actor that moved stands on the other side of another
// now, outside a list.
func (r *reading) passed(o, n int) bool {
	for i := range r.w.old {
		u := &r.w.old[i]
		if i == o || u.class&lexicon.ActorClass == 0 || u.class&lexicon.GrammarClass != 0 || u.key == r.w.old[o].key {
			continue
		}
		k, once := place(r.w.new, u.key)
		_, first := place(r.w.old, u.key)
		if once && first && (i < o) != (k < n) && !(r.amongList(o, n) && r.amongList(i, k)) {
			return true
		}
	}
	return false
}

// place finds the only unit with a key; false where there are none or more.
func place(us []unit, key string) (at int, once bool) {
	for i := range us {
		if us[i].key == key {
			at, once = i, !once && at == 0
		}
	}
	return at, once
}

// kept counts the content words of a text before a unit that both texts have in
// their places.
func (r *reading) kept(us []unit, at int) int {
	n, from := 0, 0
	for _, h := range append(r.w.hunks, hunk{len(r.w.old), 0, len(r.w.new), 0}) {
		to, next := h.o0, h.o1
		if &us[0] == &r.w.new[0] {
			to, next = h.n0, h.n1
		}
		for i := from; i < min(to, at); i++ {
			n += one(ordered(&us[i]))
		}
		if to >= at {
			break
		}
		from = next
	}
	return n
}

// amongList tells whether a word moved inside a list: a comma or a word that
// joins stands right beside it in both texts.
func (r *reading) amongList(o, n int) bool {
	return besideMark(r.w.old, o) && besideMark(r.w.new, n)
}

// maxMemberHead is how many words of a member of a list may stand between one
// of its words and the mark that parts it from the next.
const maxMemberHead = 3

func besideMark(us []unit, at int) bool {
	for i := max(0, at-maxMemberHead); i <= min(len(us)-1, at+maxMemberHead); i++ {
		if us[i].Text == "," || us[i].class&lexicon.ListingClass != 0 {
			return true
		}
	}
	return false
}
