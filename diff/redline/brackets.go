package redline

// closeBrackets sees to it that a hunk which opens a bracket in both texts does
// not leave its closing one behind: where that follows at once, the hunk takes
// it in; where kept words stand between, the hunk parts at the bracket, which
// is then kept too. "[-5 May (A/1)-]{+6 May (A/2)+}, [-5 May-]{+6 May+}
// ([-A/1-]{+A/2+} and Add.1)".
func (w *Wording) closeBrackets() {
	var out []Hunk
	for i, h := range w.Hunks {
		o, n := opened(w.Old[h.O0:h.O1]), opened(w.New[h.N0:h.N1])
		switch {
		case o < 0 || n < 0 || w.Old[h.O0+o].Key != w.New[h.N0+n].Key:
			out = append(out, h)
		case h.O1 < len(w.Old) && w.kept(i) && closes(&w.Old[h.O0+o], &w.Old[h.O1]):
			out = append(out, Hunk{h.O0, h.O1 + 1, h.N0, h.N1 + 1})
		default:
			out = w.narrow(out, Hunk{h.O0, h.O0 + o, h.N0, h.N0 + n})
			out = w.narrow(out, Hunk{h.O0 + o + 1, h.O1, h.N0 + n + 1, h.N1})
		}
	}
	w.Hunks = out
}

// kept tells whether a unit is kept right after a hunk.
func (w *Wording) kept(i int) bool { return w.room(i)[1] > 0 }

// opened is the place of the last bracket that is opened in a run and not
// closed; -1 where there is none.
func opened(us []Unit) int {
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

func closes(opening, closing *Unit) bool {
	return opening.Text == "(" && closing.Text == ")" || opening.Text == "[" && closing.Text == "]"
}
