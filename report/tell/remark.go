package tell

import "reprise/diff"

// Remark is what the margin says about a change: what it is called, what
// happened, its nature, then its reasons, a paragraph each.
func (v Voice) Remark(ch diff.Change) []string {
	lines := v.Beside(ch)
	if len(lines) > 0 {
		lines[0] = v.Say("head", "clause", v.HeadName(ch), "state", lines[0])
	}
	return lines
}

// Beside is the remark on a change where its name stands elsewhere.
func (v Voice) Beside(ch diff.Change) []string {
	if !Remarkable(ch) {
		return nil
	}
	state := v.Status(ch)
	if nature := v.Nature(ch.Nature); nature != "" {
		state = v.Commas(state, nature)
	}
	if was := v.Formerly(ch); was != "" {
		state += " (" + was + ")"
	}
	lines := append([]string{state}, v.Reasons(ch)...)
	for _, n := range ch.Notes {
		lines = append(lines, v.Say("footnote-changed", "mark", markOf(n)))
	}
	if also := v.Rivals(ch); also != "" {
		lines = append(lines, also)
	}
	return lines
}

// Remarkable tells whether there is anything to say: a clause that only got
// another number shows that by itself.
func Remarkable(ch diff.Change) bool {
	return ch.Status != diff.Kept || ch.Moved || len(ch.Notes) > 0
}

func markOf(n diff.NoteChange) string {
	if n.NewMark == "" {
		return n.OldMark
	}
	return n.NewMark
}
