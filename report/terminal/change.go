package terminal

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/clipperhouse/displaywidth"

	"reprise/diff"
	"reprise/report"
	"reprise/report/tell"
	"reprise/resolution"
)

// indent is how far the text of clauses stands in: sign, the longest label and
// two spaces, so that labels line up.
func (s *screen) indent() int {
	if s.gutter > 0 {
		return s.gutter
	}
	widest := 0
	for _, ch := range s.c.Changes {
		for _, c := range s.gutterClauses(ch) {
			widest = max(widest, displaywidth.String(s.Name(c)))
		}
	}
	s.gutter = len("+ ") + min(widest, maxLabel) + len("?") + len(" ")
	return s.gutter
}

// Labels longer than this (deep points of an annex) push their own line out
// and not the whole text.
const maxLabel = 14

func (s *screen) gutterClauses(ch diff.Change) []*resolution.Clause {
	if s.Context >= 0 && !ch.Counted() || lineOfForm(ch) {
		return nil
	}
	if len(ch.New) == 0 {
		return ch.Old
	}
	return ch.New
}

// label is the gutter before the first line of a clause.
func (s *screen) label(sign, name string, st style) line {
	return padTo(line{{sign + " ", st}, {clean(name), strong}}, s.indent())
}

// padTo fills a line up to a column; at least one space parts what follows.
func padTo(l line, width int) line {
	if pad := width - l.width(); pad > 0 {
		return append(l, run{strings.Repeat(" ", pad), plain})
	}
	return append(l, run{" ", plain})
}

// lineOfForm tells a line of the masthead or of the end, which no one calls by a
// name.
func lineOfForm(ch diff.Change) bool {
	return slices.ContainsFunc(slices.Concat(ch.New, ch.Old), func(c *resolution.Clause) bool {
		return c.Part == resolution.Front || c.Part == resolution.Back
	})
}

// change prints one change: its remarks, its text, its footnotes.
func (s *screen) change(ch diff.Change) {
	remarks := s.remarks(ch)
	name := s.HeadName(ch)
	if lineOfForm(ch) {
		name = ""
	}
	head := s.label(tell.Sign(ch), name, styleOf(ch))
	if len(remarks) > 0 {
		s.hanging(head, remarks)
		head = s.label(" ", "", plain)
	}
	if s.View == report.SideBySide {
		s.columns(head, ch)
	} else {
		s.inline(head, ch)
	}
	for _, n := range ch.Notes {
		s.note(n)
	}
}

func styleOf(ch diff.Change) style {
	switch {
	case tell.Sign(ch) == tell.MovedSign:
		return moved
	case ch.Status == diff.Added:
		return added
	case ch.Status == diff.Removed:
		return removed
	case ch.Status == diff.Kept:
		return quiet
	}
	return reworded
}

// remarks is what is said about a change beside its text: state, nature,
// reasons. Nothing for a clause that is only there or only gone.
func (s *screen) remarks(ch diff.Change) []run {
	parts := [][]run{}
	if ch.Status != diff.Reworded && ch.Status != diff.Added && ch.Status != diff.Removed && ch.Status != diff.Kept || ch.Moved {
		parts = append(parts, []run{{s.Status(ch), strong}})
	}
	if was := s.Formerly(ch); was != "" && (ch.Status != diff.Kept || ch.Moved) {
		parts = append(parts, []run{{was, plain}})
	}
	if ch.Status != diff.Added && ch.Status != diff.Removed {
		parts = append(parts, s.nature(ch)...)
	}
	for _, remark := range s.Voice.Remarks(ch) {
		parts = append(parts, []run{{clean(remark), quiet}})
	}
	return joinRuns(parts, " · ")
}

func (s *screen) nature(ch diff.Change) [][]run {
	look := quiet
	if ch.Nature == diff.Substantive {
		look = substantive
	}
	if word := s.Nature(ch.Nature); word != "" {
		return [][]run{{{word, look}}}
	}
	return nil
}

func joinRuns(parts [][]run, by string) []run {
	var out []run
	for i, p := range parts {
		if i > 0 {
			out = append(out, run{by, quiet})
		}
		out = append(out, p...)
	}
	return out
}

// hanging prints runs after a head, further lines under the first.
func (s *screen) hanging(head line, runs []run) {
	for i, l := range wrap(runs, s.measure(s.indent())) {
		if i > 0 {
			head = s.label(" ", "", plain)
		}
		s.println(append(head, l...))
	}
}

// inline prints the text with its changes marked; each further clause of the
// new side gets its label in the gutter.
func (s *screen) inline(head line, ch diff.Change) {
	for i, runs := range s.clauseRuns(ch) {
		if i > 0 {
			head = s.label(" ", nameAt(ch.New, i), plain)
		}
		s.hanging(head, runs)
	}
}

func nameAt(clauses []*resolution.Clause, i int) string {
	if i < len(clauses) {
		return clauses[i].Name()
	}
	return ""
}

// clauseRuns is the marked text of a change, one list a clause of the new
// side. The newline between two clauses shows as a pilcrow where it came or
// went.
func (s *screen) clauseRuns(ch diff.Change) [][]run {
	out := [][]run{nil}
	mark := s.marker(ch)
	add := func(text string, op diff.Op) {
		if text = clean(text); text != "" {
			last := len(out) - 1
			out[last] = append(out[last], mark(text, op))
		}
	}
	for i, e := range ch.Edits {
		if s.apart(ch.Edits, i) {
			out[len(out)-1] = append(out[len(out)-1], run{" ", gap})
		}
		if e.Op == diff.Delete {
			add(strings.ReplaceAll(e.Text, "\n", "¶ "), e.Op)
			continue
		}
		pieces := strings.Split(e.Text, "\n")
		for i, p := range pieces {
			if i > 0 {
				out = append(out, nil)
			}
			if e.Op == diff.Insert && i < len(pieces)-1 {
				p += "¶"
			}
			add(p, e.Op)
		}
	}
	for i := range out {
		if i < len(ch.New) {
			out[i] = italic(out[i], clean(ch.New[i].Lead))
		}
	}
	return out
}

// italic sets the lead, the start of the new text, where it was kept.
// Inserted words keep the look of an insertion.
func italic(runs []run, text string) []run {
	var out []run
	left := len(text)
	for _, r := range runs {
		if r.style == plain && left > 0 {
			n := min(left, len(r.text))
			for n < len(r.text) && !utf8.RuneStart(r.text[n]) {
				n++ // the lead is a wording of its own: never cut a letter for it
			}
			out = append(out, run{r.text[:n], lead})
			r.text = r.text[n:]
			left -= n
		} else if r.style != deleted && r.style != gap {
			left -= len(unbracketed(r.text))
		}
		if r.text != "" {
			out = append(out, r)
		}
	}
	return out
}

// marker gives what marks the edits of a change: colour, or brackets. Where
// all of a clause came or went, its sign says so and brackets would only be in
// the way.
func (s *screen) marker(ch diff.Change) func(string, diff.Op) run {
	if s.Colour || len(ch.Old) == 0 || len(ch.New) == 0 {
		return coloured
	}
	return bracketed
}

func coloured(text string, op diff.Op) run {
	return run{text, [...]style{plain, deleted, inserted}[op]}
}

func bracketed(text string, op diff.Op) run {
	r := coloured(text, op)
	switch op {
	case diff.Insert:
		r.text = "{+" + text + "+}"
	case diff.Delete:
		r.text = "[-" + text + "-]"
	}
	return r
}

// apart tells whether an edit needs a space before it to be told from the one
// before by who cannot see colours, as where text is copied; brackets do that too.
func (s *screen) apart(edits []diff.Edit, i int) bool { return s.Colour && report.RunOn(edits, i) }

// redlined are the edits of a text beside another, in colour or in brackets.
func (s *screen) redlined(edits []diff.Edit) []run {
	mark := bracketed
	if s.Colour {
		mark = coloured
	}
	var out []run
	for i, e := range edits {
		if s.apart(edits, i) {
			out = append(out, run{" ", gap})
		}
		if text := clean(e.Text); text != "" {
			out = append(out, mark(text, e.Op))
		}
	}
	return out
}

// unbracketed is an insertion without its brackets.
func unbracketed(text string) string {
	if inside, ok := strings.CutPrefix(text, "{+"); ok {
		return strings.TrimSuffix(inside, "+}")
	}
	return text
}

func (s *screen) note(n diff.NoteChange) {
	runs := []run{{clean(s.Voice.Note(n)) + "  ", quiet}}
	if n.OldMark != "" && n.NewMark != "" {
		runs = append(runs, s.redlined(n.Edits)...)
	} else {
		for _, e := range n.Edits {
			runs = append(runs, coloured(clean(e.Text), e.Op))
		}
	}
	s.hanging(s.label(" ", "", plain), runs)
}

// foldedLine tells in one line what is not shown: "PP2 to PP7 unchanged".
func (s *screen) foldedLine(changes []diff.Change) {
	s.println(append(padTo(line{{tell.FoldSign, quiet}}, s.indent()), run{clean(s.Folded(changes)), quiet}))
}
