package diff

// closeBrackets sees to it that a hunk which opens a bracket in both texts does
// not leave its closing one behind: where that follows at once, the hunk takes
// it in; where kept words stand between, the hunk parts at the bracket, which
// is then kept too. "[-5 May (A/1)-]{+6 May (A/2)+}, [-5 May-]{+6 May+}
// ([-A/1-]{+A/2+} and Add.1)".
func (w *wording) closeBrackets() {
	var out []hunk
	for i, h := range w.hunks {
		o, n := opened(w.old[h.o0:h.o1]), opened(w.new[h.n0:h.n1])
		switch {
		case o < 0 || n < 0 || w.old[h.o0+o].key != w.new[h.n0+n].key:
			out = append(out, h)
		case h.o1 < len(w.old) && w.kept(i) && closes(&w.old[h.o0+o], &w.old[h.o1]):
			out = append(out, hunk{h.o0, h.o1 + 1, h.n0, h.n1 + 1})
		default:
			out = w.narrow(out, hunk{h.o0, h.o0 + o, h.n0, h.n0 + n})
			out = w.narrow(out, hunk{h.o0 + o + 1, h.o1, h.n0 + n + 1, h.n1})
		}
	}
	w.hunks = out
}

// kept tells whether a unit is kept right after a hunk.
func (w *wording) kept(i int) bool { return w.room(i)[1] > 0 }

// opened is the place of the last bracket that is opened in a run and not
// closed; -1 where there is none.
func opened(us []unit) int {
	depth := 0
	for i := len(us) - 1; i >= 0; i-- {
		switch us[i].Text {
		case ")", "]":
			depth++
		case "(", "[":
			if depth == 0 {
				return i
			}
			depth--
		}
	}
	return -1
}

func closes(opening, closing *unit) bool {
	return opening.Text == "(" && closing.Text == ")" || opening.Text == "[" && closing.Text == "]"
}
