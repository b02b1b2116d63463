package tell

import "reprise/review"

// Verdict says what a reviewer thinks of a change; "" where nothing but a note
// tells.
func (v Voice) Verdict(m review.Mark) string {
	if m.Verdict == review.NoVerdict {
		return ""
	}
	return v.Say("mark-" + m.Verdict.String())
}

// Reviewer is the name that a reviewer gave, or that there is none.
func (v Voice) Reviewer(m review.Mark) string {
	if m.Reviewer == "" {
		return v.Say("somebody")
	}
	return m.Reviewer
}

// MadeOn says of a mark that followed its clause where it was made; "" of one
// that stands where it was made.
func (v Voice) MadeOn(m review.Mark) string {
	name := "made-on"
	switch {
	case !m.Carried.Is():
		return ""
	case m.Carried.Uncertain:
		name = "made-on-uncertain"
	}
	return v.Say(name, "clause", m.Carried.Name, "texts", m.Carried.Comparison)
}

// Reviewed says in lines what reviewers think of a change: first whether they
// differ, then each of them.
func (v Voice) Reviewed(marks []review.Mark) []string {
	var lines []string
	if review.Conflict(marks) {
		lines = append(lines, v.Say("reviewers-differ"))
	}
	for _, m := range marks {
		line := v.Reviewer(m) + ": " + v.Verdict(m)
		if m.Note != "" && m.Verdict != review.NoVerdict {
			line += ", "
		}
		line += m.Note
		if origin := v.MadeOn(m); origin != "" {
			line += " (" + origin + ")"
		}
		lines = append(lines, line)
	}
	return lines
}
