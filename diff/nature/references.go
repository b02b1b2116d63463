package nature

import (
	"slices"

	"reprise/align"
	"reprise/diff/redline"
	"reprise/internal/lexicon"
	"reprise/internal/token"
	"reprise/resolution"
)

// A reference is a number by which a clause points to another of its own text:
// the 5 of "paragraph 5 above".

// References lists the numbers by which a text points to its own paragraphs,
// in order and by mention ("paragraphs 1 to 6"): those behind the noun for a
// paragraph, where a phrase that means this text follows them.
func (s *Setting) References(text string) [][]string {
	if !s.lex.MentionsReference(text) {
		return nil
	}
	us := redline.Units(text, s.lex)
	for i := range us {
		us[i].Key = lexicon.Fold(us[i].Text)
	}
	var out [][]string
	for _, m := range s.mentions(us) {
		if m.here {
			out = append(out, numbersOf(us, m.numbers))
		}
	}
	return out
}

// mention is where a text points to paragraphs: the numbers behind the noun for
// a paragraph.
type mention struct {
	numbers []int // units from the first number to the last, with what joins them
	here    bool  // a phrase that means this text follows
	own     bool  // so it does, or nothing says of what other text: not "paragraph 2 of its resolution"
}

// mentions lists them, in order.
func (s *Setting) mentions(us []unit) []mention {
	var out []mention
	for i := range us {
		if !s.lex.IsReference(us[i].Key) {
			continue
		}
		last, k := i+1, i+1
		for ; k < len(us) && s.inReference(&us[k]); k++ {
			if us[k].Kind == token.Number {
				last = k + 1
			}
		}
		if last == i+1 {
			continue // "in that paragraph"
		}
		word := func(n int) string { return us[k+n].Key }
		_, here := s.lex.Phrases().At(len(us)-k, word, lexicon.HereClass)
		own := here || last == len(us) || us[last].Class&lexicon.GrammarClass == 0
		out = append(out, mention{span(i+1, last), here, own})
	}
	return out
}

// inReference tells what may stand between the noun and the end of its
// numbers: "paragraphs 2 (a) to (c) and 5".
func (s *Setting) inReference(u *unit) bool {
	return u.Kind == token.Number || u.Text == "," || u.Text[0] == '(' || s.lex.Word(u.Key).Is(lexicon.JoinRole)
}

// numbered is a paragraph by its number, which each section counts anew.
type numbered struct{ section, number string }

// renumbering tells the new number of each paragraph of the first level that
// one paragraph became, by its old number.
func renumbering(links []align.Link) map[numbered]numbered {
	moved := map[numbered]numbered{}
	for _, l := range links {
		if len(l.Old) == 0 || len(l.New) == 0 || l.Old[0].Depth > 0 || l.New[0].Depth > 0 || l.Old[0].Part != resolution.Operative {
			continue
		}
		moved[numbered{l.Old[0].Section, l.Old[0].Number}] = numbered{l.New[0].Section, l.New[0].Number}
	}
	return moved
}

// ownReferences explains references to paragraphs of the text itself that follow
// the new numbering: they say what they said.
func (r *reading) ownReferences() []claim {
	if len(r.numbering) == 0 || !r.lex.MentionsReference(r.w.NewText) {
		return nil
	}
	var out []claim
	old, new := r.ownMentions(r.w.Old), r.ownMentions(r.w.New)
	for k := range min(len(old), len(new)) {
		was, is := numbersOf(r.w.Old, old[k].numbers), numbersOf(r.w.New, new[k].numbers)
		for i := range was {
			was[i] = r.newNumber(was[i])
		}
		if slices.Equal(was, is) {
			out = append(out, r.take(old[k].numbers, new[k].numbers, ReferenceFollowed)...)
		}
	}
	return out
}

// newNumber is the number that a paragraph of the clause's own section has now; "" where
// it has none there.
func (r *reading) newNumber(old string) string {
	now := r.numbering[numbered{r.oldSection, old}]
	if now.section != r.newSection {
		return ""
	}
	return now.number
}

func (r *reading) ownMentions(us []unit) []mention {
	return slices.DeleteFunc(r.mentions(us), func(m mention) bool { return !m.own })
}

func numbersOf(us []unit, at []int) []string {
	var out []string
	for _, i := range at {
		if us[i].Kind == token.Number {
			out = append(out, us[i].Text)
		}
	}
	return out
}
